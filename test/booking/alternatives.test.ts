import { alternatives } from '../../src/booking/availability.ts';
import type { BusyRange, Schedule } from '../../src/booking/schedule.ts';
import { busy, MONDAY_TEN, salon, wholeDay } from './salon.ts';

interface Question {
  schedule?: Schedule;
  busy?: BusyRange[];
  count?: number;
}

function insteadOf(slot: string, { count, ...question }: Question = {}): string[] {
  const [date = '', time = ''] = slot.split(' ');
  return alternatives({ schedule: salon(), busy: [], now: MONDAY_TEN, ...question, date, time }, count);
}

describe('alternatives', () => {
  test('are the nearest on the same day, earlier before later where both are as near', () => {
    const taken = [busy('2026-11-24 14:00', 30)];
    expect(insteadOf('2026-11-24 14:00', { busy: taken })).toEqual([
      '2026-11-24 13:30',
      '2026-11-24 14:30',
      '2026-11-24 13:00',
    ]);
  });

  test('are as many as wanted', () => {
    expect(insteadOf('2026-11-24 14:00', { count: 2 })).toEqual(['2026-11-24 13:30', '2026-11-24 14:30']);
    expect(insteadOf('2026-11-24 14:00', { count: 0 })).toEqual([]);
  });

  test('never name the time that was asked for', () => {
    expect(insteadOf('2026-11-24 14:00', { count: 100 })).not.toContain('2026-11-24 14:00');
  });

  test('go on to the next day at about the same time when the day is full', () => {
    expect(insteadOf('2026-11-24 14:00', { busy: [wholeDay('2026-11-24')] })).toEqual([
      '2026-11-25 14:00',
      '2026-11-25 13:30',
      '2026-11-25 14:30',
    ]);
  });

  test('take what is left of the same day first', () => {
    const taken = [busy('2026-11-24 00:00', 17 * 60 + 30), wholeDay('2026-11-25')];
    expect(insteadOf('2026-11-24 10:00', { busy: taken })).toEqual([
      '2026-11-24 17:30',
      '2026-11-23 11:00',
      '2026-11-23 11:30',
    ]);
  });

  test('look back as well as ahead, ahead first', () => {
    expect(
      insteadOf('2026-11-28 10:00', { count: 20 })
        .filter((slot) => slot.endsWith('10:00'))
        .slice(0, 3),
    ).toEqual(['2026-11-29 10:00', '2026-11-27 10:00']);
  });

  test('leave out the past, the notice and what is beyond the window', () => {
    expect(insteadOf('2026-11-23 10:30')).toEqual(['2026-11-23 11:00', '2026-11-23 11:30', '2026-11-23 12:00']);
    expect(insteadOf('2026-11-20 16:00')).toEqual(['2026-11-23 16:00', '2026-11-23 15:30', '2026-11-23 16:30']);
    expect(insteadOf('2028-05-01 10:00')).toEqual(['2027-01-22 10:00', '2027-01-22 09:30', '2027-01-22 10:30']);
  });

  test.each([
    ['2026-12-32 10:00', ['2026-12-31 10:00', '2026-12-31 09:30', '2026-12-31 10:30']],
    ['2026-11-24 25:00', ['2026-11-24 09:00', '2026-11-24 09:30', '2026-11-24 10:00']],
    ['soon ', ['2026-11-23 11:00', '2026-11-23 11:30', '2026-11-23 12:00']],
  ])('are near what %s may have meant', (slot, expected) => {
    expect(insteadOf(slot)).toEqual(expected);
  });

  test('are none where every day is closed', () => {
    expect(insteadOf('2026-11-24 10:00', { schedule: salon({ openingHours: {} }) })).toEqual([]);
  });

  test('are none where everything is taken', () => {
    const taken = [{ from: MONDAY_TEN, until: MONDAY_TEN + 70 * 86_400_000 }];
    expect(insteadOf('2026-11-24 10:00', { busy: taken })).toEqual([]);
  });
});
