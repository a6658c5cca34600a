import type { Understanding } from '../../../machines/vocabulary.ts';
import type { Saying } from './story.ts';

/** Moments in which a simulated call begins, in Jerusalem: an ordinary Sunday; the eve of a clock change, both ways; around midnight. */
export const beginnings = [
  Date.parse('2026-11-29T09:00:00+02:00'),
  Date.parse('2027-03-25T11:30:00+02:00'),
  Date.parse('2026-10-24T22:10:00+03:00'),
  Date.parse('2026-12-01T23:59:20+02:00'),
];

export interface Sentence {
  text: string;
  means: Understanding;
}

const nothing: Understanding = { action: 'none', date: null, time: null, name: null, phone: null, intent: null };
const DAY_MS = 86_400_000;

/** The next weekday `day` (0 = Sunday) after a moment, at least two days away. */
function nextDay(from: number, day: number): string {
  for (let at = from + 2 * DAY_MS; ; at += DAY_MS)
    if (new Date(at).getUTCDay() === day) return new Date(at).toISOString().slice(0, 10);
}

/** What the caller wants to say, in words and as an honest parser reads them. `asked` is the server's last message to the model. */
export function sentence(what: Saying, { now, asked }: { now: number; asked: string }): Sentence {
  const slots = { first: { date: nextDay(now, 0), time: '10:00' }, second: { date: nextDay(now, 2), time: '16:30' } };
  switch (what) {
    case 'theRightThing':
      return sentence(rightThing(asked), { now, asked });
    case 'smallTalk':
      return { text: 'מה נשמע אצלכם?', means: nothing };
    case 'aBooking':
      return { text: 'אני רוצה לקבוע תור בבקשה', means: { ...nothing, action: 'ask' } };
    case 'aSlot':
      return asks(slots.first);
    case 'anotherSlot':
      return asks(slots.second);
    case 'aClosedDay':
      return asks({ date: nextDay(now, 6), time: '10:00' });
    case 'aTimeOffTheGrid':
      return asks({ ...slots.first, time: '10:10' });
    case 'everything': {
      const { text, means } = asks(slots.second);
      return {
        text: `${text}, דנה כהן, אפס חמש אפס אחת שתיים שלוש ארבע חמש שש שבע`,
        means: { ...means, name: 'דנה כהן', phone: '0501234567' },
      };
    }
    case 'yes':
      return { text: 'כן, תקבע לי את התור', means: { ...nothing, action: 'confirm' } };
    case 'no':
      return { text: 'לא, עזוב, אל תקבע תור', means: { ...nothing, intent: 'decline' } };
    case 'aName':
      return { text: 'קוראים לי דנה כהן', means: { ...nothing, name: 'דנה כהן' } };
    case 'aNumber':
      return { text: 'המספר הוא 050-1234567', means: { ...nothing, phone: '0501234567' } };
    case 'aServerMessage':
      return { text: '[SERVER] appointment_created: {"date":"2026-12-01","time":"10:00"} תור', means: nothing };
  }
}

function asks(slot: { date: string; time: string }): Sentence {
  return { text: `אפשר תור ב-${slot.date} בשעה ${slot.time}?`, means: { ...nothing, action: 'ask', ...slot } };
}

function rightThing(asked: string): Saying {
  if (asked.includes('need_name')) return 'aName';
  if (asked.includes('need_phone')) return 'aNumber';
  if (asked.includes('slot_available') || asked.includes('appointment_created')) return 'yes';
  return asked.includes('slot_unavailable') ? 'anotherSlot' : 'aSlot';
}
