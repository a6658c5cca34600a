import type { EarlierCall } from '../actions/earlier-call.ts';
import { Conversation } from '../speech/conversation.ts';
import { wordsHeard } from '../speech/heard-truth.ts';
import type { HeardLine } from './audio-path.ts';
import type { EventLog } from './event-log.ts';

/** What was said on the call: line by line for the record, as a conversation for the next session of the model. */
export class Transcript {
  readonly conversation = new Conversation();
  readonly #eventLog: EventLog;

  constructor(eventLog: EventLog, earlier: EarlierCall['lines']) {
    this.#eventLog = eventLog;
    for (const { speaker, text, heardText, heardMs, cut } of earlier) {
      if (speaker === 'caller') this.conversation.callerSaid(text);
      if (speaker === 'assistant')
        this.conversation.assistantSaid(heardText ?? wordsHeard({ text, cut }, guessed(text, heardMs)));
    }
  }

  callerSaid({ itemId, text }: { itemId: string; text: string }, startedMs: number): void {
    this.conversation.callerSaid(text);
    this.#eventLog.line({ itemId, speaker: 'caller', text, startedMs, heardMs: null, cut: false });
  }

  assistantSaid(line: HeardLine): void {
    this.conversation.assistantSaid(line.heardText);
    this.#eventLog.line({ ...line, speaker: 'assistant' });
  }
}

/** About how long a letter of spoken Hebrew takes, for lines of which nobody measured how long they were. */
const SPOKEN_MS_PER_LETTER = 65;
const guessed = (text: string, heardMs: number | null) => ({
  heardMs: heardMs ?? 0,
  receivedMs: text.length * SPOKEN_MS_PER_LETTER,
});
