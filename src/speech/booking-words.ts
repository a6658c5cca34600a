const WORDS = new Set(
  'תור תורים תורי פגישה לבטל תבטל תבטלי ביטול להזיז תזיז תזיזי להעביר תעביר תעבירי לשנות לדחות להקדים המתנה לקבוע קבע תקבע תקבעי להזמין לתאם פנוי פנויה שעה יום היום מחר מחרתיים שבוע הבא הבאה ראשון שני שלישי רביעי חמישי שישי שבת בוקר צהריים ערב אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע עשר ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר'.split(
    ' ',
  ),
);
const CLOCK = /^[בל]?-?\d{1,2}[:.]\d\d$/;
const PREFIXES = /^(?:וב|ול|שב|ב|ל|ה|ו|מ|ש)-?/;

/**
 * Whether a turn may be about a booking, so that its answer is worth a short wait for the parser. Decides nothing else:
 * only the parser reads dates, times and consent (law L9).
 */
export function mayConcernBooking(text: string): boolean {
  return text.split(/[^\p{L}\p{N}:.-]+/u).some((word) => {
    const stem = word.replace(PREFIXES, '');
    return WORDS.has(word) || WORDS.has(stem) || CLOCK.test(word) || (/^\d/.test(stem) && stem !== word);
  });
}
