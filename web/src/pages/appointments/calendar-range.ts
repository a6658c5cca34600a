import dayjs from 'dayjs';

export const views = ['day', 'week', 'month', 'list'] as const;
export type View = (typeof views)[number];

const LIST_DAYS = 30;

/** The dates a view shows; a week begins on Sunday. */
export function rangeOf(view: View, date: string): { from: string; to: string } {
  const day = dayjs(date);
  switch (view) {
    case 'day':
      return { from: date, to: date };
    case 'week':
      return dates(day.subtract(day.day(), 'day'), 6);
    case 'month': {
      const first = day.startOf('month');
      return dates(first.subtract(first.day(), 'day'), 41);
    }
    case 'list':
      return dates(day, LIST_DAYS - 1);
  }
}

function dates(first: dayjs.Dayjs, days: number): { from: string; to: string } {
  return { from: first.format('YYYY-MM-DD'), to: first.add(days, 'day').format('YYYY-MM-DD') };
}

/** The same view before (−1) or after (1). */
export function turned(view: View, date: string, by: -1 | 1): string {
  const unit = view === 'list' ? 'day' : view;
  const amount = view === 'list' ? LIST_DAYS : 1;
  return dayjs(date)
    .add(by * amount, unit)
    .format('YYYY-MM-DD');
}
