import { falseClaim } from '../../src/speech/claims.ts';
import type { Truth } from '../../src/speech/claims.ts';
import { watchClaims } from '../../src/speech/claims-watch.ts';

/** Sunday. */
const today = '2026-11-29';
const nothing: Truth = { today, booked: [], standing: [], moved: [], cancelled: [], waitlisted: [] };
const booking = (date: string, time: string): Truth => {
  const rows = [{ date, time }];
  return { ...nothing, booked: rows, standing: rows };
};
const tuesday = '2026-12-01';
const saturday = '2026-12-05';
const atTen = booking(tuesday, '10:00');
const earlier: Truth = { ...nothing, standing: [{ date: tuesday, time: '10:00' }] };

/** The answer whole, and word by word as the model sends it: each prefix of it may be the last word for a moment. */
function heardFalse(text: string, truth: Truth): boolean {
  const watch = watchClaims(() => truth);
  const deltas = text.split(/(?= )/u);
  const streamed = deltas.some((delta) => watch.hears(delta) !== null);
  const whole = falseClaim(text, truth) !== null;
  if (streamed && !whole) throw new Error(`cut though it is true as a whole: ${text}`);
  return whole;
}

describe('the hour of the row, in the words people say it with', () => {
  test.each([
    ['11:00', 'התור נקבע ליום שלישי בשעה אחת עשרה'],
    ['11:00', 'קבעתי לך תור באחת עשרה בבוקר'],
    ['11:30', 'קבעתי לך תור באחת עשרה וחצי'],
    ['12:00', 'התור נקבע ליום שלישי בשעה שתיים עשרה בצהריים'],
    ['12:10', 'התור נקבע לשעה שתים עשרה ועשרה'],
    ['15:00', 'התור נקבע בשעה חמש עשרה'],
    ['15:00', 'התור נקבע בשלוש אחר הצהריים'],
    ['20:00', 'התור נקבע בשעה עשרים'],
    ['13:45', 'התור נקבע ליום שלישי ברבע לשתיים'],
    ['13:50', 'התור נקבע בעשרה לשתיים'],
    ['13:40', 'התור נקבע בעשרים לשתיים'],
    ['09:45', 'התור נקבע בעשר פחות רבע'],
    ['10:15', 'התור נקבע בעשר ורבע'],
    ['10:20', 'קבעתי לך תור בעשר ועשרים'],
    ['10:25', 'קבעתי לך תור בעשר עשרים וחמש דקות'],
    ['10:05', 'קבעתי לך תור בעשר וחמישה'],
    ['10:30', 'קבעתי לך תור בשעה עשר שלושים'],
    ['18:30', 'קבעתי לך תור בשש וחצי בערב'],
    ['16:00', 'קבעתי לך תור בשעה 16:00'],
    ['16:30', 'קבעתי לך תור ב-4:30 אחרי הצהריים'],
    ['16:00', 'קבעתי לך תור ב-4, נתראה'],
    ['10:30', 'קבעתי לך תור בשעה 10.30'],
    ['01:00', 'קבעתי לך תור בשעה אחת'],
  ])('%s: «%s» is true', (time, text) => {
    expect(heardFalse(text, booking(tuesday, time))).toBe(false);
  });

  test.each([
    ['10:00', 'התור נקבע ליום שלישי בשעה אחת עשרה'],
    ['11:00', 'קבעתי לך תור בשעה אחת'],
    ['11:00', 'קבעתי לך תור בשעה אחת. נתראה'],
    ['14:00', 'התור נקבע ליום שלישי ברבע לשתיים'],
    ['12:00', 'התור נקבע בשתיים'],
    ['10:30', 'התור נקבע ליום שלישי בעשר'],
    ['10:00', 'התור נקבע ליום שלישי בעשר וחצי'],
    ['10:00', 'התור נקבע ליום שלישי בעשר פחות רבע'],
    ['10:00', 'התור נקבע ליום שלישי בעשר בערב'],
    ['22:00', 'התור נקבע ליום שלישי בעשר בבוקר'],
    ['10:00', 'התור נקבע בשעה 11'],
    ['10:00', 'קבעתי לך תור ב-11 בבוקר'],
    ['10:00', 'קבעתי לך תור בשעה 22:00'],
    ['10:00', 'קבעתי לך תור בעשרים לשמונה'],
    ['10:00', 'קבעתי לך תור ליום שלישי. השעה 11:00.'],
  ])('%s: «%s» is false', (time, text) => {
    expect(heardFalse(text, booking(tuesday, time))).toBe(true);
  });
});

