import { checkModels, warnAboutModels } from '../../../src/transport/openai/models-check.ts';
import { rememberedLog } from '../../support/remembered-log.ts';
import { listening } from '../listening.ts';
import type { Listening } from '../listening.ts';

const opened: Listening[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function serviceAnswering(reply: { status: number; body: string } | 'never') {
  const seen: unknown[] = [];
  const server = await listening((request, response) => {
    seen.push({ method: request.method, url: request.url, authorization: request.headers.authorization });
    if (reply !== 'never') response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
  });
  opened.push(server);
  const now = (): number => Date.UTC(2026, 10, 23);
  const timeoutMs = reply === 'never' ? 200 : 20_000;
  const query = { apiKey: 'key', baseUrl: `${server.origin}/v1`, timeoutMs, now };
  return { query, seen };
}

const list = {
  status: 200,
  body: JSON.stringify({
    object: 'list',
    data: [
      { id: 'voice', object: 'model', created: 1, shutdown_date: null },
      { id: 'plain', object: 'model' },
      { id: 'soon', shutdown_date: '2027-01-14' },
      { id: 'later', shutdown_date: '2027-12-31' },
      { id: 'over', shutdown_date: '2026-11-01' },
    ],
  }),
};

describe('the check of the configured models', () => {
  test('tells which serve, which close within 90 days and which are missing', async () => {
    const { query, seen } = await serviceAnswering(list);
    const check = await checkModels({ ...query, models: ['voice', 'plain', 'soon', 'later', 'over', 'gone', 'voice'] });
    expect(check).toEqual({
      kind: 'checked',
      findings: [
        { kind: 'serving', model: 'voice', shutdownDate: null },
        { kind: 'serving', model: 'plain', shutdownDate: null },
        { kind: 'closingSoon', model: 'soon', shutdownDate: '2027-01-14', daysLeft: 52 },
        { kind: 'serving', model: 'later', shutdownDate: '2027-12-31' },
        { kind: 'closingSoon', model: 'over', shutdownDate: '2026-11-01', daysLeft: -22 },
        { kind: 'missing', model: 'gone' },
      ],
    });
    expect(seen).toEqual([{ method: 'GET', url: '/v1/models', authorization: 'Bearer key' }]);
  });

  test.each([
    ['a refused key', { status: 401, body: '{}' }, { kind: 'keyRefused' }],
    ['a broken service', { status: 500, body: '{}' }, { kind: 'unreachable', reason: 'HTTP 500' }],
    ['another shape', { status: 200, body: '{"data":7}' }, { kind: 'unreachable', reason: 'not a list of models' }],
    ['no JSON', { status: 200, body: '<html>' }, { kind: 'unreachable', reason: 'SyntaxError' }],
    ['no answer', 'never', { kind: 'unreachable', reason: 'TimeoutError' }],
  ] as const)('names %s and throws nothing', async (_case, reply, expected) => {
    const { query } = await serviceAnswering(reply);
    expect(await checkModels({ ...query, models: ['voice'] })).toEqual(expected);
  });

  test('warns in one line for each model that needs a person, and is silent about the others', async () => {
    const { query } = await serviceAnswering(list);
    const { log, lines } = rememberedLog();
    await warnAboutModels({ ...query, models: ['voice', 'soon', 'gone'] }, log);
    expect(lines).toEqual([
      { level: 'warn', event: 'model_closing_soon', model: 'soon', shutdownDate: '2027-01-14', daysLeft: 52 },
      { level: 'warn', event: 'model_missing', model: 'gone' },
    ]);
  });

  test('warns once when the list cannot be had', async () => {
    const { query } = await serviceAnswering({ status: 401, body: '{}' });
    const { log, lines } = rememberedLog();
    await warnAboutModels({ ...query, models: ['voice', 'gone'] }, log);
    expect(lines).toEqual([{ level: 'warn', event: 'models_unchecked', reason: 'the key was refused' }]);
  });
});
