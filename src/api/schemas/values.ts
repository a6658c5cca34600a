import { IANAZone } from 'luxon';
import { z } from 'zod';
import { refusedAs } from '../field-codes.ts';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function isStorable(value: string): boolean {
  return !value.includes('\u0000') && !LONE_SURROGATE.test(value);
}

const UNSTORABLE = refusedAs(
  'unstorable',
  'Leave out NUL characters and broken surrogate pairs; everything else is kept to the letter.',
);

/** Text that is stored to the letter: nothing is trimmed or replaced. */
export function letterText(maxLength: number) {
  return z
    .string('Give this as text.')
    .max(maxLength, `Make it at most ${maxLength} characters.`)
    .refine(isStorable, UNSTORABLE);
}

/** A name for people: surrounding blanks are dropped, blank names are refused. */
export function nameText(maxLength = 200) {
  return z
    .string('Give this as text.')
    .trim()
    .min(1, 'Give at least one character that is not a blank.')
    .max(maxLength, `Make it at most ${maxLength} characters.`)
    .refine(isStorable, UNSTORABLE);
}

/** A real calendar date of our times. */
export const realDate = z.iso
  .date('Write a real date as YYYY-MM-DD, for example 2026-03-15.')
  .refine(
    (date) => date >= '1900-01-01' && date <= '2199-12-31',
    refusedAs('not-a-date', 'Give a date between the years 1900 and 2199.'),
  );

/** The shape of a date; whether the day exists is answered as `bad_time`. */
export const dateShape = z.stringFormat(
  'written-date',
  /^\d{4}-\d{2}-\d{2}$/,
  'Write the date as YYYY-MM-DD, for example 2026-03-15.',
);

/** The shape of a time; whether the time exists on that day is answered as `bad_time`. */
export const timeShape = z.stringFormat(
  'written-time',
  /^\d{2}:\d{2}$/,
  'Write the time as HH:MM on the 24-hour clock, for example 09:30.',
);

/** A time of day, 00:00 to 23:59. */
export const startTime = z.stringFormat(
  'written-time',
  /^([01]\d|2[0-3]):[0-5]\d$/,
  'Write the time as HH:MM between 00:00 and 23:59.',
);

/** A time of day that may be midnight at the end of the day, 24:00. */
export const endTime = z.stringFormat(
  'written-time',
  /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
  'Write the time as HH:MM between 00:00 and 24:00.',
);

export const timezone = z
  .string('Give the time zone as text.')
  .refine(
    (zone) => /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone),
    refusedAs('not-a-time-zone', 'Give a time zone name of the IANA list, for example Asia/Jerusalem.'),
  );

/** A phone number as the telephone network dials it: + and 7 to 15 digits; blanks, dashes and brackets are dropped. */
export const internationalPhone = z
  .string('Give the number as text.')
  .transform((value) => value.replaceAll(/[\s\-().\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''))
  .pipe(
    z.stringFormat(
      'phone-number',
      /^\+[1-9]\d{6,14}$/,
      'Write the number with + and the country code, for example +97231234567.',
    ),
  );

/** A whole number within bounds, with a message that says the bounds. */
export function wholeNumber(from: number, to: number) {
  const message = `Give a whole number from ${from} to ${to}.`;
  return z.int(message).min(from, message).max(to, message);
}

export const yesOrNo = z.boolean('Give true or false.');
export const anyId = z.guid('Give an id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.');
export const instant = z.iso.datetime({ offset: true });
