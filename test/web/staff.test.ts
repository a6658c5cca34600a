import { describe, expect, test } from '@jest/globals';
import { gridMinutes } from '../../web/src/pages/appointments/grid-minutes.ts';
import { staffOf } from '../../web/src/pages/appointments/staff.ts';

const dalia = { id: 'd', name: 'דליה', active: true };
const shira = { id: 's', name: 'שירה', active: true };
const noa = { id: 'n', name: 'נועה', active: false };

describe('who takes the appointments, in the diary', () => {
  test('is neither named nor chosen where there is one', () => {
    const staff = staffOf([dalia]);
    expect([staff.choices, staff.nameOf('d'), staff.hasLeft('d')]).toEqual([[], null, false]);
  });

  test('is named, coloured and chosen where there are two', () => {
    const staff = staffOf([dalia, shira]);
    expect(staff.choices).toEqual([dalia, shira]);
    expect(['d', 's'].map((id) => [staff.nameOf(id), staff.colorOf(id)])).toEqual([
      ['דליה', 'teal'],
      ['שירה', 'indigo'],
    ]);
  });

  test('is still named after leaving, in a colour of nobody else, and cannot be chosen', () => {
    const staff = staffOf([noa, dalia, shira]);
    expect([staff.nameOf('n'), staff.colorOf('n'), staff.hasLeft('n')]).toEqual(['נועה', 'gray', true]);
    expect(staff.colorOf('d')).toBe('teal');
    expect(staff.choices).toEqual([dalia, shira]);
  });

  test('is not said to have left before it is known who there is', () => {
    expect(staffOf([]).hasLeft('d')).toBe(false);
  });
});

test('the lines of the calendar meet every start of the business, and divide an hour', () => {
  const steps = [1, 5, 15, 20, 25, 30, 45, 60, 90, 120];
  expect(steps.map(gridMinutes)).toEqual([5, 5, 15, 20, 5, 30, 15, 60, 30, 60]);
});
