import { checkSlot, daySlots } from '../../src/booking/availability.ts';
import { bookingHours } from '../../src/booking/booking-hours.ts';
import type { BookingHours } from '../../src/booking/booking-hours.ts';
import type { DayRange, Resource, Schedule } from '../../src/booking/schedule.ts';
import { dateOf, dayOf, weekdayOf } from '../../src/booking/wall-clock.ts';
import { everyWeekday, MONDAY_TEN, salon } from './salon.ts';

const person = (name: string, more: Partial<Resource> = {}): Resource => {
  return { id: name, name, capacity: 1, openingHours: null, overrides: [], ...more };
};
const unusual = (schedule: Schedule, now = MONDAY_TEN) => bookingHours(schedule, now).unusual.days;
const closed = (from: string, until = from) => {
  return { from, until, ranges: [], label: null, holiday: 'none' };
};

describe('the hours that can be told of', () => {
  test('an ordinary business has nothing to tell beside its week', () => {
    expect(bookingHours(salon(), MONDAY_TEN)).toEqual({
      dates: { from: '2026-11-23', until: '2027-01-22' },
      weekly: null,
      unusual: { until: '2026-12-13', days: [] },
    });
  });

  test('a date with hours of its own is told with its label, in order of dates', () => {
    const overrides = [
      { date: '2026-12-04', ranges: [['09:00', '10:30']] as const, label: 'ערב חנוכה' },
      { date: '2026-11-25', closed: true },
      { date: '2026-11-28', ranges: [['20:00', '24:00']] as const },
      { date: '2026-11-29', ranges: [['09:00', '18:00']] as const, label: 'כרגיל' },
    ];
    expect(unusual(salon({ overrides }))).toEqual([
      closed('2026-11-25'),
      { ...closed('2026-11-28'), ranges: [['20:00', '24:00']] },
      { ...closed('2026-12-04'), ranges: [['09:00', '10:30']], label: 'ערב חנוכה' },
    ]);
  });

  test('holidays are told as the owner keeps them, days that follow each other at once', () => {
    const beforePassover = Date.parse('2027-04-18T08:00:00Z');
    const schedule = salon({ observeHolidays: true, holidays: { cholHamoed: 'closed' } });
    const short: readonly DayRange[] = [['09:00', '13:00']];
    expect(unusual(schedule, beforePassover)).toEqual([
      { from: '2027-04-21', until: '2027-04-21', ranges: short, label: null, holiday: 'erevChag' },
      { ...closed('2027-04-22'), holiday: 'chag' },
      { ...closed('2027-04-23', '2027-04-26'), holiday: 'cholHamoed' },
      { from: '2027-04-27', until: '2027-04-27', ranges: short, label: null, holiday: 'erevChag' },
      { ...closed('2027-04-28'), holiday: 'chag' },
    ]);
    expect(unusual({ ...schedule, observeHolidays: false }, beforePassover)).toEqual([]);
  });

  test('days off before and after a Saturday are one stretch; short days are not', () => {
    const on = (dates: string[], ranges: readonly DayRange[]) => dates.map((date) => ({ date, ranges }));
    const around = ['2026-11-26', '2026-11-27', '2026-11-29'];
    expect(unusual(salon({ overrides: on(around, []) }))).toEqual([closed('2026-11-26', '2026-11-29')]);
    expect(unusual(salon({ overrides: on(around, [['09:00', '10:00']]) })).map(({ from }) => from)).toEqual([
      '2026-11-26',
      '2026-11-29',
    ]);
  });

  test('is a handful: what is told is complete until the date it names', () => {
    const dates = [24, 26, 30].map((day) => `2026-11-${day}`);
    const later = ['02', '04', '07', '09', '11'].map((day) => `2026-12-${day}`);
    const overrides = [...dates, ...later].map((date) => ({ date, closed: true }));
    const told = bookingHours(salon({ overrides }), MONDAY_TEN).unusual;
    expect(told.days.map(({ from }) => from)).toEqual([...dates, ...later.slice(0, 3)]);
    expect(told.until).toBe('2026-12-08');
  });

  test('nothing is told beyond the booking window', () => {
    const overrides = [{ date: '2026-12-01', closed: true }];
    const told = bookingHours(salon({ overrides, bookingWindowDays: 3 }), MONDAY_TEN);
    expect(told.unusual).toEqual({ until: '2026-11-26', days: [] });
    const bookingRange = { from: '2026-12-20', until: '2027-01-31' };
    const ranged = bookingHours(salon({ bookingRange, overrides }), MONDAY_TEN);
    expect(ranged).toMatchObject({ dates: bookingRange, unusual: { until: '2027-01-09', days: [] } });
    const over = bookingHours(salon({ bookingRange: { from: '2026-01-01', until: '2026-02-01' } }), MONDAY_TEN);
    expect(over).toMatchObject({ dates: null, unusual: { days: [] } });
  });

  test('short days and people’s own hours are told as the week there is', () => {
    const short = bookingHours(salon({ openingHours: everyWeekday([['09:00', '18:00']]), shortDays: [5] }), MONDAY_TEN);
    expect(short.weekly?.[5]).toEqual([['09:00', '13:00']]);
    expect(short.unusual.days).toEqual([]);
    const mornings = person('דנה', { openingHours: everyWeekday([['09:00', '12:00']], { '6': [] }) });
    const evenings = person('נועה', { openingHours: { '0': [['16:00', '20:00']] }, capacity: 3 });
    const { weekly } = bookingHours(salon({ resources: [mornings, evenings] }), MONDAY_TEN);
    expect(weekly?.[0]).toEqual([
      ['09:00', '12:00'],
      ['16:00', '20:00'],
    ]);
    expect(weekly?.[6]).toEqual([]);
    expect(bookingHours(salon({ resources: [person('דנה'), person('נועה')] }), MONDAY_TEN).weekly).toBeNull();
  });

  test('one of two who is away changes nothing; both do, and their own words are not told', () => {
    const away = { overrides: [{ date: '2026-11-25', closed: true, label: 'מילואים' }] };
    expect(unusual(salon({ resources: [person('דנה', away), person('נועה')] }))).toEqual([]);
    expect(unusual(salon({ resources: [person('דנה', away), person('נועה', away)] }))).toEqual([closed('2026-11-25')]);
  });
});

