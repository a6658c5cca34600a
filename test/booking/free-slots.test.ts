import { readFileSync } from 'node:fs';
import { freeSlots, type FreeSlotsInput } from '../../src/booking/free-slots.ts';

interface SlotCase {
  id: string;
  source: string;
  input: FreeSlotsInput;
  expected: { starts: string[] };
}

const { cases } = JSON.parse(readFileSync(new URL('./cases/slots.json', import.meta.url), 'utf8')) as {
  cases: SlotCase[];
};

const oneDay: FreeSlotsInput = {
  tz: 'UTC',
  window: ['2027-01-11T00:00:00Z', '2027-01-12T00:00:00Z'],
  weekly: [{ days: [1], start: '09:00', end: '11:00' }],
  durationMin: 60,
  intervalMin: 60,
};

describe('free slots of the shared cases', () => {
  test('there are all the cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(79);
  });

  test.each(cases.map((each) => [each.id, each.source, each] as const))(
    '%s: %s',
    (_id, _source, { input, expected }) => {
      expect(freeSlots(input)).toEqual(expected.starts);
    },
  );
});

describe('free slots', () => {
  test.each<[string, Partial<FreeSlotsInput>, string[]]>([
    ['a plain day', {}, ['09:00', '10:00']],
    ['a window of zero length', { window: ['2027-01-11T09:00:00Z', '2027-01-11T09:00:00Z'] }, []],
    ['a window that ends before it starts', { window: ['2027-01-11T12:00:00Z', '2027-01-11T09:00:00Z'] }, []],
    ['a window that begins within the day', { window: ['2027-01-11T09:30:00Z', '2027-01-12T00:00:00Z'] }, ['10:00']],
    ['a window that ends at a start', { window: ['2027-01-11T00:00:00Z', '2027-01-11T10:00:00Z'] }, ['09:00']],
    ['hours that end before they start', { weekly: [{ days: [1], start: '11:00', end: '09:00' }] }, []],
    ['hours of zero length', { weekly: [{ days: [1], start: '09:00', end: '09:00' }] }, []],
    ['hours that cannot be read', { weekly: [{ days: [1], start: 'nine', end: '25:00' }] }, []],
    ['settings that close every day', { weekly: [] }, []],
    ['an appointment of no length', { durationMin: 0 }, []],
    ['a step of zero', { intervalMin: 0 }, []],
    ['a step that is not a number', { intervalMin: Number.NaN }, []],
    ['an appointment longer than the day', { durationMin: 121 }, []],
    ['a closed override of no date', { overrides: [{ date: '2027-02-31', closed: true }] }, ['09:00', '10:00']],
    ['a busy time of zero length', { busy: [['2027-01-11T09:30:00Z', '2027-01-11T09:30:00Z']] }, ['09:00', '10:00']],
    ['a busy time that ends early', { busy: [['2027-01-11T10:30:00Z', '2027-01-11T09:30:00Z']] }, ['09:00', '10:00']],
    ['busy times that touch a slot', { busy: [['2027-01-11T10:00:00Z', '2027-01-11T11:00:00Z']] }, ['09:00']],
    ['a buffer before', { busy: [['2027-01-11T08:00:00Z', '2027-01-11T08:50:00Z']], bufferBeforeMin: 15 }, ['10:00']],
    ['a buffer after', { busy: [['2027-01-11T11:10:00Z', '2027-01-11T12:00:00Z']], bufferAfterMin: 15 }, ['09:00']],
    ['a past with a notice', { now: '2027-01-11T08:30:30Z', noticeMin: 30 }, ['10:00']],
    ['seconds in the opening', { ranges: [['2027-01-11T09:00:30Z', '2027-01-11T11:00:00Z']] }, ['09:00:30']],
  ])('%s', (_name, change, starts) => {
    const expected = starts.map((time) => `2027-01-11T${time.length === 5 ? `${time}:00` : time}Z`);
    expect(freeSlots({ ...oneDay, ...change })).toEqual(expected);
  });

  test('several overrides of a date add up and replace the weekly hours', () => {
    const overrides = [
      { date: '2027-01-11', start: '14:00', end: '15:00' },
      { date: '2027-01-11', ranges: [['16:00', '17:00'] as const] },
    ];
    expect(freeSlots({ ...oneDay, overrides })).toEqual(['2027-01-11T14:00:00Z', '2027-01-11T16:00:00Z']);
  });

  test('a night shift written as two ranges keeps one grid over midnight', () => {
    const weekly = [
      { days: [1], start: '22:00', end: '23:59' },
      { days: [2], start: '00:00', end: '02:00' },
    ];
    const window = ['2027-01-11T00:00:00Z', '2027-01-13T00:00:00Z'] as const;
    expect(freeSlots({ ...oneDay, window, weekly, durationMin: 45, intervalMin: 45 })).toEqual([
      '2027-01-11T22:00:00Z',
      '2027-01-11T22:45:00Z',
      '2027-01-11T23:30:00Z',
      '2027-01-12T00:15:00Z',
      '2027-01-12T01:00:00Z',
    ]);
  });

  test('a house open day and night begins its grid anew each midnight', () => {
    const weekly = [{ days: [0, 1, 2, 3, 4, 5, 6], start: '00:00', end: '24:00' }];
    const window = ['2027-01-11T20:00:00Z', '2027-01-12T06:00:00Z'] as const;
    expect(freeSlots({ ...oneDay, window, weekly, durationMin: 300, intervalMin: 300 })).toEqual([
      '2027-01-11T20:00:00Z',
      '2027-01-12T00:00:00Z',
      '2027-01-12T05:00:00Z',
    ]);
  });

  test('says what it cannot read', () => {
    expect(() => freeSlots({ ...oneDay, tz: 'Asia/Atlantis' })).toThrow(
      new RangeError('Unknown time zone: Asia/Atlantis'),
    );
    expect(() => freeSlots({ ...oneDay, now: 'soon' })).toThrow(new RangeError('Not an ISO instant: soon'));
  });
});
