import { alternatives, bookableRange, bufferedRange, checkSlot, daySlots } from '../../src/booking/availability.ts';
import type { AvailabilityStatus, BusyRange, Schedule } from '../../src/booking/schedule.ts';
import { busy, everyWeekday, MONDAY_TEN, salon, wholeDay } from './salon.ts';

interface Question {
  schedule?: Schedule;
  busy?: BusyRange[];
  now?: number;
}

function statusOf(slot: string, question: Question = {}): AvailabilityStatus {
  const [date = '', time = ''] = slot.split(' ');
  return checkSlot({ schedule: salon(), busy: [], now: MONDAY_TEN, ...question, date, time }).status;
}

function slotsOn(date: string, question: Question = {}): string[] {
  return daySlots({ schedule: salon(), busy: [], now: MONDAY_TEN, ...question, date });
}

describe('a slot that is asked for', () => {
  test('comes with its instants when it is free', () => {
    const slot = { schedule: salon(), busy: [], now: MONDAY_TEN, date: '2026-11-24', time: '10:30' };
    const startsAt = Date.parse('2026-11-24T10:30:00+02:00');
    expect(checkSlot(slot)).toEqual({ status: 'available', startsAt, endsAt: startsAt + 30 * 60_000, resourceIds: [] });
  });

  test('comes with its instants when it is refused, but for a time that does not exist', () => {
    const slot = { schedule: salon(), busy: [], now: MONDAY_TEN, date: '2026-11-28', time: '10:30' };
    const startsAt = Date.parse('2026-11-28T10:30:00+02:00');
    expect(checkSlot(slot)).toEqual({
      status: 'closed_day',
      startsAt,
      endsAt: startsAt + 30 * 60_000,
      resourceIds: [],
    });
    expect(checkSlot({ ...slot, time: '24:00' })).toEqual({
      status: 'bad_time',
      startsAt: null,
      endsAt: null,
      resourceIds: [],
    });
  });

  test.each<[string, AvailabilityStatus]>([
    ['2026-02-31 10:00', 'bad_time'],
    ['2027-02-29 10:00', 'bad_time'],
    ['2026-13-01 10:00', 'bad_time'],
    ['2026-11-00 10:00', 'bad_time'],
    ['2026-11-24 25:00', 'bad_time'],
    ['2026-11-24 24:00', 'bad_time'],
    ['2026-11-24 10:60', 'bad_time'],
    ['2026-11-24 9:00', 'bad_time'],
    ['2026-11-24 ', 'bad_time'],
    ['26-11-24 10:00', 'bad_time'],
    ['tomorrow 10:00', 'bad_time'],
    ['2026-11-22 10:00', 'past'],
    ['2026-11-23 09:30', 'past'],
    ['2026-11-23 03:00', 'past'],
    ['2026-11-23 10:30', 'too_soon'],
    ['2026-11-23 10:10', 'too_soon'],
    ['2026-11-23 11:00', 'available'],
    ['2027-01-22 10:00', 'available'],
    ['2027-01-24 10:00', 'too_far'],
    ['2027-01-23 10:00', 'too_far'],
    ['9999-12-31 10:00', 'too_far'],
    ['2026-11-28 10:00', 'closed_day'],
    ['2026-11-28 03:07', 'closed_day'],
    ['2026-11-24 08:30', 'outside_hours'],
    ['2026-11-24 18:00', 'outside_hours'],
    ['2026-11-24 17:45', 'outside_hours'],
    ['2026-11-27 13:00', 'outside_hours'],
    ['2026-11-24 17:30', 'available'],
    ['2026-11-27 12:30', 'available'],
    ['2026-11-24 10:15', 'off_grid'],
    ['2026-11-24 10:01', 'off_grid'],
    ['2026-11-24 14:00', 'taken'],
    ['2026-11-24 14:30', 'taken'],
    ['2026-11-24 13:30', 'available'],
    ['2026-11-24 15:00', 'available'],
  ])('%s is %s', (slot, status) => {
    expect(statusOf(slot, { busy: [busy('2026-11-24 14:10', 50)] })).toBe(status);
  });

  test('is refused for the first reason that holds', () => {
    const schedule = salon({ bookingWindowDays: 2, overrides: [{ date: '2026-11-24', closed: true }] });
    const taken = [wholeDay('2026-11-24'), wholeDay('2026-11-23'), wholeDay('2026-11-25')];
    expect(statusOf('2026-11-24 10:07', { schedule, busy: taken })).toBe('closed_day');
    expect(statusOf('2026-11-23 10:07', { schedule, busy: taken })).toBe('too_soon');
    expect(statusOf('2026-11-25 10:07', { schedule, busy: taken })).toBe('off_grid');
    expect(statusOf('2026-11-28 10:07', { schedule, busy: taken })).toBe('too_far');
  });

  test('throws for a zone that does not exist', () => {
    expect(() => statusOf('2026-11-24 10:00', { schedule: salon({ timezone: 'Mars/Olympus' }) })).toThrow(
      new RangeError('Unknown time zone: Mars/Olympus'),
    );
  });
});

