import { createCallControl } from '../../../src/transport/twilio/rest.ts';
import { listening } from '../listening.ts';
import type { Listening } from '../listening.ts';

const opened: Listening[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function twilioAnswering(status: number | 'never') {
  const seen: unknown[] = [];
  const server = await listening((request, response) => {
    request.setEncoding('utf8');
    const parts: string[] = [];
    request.on('data', (part: string) => parts.push(part));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, authorization: headers.authorization, form: parts.join('') });
      if (status !== 'never') response.writeHead(status).end('{}');
    });
  });
  opened.push(server);
  const timeoutMs = status === 'never' ? 100 : 20_000;
  const account = { accountSid: 'AC1', authToken: 'secret', baseUrl: server.origin, timeoutMs };
  return { seen, control: createCallControl(account) };
}

describe('the call control of the Twilio REST API', () => {
  const expected = {
    method: 'POST',
    url: '/2010-04-01/Accounts/AC1/Calls/CA1.json',
    authorization: `Basic ${Buffer.from('AC1:secret').toString('base64')}`,
  };

  test('hangs a call up', async () => {
    const { seen, control } = await twilioAnswering(200);
    expect(await control.hangUp('CA1')).toEqual({ kind: 'done' });
    expect(seen).toEqual([{ ...expected, form: 'Status=completed' }]);
  });

  test('redirects a call out of its stream', async () => {
    const { seen, control } = await twilioAnswering(200);
    expect(await control.redirect('CA1', 'https://x.test/twilio/voice?resume=1')).toEqual({ kind: 'done' });
    expect(seen).toEqual([{ ...expected, form: 'Url=https%3A%2F%2Fx.test%2Ftwilio%2Fvoice%3Fresume%3D1&Method=POST' }]);
  });

  test('takes a call that is over already for no fault', async () => {
    const { control } = await twilioAnswering(404);
    expect(await control.hangUp('CA1')).toEqual({ kind: 'alreadyEnded' });
  });

  test.each([401, 429, 500, 'never'] as const)('throws phone_unavailable when Twilio answers %s', async (status) => {
    const { control } = await twilioAnswering(status);
    await expect(control.hangUp('CA1')).rejects.toMatchObject({ name: 'AppError', code: 'phone_unavailable' });
  });
});
