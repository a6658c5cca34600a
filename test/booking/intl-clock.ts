const MINUTE_MS = 60_000;
const STEP_MS = 15 * MINUTE_MS;
const DAY_MS = 86_400_000;

export const localText = (localMs: number): string => new Date(localMs).toISOString().slice(0, 16).replace('T', ' ');
export const localMsOf = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`);

/** What clocks show, read off Node's Intl and nothing else, as `YYYY-MM-DD HH:MM`: the independent witness of the clock-change tests. */
export function intlClock(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...({ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit' } as const),
    ...({ day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`;
  };
}

/** The local dates on which a zone's clocks change, from one year to another. */
export function changeDates(timeZone: string, years: { first: number; last: number }): string[] {
  const shows = intlClock(timeZone);
  const aheadMs = (at: number) => localMsOf(shows(at)) - at;
  const found: string[] = [];
  for (let at = Date.UTC(years.first, 0, 1); at < Date.UTC(years.last + 1, 0, 1); at += DAY_MS) {
    if (aheadMs(at) === aheadMs(at + DAY_MS)) continue;
    const change = walkTo(at, (quarter) => aheadMs(quarter) !== aheadMs(at));
    found.push(shows(change).slice(0, 10));
  }
  return found;
}

function walkTo(from: number, isThere: (at: number) => boolean): number {
  let at = from;
  while (at < from + DAY_MS && !isThere(at)) at += STEP_MS;
  return at;
}

/** The first instant at which the clocks show each quarter of an hour around a date; a skipped time counts on from the last shown one. */
export function instantsAround(timeZone: string, date: string): (localMs: number) => number {
  const shows = intlClock(timeZone);
  const first = new Map<number, number>();
  const noon = localMsOf(`${date} 12:00`);
  for (let at = noon - 3 * DAY_MS; at <= noon + 3 * DAY_MS; at += STEP_MS) {
    const localMs = localMsOf(shows(at));
    if (!first.has(localMs)) first.set(localMs, at);
  }
  return (localMs) => {
    for (let back = 0; back < DAY_MS; back += STEP_MS) {
      const at = first.get(localMs - back);
      if (at !== undefined) return at + back;
    }
    throw new Error(`no clock near ${localText(localMs)}`);
  };
}
