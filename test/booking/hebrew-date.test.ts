import { hebrewCalendarDate, spokenDate, weekdayName } from '../../src/booking/hebrew-date.ts';

describe('dates in Hebrew', () => {
  test.each([
    ['2026-11-22', 'יום ראשון'],
    ['2026-11-23', 'יום שני'],
    ['2026-11-24', 'יום שלישי'],
    ['2026-11-25', 'יום רביעי'],
    ['2026-11-26', 'יום חמישי'],
    ['2026-11-27', 'יום שישי'],
    ['2026-11-28', 'שבת'],
    ['1969-12-31', 'יום רביעי'],
  ])('%s is %s', (date, name) => {
    expect(weekdayName(date)).toBe(name);
  });

  test('a date is said with its weekday and month', () => {
    expect(spokenDate('2026-11-24')).toBe('יום שלישי, 24 בנובמבר');
    expect(hebrewCalendarDate('2026-11-24')).toBe('י״ד בכסלו תשפ״ז');
  });

  test('a date that does not exist has no words', () => {
    expect([weekdayName('2026-02-31'), spokenDate(''), hebrewCalendarDate('x')]).toEqual(['', '', '']);
  });
});
