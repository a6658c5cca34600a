import { falseClaim } from '../../src/speech/claims.ts';
import type { Truth } from '../../src/speech/claims.ts';

const tuesdayAtTen = { date: '2026-11-24', time: '10:00' };
const nothing: Truth = { today: null, booked: [], standing: [], moved: [], cancelled: [], waitlisted: [] };
const booked: Truth = { ...nothing, booked: [tuesdayAtTen] };

describe('with no appointment in the database', () => {
  test.each([
    'מעולה, קבעתי לך תור ליום שלישי',
    'אין בעיה, שריינתי לך את המקום',
    'סגור, שלחתי לך ווטסאפ עם הפרטים',
    'התור נקבע בהצלחה',
    'התור שלך נקבע ליום שלישי',
    'נקבע לך תור למחר בעשר',
    'טוב, וקבעתי לך ליום שני',
    'המקום משוריין עבורך',
    'הזמן הזה שמור לך',
    'רשמתי אותך ליום רביעי בחמש',
    'תיאמתי לך פגישה',
    'התור אושר',
    'את רשומה אצלנו ליום שלישי',
    'יש לך תור ביום שלישי בעשר',
    'קָבַעְתִּי לך תור',
    'ההודעה נשלחה אליך',
    'נקבע!',
    'ביטלתי לך את התור',
    'בסדר, התור בוטל',
    'התור שלך מבוטל',
    'העברתי את התור ליום רביעי',
    'הזזתי אותך ליום חמישי בעשר',
    'שיניתי את התור כמו שביקשת',
    'התור הועבר לשעה 11:00',
    'דחיתי את התור לשבוע הבא',
    'העברתי את הפרטים לבעל העסק',
    'רשמתי אותך לרשימת ההמתנה',
    'נרשמת לרשימת ההמתנה ליום שלישי',
  ])('«%s» is a false claim', (text) => {
    expect(falseClaim(text, nothing)).not.toBeNull();
  });

  test.each([
    'מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?',
    'הזמן הזה תפוס. רוצה להציע זמן חלופי?',
    'אני רושם את הבקשה, ופרטים מדויקים יישלחו בהמשך.',
    'עוד לא קבעתי לך תור, חסר לי השם',
    'לא נקבע תור עדיין',
    'מתי תרצה שנקבע את התור?',
    'בוא נקבע תור ליום שלישי',
    'ברגע שהתור נקבע אומר לך',
    'רשמתי את הבקשה שלך',
    'מה השם המלא שלך?',
    'שלום, במה אפשר לעזור?',
    'אנחנו סגורים בשבת',
    'לבטל את התור ליום שלישי בעשר?',
    'רוצה שאבטל אותו?',
    'התור לא בוטל',
    'עוד לא העברתי את התור',
    'רוצה להזיז את התור, או לקבוע עוד אחד?',
    'רוצה שארשום אותך לרשימת ההמתנה?',
    'אפשר להציע זמן אחר',
  ])('«%s» claims nothing', (text) => {
    expect(falseClaim(text, nothing)).toBeNull();
  });
});

describe('with an appointment on Tuesday at ten', () => {
  test.each([
    'התור נקבע בהצלחה, ליום שלישי בשעה 10:00. רוצה שאשלח לך תזכורת?',
    'קבעתי לך תור ביום שלישי בעשר',
    'התור נקבע',
  ])('«%s» is true', (text) => {
    expect(falseClaim(text, booked)).toBeNull();
  });

  test.each([
    'התור נקבע ליום רביעי בשעה 10:00',
    'קבעתי לך תור ביום שלישי בשעה 11:00',
    'קבעתי לך תור ביום שלישי באחת עשרה',
    'שלחתי לך ווטסאפ עם הפרטים',
  ])('«%s» is false', (text) => {
    expect(falseClaim(text, booked)).not.toBeNull();
  });
});

describe('of a move to Tuesday at ten', () => {
  const moved: Truth = { ...nothing, booked: [tuesdayAtTen], moved: [tuesdayAtTen] };
  test.each([
    'העברתי את התור ליום שלישי בעשר',
    'התור הועבר',
    'התור נקבע ליום שלישי',
    'הזזתי אותו מיום ראשון ליום שלישי',
  ])('«%s» is true', (text) => {
    expect(falseClaim(text, moved)).toBeNull();
  });
  test.each(['העברתי את התור ליום רביעי', 'התור בוטל', 'העברתי את הפרטים'])('«%s» is false', (text) => {
    expect(falseClaim(text, moved)).not.toBeNull();
  });
});

describe('of an appointment on Tuesday at ten that was cancelled', () => {
  const cancelled: Truth = { ...nothing, cancelled: [tuesdayAtTen] };
  test.each(['התור ליום שלישי בשעה 10:00 בוטל', 'ביטלתי את התור'])('«%s» is true', (text) => {
    expect(falseClaim(text, cancelled)).toBeNull();
  });
  test.each(['ביטלתי את התור של יום חמישי', 'יש לך תור ביום שלישי', 'התור הועבר'])('«%s» is false', (text) => {
    expect(falseClaim(text, cancelled)).not.toBeNull();
  });
});

describe('of a place on the waitlist of Tuesday', () => {
  const waiting: Truth = { ...nothing, waitlisted: [tuesdayAtTen.date] };
  test.each([
    'רשמתי אותך לרשימת ההמתנה',
    'רשמתי',
    'רשמתי אותך',
    'נרשמת לרשימת ההמתנה ליום שלישי',
    'הוספתי אותך להמתנה',
  ])('«%s» is true', (text) => {
    expect(falseClaim(text, waiting)).toBeNull();
  });
  test.each(['רשמתי אותך לתור', 'רשמתי אותך ליום שלישי בעשר', 'קבעתי לך תור', 'נרשמת לרשימת ההמתנה ליום חמישי'])(
    '«%s» is false',
    (text) => {
      expect(falseClaim(text, waiting)).not.toBeNull();
    },
  );
});
