import { fieldErrors } from '../../../src/api/field-errors.ts';
import { settingsChange } from '../../../src/api/schemas/settings.ts';

function wrongFields(sent: unknown): string[] {
  const result = settingsChange.safeParse(sent, { reportInput: true });
  return result.success ? [] : fieldErrors(result.error).map((error) => error.field);
}

describe('settings that can be read', () => {
  test.each([
    ['nothing at all', {}],
    ['a night shop that closes at midnight', { startHour: '10:00', endHour: '24:00' }],
    [
      'two ranges a day',
      {
        openingHours: {
          '0': [
            ['09:00', '13:00'],
            ['16:00', '19:00'],
          ],
        },
      },
    ],
    [
      'ranges that touch',
      {
        openingHours: {
          '1': [
            ['13:00', '19:00'],
            ['09:00', '13:00'],
          ],
        },
      },
    ],
    ['weekly hours taken away', { openingHours: null }],
    ['every day closed', { activeDays: [] }],
    ['holidays as the owner likes them', { observeHolidays: true, holidays: { cholHamoed: 'closed', purim: 'short' } }],
    ['short Fridays', { activeDays: [0, 5], shortDays: [5], shortDayEnds: '12:30' }],
    ['one day that may be booked', { bookingRange: { from: '2027-01-01', until: '2027-01-01' } }],
    ['no range of dates', { bookingRange: null }],
    [
      'a closed date and a short one',
      {
        overrides: [
          { date: '2026-12-31', closed: true, label: 'חופש' },
          { date: '2027-01-01', ranges: [['09:00', '12:00']] },
        ],
      },
    ],
  ])('%s', (_what, sent) => expect(wrongFields(sent)).toEqual([]));
});

describe('settings that are refused name each wrong field', () => {
  test.each([
    ['a range that ends before it starts', { openingHours: { '0': [['13:00', '09:00']] } }, ['openingHours.0.0']],
    ['a range of no length', { openingHours: { '0': [['13:00', '13:00']] } }, ['openingHours.0.0']],
    [
      'ranges that overlap',
      {
        openingHours: {
          '0': [
            ['09:00', '13:00'],
            ['12:00', '15:00'],
          ],
        },
      },
      ['openingHours.0'],
    ],
    ['an eighth weekday', { openingHours: { '7': [] } }, ['openingHours.7']],
    ['hours that do not exist', { startHour: '25:00', endHour: '9:00' }, ['startHour', 'endHour']],
    ['31 February', { overrides: [{ date: '2027-02-31', closed: true }] }, ['overrides.0.date']],
    ['a date that says nothing', { overrides: [{ date: '2027-02-01' }] }, ['overrides.0.ranges']],
    [
      'a closed date with ranges',
      { overrides: [{ date: '2027-02-01', closed: true, ranges: [['09:00', '12:00']] }] },
      ['overrides.0.ranges'],
    ],
    [
      'a date twice',
      {
        overrides: [
          { date: '2027-02-01', closed: true },
          { date: '2027-02-01', closed: true },
        ],
      },
      ['overrides'],
    ],
    ['days out of the week', { activeDays: [0, 7, 1.5] }, ['activeDays.1', 'activeDays.2']],
    ['a day twice', { activeDays: [0, 0] }, ['activeDays']],
    ['numbers as text', { slotSizeMin: '30', slotIntervalMinutes: null }, ['slotIntervalMinutes', 'slotSizeMin']],
    [
      'no slot, no window',
      { slotSizeMin: 0, bookingWindowDays: 0, minNoticeMin: -1 },
      ['slotSizeMin', 'minNoticeMin', 'bookingWindowDays'],
    ],
    [
      'a range of dates that ends before it starts',
      { bookingRange: { from: '2027-01-02', until: '2027-01-01' } },
      ['bookingRange.until'],
    ],
    [
      'a range from 31 February on',
      { bookingRange: { from: '2027-02-31', until: '2027-03-31' } },
      ['bookingRange.from'],
    ],
    ['half a range', { bookingRange: { from: '2027-02-01' } }, ['bookingRange.until']],
    ['an unknown holiday', { holidays: { lagBaOmer: 'closed' } }, ['holidays.lagBaOmer']],
    ['half a holiday', { holidays: { chag: 'half' } }, ['holidays.chag']],
    ['a short day without an end', { shortDays: [8], shortDayEnds: '24:00' }, ['shortDays.0', 'shortDayEnds']],
    ['a greeting', { greeting: 'שלום' }, ['greeting']],
    ['a list', [], ['body']],
  ])('%s', (_what, sent, fields) => expect(wrongFields(sent).sort()).toEqual([...fields].sort()));
});
