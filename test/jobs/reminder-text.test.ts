import { freedText, reminderText } from '../../src/jobs/reminders/reminder-text.ts';

const at = { date: '2026-12-01', time: '10:00' };

test.each([
  ['הסלון של דנה', 'דנה', 'שלום דנה, תזכורת מהסלון של דנה: יש לך תור ביום שלישי, 1 בדצמבר, בשעה 10:00.'],
  ['Gal Hair', 'Noa', 'שלום Noa\u200f, תזכורת מ-Gal Hair\u200f: יש לך תור ביום שלישי, 1 בדצמבר, בשעה 10:00.'],
  ['סלון \u202eגל\u202c\n', '', 'תזכורת מסלון גל: יש לך תור ביום שלישי, 1 בדצמבר, בשעה 10:00.'],
])('a reminder from %s to «%s»', (businessName, name, text) => {
  expect(reminderText({ ...at, businessName, name })).toBe(text);
});

test('on Shabbat the day has no second word', () => {
  expect(reminderText({ date: '2026-12-05', time: '20:00', businessName: 'סלון', name: '' })).toContain(
    'תור בשבת, 5 בדצמבר',
  );
});

test('of a free time: where to call, and that nothing was booked', () => {
  expect(freedText({ ...at, businessName: 'סלון גל', name: 'דנה', businessPhone: '+97231234567' })).toBe(
    'שלום דנה, ביום שלישי, 1 בדצמבר, בשעה 10:00, התפנה תור אצל סלון גל. לא נקבע לך תור; אם מתאים לך, חייגו 031234567.',
  );
});
