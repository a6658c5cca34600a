import { Router } from 'express';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createApp } from '../../../src/api/app.ts';
import { consolePages } from '../../../src/api/console/console-pages.ts';
import { rememberedLog } from '../../support/remembered-log.ts';
import { listening } from '../listening.ts';
import type { Listening } from '../listening.ts';

const PAGE = '<!doctype html><style nonce="__CSP_NONCE__"></style><meta nonce="__CSP_NONCE__"><p>הקונסולה</p>';
const SCRIPT = 'console.log(1)';

let folder: string;
let built: Listening;
let unbuilt: Listening;

function served(directory: string): Promise<Listening> {
  const pages = consolePages({ directory, socketOrigin: 'wss://console.example' });
  return listening(createApp({ api: Router(), operations: Router(), console: pages, log: rememberedLog().log }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'toran-console-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(dist, 'index.html'), PAGE);
  await writeFile(join(dist, 'assets', 'index-abc123.js'), SCRIPT);
  await writeFile(join(dist, 'assets', 'index-abc123.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(dist, 'favicon.svg'), '<svg/>');
  await writeFile(join(dist, '.secret'), 'x');
  await writeFile(join(folder, 'outside.txt'), 'x');
  built = await served(dist);
  unbuilt = await served(join(folder, 'nowhere'));
});
afterAll(async () => {
  await built.close();
  await unbuilt.close();
  await rm(folder, { recursive: true });
});

const html = { token: null, headers: { accept: 'text/html,application/xhtml+xml' } };

describe('the console', () => {
  test.each(['/', '/calls/CA1', '/businesses/x/hours?tab=1'])('is one page, at %s too, never kept', async (path) => {
    const { status, headers, body } = await built.ask('GET', path, html);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(String(body)).toContain('הקונסולה');
  });

  test('allows scripts from its own files alone, and its styles by a nonce that is new each time', async () => {
    const [one, other] = [await built.ask('GET', '/', html), await built.ask('GET', '/', html)];
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(String(one.body)).toBe(PAGE.replaceAll('__CSP_NONCE__', nonce));
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "media-src 'self' blob:",
      "manifest-src 'self'",
      "worker-src 'self'",
      "connect-src 'self' wss://console.example",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
    expect(other.headers.get('content-security-policy')).not.toBe(policy);
  });

  test('sends the other headers that keep a page to itself', async () => {
    const { headers } = await built.ask('GET', '/', html);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age=') as string,
      'permissions-policy': expect.stringContaining('microphone=(self)') as string,
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('keeps files named after their hash for a year, others not', async () => {
    const asset = await built.ask('GET', '/assets/index-abc123.js', {
      token: null,
      headers: { 'accept-encoding': 'br' },
    });
    expect([asset.status, asset.body, asset.headers.get('cache-control')]).toEqual([
      200,
      SCRIPT,
      'public, max-age=31536000, immutable',
    ]);
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(asset.contentType).toContain('javascript');
    const plain = await built.ask('GET', '/assets/index-abc123.js', {
      token: null,
      headers: { 'accept-encoding': 'identity' },
    });
    expect([plain.body, plain.headers.get('content-encoding')]).toEqual([SCRIPT, null]);
    const icon = await built.ask('GET', '/favicon.svg', { token: null });
    expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  test.each(['/api/v1/nothing', '/api', '/twilio/voice', '/healthz', '/readyz', '/metrics', '/API/v1'])(
    'leaves %s to the service',
    async (path) => {
      const { status, body } = await built.ask('GET', path, html);
      expect(JSON.stringify(body)).not.toContain('הקונסולה');
      expect(status).toBe(404);
    },
  );

  test.each<[string, string, Record<string, string>]>([
    ['a missing script', '/assets/index-old.js', { accept: '*/*' }],
    ['a program that asks', '/calls', { accept: 'application/json' }],
    ['a hidden file', '/.secret', { accept: '*/*' }],
    ['a path outside', '/..%2foutside.txt', { accept: '*/*' }],
    ['another path outside', '/assets/..%2f..%2foutside.txt', { accept: '*/*' }],
  ])('does not answer %s with its page', async (_what, path, headers) => {
    const { status, contentType } = await built.ask('GET', path, { token: null, headers });
    expect([status, contentType]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  test('is at the front door for programs as well', async () => {
    const { status, contentType } = await built.ask('GET', '/', { token: null, headers: { accept: '*/*' } });
    expect([status, contentType]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('is only read', async () => {
    expect((await built.ask('POST', '/', { ...html, body: {} })).status).toBe(404);
  });

  test('that is not built says how to build it, in both languages', async () => {
    const { status, body } = await unbuilt.ask('GET', '/', html);
    expect(status).toBe(200);
    expect(String(body).match(/npm run build -w web/g)).toHaveLength(2);
    expect(String(body)).toContain('הקונסולה עוד לא נבנתה');
  });
});
