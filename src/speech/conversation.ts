import type { ConversationItem } from 'openai/resources/realtime/realtime';

interface Line {
  role: 'user' | 'assistant';
  text: string;
}

export interface SaidLine {
  speaker: 'caller' | 'assistant';
  text: string;
}

const KEPT_LINES = 60;
/** Also as a model may still read it: in small letters, with spaces or marks of direction inside. */
const SERVER_MARK = /\[[\s\p{Cf}]*server[\s\p{Cf}]*\]/giu;

/** What the server tells the model. */
export const systemItem = (text: string): ConversationItem => ({
  type: 'message',
  role: 'system',
  content: [{ type: 'input_text', text }],
});

/** What the caller heard the AI say. */
export const assistantItem = (text: string): ConversationItem => ({
  type: 'message',
  role: 'assistant',
  content: [{ type: 'output_text', text }],
});

/** What was said so far, as text: what a new model session is told after the old one fell. */
export class Conversation {
  #lines: Line[] = [];

  callerSaid(text: string): void {
    this.#add({ role: 'user', text });
  }

  /** Only what the caller heard. */
  assistantSaid(text: string): void {
    this.#add({ role: 'assistant', text });
  }

  /** What was said last; null before anybody spoke. */
  get lastLine(): SaidLine | null {
    const last = this.#lines.at(-1);
    return last === undefined ? null : { speaker: last.role === 'user' ? 'caller' : 'assistant', text: last.text };
  }

  /** Items for the new session. The caller's words never look like a server message. */
  items(): ConversationItem[] {
    return this.#lines.map(({ role, text }) =>
      role === 'user'
        ? { type: 'message', role, content: [{ type: 'input_text', text: text.replace(SERVER_MARK, '(SERVER)') }] }
        : assistantItem(text),
    );
  }

  #add(line: Line): void {
    if (line.text.trim() === '') return;
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
  }
}
