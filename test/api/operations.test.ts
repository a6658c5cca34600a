import { Router } from 'express';
import { createApp } from '../../src/api/app.ts';
import { createMetrics } from '../../src/api/metrics.ts';
import { createOperations } from '../../src/api/operations.ts';
import { AppError } from '../../src/shared/errors.ts';
import type { Log } from '../../src/shared/log.ts';
import { listening } from './listening.ts';

function recordingLog(): { log: Log; lines: [string, object | undefined][] } {
  const lines: [string, object | undefined][] = [];
  const write = (event: string, keys?: object) => void lines.push([event, keys]);
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  return { log, lines };
}

interface Parts {
  ready?: () => Promise<boolean>;
  isDraining?: () => boolean;
  api?: Router;
}

async function appWith({ ready = async () => true, isDraining = () => false, api = Router() }: Parts = {}) {
  const { log, lines } = recordingLog();
  const metrics = createMetrics(() => 3);
  const app = createApp({ api, log, operations: createOperations({ database: { ready }, isDraining, metrics }) });
  return { ...(await listening(app)), metrics, lines };
}

describe('what the operator sees without a token', () => {
  test('a living node says so', async () => {
    const app = await appWith();
    const { status, body } = await app.ask('GET', '/healthz', { token: null });
    await app.close();
    expect({ status, body }).toEqual({ status: 200, body: { status: 'alive' } });
  });

  test('a node is ready when the database answers', async () => {
    const app = await appWith();
    const { status, body } = await app.ask('GET', '/readyz', { token: null });
    await app.close();
    expect({ status, body }).toEqual({ status: 200, body: { status: 'ready' } });
  });

  test.each<[string, Parts]>([
    ['the database says no', { ready: async () => false }],
    ['the database is away', { ready: () => Promise.reject(new Error('connect ECONNREFUSED')) }],
    ['the node is draining', { isDraining: () => true }],
  ])('a node is not ready while %s', async (_why, parts) => {
    const app = await appWith(parts);
    const { status, contentType, body } = await app.ask('GET', '/readyz', { token: null });
    await app.close();
    expect(status).toBe(503);
    expect(contentType).toContain('application/problem+json');
    expect(JSON.stringify(body)).not.toContain('ECONNREFUSED');
  });

  test('metrics carry every measure by its name', async () => {
    const app = await appWith();
    app.metrics.bargeIn.observe(0.004);
    app.metrics.answer.observe(0.7);
    app.metrics.parser.observe(0.3, 'ask');
    app.metrics.bookings.count('created');
    app.metrics.deadAir.count();
    const { status, contentType, body } = await app.ask('GET', '/metrics', { token: null });
    await app.close();
    expect(status).toBe(200);
    expect(contentType).toContain('text/plain');
    const lines = String(body).split('\n');
    for (const line of [
      'toran_live_calls 3',
      'toran_barge_in_seconds_count 1',
      'toran_barge_in_seconds_bucket{le="0.005"} 1',
      'toran_answer_seconds_sum 0.7',
      'toran_parser_seconds_count 1',
      'toran_parser_total{outcome="ask"} 1',
      'toran_bookings_total{outcome="created"} 1',
      'toran_dead_air_total 1',
    ]) {
      expect(lines).toContain(line);
    }
    expect(String(body)).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  test('an event loop that stood still for half a second shows in its lag until it was asked for', async () => {
    const { metrics, close } = await appWith();
    const standsStill = async (ms: number): Promise<void> => {
      const until = performance.now() + ms;
      while (performance.now() < until);
      for (const _turn of [1, 2]) await new Promise(setImmediate);
    };
    const lag = async () => {
      const { text } = await metrics.exposition();
      return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1]);
    };
    await standsStill(250);
    await standsStill(600);
    expect(await lag()).toBeGreaterThan(0.5);
    expect(await lag()).toBeLessThan(0.25);
    await close();
  });
});

describe('what the app answers where nobody else does', () => {
  test('an unknown address is a 404 problem and does not say what serves it', async () => {
    const app = await appWith();
    const { status, contentType, headers, body } = await app.ask('GET', '/nothing/here');
    await app.close();
    expect(status).toBe(404);
    expect(contentType).toContain('application/problem+json');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(body).toEqual({
      type: '/problems/not-found',
      title: 'There is no such thing here',
      status: 404,
      detail: 'There is nothing at this address.',
    });
  });

  test('an unforeseen fault is a logged 500 without details', async () => {
    const fault = new Error('duplicate key value (phone)=(+972501234567)');
    const api = Router().get('/breaks', () => {
      throw fault;
    });
    const app = await appWith({ api });
    const { status, body } = await app.ask('GET', '/api/v1/breaks');
    await app.close();
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('972501234567');
    expect(app.lines).toEqual([['fault', { error: fault, method: 'GET', path: '/api/v1/breaks' }]]);
  });

  test('a known fault becomes the status of its code', async () => {
    const api = Router()
      .get('/away', () => Promise.reject(new AppError('database_unavailable', 'pool exhausted at 10.0.0.5')))
      .get('/gone', () => Promise.reject(new AppError('not_found', 'No lead has this id.')));
    const app = await appWith({ api });
    const away = await app.ask('GET', '/api/v1/away');
    const gone = await app.ask('GET', '/api/v1/gone');
    await app.close();
    expect(away.status).toBe(503);
    expect(JSON.stringify(away.body)).not.toContain('10.0.0.5');
    expect(gone).toMatchObject({ status: 404, body: { detail: 'No lead has this id.' } });
    expect(app.lines).toHaveLength(1);
  });
});
