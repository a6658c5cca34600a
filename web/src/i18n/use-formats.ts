import { useMemo } from 'react';
import { useLanguage } from './use-language.ts';

const LOCALES = { he: 'he-IL', en: 'en-GB' } as const;

/** Dates, times and numbers in the console's language. Wall-clock values (`2026-12-01`, `10:00`) stay in the business's zone. */
export function useFormats() {
  const { language } = useLanguage();
  return useMemo(() => formatsOf(LOCALES[language]), [language]);
}

function formatsOf(locale: string) {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 3 });
  const shown = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const day = shown({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const shortDay = shown({ weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'UTC' });
  const month = shown({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  const weekday = shown({ weekday: 'long', timeZone: 'UTC' });
  const moment = (zone: string | undefined) =>
    shown({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone });
  const clock = (zone: string | undefined) => shown({ hour: '2-digit', minute: '2-digit', timeZone: zone });
  const atNoon = (date: string) => new Date(`${date}T12:00:00Z`);
  return {
    number: (value: number) => number.format(value),
    money: (value: number) => money.format(value),
    percent: (share: number) => `${number.format(Math.round(share * 100))}%`,
    day: (date: string) => day.format(atNoon(date)),
    month: (date: string) => month.format(atNoon(date)),
    shortDay: (date: string) => shortDay.format(atNoon(date)),
    /** 0 is Sunday. */
    weekday: (index: number) => weekday.format(new Date(Date.UTC(2026, 1, 1 + index))),
    moment: (instant: string, zone?: string) => moment(zone).format(new Date(instant)),
    clock: (instant: string, zone?: string) => clock(zone).format(new Date(instant)),
    milliseconds: (ms: number) => number.format(Math.round(ms)),
    duration,
  };
}

/** `1:05`, or `1:02:05` from an hour on. */
function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
