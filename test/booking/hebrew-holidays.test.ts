import { holidayOn } from '../../src/booking/hebrew-holidays.ts';
import type { HolidayKind } from '../../src/booking/schedule.ts';
import { dateOf, dayOf } from '../../src/booking/wall-clock.ts';

const kindOf = (date: string): HolidayKind => holidayOn(dayOf(date) ?? 0);

function datesOf(kind: HolidayKind, year: number): string[] {
  const first = dayOf(`${year}-01-01`) ?? 0;
  return Array.from({ length: 366 }, (_, index) => dateOf(first + index))
    .filter((date) => date.startsWith(`${year}-`) && kindOf(date) === kind)
    .map((date) => date.slice(5));
}

describe('Israeli holidays from the Hebrew calendar', () => {
  test.each([
    [2026, ['04-02', '04-08', '05-22', '09-12', '09-13', '09-21', '09-26', '10-03']],
    [2027, ['04-22', '04-28', '06-11', '10-02', '10-03', '10-11', '10-16', '10-23']],
    [2024, ['04-23', '04-29', '06-12', '10-03', '10-04', '10-12', '10-17', '10-24']],
  ])('the holidays of %i', (year, dates) => {
    expect(datesOf('chag', year)).toEqual(dates);
  });

  test('the eves are the days before, also the last day between', () => {
    expect(datesOf('erevChag', 2027)).toEqual(['04-21', '04-27', '06-10', '10-01', '10-10', '10-15', '10-22']);
  });

  test('the days between are neither holiday nor eve', () => {
    expect(datesOf('cholHamoed', 2027)).toEqual([
      ...['04-23', '04-24', '04-25', '04-26'],
      ...['10-17', '10-18', '10-19', '10-20', '10-21'],
    ]);
  });

  test.each([
    ['on its date, a Wednesday', '2027-05-12'],
    ['on Thursday instead of Friday', '2023-04-26'],
    ['on Thursday instead of Saturday', '2025-05-01'],
    ['on Tuesday instead of Monday', '2024-05-14'],
    ['on Tuesday instead of Monday, again', '2028-05-02'],
    ['on Wednesday', '2026-04-22'],
  ])('Independence Day is kept %s (%s), after Memorial Day', (_why, date) => {
    const year = Number(date.slice(0, 4));
    expect(datesOf('independenceDay', year)).toEqual([date.slice(5)]);
    expect(datesOf('memorialDay', year)).toEqual([dateOf((dayOf(date) ?? 0) - 1).slice(5)]);
  });

  test.each([
    ['2026', '07-23'],
    ['2025', '08-03'],
    ['2022', '08-07'],
    ['2027', '08-12'],
  ])('Tish’a B’Av of %s is on %s, never on a Saturday', (year, date) => {
    expect(datesOf('tishaBav', Number(year))).toEqual([date]);
  });

  test.each([
    ['2026', '03-03'],
    ['2024', '03-24'],
    ['2027', '03-23'],
  ])('Purim of %s is on %s, in a leap year in the second Adar', (year, date) => {
    expect(datesOf('purim', Number(year))).toEqual([date]);
  });

  test('every year of a century has its eight holidays or as many as fall in it, and one Independence Day', () => {
    for (let year = 2000; year < 2100; year += 1) {
      expect({ year, chag: datesOf('chag', year).length }).toEqual({ year, chag: 8 });
      expect({ year, independence: datesOf('independenceDay', year).length }).toEqual({ year, independence: 1 });
    }
  });
});
