import { SILENCE_LINE } from './occasion.ts';
import type { Occasion } from './occasion.ts';

const GREETING = 'שלום, הגעתם אלינו, במה אפשר לעזור?';
const LISTENING = 'אני כאן, ספרי לי מה צריך.';
const NOTED = 'קיבלתי, תודה.';
const SMALL_TALK = ['בשמחה, אני מקשיבה.', 'הבנתי, אני איתך.', 'בטח, במה עוד אפשר לעזור?'] as const;

const REPLIES: Readonly<Record<string, string>> = {
  slot_available: 'מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?',
  need_name: 'מה השם המלא שלך?',
  need_phone: 'אפשר לקבל מספר טלפון? הקש את המספר וסיים בסולמית.',
  need_date_time: 'לאיזה יום ובאיזו שעה?',
  clarify: 'סליחה, אפשר לחזור על זה?',
  yes_or_no: 'רק לוודא, לקבוע? אפשר לומר: כן, לקבוע.',
  appointment_failed: 'אני רושם את הבקשה, ופרטים מדויקים יישלחו בהמשך.',
  not_booked: 'אני רושם את הבקשה, ופרטים מדויקים יישלחו בהמשך.',
  no_appointment: 'לא מצאתי תור על המספר שממנו התקשרת. לרשום את הבקשה?',
  move_or_another: 'להזיז את התור הקיים, או לקבוע תור נוסף?',
  reminder_scheduled: 'בסדר גמור, תהיה תזכורת לפני התור.',
  resumed: 'אני שוב איתך, אפשר להמשיך.',
};

const MONTHS = 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר'.split(' ');

function spokenDate(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${day ?? ''} ב${MONTHS[(month ?? 1) - 1] ?? ''}`;
}

function fieldOf(body: string, field: string): string {
  const found = new RegExp(`"${field}"\\s*:\\s*"([^"]*)"`, 'u').exec(body);
  return found?.[1] ?? '';
}

function writtenSlot(body: string): string {
  return `${spokenDate(fieldOf(body, 'date'))} בשעה ${fieldOf(body, 'time')}`;
}

/** «1 בדצמבר בשעה 10:00», for each slot of a list. */
function spokenSlots(body: string): string[] {
  return [...body.matchAll(/(\d{4}-\d\d-\d\d) (\d\d:\d\d)/gu)].map(
    ([, date = '', time = '']) => `${spokenDate(date)} בשעה ${time}`,
  );
}

function refusal(body: string): string {
  const [first] = spokenSlots(body.split('alternatives:')[1] ?? '');
  const near = first === undefined ? '' : ` פנוי למשל ב-${first}.`;
  const waitlist = body.includes('waitlist:') ? ' היום מלא. לרשום אותך לרשימת ההמתנה?' : '';
  return `הזמן הזה תפוס. רוצה להציע זמן חלופי?${near}${waitlist}`;
}

const SLOT_LINES: Readonly<Record<string, (body: string) => string>> = {
  appointment_created: (body) => `התור נקבע בהצלחה, ל-${writtenSlot(body)}. רוצה שאשלח לך תזכורת?`,
  appointment_moved: (body) => `התור הועבר ל-${writtenSlot(body)}. רוצה שאשלח לך תזכורת?`,
  appointment_cancelled: (body) => `התור ל-${writtenSlot(body)} בוטל.`,
  appointment_found: (body) => `יש לך תור ב-${spokenSlots(body).join(', וגם ב-')}.`,
  which_appointment: (body) => `לאיזה מהתורים הכוונה, ל-${spokenSlots(body).join(' או ל-')}?`,
  confirm_cancel: (body) => `לבטל את התור ל-${spokenSlots(body).join(', ')}?`,
  waitlisted: (body) => `רשמתי אותך לרשימת ההמתנה ל-${spokenDate(body)}.`,
  slot_unavailable: refusal,
};

function serverReply(name: string, body: string): string {
  return SLOT_LINES[name]?.(body) ?? REPLIES[name] ?? LISTENING;
}

/** What an obedient model says on an occasion; `turnNumber` varies its small talk. */
export function obedientLine(occasion: Occasion, turnNumber: number): string {
  switch (occasion.kind) {
    case 'greeting':
      return GREETING;
    case 'silence':
      return SILENCE_LINE;
    case 'server':
      return serverReply(occasion.name, occasion.body);
    case 'turn':
      return SMALL_TALK[turnNumber % SMALL_TALK.length] ?? LISTENING;
    case 'note':
      return NOTED;
    case 'continue':
      return occasion.rest;
    case 'nothing':
      return LISTENING;
  }
}
