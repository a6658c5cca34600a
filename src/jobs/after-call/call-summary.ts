import { spokenDate } from '../../booking/hebrew-date.ts';
import type { Appointment } from '../../db/appointment.ts';
import { falseClaim } from '../../speech/claims.ts';
import type { SummaryDraft } from '../../transport/openai/summary-client.ts';
import type { CallFile } from './call-file.ts';

/** What the owner reads of a call on its lead. */
export interface CallSummary {
  summary: string;
  outcome: SummaryDraft['outcome'] | 'no_request';
  followUp: string | null;
}

const LONGEST = 600;
/** No text of a database can hold it. */
const NUL = '\0';

/**
 * The model's draft where the rows bear out all it says of appointments, else the facts alone: what is not in the database did
 * not happen. An appointment whose announcement the caller never heard to its end is always followed up.
 */
export function callSummary(file: CallFile, draft: SummaryDraft | null): CallSummary {
  const written = draft !== null && isTrue(draft, file) ? draft : factualSummary(file);
  const { summary, followUp } = written;
  const all = [unheardBooking(file), followUp?.trim() ?? ''].filter((text) => text !== '');
  return {
    summary: summary.trim(),
    outcome: outcomeInRows(file) ?? written.outcome,
    followUp: all.length === 0 ? null : all.join(' '),
  };
}

function outcomeInRows({ booked, moved, cancelled }: CallFile): CallSummary['outcome'] | null {
  if (booked.length > 0) return 'booked';
  if (moved.length > 0) return 'moved';
  return cancelled.length > 0 ? 'cancelled' : null;
}

function isTrue(draft: SummaryDraft, file: CallFile): boolean {
  const { summary, outcome, followUp, action, date, time } = draft;
  const standing = [...file.booked, ...file.moved];
  const texts = [summary, followUp ?? ''];
  if (!/\p{Script=Hebrew}/u.test(summary) || texts.some((text) => text.length > LONGEST || text.includes(NUL)))
    return false;
  if (action === 'confirm' && !standing.some((row) => row.date === date && row.time === time)) return false;
  if (outcomeInRows(file) === null && ['booked', 'moved', 'cancelled'].includes(outcome)) return false;
  return texts.every((text) => falseClaim(text, { ...NOTHING, ...file, booked: standing, standing }) === null);
}

/** Without any model: the rows, and the wish as the parser understood it. */
function factualSummary(file: CallFile): CallSummary {
  const { booked, moved, cancelled, session, lines } = file;
  const outcome = outcomeInRows(file);
  if (outcome !== null) {
    const said = [
      ...booked.map((row) => `נקבע תור ${whenOf(row)} על שם ${row.name}.`),
      ...moved.map((row) => `התור הועבר ${whenOf(row)}.`),
      ...cancelled.map((row) => `בוטל התור שהיה ${whenOf(row)}.`),
    ];
    return { summary: said.join(' '), outcome, followUp: null };
  }
  const { date, time } = session.wish;
  if (date !== null) {
    const wanted = `המתקשר ביקש תור ל${spokenDate(date)}${time === null ? '' : ` בשעה ${time}`}. לא נקבע תור.`;
    return { summary: wanted, outcome: 'wants_appointment', followUp: 'לחזור למתקשר לגבי התור שביקש.' };
  }
  if (!lines.some(({ speaker }) => speaker === 'caller')) {
    return { summary: 'השיחה הסתיימה בלי שהמתקשר אמר דבר.', outcome: 'no_request', followUp: null };
  }
  return { summary: 'המתקשר דיבר ולא נקבע תור.', outcome: 'other', followUp: 'לקרוא את תמליל השיחה.' };
}

const whenOf = ({ date, time }: Appointment): string => `ל${spokenDate(date)} בשעה ${time}`;

function unheardBooking({ booked, lines }: CallFile): string {
  const unheard = booked.filter((slot) => !wasHeard(lines, slot));
  if (unheard.length === 0) return '';
  return `לא אושר בקול: התור ${unheard.map(whenOf).join(', ')} נקבע, אך השיחה נותקה לפני שהמתקשר שמע את האישור. כדאי להתקשר ולוודא.`;
}

const NOTHING = { today: null, booked: [], standing: [], moved: [], cancelled: [], waitlisted: [] };

/** An answer that was heard uncut and claims an appointment which, of all, this one makes true. */
function wasHeard(lines: CallFile['lines'], slot: Appointment): boolean {
  return lines.some(
    ({ speaker, text, heardMs, cut }) =>
      speaker === 'assistant' &&
      !cut &&
      heardMs !== 0 &&
      falseClaim(text, NOTHING) !== null &&
      falseClaim(text, { ...NOTHING, booked: [slot], standing: [slot] }) === null,
  );
}
