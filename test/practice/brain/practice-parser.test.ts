import { readHebrewWish } from '../../../src/practice/brain/practice-parser.ts';

const TODAY = '2026-11-23';
const NOTHING = { action: 'none', date: null, time: null, name: null, phone: null, intent: null, weekday: null };

function read(text: string, instructions = `היום ${TODAY}, יום שני`) {
  return readHebrewWish({ text, instructions, model: 'gpt-4o-mini' });
}

test.each([
  ['אפשר תור מחר בעשר?', { action: 'ask', date: '2026-11-24', time: '10:00' }],
  ['אפשר ביום שלישי בעשר וחצי', { action: 'ask', date: '2026-11-24', time: '10:30', weekday: 'tuesday' }],
  ['ביום שני בארבע אחרי הצהריים', { action: 'ask', date: '2026-11-30', time: '16:00', weekday: 'monday' }],
  ['ב-3.12 בשעה 14:30', { action: 'ask', date: '2026-12-03', time: '14:30' }],
  ['ב-5 בינואר', { action: 'ask', date: '2027-01-05' }],
  ['בשבת באחת עשרה', { action: 'ask', date: '2026-11-28', time: '11:00', weekday: 'saturday' }],
  ['מחרתיים בשעה 9', { action: 'ask', date: '2026-11-25', time: '09:00' }],
  ['כן, תקבעי לי בבקשה', { action: 'confirm' }],
  ['קוראים לי דנה לוי ואני רוצה תור', { action: 'ask', name: 'דנה לוי' }],
  ['שמי רון שחר, נעים מאוד', { name: 'רון שחר' }],
  ['המספר שלי 050-123 4567', { phone: '0501234567' }],
  ['לא, עזוב', { intent: 'decline' }],
  ['לא, בעצם ביום רביעי', { action: 'ask', date: '2026-11-25', weekday: 'wednesday' }],
  ['ספרי לי קצת על המקום', {}],
])('reads «%s»', (text, wish) => {
  expect(read(text)).toEqual({ ...NOTHING, ...wish });
});
