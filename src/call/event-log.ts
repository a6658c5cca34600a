import type { CallRecord } from '../actions/record-call.ts';

export type RecordWriter = (record: CallRecord) => Promise<void>;

interface Recorded {
  seq: number;
  ms: number;
  fact: { type: string };
}

/** The record of one call: every fact with its milliseconds, every line as it was heard. Written in batches. */
export class EventLog {
  readonly #call: { callSid: string; businessId: string };
  readonly #write: RecordWriter;
  #events: Recorded[] = [];
  #lines: CallRecord['lines'] = [];
  #seq: number;

  constructor(call: { callSid: string; businessId: string; firstSeq: number }, write: RecordWriter) {
    this.#call = { callSid: call.callSid, businessId: call.businessId };
    this.#write = write;
    this.#seq = call.firstSeq;
  }

  fact(fact: { type: string }, ms: number): void {
    this.#events.push({ seq: this.#seq, ms, fact });
    this.#seq += 1;
  }

  line(line: CallRecord['lines'][number]): void {
    this.#lines.push(line);
  }

  /** Writes what has gathered. What could not be written stays for the next time. */
  async flush(): Promise<void> {
    if (this.#events.length === 0 && this.#lines.length === 0) return;
    const [events, lines] = [this.#events, this.#lines];
    this.#events = [];
    this.#lines = [];
    try {
      await this.#write({ ...this.#call, events, lines });
    } catch (error) {
      this.#events = [...events, ...this.#events].slice(-MOST_KEPT);
      this.#lines = [...lines, ...this.#lines].slice(-MOST_KEPT);
      throw error;
    }
  }
}

const MOST_KEPT = 5_000;
