import { Router } from 'express';
import { createApp } from '../../src/api/app.ts';
import { rememberedLog } from '../support/remembered-log.ts';
import { listening } from './listening.ts';

/** What the service takes for the address of somebody who says that they come from elsewhere. */
async function addressSeen(trustedProxies?: number | string[]): Promise<unknown> {
  const api = Router().get('/where', (request, response) => void response.json(request.ip));
  const proxies = trustedProxies === undefined ? {} : { trustedProxies };
  const http = await listening(createApp({ api, operations: Router(), ...proxies, log: rememberedLog().log }));
  const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
  const { body } = await http.ask('GET', '/api/v1/where', { headers });
  await http.close();
  return body;
}

describe('the address of an asker', () => {
  test('is that of the connection, whatever they say, where no proxy is trusted', async () => {
    expect(await addressSeen()).toBe('127.0.0.1');
  });

  test('is what the one trusted proxy says, and not what was said to it', async () => {
    expect(await addressSeen(1)).toBe('203.0.113.9');
    expect(await addressSeen(['loopback'])).toBe('203.0.113.9');
  });

  test('is that of the connection where it does not come from a trusted address', async () => {
    expect(await addressSeen(['10.0.0.0/8'])).toBe('127.0.0.1');
  });
});
