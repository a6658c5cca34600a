import type { Asked } from './listening.ts';
import { openSalonApi } from './salon-api.ts';
import type { SalonApi } from './salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; requestBody?: unknown; responses: object }>>;
  components: { schemas: Record<string, unknown> };
}

async function openApi(): Promise<Document> {
  return (await salon.api('GET', '/openapi.json')).body as Document;
}

describe('OpenAPI', () => {
  test('names every route of the contract', async () => {
    const { openapi, paths } = await openApi();
    expect(openapi).toBe('3.1.0');
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes).toEqual(
      expect.arrayContaining([
        'delete /businesses/{businessId}',
        'delete /session',
        'delete /users/{userId}',
        'get /session',
        'get /users',
        'patch /users/{userId}',
        'post /session',
        'post /users',
        'post /users/{userId}/password',
        'get /appointments/{appointmentId}',
        'get /businesses',
        'get /businesses/{businessId}',
        'get /businesses/{businessId}/appointments',
        'get /businesses/{businessId}/availability',
        'get /businesses/{businessId}/leads',
        'get /businesses/{businessId}/prompt',
        'get /businesses/{businessId}/settings',
        'get /calls',
        'get /calls/{callSid}',
        'get /calls/{callSid}/events',
        'get /leads/{leadId}',
        'get /live',
        'get /openapi.json',
        'patch /appointments/{appointmentId}',
        'patch /businesses/{businessId}',
        'patch /leads/{leadId}',
        'post /businesses',
        'post /businesses/{businessId}/appointments',
        'put /businesses/{businessId}/settings',
      ]),
    );
  });

  test('every schema it refers to is in it, and none has a greeting', async () => {
    const document = await openApi();
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter((name) => document.components.schemas[String(name)] === undefined)).toEqual([]);
    expect(text).not.toContain('greeting');
  });
});

describe('strangers', () => {
  test.each<[string, Asked & { query?: string }]>([
    ['no token', { token: null }],
    ['a wrong token', { token: 'a-token-of-somebody-else' }],
    ['a token in the query only', { token: null, query: '?token=a-token-of-the-administrator' }],
    ['another scheme', { token: null, headers: { authorization: 'Basic YTpi' } }],
  ])('with %s get 401 on every route and method, whatever they send', async (_what, { query = '', ...asked }) => {
    const { paths } = await openApi();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .map((method) => ({ path, method }))
        .filter(
          ({ method, path }) => !['get /session', 'get /session/way', 'post /session'].includes(`${method} ${path}`),
        ),
    );
    const answers = await Promise.all(
      routes.map(({ path, method }) =>
        salon.api(method.toUpperCase(), path.replaceAll(/[{}]/g, '') + query, {
          ...asked,
          ...(method === 'get' ? {} : { raw: '{"' }),
        }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(routes.map(() => 401));
    for (const { contentType, headers, body } of answers) {
      expect(contentType).toContain('application/problem+json');
      expect(headers.get('www-authenticate')).toBe('Bearer realm="toran"');
      expect(body).toMatchObject({ type: '/problems/unauthorized', status: 401 });
    }
  });

  test('are slowed down after 600 wrong tries a minute, the administrator is not', async () => {
    let last = 0;
    for (let tries = 0; tries < 1200 && last !== 429; tries += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => salon.api('GET', '/businesses', { token: 'guess' })),
      );
      last = answers.at(-1)?.status ?? 0;
    }
    expect(last).toBe(429);
    const { status, contentType } = await salon.api('GET', '/calls', { token: 'guess' });
    expect([status, contentType]).toEqual([429, 'application/problem+json; charset=utf-8']);
    expect((await salon.api('GET', '/businesses')).status).toBe(200);
  });
});

describe('what cannot be read', () => {
  test.each<[string, Asked, [number, string]]>([
    ['half a JSON value', { raw: '{"name": ' }, [400, '/problems/malformed-json']],
    ['a bare word', { raw: 'hello' }, [400, '/problems/malformed-json']],
    [
      'a body that is too large',
      { raw: JSON.stringify({ name: 'x'.repeat(300_000) }) },
      [413, '/problems/body-too-large'],
    ],
    [
      'a form',
      { raw: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      [415, '/problems/not-json'],
    ],
    ['an unknown encoding', { raw: '{}', headers: { 'content-encoding': 'zstd9' } }, [415, '/problems/not-json']],
    [
      'another character set',
      { raw: '{}', headers: { 'content-type': 'application/json; charset=klingon' } },
      [415, '/problems/not-json'],
    ],
    ['a list', { body: [] }, [400, '/problems/invalid-request']],
    ['null in JSON', { raw: 'null' }, [400, '/problems/malformed-json']],
    ['nothing', {}, [400, '/problems/invalid-request']],
    ['prototype tricks', { raw: '{"__proto__":{"name":"x"},"constructor":1}' }, [400, '/problems/invalid-request']],
    ['ten thousand brackets', { raw: '['.repeat(10_000) + ']'.repeat(10_000) }, [400, '/problems/invalid-request']],
  ])('%s is a problem, never a fault', async (_what, asked, [status, type]) => {
    const answer = await salon.api('POST', '/businesses', asked);
    expect([answer.status, answer.contentType]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(answer.body).toMatchObject({ type, status });
  });

  test('a body that is large but allowed is read', async () => {
    const { id } = await salon.business({ aiPrompt: { calls: 'א'.repeat(90_000) } });
    expect((await salon.api('GET', `/businesses/${id}`)).status).toBe(200);
  });

  test('a known address with another method says which methods it has', async () => {
    const { status, headers, body } = await salon.api('PUT', '/businesses', { body: {} });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(body).toMatchObject({ type: '/problems/method-not-allowed' });
  });

  test.each(['/businesses/%E0%A4%A', '/nothing', '/businesses/x/y/z'])('%s is a problem', async (path) => {
    const { status, contentType } = await salon.api('GET', path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(contentType).toContain('application/problem+json');
  });
});
