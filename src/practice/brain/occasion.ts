import type { Remembered } from '../model/conversation.ts';
import { FRAME_MS } from '../audio/watermark.ts';

/** The one sentence a silent caller may hear (product.md §3). */
export const SILENCE_LINE = 'בסדר, אני על הקו אם צריך.';

const SERVER_MARK = '[SERVER] ';

/** Why the model is asked to speak, as a well-told model would understand it. */
export type Occasion =
  | { kind: 'greeting' }
  | { kind: 'turn'; text: string }
  | { kind: 'server'; name: string; body: string; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'silence' }
  | { kind: 'continue'; rest: string }
  | { kind: 'nothing' };

export interface Asked {
  items: readonly Remembered[];
  sessionInstructions: string;
  /** Instructions of this one response, or null. */
  ownInstructions: string | null;
}

/** `[SERVER] name: body` taken apart; null where the text is no server message. */
export function serverMessageIn(text: string): { name: string; body: string } | null {
  if (!text.startsWith(SERVER_MARK)) return null;
  const rest = text.slice(SERVER_MARK.length);
  const colon = rest.indexOf(':');
  if (colon < 0) return { name: rest.trim(), body: '' };
  return { name: rest.slice(0, colon).trim(), body: rest.slice(colon + 1).trim() };
}

function restOf(item: Remembered): string {
  if (item.spoken === null || item.truncatedAtMs === null) return '';
  const heardFrames = item.truncatedAtMs / FRAME_MS;
  return item.spoken.words
    .filter((word) => word.untilFrame > heardFrames)
    .map((word) => word.text)
    .join(' ');
}

function isBriefing(item: Remembered): boolean {
  return item.role === 'system' && serverMessageIn(item.text) === null && !item.text.includes(SILENCE_LINE);
}

function occasionOfSystem(text: string): Occasion {
  const message = serverMessageIn(text);
  if (message !== null) return { kind: 'server', ...message, text };
  return text.includes(SILENCE_LINE) ? { kind: 'silence' } : { kind: 'note', text };
}

function occasionOfOwnSpeech(last: Remembered, asked: Asked): Occasion {
  const rest = restOf(last);
  if (rest !== '') return { kind: 'continue', rest };
  return asked.sessionInstructions.includes(SILENCE_LINE) ? { kind: 'silence' } : { kind: 'nothing' };
}

/** Reads the occasion from the response's own instructions and the last item of the conversation. */
export function readOccasion(asked: Asked): Occasion {
  const own = (asked.ownInstructions ?? '').replace(asked.sessionInstructions, '');
  if (own.includes(SILENCE_LINE)) return { kind: 'silence' };
  const last = asked.items.at(-1);
  if (last === undefined || asked.items.every(isBriefing)) return { kind: 'greeting' };
  if (last.role === 'system') return occasionOfSystem(last.text);
  if (last.role === 'user') return { kind: 'turn', text: last.text };
  return occasionOfOwnSpeech(last, asked);
}
