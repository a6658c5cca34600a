import { expect, test } from '@jest/globals';
import { typedDate } from '../../web/src/shell/typed-date.ts';

test('a date is typed day first, or as ISO writes it', () => {
  const typed = ['29.11.2026', '29/11/2026', '1-2-2027', ' 2026-11-29 ', '29.02.2028'];
  expect(typed.map(typedDate)).toEqual(['2026-11-29', '2026-11-29', '2027-02-01', '2026-11-29', '2028-02-29']);
});

test('what is not a whole date yet, or no day of the calendar, is none', () => {
  expect(['', '2', '29.11', '29.11.26', '31.11.2026', '29.02.2027', '11/29/2026', 'מחר'].map(typedDate)).toEqual(
    Array.from({ length: 8 }, () => null),
  );
});
