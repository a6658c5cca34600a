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

function announcement(body: string): string {
  const date = spokenDate(fieldOf(body, 'date'));
  return `התור נקבע בהצלחה, ל-${date} בשעה ${fieldOf(body, 'time')}. רוצה שאשלח לך תזכורת?`;
}

function refusal(body: string): string {
  const alternatives = body.split('alternatives:')[1]?.split(',') ?? [];
  const times = alternatives.map((slot) => slot.trim()).filter((slot) => slot !== '');
  const line = 'הזמן הזה תפוס. רוצה להציע זמן חלופי?';
  const [first] = times;
  if (first === undefined) return line;
  const [date = '', time = ''] = first.split(' ');
  return `${line} פנוי למשל ב-${spokenDate(date)} בשעה ${time}.`;
}

function serverReply(name: string, body: string): string {
  if (name === 'appointment_created') return announcement(body);
  if (name === 'slot_unavailable') return refusal(body);
  return REPLIES[name] ?? LISTENING;
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
