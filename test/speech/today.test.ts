import { dateIn, todayIn, weekdayIn } from '../../src/speech/today.ts';

const lateMondayInLondon = Date.UTC(2026, 10, 23, 22, 30);

test('today is the day of the business, not of the server', () => {
  expect(todayIn('Asia/Jerusalem', lateMondayInLondon)).toBe('יום שלישי, 2026-11-24');
  expect(todayIn('Europe/London', lateMondayInLondon)).toBe('יום שני, 2026-11-23');
});

test('the minute before midnight and midnight are two days, in winter and in summer', () => {
  expect(dateIn('Asia/Jerusalem', Date.UTC(2026, 10, 23, 21, 59))).toBe('2026-11-23');
  expect(dateIn('Asia/Jerusalem', Date.UTC(2026, 10, 23, 22, 0))).toBe('2026-11-24');
  expect(dateIn('Asia/Jerusalem', Date.UTC(2026, 6, 1, 20, 59))).toBe('2026-07-01');
  expect(dateIn('Asia/Jerusalem', Date.UTC(2026, 6, 1, 21, 0))).toBe('2026-07-02');
});

test.each([
  [22, 'יום ראשון'],
  [23, 'יום שני'],
  [24, 'יום שלישי'],
  [25, 'יום רביעי'],
  [26, 'יום חמישי'],
  [27, 'יום שישי'],
  [28, 'יום שבת'],
])('November %d, 2026 is a %s', (day, name) => {
  expect(weekdayIn('Asia/Jerusalem', Date.UTC(2026, 10, day, 10))).toBe(name);
});
