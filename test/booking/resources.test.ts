import { alternatives, checkSlot, daySlots } from '../../src/booking/availability.ts';
import type { Resource, TakenRange } from '../../src/booking/schedule.ts';
import { onlyResource } from '../../src/booking/seats.ts';
import { busy, everyWeekday, MONDAY_TEN, salon } from './salon.ts';

const TUESDAY = '2026-11-24';

const person = (id: string, more: Partial<Resource> = {}): Resource => {
  return { id, name: id, capacity: 1, openingHours: null, overrides: [], ...more };
};

const taken = (from: string, by: { resourceId: string; seat?: number }): TakenRange => {
  return { seat: 1, ...busy(from, 30), ...by };
};

describe('a business with several people', () => {
  const mornings = everyWeekday([['09:00', '11:00']]);
  const lateMornings = everyWeekday([['10:15', '12:00']]);
  const schedule = salon({
    resources: [person('dana', { openingHours: mornings }), person('noa', { openingHours: lateMornings })],
  });
  const ask = (time: string, busyRanges: TakenRange[] = [], date = TUESDAY) =>
    checkSlot({ schedule, busy: busyRanges, now: MONDAY_TEN, date, time });

  test('is free whenever anybody is, each on their own grid', () => {
    expect(daySlots({ schedule, busy: [], now: MONDAY_TEN, date: TUESDAY })).toEqual([
      ...['09:00', '09:30', '10:00', '10:15', '10:30', '10:45', '11:15'],
    ]);
  });

  test('says who is free, the preferred first', () => {
    expect(ask('09:00')).toMatchObject({ status: 'available', resourceIds: ['dana'] });
    expect(ask('11:15')).toMatchObject({ status: 'available', resourceIds: ['noa'] });
    const both = { ...schedule, resources: [person('noa'), person('dana')] };
    const answer = checkSlot({ schedule: both, busy: [], now: MONDAY_TEN, date: TUESDAY, time: '10:00' });
    expect(answer.resourceIds).toEqual(['noa', 'dana']);
  });

  test('refuses for the reason of whoever comes nearest to taking it', () => {
    const danaAtNine = taken(`${TUESDAY} 09:00`, { resourceId: 'dana' });
    expect(ask('09:00', [danaAtNine]).status).toBe('taken');
    expect(ask('09:10').status).toBe('off_grid');
    expect(ask('12:00').status).toBe('outside_hours');
    expect(ask('09:00', [], '2026-11-28').status).toBe('available');
  });

  test('one who is taken is in nobody else’s way', () => {
    const both = { ...schedule, resources: [person('dana'), person('noa')] };
    const danaAtTen = taken(`${TUESDAY} 10:00`, { resourceId: 'dana' });
    const query = { schedule: both, busy: [danaAtTen], now: MONDAY_TEN, date: TUESDAY, time: '10:00' };
    expect(checkSlot(query)).toMatchObject({ status: 'available', resourceIds: ['noa'] });
    const alone = { ...query, schedule: onlyResource(both, 'dana') };
    expect(checkSlot(alone)).toMatchObject({ status: 'taken', resourceIds: [] });
    expect(alternatives(alone)).toEqual([`${TUESDAY} 09:30`, `${TUESDAY} 10:30`, `${TUESDAY} 09:00`]);
  });

  test('without anybody is closed', () => {
    const nobody = { ...schedule, resources: [] };
    const query = { schedule: nobody, busy: [], now: MONDAY_TEN, date: TUESDAY, time: '10:00' };
    expect(checkSlot(query).status).toBe('closed_day');
    expect(daySlots(query)).toEqual([]);
    expect(alternatives(query)).toEqual([]);
  });

  test('a day off of one is not a day off of the other; a day the business is closed is one for all', () => {
    const withHolidays = salon({
      overrides: [{ date: '2026-11-25', closed: true }],
      resources: [
        person('dana', {
          overrides: [
            { date: TUESDAY, closed: true },
            { date: '2026-11-25', ranges: [['09:00', '12:00']] },
          ],
        }),
        person('noa'),
      ],
    });
    const on = (date: string) => checkSlot({ schedule: withHolidays, busy: [], now: MONDAY_TEN, date, time: '10:00' });
    expect(on(TUESDAY)).toMatchObject({ status: 'available', resourceIds: ['noa'] });
    expect(on('2026-11-25').status).toBe('closed_day');
    expect(on('2026-11-26').resourceIds).toEqual(['dana', 'noa']);
  });
});

describe('one that takes several at once', () => {
  const schedule = salon({ resources: [person('class', { capacity: 2 })], bufferAfterMin: 10 });
  const ask = (busyRanges: TakenRange[]) =>
    checkSlot({ schedule, busy: busyRanges, now: MONDAY_TEN, date: TUESDAY, time: '10:00' }).status;

  test('is taken when every place is', () => {
    const first = taken(`${TUESDAY} 10:00`, { resourceId: 'class', seat: 1 });
    const second = taken(`${TUESDAY} 10:00`, { resourceId: 'class', seat: 2 });
    expect([ask([]), ask([first]), ask([first, second])]).toEqual(['available', 'available', 'taken']);
  });

  test('keeps to places, so that what is offered can be written', () => {
    const early = taken(`${TUESDAY} 09:40`, { resourceId: 'class', seat: 1 });
    const late = taken(`${TUESDAY} 10:20`, { resourceId: 'class', seat: 2 });
    expect(ask([early, late])).toBe('taken');
  });
});