/** What somebody who was told these hours would believe of a date. */
function believed({ weekly, unusual: { until, days } }: BookingHours, date: string): readonly DayRange[] | null {
  if (date > until || weekly === null) return null;
  const special = days.find((one) => one.from <= date && date <= one.until);
  return special === undefined ? (weekly[weekdayOf(dayOf(date) ?? 0)] ?? []) : special.ranges;
}

test('on no day of three years do the told hours contradict the server', () => {
  const schedule = salon({
    openingHours: everyWeekday([['09:00', '18:00']]),
    shortDays: [5],
    observeHolidays: true,
    holidays: { purim: 'short', cholHamoed: 'closed' },
    overrides: [
      { date: '2026-12-24', closed: true },
      { date: '2027-04-22', ranges: [['19:00', '22:00']] },
      { date: '2027-10-02', ranges: [] },
    ],
    resources: [
      person('דנה', { openingHours: everyWeekday([['09:00', '12:00']], { '6': [] }) }),
      person('נועה', {
        openingHours: { '1': [['14:00', '20:00']], '4': [['14:00', '20:00']] },
        overrides: [{ date: '2027-05-03', closed: true }],
      }),
    ],
    minNoticeMin: 0,
  });
  const first = dayOf('2026-11-24') ?? 0;
  let compared = 0;
  for (let day = first; day < first + 3 * 365; day += 1) {
    const date = dateOf(day);
    const now = Date.parse(`${dateOf(day - (day % 7) - 1)}T01:00:00Z`);
    const ranges = believed(bookingHours(schedule, now), date);
    if (ranges === null) continue;
    compared += 1;
    const slots = daySlots({ schedule, busy: [], now, date });
    const expected = ranges.flatMap(([from, until]) => slots.filter((slot) => from <= slot && slot < until));
    expect({ date, slots }).toEqual({ date, slots: expected });
    const { status } = checkSlot({ schedule, busy: [], now, date, time: ranges[0]?.[0] ?? '10:00' });
    expect({ date, status }).toEqual({ date, status: ranges.length === 0 ? 'closed_day' : 'available' });
  }
  expect(compared).toBeGreaterThan(1_000);
});