describe('the hours of a day', () => {
  test('opening hours win over active days and start and end hour', () => {
    const schedule = salon({ openingHours: { '2': [['12:00', '13:00']] } });
    expect(slotsOn('2026-11-24', { schedule })).toEqual(['12:00', '12:30']);
    expect(slotsOn('2026-11-25', { schedule })).toEqual([]);
  });

  test('active days and start and end hour count where there are no opening hours', () => {
    const schedule = salon({ openingHours: null, activeDays: [2], startHour: '08:15', endHour: '09:45' });
    expect(slotsOn('2026-11-24', { schedule })).toEqual(['08:15', '08:45', '09:15']);
    expect(slotsOn('2026-11-25', { schedule })).toEqual([]);
  });

  test('each range begins its own grid, and nothing is offered in the break', () => {
    const hours = everyWeekday([
      ['16:10', '17:15'],
      ['09:00', '10:20'],
    ]);
    const schedule = salon({ openingHours: hours });
    expect(slotsOn('2026-11-24', { schedule })).toEqual(['09:00', '09:30', '16:10', '16:40']);
    expect(statusOf('2026-11-24 10:00', { schedule })).toBe('outside_hours');
    expect(statusOf('2026-11-24 16:00', { schedule })).toBe('outside_hours');
    expect(statusOf('2026-11-24 16:30', { schedule })).toBe('off_grid');
  });

  test('an appointment may run from one range into another that touches it', () => {
    const hours = everyWeekday([
      ['09:00', '10:00'],
      ['10:00', '11:00'],
    ]);
    const schedule = salon({ openingHours: hours, slotSizeMin: 60 });
    expect(slotsOn('2026-11-24', { schedule })).toEqual(['09:00', '09:30', '10:00']);
  });

  test('an override replaces the day: closed, or with other hours, also on a day that is usually closed', () => {
    const schedule = salon({
      overrides: [
        { date: '2026-11-24', closed: true, ranges: [['09:00', '10:00']] },
        { date: '2026-11-28', ranges: [['20:00', '21:00']] },
        { date: '2026-11-25', ranges: [['12:00', '11:00']] },
      ],
    });
    expect(slotsOn('2026-11-24', { schedule })).toEqual([]);
    expect(slotsOn('2026-11-28', { schedule })).toEqual(['20:00', '20:30']);
    expect(statusOf('2026-11-25 11:00', { schedule })).toBe('closed_day');
  });

  test('busy times never move the grid', () => {
    const taken = [busy('2026-11-27 10:10', 15)];
    expect(slotsOn('2026-11-27', { busy: taken })).toEqual([
      '09:00',
      '09:30',
      '10:30',
      '11:00',
      '11:30',
      '12:00',
      '12:30',
    ]);
  });

  test('the slot size is apart from the grid', () => {
    const schedule = salon({ slotSizeMin: 90, slotIntervalMinutes: 60 });
    expect(slotsOn('2026-11-27', { schedule })).toEqual(['09:00', '10:00', '11:00']);
  });

  test('today begins after the notice, and days outside the window have nothing', () => {
    expect(slotsOn('2026-11-23').slice(0, 2)).toEqual(['11:00', '11:30']);
    expect(slotsOn('2026-11-22')).toEqual([]);
    expect(slotsOn('2027-01-24')).toEqual([]);
    expect(slotsOn('2026-02-31')).toEqual([]);
  });

  test('the day is the business’s own, wherever the instant falls in UTC', () => {
    const schedule = salon({
      timezone: 'Pacific/Apia',
      openingHours: everyWeekday([['00:00', '01:00']]),
      minNoticeMin: 0,
    });
    const now = Date.parse('2026-11-23T11:00:00Z');
    expect(slotsOn('2026-11-24', { schedule, now })).toEqual(['00:00', '00:30']);
    expect(slotsOn('2026-11-23', { schedule, now })).toEqual([]);
  });

  test('a night shift goes on past midnight on one grid', () => {
    const schedule = salon({
      openingHours: { '2': [['22:00', '24:00']], '3': [['00:00', '01:30']] },
      slotSizeMin: 45,
      slotIntervalMinutes: 45,
    });
    expect(slotsOn('2026-11-24', { schedule })).toEqual(['22:00', '22:45', '23:30']);
    expect(slotsOn('2026-11-25', { schedule })).toEqual(['00:15']);
    expect(statusOf('2026-11-24 23:30', { schedule })).toBe('available');
    expect(statusOf('2026-11-25 00:15', { schedule })).toBe('available');
    expect(statusOf('2026-11-25 00:00', { schedule })).toBe('off_grid');
    expect(statusOf('2026-11-25 01:00', { schedule })).toBe('outside_hours');
  });
});

