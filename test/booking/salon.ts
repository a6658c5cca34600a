import type { BusyRange, Schedule } from '../../src/booking/schedule.ts';

/** Open Sunday to Thursday 09:00–18:00 and Friday 09:00–13:00 in Jerusalem; half an hour each, on the half hour. */
export function salon(changes: Partial<Schedule> = {}): Schedule {
  return {
    timezone: 'Asia/Jerusalem',
    activeDays: [0, 1, 2, 3, 4],
    startHour: '09:00',
    endHour: '18:00',
    slotIntervalMinutes: 30,
    slotSizeMin: 30,
    minNoticeMin: 60,
    bookingWindowDays: 60,
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    openingHours: everyWeekday([['09:00', '18:00']], { '5': [['09:00', '13:00']], '6': [] }),
    overrides: [],
    observeHolidays: false,
    ...changes,
  };
}

type Hours = NonNullable<Schedule['openingHours']>;

export function everyWeekday(ranges: Hours[string], except: Hours = {}): Hours {
  return { ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [String(day), ranges])), ...except };
}

/** Monday 2026-11-23, 10:00 in Jerusalem (winter time, two hours ahead of UTC). */
export const MONDAY_TEN = Date.parse('2026-11-23T10:00:00+02:00');

/** `busy('2026-11-24 10:00', 30)`, in Jerusalem's winter time. */
export function busy(from: string, minutes: number): BusyRange {
  const at = Date.parse(`${from.replace(' ', 'T')}:00+02:00`);
  return { from: at, until: at + minutes * 60_000 };
}

/** One busy range from midnight to midnight in winter time. */
export const wholeDay = (date: string): BusyRange => busy(`${date} 00:00`, 24 * 60);
