import { z } from 'zod';
import type { Understanding } from '../../../machines/vocabulary.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** The strict structured output asked of the parser (product.md §4): every field required, most nullable. */
export const understandingShape = z.object({
  action: z.enum(['ask', 'confirm', 'none']),
  date: z.string().nullable(),
  time: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  intent: z.enum(['decline', 'hear', 'move', 'cancel', 'waitlist', 'another']).nullable(),
  weekday: z.enum(weekdays).nullable(),
});

type RawUnderstanding = z.infer<typeof understandingShape>;

const longestName = 80;

/**
 * What remains of a parse once the impossible is refused (law L9): null where the date is not on the calendar, the time
 * not on the clock or the name no name, and where the day of the week that the caller named is not the date's: which of the two is
 * wrong nobody knows, and without a date the one known so far would stand, so the caller is asked again. A phone number too short to be
 * one counts as not said.
 */
export function validUnderstanding(raw: RawUnderstanding): Understanding | null {
  const date = orNull(raw.date);
  const time = orNull(raw.time);
  const name = orNull(raw.name?.replace(/\p{Cf}/gu, '') ?? null);
  if (date !== null && !isCalendarDate(date)) return null;
  if (time !== null && !isClockTime(time)) return null;
  if (name !== null && !isName(name)) return null;
  if (!agrees({ ...raw, date })) return null;
  return { action: raw.action, date, time, name, phone: spokenPhone(raw.phone), intent: raw.intent };
}

function orNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}

function agrees({ action, date, weekday }: Pick<RawUnderstanding, 'action' | 'date' | 'weekday'>): boolean {
  if (weekday === null) return true;
  if (date === null) return action === 'none';
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] === weekday;
}

const isClockTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

const isName = (name: string): boolean =>
  name.length <= longestName && /\p{L}/u.test(name) && !/[\p{Cc}\p{Cs}[\]{}<>]/u.test(name);

function spokenPhone(phone: string | null): string | null {
  const dialled = phone?.replace(/[^\d+]/g, '') ?? '';
  return /^\+?\d{9,15}$/.test(dialled) ? dialled : null;
}