describe('buffers', () => {
  const schedule = salon({ bufferBeforeMin: 10, bufferAfterMin: 20 });

  test('widen what an appointment takes up', () => {
    const [from, until] = [1_000_000_000, 1_001_800_000];
    expect(bufferedRange(schedule, from, until)).toEqual({ from: from - 600_000, until: until + 1_200_000 });
  });

  test('keep both neighbours’ gaps, and may lie outside the hours', () => {
    const { from, until } = busy('2026-11-27 10:30', 30);
    const taken = [bufferedRange(schedule, from, until)];
    expect(slotsOn('2026-11-27', { schedule, busy: taken })).toEqual(['09:00', '09:30', '11:30', '12:00', '12:30']);
    expect(statusOf('2026-11-27 10:00', { schedule, busy: taken })).toBe('taken');
  });
});

describe('the days the clocks change', () => {
  const allDay = salon({ openingHours: everyWeekday([['00:00', '24:00']]), bookingWindowDays: 400 });

  test('the hour that is missing is no time', () => {
    expect(statusOf('2027-03-26 02:00', { schedule: allDay })).toBe('bad_time');
    expect(statusOf('2027-03-26 02:30', { schedule: allDay })).toBe('bad_time');
    expect(statusOf('2027-03-26 03:00', { schedule: allDay })).toBe('available');
    expect(slotsOn('2027-03-26', { schedule: allDay }).slice(2, 6)).toEqual(['01:00', '01:30', '03:00', '03:30']);
  });

  test('of the hour that comes twice, the first is meant, and it is offered once', () => {
    const slot = { schedule: allDay, busy: [], now: MONDAY_TEN, date: '2027-10-31', time: '01:30' };
    expect(checkSlot(slot).startsAt).toBe(Date.parse('2027-10-31T01:30:00+03:00'));
    const times = slotsOn('2027-10-31', { schedule: allDay });
    expect(times.slice(2, 6)).toEqual(['01:00', '01:30', '02:00', '02:30']);
    expect(times).toHaveLength(48);
  });

  test('a taken first hour does not bring up the second', () => {
    const first = Date.parse('2027-10-31T01:00:00+03:00');
    const taken = [{ from: first, until: first + 3_600_000 }];
    expect(slotsOn('2027-10-31', { schedule: allDay, busy: taken }).slice(1, 3)).toEqual(['00:30', '02:00']);
    expect(statusOf('2027-10-31 01:30', { schedule: allDay, busy: taken })).toBe('taken');
  });

  test('a day that a zone skipped altogether has no times', () => {
    const schedule = salon({ timezone: 'Pacific/Apia', openingHours: everyWeekday([['09:00', '18:00']]) });
    const now = Date.parse('2011-12-28T12:00:00Z');
    expect(slotsOn('2011-12-30', { schedule, now })).toEqual([]);
    expect(statusOf('2011-12-30 10:00', { schedule, now })).toBe('bad_time');
    expect(slotsOn('2011-12-31', { schedule, now })).toHaveLength(18);
  });
});

describe('holidays', () => {
  const schedule = salon({ observeHolidays: true, bookingWindowDays: 400 });

  test('a holiday is closed, its eve and the days between are short, and only where they are observed', () => {
    expect(statusOf('2027-04-22 10:00', { schedule })).toBe('closed_day');
    expect(slotsOn('2027-04-21', { schedule }).at(-1)).toBe('12:30');
    expect(statusOf('2027-04-21 13:00', { schedule })).toBe('outside_hours');
    expect(slotsOn('2027-04-25', { schedule }).at(-1)).toBe('12:30');
    expect(slotsOn('2027-04-29', { schedule }).at(-1)).toBe('17:30');
    expect(statusOf('2027-04-22 10:00', { schedule: { ...schedule, observeHolidays: false } })).toBe('available');
  });

  test('a date override wins over a holiday', () => {
    const open = { ...schedule, overrides: [{ date: '2027-04-22', ranges: [['20:00', '21:00']] as const }] };
    expect(slotsOn('2027-04-22', { schedule: open })).toEqual(['20:00', '20:30']);
  });

  test('the owner chooses how each kind of day is kept', () => {
    const own = {
      ...schedule,
      holidays: { cholHamoed: 'closed', erevChag: 'ordinary', purim: 'short' } as const,
    };
    expect(statusOf('2027-04-25 10:00', { schedule: own })).toBe('closed_day');
    expect(slotsOn('2027-04-21', { schedule: own }).at(-1)).toBe('17:30');
    expect(slotsOn('2027-03-23', { schedule: own }).at(-1)).toBe('12:30');
    expect(statusOf('2027-04-22 10:00', { schedule: own })).toBe('closed_day');
  });

  test('a range that begins after a short day ends is left out', () => {
    const evenings = salon({
      observeHolidays: true,
      bookingWindowDays: 400,
      openingHours: everyWeekday([['16:00', '20:00']]),
    });
    expect(statusOf('2027-04-21 16:00', { schedule: evenings })).toBe('closed_day');
  });
});

