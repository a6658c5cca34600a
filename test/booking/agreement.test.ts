import fc from 'fast-check';
import { alternatives, bufferedRange, checkSlot, daySlots } from '../../src/booking/availability.ts';
import { overlaps } from '../../src/booking/busy.ts';
import type { BusyRange, Schedule } from '../../src/booking/schedule.ts';
import { dateOf, timeOf } from '../../src/booking/wall-clock.ts';
import { everyWeekday, salon } from './salon.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const minutes = fc.integer({ min: 0, max: 95 }).map((quarter) => timeOf(quarter * 15));
const range = fc.tuple(minutes, fc.oneof(minutes, fc.constant('24:00')));

const schedules: fc.Arbitrary<Schedule> = fc
  .record({
    timezone: fc.constantFrom('Asia/Jerusalem', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'),
    ranges: fc.array(range, { maxLength: 3 }),
    slotIntervalMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60),
    slotSizeMin: fc.constantFrom(10, 15, 30, 45, 60, 90),
    minNoticeMin: fc.constantFrom(0, 30, 1440),
    bookingWindowDays: fc.integer({ min: 1, max: 5 }),
    bufferBeforeMin: fc.constantFrom(0, 5, 15),
    bufferAfterMin: fc.constantFrom(0, 10),
    observeHolidays: fc.boolean(),
  })
  .map(({ ranges, ...rest }) => salon({ ...rest, openingHours: everyWeekday(ranges) }));

/** Around days on which clocks change somewhere, and holidays. */
const moments = fc
  .tuple(
    fc.constantFrom('2027-03-25', '2027-10-30', '2027-04-29', '2027-11-06', '2027-04-03'),
    fc.nat(DAY_MS / MINUTE_MS),
  )
  .map(([date, minute]) => Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS);

const taken = fc.array(fc.tuple(fc.integer({ min: -300, max: 6 * 1440 }), fc.integer({ min: 0, max: 180 })), {
  maxLength: 25,
});

const world = fc.record({ schedule: schedules, now: moments, taken }).map(({ schedule, now, taken: pairs }) => ({
  schedule,
  now,
  busy: pairs.map(([from, length]): BusyRange => {
    return { from: now + from * MINUTE_MS, until: now + (from + length) * MINUTE_MS };
  }),
}));

describe('whatever the settings and the busy times', () => {
  test('the day’s list and the answer for one time agree at every quarter of an hour and every grid time', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: -1, max: 6 }), (given, ahead) => {
        const date = dateOf(Math.floor(given.now / DAY_MS) + ahead);
        const listed = daySlots({ ...given, date });
        const asked = Array.from({ length: 288 }, (_, index) => timeOf(index * 5));
        const available = asked.filter((time) => checkSlot({ ...given, date, time }).status === 'available');
        expect(available).toEqual([...listed].sort());
      }),
      { numRuns: 150 },
    );
  });

  test('every alternative is available and overlaps nothing, and none is left out while there are any', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: -2, max: 8 }), minutes, (given, ahead, time) => {
        const date = dateOf(Math.floor(given.now / DAY_MS) + ahead);
        const offered = alternatives({ ...given, date, time });
        for (const slot of offered) {
          const answer = checkSlot({ ...given, date: slot.slice(0, 10), time: slot.slice(11) });
          expect({ slot, status: answer.status }).toEqual({ slot, status: 'available' });
          const footprint = bufferedRange(given.schedule, answer.startsAt ?? 0, answer.endsAt ?? 0);
          expect(given.busy.filter((range) => overlaps(range, footprint))).toEqual([]);
        }
        const days = Array.from({ length: 9 }, (_, index) => dateOf(Math.floor(given.now / DAY_MS) + index - 1));
        const all = days.flatMap((day) => daySlots({ ...given, date: day }).map((free) => `${day} ${free}`));
        const others = all.filter((slot) => slot !== `${date} ${time}`);
        expect(offered).toHaveLength(Math.min(3, others.length));
        expect(new Set(offered).size).toBe(offered.length);
      }),
      { numRuns: 150 },
    );
  });
});
