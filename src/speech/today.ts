/** «יום שלישי, 2026-11-24» in the business's zone; ISO dates are what server messages and the parser use. */
export function todayIn(timezone: string, now: number): string {
  return `${weekdayIn(timezone, now)}, ${dateIn(timezone, now)}`;
}

/** `YYYY-MM-DD` in the business's zone. */
export function dateIn(timezone: string, now: number): string {
  return formatter('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

/** «יום שלישי» in the business's zone. */
export function weekdayIn(timezone: string, now: number): string {
  return formatter('he-IL', { timeZone: timezone, weekday: 'long' }).format(now);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions & { timeZone: string }): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).length} ${options.timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}