describe('short days', () => {
  const friday = '2026-11-27';
  const ordinary = { activeDays: [0, 5], startHour: '11:00', endHour: '18:00', openingHours: null };

  test('end at one in the afternoon, or when the owner says', () => {
    const short = salon({ ...ordinary, shortDays: [5], slotIntervalMinutes: 60, slotSizeMin: 60 });
    expect(daySlots({ schedule: short, busy: [], now: MONDAY_TEN, date: friday })).toEqual(['11:00', '12:00']);
    const shorter = { ...short, shortDayEnds: '12:00' };
    expect(daySlots({ schedule: shorter, busy: [], now: MONDAY_TEN, date: friday })).toEqual(['11:00']);
    expect(daySlots({ schedule: shorter, busy: [], now: MONDAY_TEN, date: '2026-11-29' })).toHaveLength(7);
  });

  test('that are also holidays are as the holiday is', () => {
    const schedule = salon({
      ...ordinary,
      shortDays: [5],
      observeHolidays: true,
      holidays: { chag: 'closed', purim: 'ordinary' },
      bookingWindowDays: 1600,
    });
    expect(checkSlot({ schedule, busy: [], now: MONDAY_TEN, date: '2030-04-05', time: '11:00' }).status).toBe(
      'available',
    );
    expect(checkSlot({ schedule, busy: [], now: MONDAY_TEN, date: '2029-03-30', time: '11:00' }).status).toBe(
      'available',
    );
    expect(checkSlot({ schedule, busy: [], now: MONDAY_TEN, date: '2029-03-30', time: '14:00' }).status).toBe(
      'outside_hours',
    );
  });
});

describe('a range of dates that may be booked', () => {
  const schedule = salon({ bookingRange: { from: '2026-12-06', until: '2026-12-08' } });
  const ask = (date: string, now = MONDAY_TEN) => checkSlot({ schedule, busy: [], now, date, time: '10:00' }).status;

  test('counts in place of the days from today', () => {
    expect(['2026-12-03', '2026-12-06', '2026-12-08', '2026-12-09'].map((date) => ask(date))).toEqual([
      'too_soon',
      'available',
      'available',
      'too_far',
    ]);
    expect(daySlots({ schedule, busy: [], now: MONDAY_TEN, date: '2026-12-03' })).toEqual([]);
    expect(daySlots({ schedule, busy: [], now: MONDAY_TEN, date: '2026-12-06' })).toContain('10:00');
  });

  test('begins with today once it has begun, and gives nothing once it is over', () => {
    const inside = Date.parse('2026-12-07T08:00:00+02:00');
    expect([ask('2026-12-06', inside), ask('2026-12-07', inside)]).toEqual(['past', 'available']);
    const after = Date.parse('2027-01-04T08:00:00+02:00');
    expect(ask('2027-01-05', after)).toBe('too_far');
    expect(alternatives({ schedule, busy: [], now: after, date: '2027-01-05', time: '10:00' })).toEqual([]);
    expect(bookableRange(schedule, after).until).toBeGreaterThan(after);
  });

  test('has its alternatives inside', () => {
    const query = { schedule, busy: [], now: MONDAY_TEN, date: '2026-11-24', time: '10:00' };
    expect(alternatives(query)).toEqual(['2026-12-06 10:00', '2026-12-06 09:30', '2026-12-06 10:30']);
  });
});

test('the bookable range reaches from now to the end of the day after the window', () => {
  const schedule = salon({ bookingWindowDays: 1, bufferBeforeMin: 10, bufferAfterMin: 20 });
  expect(bookableRange(schedule, MONDAY_TEN)).toEqual({
    from: MONDAY_TEN - 600_000,
    until: Date.parse('2026-11-26T00:20:00+02:00'),
  });
});
