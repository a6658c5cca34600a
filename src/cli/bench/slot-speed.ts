import { performance } from 'node:perf_hooks';
import { alternatives } from '../../booking/availability.ts';
import { freeSlots, type FreeSlotsInput } from '../../booking/free-slots.ts';
import type { BusyRange, Schedule } from '../../booking/schedule.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MONTH_STARTS = Date.parse('2026-11-30T22:00:00Z');
const ROUNDS = 2_000;

export interface SlotSpeed {
  slots: number;
  monthMs: number;
  slotsPerSecond: number;
  fullAlternativesMs: number;
}

/** Free slots of a month with 200 busy ranges, and the longest search for an alternative. */
export function measureSlotSpeed(): SlotSpeed {
  const month = fullMonth();
  const slots = freeSlots(month).length;
  const monthMs = medianMs(() => freeSlots(month));
  const query = { schedule: openDaily(), busy: allTaken(), now: MONTH_STARTS, date: '2026-12-01', time: '10:00' };
  const fullAlternativesMs = medianMs(() => alternatives(query));
  return { slots, monthMs, slotsPerSecond: Math.round((slots / monthMs) * 1_000), fullAlternativesMs };
}

function medianMs(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
}

/** The same 200 half hours every time, spread over 30 days by two steps that share no factor with their ranges. */
function fullMonth(): FreeSlotsInput {
  const starts = Array.from({ length: 200 }, (_, index) => {
    const minute = 7 * 60 + ((index * 7) % 36) * 15;
    return MONTH_STARTS + ((index * 11) % 30) * DAY_MS + (120 + minute) * MINUTE_MS;
  }).sort((a, b) => a - b);
  const iso = (at: number) => new Date(at).toISOString();
  return {
    now: '2026-11-22T08:00:00Z',
    tz: 'Asia/Jerusalem',
    window: [iso(MONTH_STARTS), iso(MONTH_STARTS + 31 * DAY_MS)],
    weekly: [{ days: [0, 1, 2, 3, 4, 5], start: '09:00', end: '18:00' }],
    busy: starts.map((at) => [iso(at), iso(at + 30 * MINUTE_MS)] as const),
    durationMin: 30,
    intervalMin: 15,
    noticeMin: 0,
  };
}

function openDaily(): Schedule {
  return {
    timezone: 'Asia/Jerusalem',
    activeDays: [0, 1, 2, 3, 4, 5],
    startHour: '09:00',
    endHour: '18:00',
    slotIntervalMinutes: 15,
    slotSizeMin: 30,
    minNoticeMin: 0,
    bookingWindowDays: 730,
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    openingHours: null,
    overrides: [],
    observeHolidays: true,
  };
}

function allTaken(): BusyRange[] {
  return Array.from({ length: 731 }, (_, day) => {
    return { from: MONTH_STARTS + day * DAY_MS, until: MONTH_STARTS + (day + 1) * DAY_MS };
  });
}