describe('the day of the row, in the words people say it with', () => {
  test.each([
    [tuesday, 'התור נקבע בהצלחה, ל-1 בדצמבר בשעה 10:00. רוצה שאשלח לך תזכורת?'],
    [tuesday, 'התור נקבע ליום שלישי, 1 בדצמבר, בשעה 10:00'],
    [tuesday, 'התור נקבע לראשון בדצמבר בשעה עשר'],
    [tuesday, 'התור נקבע ליום שלישי הראשון בדצמבר'],
    [tuesday, 'התור נקבע למחרתיים בעשר'],
    [tuesday, 'התור נקבע ליום ג׳ בעשר'],
    ['2026-11-30', 'קבעתי לך תור למחר בעשר'],
    [today, 'קבעתי לך תור להיום בעשר'],
    [saturday, 'התור נקבע ל-5 בדצמבר'],
    [saturday, 'התור נקבע ל־5 בדצמבר בשעה 10:00'],
    [saturday, 'התור נקבע לחמישי בדצמבר בשעה 10:00'],
    [saturday, 'התור נקבע לחמישה בדצמבר'],
    [saturday, 'התור נקבע ל-5.12 בשעה 10:00'],
    [saturday, 'התור נקבע לתאריך 05/12'],
    [saturday, 'התור נקבע לתאריך 5/12/2026'],
    [saturday, 'התור נקבע ל-2026-12-05 בשעה 10:00'],
    [saturday, 'התור נקבע לשבת, ה-5 לחודש'],
    ['2026-12-08', 'התור נקבע לשמונה בדצמבר בעשר'],
    ['2026-12-12', 'התור נקבע לשנים עשר בדצמבר'],
    ['2026-12-21', 'התור נקבע לעשרים ואחד בדצמבר'],
    ['2026-12-25', 'התור נקבע לעשרים וחמישה בדצמבר בעשר'],
    [tuesday, 'התור נקבע ליום שלישי בעשר. רוצה לקבוע גם ליום רביעי?'],
    [tuesday, 'ביום ראשון הכול תפוס, אז קבעתי לך ליום שלישי'],
    [tuesday, 'ביקשת יום רביעי, אבל התור נקבע ליום שלישי בעשר'],
    [tuesday, 'התור נקבע ליום שלישי. שבת שלום!'],
  ])('%s: «%s» is true', (date, text) => {
    expect(heardFalse(text, booking(date, '10:00'))).toBe(false);
  });

  test.each([
    [tuesday, 'התור נקבע בהצלחה, ל-5 בדצמבר בשעה 10:00. רוצה שאשלח לך תזכורת?'],
    [tuesday, 'התור נקבע לחמישי בדצמבר בשעה עשר'],
    [tuesday, 'התור נקבע לחמישה בדצמבר בשעה עשר'],
    [tuesday, 'קבעתי לך תור ל-5.12 בשעה 10:00'],
    [tuesday, 'קבעתי לך תור ל-05/12'],
    [tuesday, 'קבעתי לך תור ל-2026-12-05 בשעה 10:00'],
    [tuesday, 'קבעתי לך תור ל-1 בינואר בשעה 10:00'],
    [tuesday, 'קבעתי לך תור למחר בעשר'],
    [tuesday, 'קבעתי לך תור להיום בעשר'],
    [tuesday, 'התור נקבע לעשרים ואחד בדצמבר'],
    [tuesday, 'התור נקבע. זה ליום רביעי בעשר'],
    [tuesday, 'ליום רביעי בעשר, קבעתי לך'],
    [tuesday, 'קבעתי לך תור ליום שלישי וליום רביעי'],
    ['2026-11-30', 'קבעתי לך תור למחרתיים'],
  ])('%s: «%s» is false', (date, text) => {
    expect(heardFalse(text, booking(date, '10:00'))).toBe(true);
  });

  test('two appointments told in one breath: each day with its own hour', () => {
    const two: Truth = {
      ...nothing,
      standing: [
        { date: tuesday, time: '10:00' },
        { date: '2026-12-03', time: '12:00' },
      ],
    };
    expect(heardFalse('יש לך תור ב-1 בדצמבר בשעה 10:00, וגם ב-3 בדצמבר בשעה 12:00.', two)).toBe(false);
    expect(heardFalse('יש לך תור ב-1 בדצמבר בשעה 12:00, וגם ב-3 בדצמבר בשעה 10:00.', two)).toBe(true);
  });

  test('a move says where the appointment was and where it is', () => {
    const moved: Truth = { ...atTen, moved: atTen.booked };
    expect(heardFalse('העברתי את התור מיום ראשון בתשע ליום שלישי בעשר', moved)).toBe(false);
    expect(heardFalse('התור של יום ראשון הועבר ליום שלישי', moved)).toBe(false);
    expect(heardFalse('העברתי את התור מיום ראשון בתשע ליום רביעי בעשר', moved)).toBe(true);
  });

  test('of two claims each has its own day', () => {
    const both: Truth = { ...atTen, cancelled: [{ date: '2026-12-02', time: '12:00' }] };
    expect(heardFalse('ביטלתי את התור של יום רביעי, וקבעתי לך ליום שלישי', both)).toBe(false);
    expect(heardFalse('ביטלתי את התור של יום שלישי, וקבעתי לך ליום רביעי', both)).toBe(true);
  });
});

