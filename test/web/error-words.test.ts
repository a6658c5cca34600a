import { describe, expect, test } from '@jest/globals';
import { describedRoutes } from '../../src/api/api.ts';
import { fieldCodes } from '../../src/api/field-codes.ts';
import { problemKinds } from '../../src/api/problem.ts';
import { webhookEvents } from '../../src/db/entities/webhook.ts';
import { normalizePhone } from '../../src/db/phone-number.ts';
import { en } from '../../web/src/i18n/en/en.ts';
import { he } from '../../web/src/i18n/he/he.ts';
import { canBePhoneNumber } from '../../web/src/shell/can-be-phone-number.ts';
import { fieldsIn } from '../api/schema-parts.ts';

const placesIn = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);

describe.each([
  ['Hebrew', he],
  ['English', en],
])('the console has words in %s', (_language, words) => {
  test('for every kind of problem the service answers with', () => {
    expect(Object.keys(problemKinds).filter((kind) => !(kind in words.problems))).toEqual([]);
  });

  test('for every code of a wrong field, with no value that the code does not bring', () => {
    expect(Object.keys(words.wrong).sort()).toEqual(Object.keys(fieldCodes).sort());
    const promised = Object.entries(fieldCodes).map(([code, meaning]) => [
      code,
      ['minimum', 'maximum'].filter((bound) => meaning.includes(`\`${bound}\``)),
    ]);
    const unpromised = promised.filter(([code, bounds]) =>
      placesIn(words.wrong[code as keyof typeof words.wrong]).some((place) => !bounds?.includes(place)),
    );
    expect(unpromised).toEqual([]);
  });

  test('for every event that a system may be told of', () => {
    expect(Object.keys(words.webhookEvents)).toEqual(webhookEvents.map((event) => event.replace('.', '_')));
  });

  test('for every field that a person fills in', () => {
    /* Weekdays and kinds of holidays are named by the list they are in; the rest no page sends wrong. */
    const namedByTheirList = /^([0-6]|chag|erevChag|cholHamoed|independenceDay|memorialDay|tishaBav|purim)$/;
    const ofNoForm = ['limit', 'cursor', 'live', 'kind', 'callSid'];
    const fields = describedRoutes().flatMap(({ query, body }) => [query, ...(body === null ? [] : [body])]);
    const nameless = fields.flatMap(fieldsIn).filter((field) => !(field in words.fields));
    expect(nameless.filter((field) => !namedByTheirList.test(field) && !ofNoForm.includes(field))).toEqual([]);
  });
});

describe('a number is checked before it is sent', () => {
  test.each([
    '0501234567',
    '050-123 4567',
    '+972501234567',
    '00972501234567',
    '\u200e03-5123456',
    '٠٥٠١٢٣٤٥٦٧',
    '501234567',
    '+14155552671',
  ])('and %s goes, for the service takes it', (number) =>
    expect([normalizePhone(number) === null, canBePhoneNumber(number)]).toEqual([false, true]),
  );

  test.each(['', 'שלום', '*2700', '100', '05012345', '050123456789', 'anonymous', '052999', '+'])(
    'and %j does not go',
    (number) => expect([normalizePhone(number), canBePhoneNumber(number)]).toEqual([null, false]),
  );
});
