import { mayConcernBooking } from '../../src/speech/booking-words.ts';

test.each([
  'אני רוצה לקבוע תור',
  'יש משהו פנוי?',
  'מחר בעשר',
  'ביום שלישי',
  'שלישי',
  'ב-10:30',
  'ב10',
  'ל-15',
  'לשבע וחצי',
  'בשעה שמונה',
  'אפשר בצהריים?',
  'בעשרים לדצמבר',
  'תורים למחר,בבקשה',
])('«%s» may be about a booking', (text) => {
  expect(mayConcernBooking(text)).toBe(true);
});

test.each(['', 'שלום', 'מה נשמע?', 'איפה אתם נמצאים?', 'תודה רבה להתראות', 'כמה עולה תספורת?', '...'])(
  '«%s» is not',
  (text) => {
    expect(mayConcernBooking(text)).toBe(false);
  },
);
