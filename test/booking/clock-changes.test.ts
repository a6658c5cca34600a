import { checkSlot, daySlots } from '../../src/booking/availability.ts';
import { freeSlots } from '../../src/booking/free-slots.ts';
import type { DayRange } from '../../src/booking/schedule.ts';
import { changeDates, instantsAround, intlClock, localMsOf, localText } from './intl-clock.ts';
import { everyWeekday, salon } from './salon.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const ZONES = [
  'Asia/Jerusalem',
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Cairo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
];

const SHIFTS: DayRange[] = [
  ['00:00', '24:00'],
  ['00:00', '04:00'],
  ['01:30', '05:00'],
  ['02:30', '06:00'],
  ['09:00', '17:00'],
  ['13:00', '18:00'],
  ['20:00', '24:00'],
];

const STEPS = [
  { durationMin: 30, intervalMin: 30 },
  { durationMin: 60, intervalMin: 45 },
];

const nextDate = (date: string, days = 1): string => localText(localMsOf(`${date} 00:00`) + days * DAY_MS).slice(0, 10);

function localMsOn(date: string, time: string): number {
  return time === '24:00' ? localMsOf(`${nextDate(date)} 00:00`) : localMsOf(`${date} ${time}`);
}

interface Shift {
  opens: number;
  closes: number;
  dayEnds: number;
  goesOn: 'goesOn' | 'ends';
}

/** Starts counted in real minutes from opening to closing, one by one. */
function startsIn({ opens, closes, dayEnds, goesOn }: Shift, terms: (typeof STEPS)[number]): string[] {
  const starts: string[] = [];
  const closing = goesOn === 'goesOn' ? dayEnds + DAY_MS : closes;
  for (let at = opens; at < Math.min(closes, dayEnds); at += terms.intervalMin * MINUTE_MS) {
    if (at + terms.durationMin * MINUTE_MS <= closing) starts.push(new Date(at).toISOString().replace('.000Z', 'Z'));
  }
  return starts;
}

describe.each(ZONES)('the clock changes of 2026 to 2030 in %s', (tz) => {
  const changes = changeDates(tz, { first: 2026, last: 2030 });
  const days = changes.flatMap((date) => [nextDate(date, -1), date, nextDate(date)]);

  test('there are two a year', () => {
    expect(changes).toHaveLength(10);
  });

  test('give the starts that the clocks themselves give', () => {
    for (const date of days) {
      const instantOf = instantsAround(tz, date);
      const window = [localMsOn(date, '00:00'), localMsOn(date, '24:00')].map(instantOf) as [number, number];
      for (const shift of SHIFTS) {
        const [opens, closes] = shift.map((time) => instantOf(localMsOn(date, time))) as [number, number];
        const goesOn = shift[0] === '00:00' && shift[1] === '24:00' ? 'goesOn' : 'ends';
        const weekly = [{ days: [0, 1, 2, 3, 4, 5, 6], start: shift[0], end: shift[1] }];
        const isoWindow = window.map((at) => new Date(at).toISOString()) as [string, string];
        for (const terms of STEPS) {
          const found = freeSlots({ tz, window: isoWindow, weekly, ...terms });
          const expected = startsIn({ opens, closes, dayEnds: window[1], goesOn }, terms);
          expect({ date, shift, ...terms, found }).toEqual({ date, shift, ...terms, found: expected });
        }
      }
    }
  });

  test('offer every time once, and each offered time is available and is what the clocks then show', () => {
    const shows = intlClock(tz);
    for (const date of days) {
      for (const shift of SHIFTS) {
        const schedule = salon({ timezone: tz, openingHours: everyWeekday([shift]), bookingWindowDays: 7 });
        const query = { schedule, busy: [], now: localMsOf(`${date} 00:00`) - 2 * DAY_MS, date };
        const times = daySlots(query);
        expect(new Set(times).size).toBe(times.length);
        const answers = times.map((time) => checkSlot({ ...query, time }));
        expect(answers.filter(({ status }) => status !== 'available')).toEqual([]);
        expect(answers.map(({ startsAt }) => shows(startsAt ?? 0))).toEqual(times.map((time) => `${date} ${time}`));
      }
    }
  });
});
