import { z } from 'zod';
import { refusedAs } from '../field-codes.ts';
import { named } from './registry.ts';
import { endTime, nameText, realDate, startTime, wholeNumber, yesOrNo } from './values.ts';

const dayRange = named(
  'DayRange',
  z
    .tuple([startTime, endTime], 'Give a range as ["09:00","13:00"].')
    .refine(
      ([from, until]) => from < until,
      refusedAs(
        'ends-before-it-starts',
        'A range must end after it starts; a range past midnight is written as two ranges, split at 24:00.',
      ),
    ),
);

type Range = readonly [string, string];

function areApart(ranges: readonly Range[]): boolean {
  const sorted = [...ranges].sort(([a], [b]) => a.localeCompare(b));
  return sorted.every(([from], index) => from >= (sorted[index - 1]?.[1] ?? ''));
}

const dayRanges = z
  .array(dayRange, 'Give a list of ranges such as [["09:00","13:00"],["16:00","19:00"]]; an empty list means closed.')
  .max(24, 'Give at most 24 ranges a day.')
  .refine(areApart, refusedAs('overlapping', 'The ranges of one day must not overlap; join or shorten them.'));

const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const;

export const openingHours = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, dayRanges.optional()])),
  'Give the ranges by weekday: { "0": [["09:00","13:00"]], … }, where 0 is Sunday.',
);

const override = named(
  'DateOverride',
  z
    .strictObject({
      date: realDate,
      closed: yesOrNo.optional(),
      ranges: dayRanges.optional(),
      label: nameText(100).optional(),
    })
    .refine(
      (day) => day.closed !== true || (day.ranges ?? []).length === 0,
      refusedAs('closed-with-ranges', 'A closed day has no ranges: leave out either closed or ranges.', ['ranges']),
    )
    .refine(
      (day) => day.closed === true || day.ranges !== undefined,
      refusedAs('closed-nor-ranges', 'Say what differs on that date: closed: true, or ranges.', ['ranges']),
    ),
);

function hasEachDateOnce(overrides: readonly { date: string }[]): boolean {
  return new Set(overrides.map((day) => day.date)).size === overrides.length;
}

export const overrides = z
  .array(override, 'Give a list of dates that differ, such as [{ "date": "2026-12-31", "closed": true }].')
  .max(1000, 'Give at most 1000 dates.')
  .refine(hasEachDateOnce, refusedAs('repeated', 'Name each date at most once.'));

const daysOfWeek = z
  .array(wholeNumber(0, 6), 'Give a list of weekdays, 0 for Sunday to 6 for Saturday.')
  .max(7, 'Name each weekday at most once.')
  .refine((days) => new Set(days).size === days.length, refusedAs('repeated', 'Name each weekday at most once.'));

const dayLength = z.enum(['closed', 'short', 'ordinary'], 'Give closed, short or ordinary.');

const holidays = named(
  'HolidayChoice',
  z
    .strictObject(
      {
        chag: dayLength,
        erevChag: dayLength,
        cholHamoed: dayLength,
        independenceDay: dayLength,
        memorialDay: dayLength,
        tishaBav: dayLength,
        purim: dayLength,
      },
      'Give how each kind of day is kept: { "cholHamoed": "closed", … }.',
    )
    .partial(),
);

const bookingRange = named(
  'BookingRange',
  z
    .strictObject({ from: realDate, until: realDate }, 'Give { "from": "2027-01-01", "until": "2027-03-31" }.')
    .refine(
      ({ from, until }) => from <= until,
      refusedAs('ends-before-it-starts', 'The range must not end before it starts.', ['until']),
    ),
);

/** Settings as they are shown. */
const settingsFields = {
  activeDays: daysOfWeek,
  startHour: startTime,
  endHour: endTime,
  slotIntervalMinutes: wholeNumber(1, 1440),
  slotSizeMin: wholeNumber(1, 1440),
  minNoticeMin: wholeNumber(0, 525_600),
  bookingWindowDays: wholeNumber(1, 730),
  bufferBeforeMin: wholeNumber(0, 1440),
  bufferAfterMin: wholeNumber(0, 1440),
  openingHours: openingHours.nullable(),
  overrides,
  observeHolidays: yesOrNo,
  reminderHoursBefore: wholeNumber(1, 336),
  holidays,
  shortDays: daysOfWeek,
  shortDayEnds: startTime,
  bookingRange: bookingRange.nullable(),
};

/** What may be sent: any part; what is left out stays as it is (or, for a new business, has its default). */
export const settingsChange = named('SettingsChange', z.strictObject(settingsFields).partial());

export const settingsWarning = z.object({ field: z.string(), message: z.string() });

export const settings = named(
  'Settings',
  z.object({ ...settingsFields, warnings: z.array(settingsWarning).optional() }),
);

export type SettingsChange = z.output<typeof settingsChange>;
