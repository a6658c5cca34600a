import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtConsole } from './support/built-console.ts';

const FIRST_LOAD_LIMIT = 350 * 1024;

describe('the built console', () => {
  let dist = '';
  beforeAll(() => {
    dist = builtConsole();
  }, 240_000);

  const page = () => readFileSync(join(dist, 'index.html'), 'utf8');

  test('loads less than 350 kB, compressed, before its first page', () => {
    const files = [...page().matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
    const bytes = files.map((file) => gzipSync(readFileSync(join(dist, file))).length);
    expect(files.length).toBeGreaterThan(2);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(FIRST_LOAD_LIMIT);
  });

  test('has no script inside the page', () => {
    const scripts = [...page().matchAll(/<script[^>]*>([^<]*)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.map(([, inside]) => inside)).toEqual(scripts.map(() => ''));
  });

  test('carries no layout engine', () => {
    const scripts = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'));
    const withElk = scripts.filter((file) =>
      /org\.eclipse\.elk|elk\.layered/.test(readFileSync(join(dist, 'assets', file), 'utf8')),
    );
    expect(withElk).toEqual([]);
  });
});
