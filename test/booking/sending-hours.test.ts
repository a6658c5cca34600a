import { reminderTime } from '../../src/booking/reminder-time.ts';
import type { Schedule } from '../../src/booking/schedule.ts';
import { lastSendingTime, nextSendingTime } from '../../src/booking/sending-hours.ts';
import { salon } from './salon.ts';

const plain: Schedule = salon({ openingHours: null, activeDays: [0, 1, 2, 3, 4, 5] });
const keeping: Schedule = { ...plain, observeHolidays: true };
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

test.each([
  ['in the day: at once', plain, '2026-12-01T10:00:00+02:00', '2026-12-01T08:00:00.000Z'],
  ['at night: in the morning', plain, '2026-12-01T23:30:00+02:00', '2026-12-02T06:00:00.000Z'],
  ['after midnight: the same morning', plain, '2026-12-02T03:00:00+02:00', '2026-12-02T06:00:00.000Z'],
  ['on Friday evening, where Shabbat is not kept', plain, '2026-12-04T16:00:00+02:00', '2026-12-04T14:00:00.000Z'],
  ['on Friday evening: on Sunday', keeping, '2026-12-04T16:00:00+02:00', '2026-12-06T06:00:00.000Z'],
  ['on Shabbat: on Sunday', keeping, '2026-12-05T11:00:00+02:00', '2026-12-06T06:00:00.000Z'],
  [
    'on Shabbat, where the doors are open',
    { ...keeping, activeDays: [6] },
    '2026-12-05T11:00:00+02:00',
    '2026-12-05T09:00:00.000Z',
  ],
  // Rosh Hashana 2027 is Saturday and Sunday, 2 and 3 October.
  ['before two days of holiday: after both', keeping, '2027-10-01T16:00:00+03:00', '2027-10-04T05:00:00.000Z'],
  ['in the night when the clocks go forward', plain, '2027-03-26T01:00:00+02:00', '2027-03-26T05:00:00.000Z'],
  ['in the night when the clocks go back', plain, '2027-10-31T01:30:00+03:00', '2027-10-31T06:00:00.000Z'],
])('%s', (...given) => {
  const [, schedule, from, wanted] = given;
  expect(iso(nextSendingTime(schedule, at(from)))).toBe(wanted);
});

test('the last moment before a night and before Shabbat', () => {
  expect(iso(lastSendingTime(plain, at('2026-12-02T03:00:00+02:00')))).toBe('2026-12-01T18:59:00.000Z');
  expect(iso(lastSendingTime(keeping, at('2026-12-05T11:00:00+02:00')))).toBe('2026-12-04T12:59:00.000Z');
});

describe('when a reminder is due', () => {
  const now = at('2026-12-01T10:00:00+02:00');
  test.each([
    ['a day before', plain, '2026-12-03T10:00:00+02:00', '2026-12-02T08:00:00.000Z'],
    [
      'as long before as the business wants',
      { ...plain, reminderHoursBefore: 3 },
      '2026-12-03T14:00:00+02:00',
      '2026-12-03T09:00:00.000Z',
    ],
    ['a day before is past: two hours before', plain, '2026-12-01T15:00:00+02:00', '2026-12-01T11:00:00.000Z'],
    ['so is two hours: half an hour', plain, '2026-12-01T11:00:00+02:00', '2026-12-01T08:30:00.000Z'],
    ['too late for any', plain, '2026-12-01T10:20:00+02:00', null],
    ['a day before is at night: in that morning', plain, '2026-12-03T23:00:00+02:00', '2026-12-03T06:00:00.000Z'],
    [
      'two hours before an early start is at night: the evening before',
      { ...plain, reminderHoursBefore: 2 },
      '2026-12-03T08:30:00+02:00',
      '2026-12-02T18:59:00.000Z',
    ],
    [
      'a day before Sunday at nine is Shabbat: in that morning',
      keeping,
      '2026-12-06T09:00:00+02:00',
      '2026-12-06T06:00:00.000Z',
    ],
    [
      'a day before Sunday at half past eight is Shabbat: before it',
      keeping,
      '2026-12-06T08:30:00+02:00',
      '2026-12-04T12:59:00.000Z',
    ],
  ])('%s', (...given) => {
    const [, schedule, startsAt, wanted] = given;
    expect(iso(reminderTime(schedule, { startsAt: at(startsAt), now }))).toBe(wanted);
  });
});
