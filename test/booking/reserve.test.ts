import { reserve } from '../../src/booking/reserve.ts';
import type { ReservationDesk, SlotTimes } from '../../src/booking/reserve.ts';
import type { BusyRange } from '../../src/booking/schedule.ts';
import { salon } from './salon.ts';

const shop = { endHour: '11:00', openingHours: null, minNoticeMin: 0, bufferBeforeMin: 5, bufferAfterMin: 10 };
const schedule = salon(shop);

const someTimes: unknown = expect.any(Array);
const now = Date.parse('2027-02-01T05:00:00Z');
const nine = Date.parse('2027-02-02T07:00:00Z');
const minuteMs = 60_000;

function desk(answers: { busy?: BusyRange[]; kept?: 'before' | 'now' | 'taken' } = {}) {
  const written: SlotTimes[] = [];
  const asked: ReservationDesk<string> = {
    schedule,
    busy: async (range) => (answers.busy ?? []).filter(({ from, until }) => from < range.until && until > range.from),
    alreadyKept: async () => (answers.kept === 'before' ? 'mine' : null),
    keep: async (times) => {
      written.push(times);
      return answers.kept === 'taken' ? null : 'new';
    },
  };
  return { asked, written };
}

test('a free slot is kept, its buffers with it', async () => {
  const { asked, written } = desk();
  expect(await reserve(asked, { date: '2027-02-02', time: '09:00', now })).toEqual({ kind: 'kept', kept: 'new' });
  expect(written).toEqual([
    {
      startsAt: nine,
      endsAt: nine + 30 * minuteMs,
      busyFrom: nine - 5 * minuteMs,
      busyUntil: nine + 40 * minuteMs,
      resourceIds: [],
    },
  ]);
});

test('what the asker has already is theirs, whatever the rules now say, and nothing is written', async () => {
  const { asked, written } = desk({ kept: 'before', busy: [{ from: nine, until: nine + 30 * minuteMs }] });
  expect(await reserve(asked, { date: '2027-02-02', time: '09:00', now: nine + 1 })).toEqual({
    kind: 'kept',
    kept: 'mine',
  });
  expect(written).toEqual([]);
});

test.each([
  ['2027-02-30', '09:00', 'bad_time'],
  ['nonsense', '25:00', 'bad_time'],
  ['2027-02-01', '06:00', 'past'],
  ['2027-06-01', '09:00', 'too_far'],
  ['2027-02-06', '09:00', 'closed_day'],
  ['2027-02-02', '11:00', 'outside_hours'],
  ['2027-02-02', '09:10', 'off_grid'],
])('%s %s is refused as %s, with free times near it, and nothing is written', async (date, time, reason) => {
  const { asked, written } = desk();
  const refused = await reserve(asked, { date, time, now });
  expect(refused).toEqual({ kind: 'refused', reason, alternatives: someTimes });
  expect(written).toEqual([]);
});

test('a taken slot is refused with the nearest free ones', async () => {
  const { asked, written } = desk({ busy: [{ from: nine - 5 * minuteMs, until: nine + 40 * minuteMs }] });
  expect(await reserve(asked, { date: '2027-02-02', time: '09:00', now })).toEqual({
    kind: 'refused',
    reason: 'taken',
    alternatives: ['2027-02-02 10:00', '2027-02-02 10:30', expect.stringMatching(/^2027-02-0[13] /)],
  });
  expect(written).toEqual([]);
});

test('a slot that somebody took in between is refused as taken', async () => {
  const { asked, written } = desk({ kept: 'taken' });
  const refused = await reserve(asked, { date: '2027-02-02', time: '09:00', now });
  expect(refused).toMatchObject({ kind: 'refused', reason: 'taken' });
  expect(written).toHaveLength(1);
});
