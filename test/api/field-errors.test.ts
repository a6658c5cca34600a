import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { apiDocument, describedRoutes } from '../../src/api/api.ts';
import { fieldCodes, refusedAs } from '../../src/api/field-codes.ts';
import { fieldErrors } from '../../src/api/field-errors.ts';
import { appointmentChange } from '../../src/api/schemas/appointments.ts';
import { newUser } from '../../src/api/schemas/people.ts';
import { settingsChange } from '../../src/api/schemas/settings.ts';
import { anyId, dateShape, internationalPhone, nameText, realDate, wholeNumber } from '../../src/api/schemas/values.ts';
import { newWebhook } from '../../src/api/schemas/webhooks.ts';
import { checksIn } from './schema-parts.ts';

function reasons(schema: z.ZodType, sent: unknown): unknown[] {
  const result = schema.safeParse(sent, { reportInput: true });
  return result.success ? [] : fieldErrors(result.error).map(({ message: _message, ...reason }) => reason);
}

describe('a wrong field says why in a code', () => {
  const user = { name: 'דנה', email: 'dana@example.com', role: 'owner', businessId: null };
  const webhook = { url: 'https://example.com' };
  test.each<[string, z.ZodType, unknown, object[]]>([
    ['missing', z.object({ name: nameText() }), {}, [{ field: 'name', code: 'missing' }]],
    ['missing choice', newUser, {}, ['email', 'name', 'role'].map((field) => ({ field, code: 'missing' }))],
    ['of another type', nameText(), 5, [{ field: 'body', code: 'wrong-type' }]],
    ['blank', nameText(), ' ', [{ field: 'body', code: 'blank' }]],
    ['too long', nameText(3), 'דליה', [{ field: 'body', code: 'too-long', values: { maximum: 3 } }]],
    ['no whole number', wholeNumber(1, 9), 1.5, [{ field: 'body', code: 'not-whole' }]],
    ['too small', wholeNumber(1, 9), 0, [{ field: 'body', code: 'too-small', values: { minimum: 1 } }]],
    ['too large', wholeNumber(1, 9), 10, [{ field: 'body', code: 'too-large', values: { maximum: 9 } }]],
    ['no id', anyId, 'x', [{ field: 'body', code: 'not-an-id' }]],
    ['no date', realDate, '2026-02-31', [{ field: 'body', code: 'not-a-date' }]],
    ['a date of other times', realDate, '0001-01-01', [{ field: 'body', code: 'not-a-date' }]],
    ['no written date', dateShape, 'מחר', [{ field: 'body', code: 'not-a-date' }]],
    ['no phone number', internationalPhone, '12', [{ field: 'body', code: 'not-a-phone-number' }]],
    ['no time', settingsChange, { startHour: '9' }, [{ field: 'startHour', code: 'not-a-time' }]],
    ['no e-mail', newUser, { ...user, role: 'operator', email: 'dana' }, [{ field: 'email', code: 'not-an-email' }]],
    ['no such field', settingsChange, { colour: 1 }, [{ field: 'colour', code: 'unknown-field' }]],
    ['not offered', newUser, { ...user, role: 'boss' }, [{ field: 'role', code: 'not-offered' }]],
    ['a rule over fields', newUser, user, [{ field: 'businessId', code: 'owner-has-one-business' }]],
    [
      'an empty list',
      newWebhook,
      { ...webhook, events: [] },
      [{ field: 'events', code: 'too-few', values: { minimum: 1 } }],
    ],
    ['a day twice', settingsChange, { activeDays: [1, 1] }, [{ field: 'activeDays', code: 'repeated' }]],
    ['a rule of its own', appointmentChange, {}, [{ field: 'status', code: 'move-or-cancel' }]],
    ['half a move', appointmentChange, { date: '2026-12-08' }, [{ field: 'time', code: 'missing' }]],
    ['none of several', z.union([z.number(), z.boolean()]), 'x', [{ field: 'body', code: 'none-fits' }]],
    ['wrong for no known reason', z.string().refine(() => false), 'x', [{ field: 'body', code: 'wrong' }]],
    [
      'a code nobody knows',
      z.string().refine(() => false, { params: { code: 'odd' } }),
      'x',
      [{ field: 'body', code: 'wrong' }],
    ],
    ['a rule', z.string().refine(() => false, refusedAs('taken', 'Taken.')), 'x', [{ field: 'body', code: 'taken' }]],
  ])('%s', (...[, schema, sent, expected]) => expect(reasons(schema, sent)).toEqual(expected));
});

test('every rule that the routes check refuses with a code', () => {
  const rules = describedRoutes()
    .flatMap(({ query, body }) => (body === null ? [query] : [query, body]))
    .flatMap(checksIn)
    .map(({ _zod: { def } }) => def)
    .filter(({ check, params, error }) => check === 'custom' && (params !== undefined || error !== undefined));
  expect(rules.length).toBeGreaterThan(10);
  expect(
    rules.filter(({ params }) => !(String(params?.['code']) in fieldCodes)).map(({ error }) => error?.({})),
  ).toEqual([]);
});

test('the codes are published, in the OpenAPI document and in docs/errors.md', () => {
  const { components } = apiDocument() as unknown as {
    components: {
      schemas: { Problem: { properties: { errors: { items: { properties: { code: { enum: string[] } } } } } } };
    };
  };
  expect(components.schemas.Problem.properties.errors.items.properties.code.enum).toEqual(Object.keys(fieldCodes));
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z-]+)`\s+\| ([^|]*?)\s+\|$/gm)].map(([, code, says]) => [code, says]);
  expect(rows).toEqual(Object.entries(fieldCodes));
});
