import type { EarlierCall } from '../actions/open-call.ts';
import { Conversation } from '../speech/conversation.ts';
import { heardText } from './answers.ts';
import type { AnswerLine } from './answers.ts';
import type { EventLog } from './event-log.ts';

/** What was said on the call: line by line for the record, as a conversation for the next session of the model. */
export class Transcript {
  readonly conversation = new Conversation();
  readonly #eventLog: EventLog;

  constructor(eventLog: EventLog, earlier: EarlierCall['lines']) {
    this.#eventLog = eventLog;
    for (const { speaker, text, heardMs, cut } of earlier) {
      if (speaker === 'caller') this.conversation.callerSaid(text);
      if (speaker === 'assistant')
        this.conversation.assistantSaid(heardText({ text, heardMs, cut }, text.length * SPOKEN_MS_PER_LETTER));
    }
  }

  callerSaid({ itemId, text }: { itemId: string; text: string }, startedMs: number): void {
    this.conversation.callerSaid(text);
    this.#eventLog.line({ itemId, speaker: 'caller', text, startedMs, heardMs: null, cut: false });
  }

  /** `heard` is as much of the line as reached the caller. */
  assistantSaid(line: AnswerLine, heard: string): void {
    this.conversation.assistantSaid(heard);
    this.#eventLog.line({ ...line, speaker: 'assistant' });
  }
}

/** About how long a letter of spoken Hebrew takes: how long a line of another node was is not written down. */
const SPOKEN_MS_PER_LETTER = 65;
