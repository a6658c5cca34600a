import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { apiDocument } from '../../src/api/api.ts';
import { documentMark } from '../../web/build/document-mark.ts';

test('the types of the console’s client are made from the routes as they are; else run `npm run api:types`', () => {
  const schema = readFileSync(new URL('../../web/src/api/schema.d.ts', import.meta.url), 'utf8');
  expect(schema.split('\n')[0]).toContain(documentMark(apiDocument()));
});
