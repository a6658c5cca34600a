import { createPostWebhook, mayBeTold } from '../../../src/transport/webhook/post-webhook.ts';
import { kindOfAddress } from '../../../src/transport/webhook/private-address.ts';
import { listening } from '../listening.ts';
import type { Listening } from '../listening.ts';

const opened: Listening[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function serverThat(...given: Parameters<typeof listening>): Promise<Listening> {
  const server = await listening(...given);
  opened.push(server);
  return server;
}

const post = (url: string, reach: 'public' | 'loopback' = 'loopback') =>
  createPostWebhook({ reach, timeoutMs: 3_000 })({ url, headers: { 'webhook-id': 'msg_1' }, body: '{}' });

test.each([
  ['8.8.8.8', 'public'],
  ['127.0.0.1', 'loopback'],
  ['127.9.9.9', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.31.255.255', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.1.1', 'private'],
  ['169.254.169.254', 'private'],
  ['100.64.0.1', 'private'],
  ['0.0.0.0', 'private'],
  ['255.255.255.255', 'private'],
  ['2606:4700:4700::1111', 'public'],
  ['::1', 'loopback'],
  ['::', 'private'],
  ['fd00::1', 'private'],
  ['fe80::1', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:a9fe:a9fe', 'private'],
  ['64:ff9b::a00:1', 'private'],
  ['2002:a00:1::', 'private'],
  ['not an address', 'private'],
])('%s is %s', (address, kind) => {
  expect(kindOfAddress(address)).toBe(kind);
});

test.each([
  ['https://hooks.example.com/x', 'public', true],
  ['http://hooks.example.com/x', 'public', false],
  ['http://hooks.example.com/x', 'loopback', false],
  ['https://user:secret@hooks.example.com/', 'public', false],
  ['https://127.0.0.1/', 'public', false],
  ['https://localhost/', 'public', false],
  ['http://localhost:4000/', 'loopback', true],
  ['http://127.0.0.1:4000/', 'loopback', true],
  ['https://2130706433/', 'public', false],
  ['https://0x7f.1/', 'public', false],
  ['https://[::ffff:127.0.0.1]/', 'public', false],
  ['https://10.0.0.8/', 'loopback', false],
  ['https://169.254.169.254/', 'loopback', false],
  ['ftp://hooks.example.com/', 'public', false],
  ['nonsense', 'public', false],
] as const)('%s, reaching as far as %s: %s', (url, reach, allowed) => {
  expect(mayBeTold(url, reach)).toBe(allowed);
});

test('a name that leads to this machine is not dialled from production, though its address is not in the url', async () => {
  let asked = 0;
  const server = await serverThat((_request, response) => {
    asked += 1;
    response.end();
  });
  const port = new URL(server.origin).port;
  expect(await post(`https://localhost:${port}/`, 'public')).toEqual({ kind: 'failed', reason: 'forbiddenAddress' });
  expect(asked).toBe(0);
});

test('a redirect is an answer, not a way', async () => {
  const asked: string[] = [];
  const server = await serverThat((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(await post(`${server.origin}/hook`)).toEqual({ kind: 'answered', status: 307 });
  expect(asked).toEqual(['/hook']);
});

test('one that never answers, never ends or says too much is left', async () => {
  const hanging = await serverThat(() => undefined);
  expect(await post(hanging.origin)).toEqual({ kind: 'failed', reason: 'timeout' });
  const endless = await serverThat((_request, response) => void response.writeHead(200).write('x'));
  expect(await post(endless.origin)).toEqual({ kind: 'failed', reason: 'timeout' });
  const talkative = await serverThat((_request, response) => void response.end('x'.repeat(100_000)));
  expect(await post(talkative.origin)).toEqual({ kind: 'failed', reason: 'answerTooLong' });
});

test('one that is not there is said to be so', async () => {
  const server = await listening(() => undefined);
  await server.close();
  expect(await post(server.origin)).toEqual({ kind: 'failed', reason: 'unreachable' });
});
