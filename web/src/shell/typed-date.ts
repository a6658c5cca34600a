const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** The date (`2026-11-29`) that was typed, day first or as ISO writes it; null for what is no date, or none yet. */
export function typedDate(typed: string): string | null {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(typed.trim()) ?? [];
  const date = year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date ? date : null;
}