describe('with nothing in the database', () => {
  test.each([
    ['hours of a shop', 'המקום סגור בשבת'],
    ['hours of a shop', 'ביום שבת סגור'],
    ['hours of a shop', 'בשבת הכול סגור'],
    ['hours of a shop', 'העסק נסגר בשמונה בערב'],
    ['hours of a shop', 'אנחנו פתוחים מתשע עד שש, וביום שישי סגור'],
    ['hours of a shop', 'סגור בשבת'],
    ['a fixed price', 'המחיר קבוע'],
    ['a detail', 'עדכנתי את המספר'],
    ['a detail', 'עדכנתי את הפרטים שלך'],
    ['a detail', 'שיניתי את השם שרשום אצלנו'],
    ['a detail', 'המספר שלך רשום אצלי, תודה'],
    ['a detail', 'רשמתי לי את המספר שלך'],
    ['a detail', 'רשמתי את הבקשה, ופרטים מדויקים יישלחו בהמשך'],
    ['a word of consent', 'סגור, מה השם המלא שלך?'],
    ['a question', 'מתי תרצה שנקבע את התור?'],
    ['a question', 'האם קבעתי לך תור?'],
    ['a question', 'לבטל את התור שלך ליום שלישי?'],
    ['an offer', 'רוצה שנקבע את התור ליום שלישי?'],
    ['an offer', 'בואי נקבע תור ליום שלישי בעשר'],
    ['an offer', 'אפשר שנקבע אותו עכשיו'],
    ['a denial', 'עוד לא קבעתי לך תור'],
    ['a denial', 'התור לא נקבע עדיין'],
    ['a denial', 'התור עדיין לא נקבע, חסר לי השם'],
    ['a denial', 'טרם נקבע לך תור'],
    ['a denial', 'חשוב לי לומר שלא קבעתי כלום'],
    ['a denial', 'לא מצאתי תור רשום על המספר הזה'],
    ['a denial', 'אין לך תור רשום אצלנו'],
    ['a denial', 'אין לך תור קבוע'],
    ['the future', 'אקבע לך תור ליום שלישי בעשר'],
    ['the future', 'מיד אקבע, רק מה השם?'],
    ['the future', 'התור ייקבע אחרי שתאשרי'],
    ['a condition', 'אם תרצה אקבע לך את התור'],
    ['a condition', 'אם התור נקבע תקבל הודעה'],
    ['a condition', 'ברגע שהתור נקבע אומר לך'],
    ['a condition', 'אחרי שהתור נקבע אפשר לבטל אותו'],
    ['a condition', 'כשהתור נקבע השרת אומר לי'],
  ])('%s: «%s» claims nothing', (_, text) => {
    expect(heardFalse(text, nothing)).toBe(false);
  });

  test.each([
    'לפני רגע קבעתי לך תור',
    'למה לא, קבעתי לך תור',
    'למה לא קבעתי לך תור',
    'רוצה לעדכן שקבעתי לך תור',
    'רוצה לעדכן שנקבע לך תור',
    'אין בעיה קבעתי לך תור',
    'אין בעיה התור נקבע',
    'לא, קבעתי לך תור',
    'אחרי בדיקה התור נקבע',
    'אם זה בסדר קבעתי לך תור',
    'אפשר לומר שהתור נקבע',
    'יש לך כבר תור ביום שלישי',
    'התור שלך ביום שלישי בעשר',
    'סגור, מחכים לך',
    'סגור!',
    'סגור, יום שלישי בעשר.',
    'הכול סגור, נתראה',
    'התור סגור',
    'סגור לך תור ליום שלישי',
    'עדכנתי את התור ליום רביעי',
    'שיניתי לך את התור',
    'עדכנתי, מחכים לך',
    'רשמתי אותך ליום שלישי',
    'התור נקבע: יום שלישי בעשר',
    'טוב.קבעתי לך תור',
  ])('«%s» is a false claim', (text) => {
    expect(heardFalse(text, nothing)).toBe(true);
  });
});

describe('of an appointment that an earlier call made', () => {
  test.each([
    'יש לך תור ב-1 בדצמבר בשעה 10:00.',
    'יש לך תור ביום שלישי בעשר',
    'התור שלך ביום שלישי בעשר',
    'התור שלך רשום ליום שלישי בשעה 10:00',
  ])('«%s» is true', (text) => {
    expect(heardFalse(text, earlier)).toBe(false);
  });

  test.each([
    'קבעתי לך תור',
    'התור נקבע ליום שלישי בעשר',
    'שריינתי לך את המקום',
    'הזמן הזה שמור לך',
    'סגור, מחכים לך',
    'יש לך תור ב-5 בדצמבר בשעה 10:00.',
    'התור שלך ביום רביעי בעשר',
  ])('«%s» is false: nothing was written in this one', (text) => {
    expect(heardFalse(text, earlier)).toBe(true);
  });
});
