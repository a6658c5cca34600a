import type { CallRecords } from '../actions/record-calls.ts';
import type { Journal } from './journal.ts';

type Line = Omit<CallRecords['lines'][number], 'callSid' | 'epoch'>;

/** The record of one call: every fact with its milliseconds and what the machine gave out for it, every line as it was heard. */
export class EventLog {
  readonly #call: { callSid: string; businessId: string; epoch: number };
  readonly #journal: Journal;
  #seq: number;
  #given: string[] = [];

  /** `epoch` counts how often the call was taken over; each taker numbers its own facts. */
  constructor(
    { callSid, businessId, epoch }: { callSid: string; businessId: string; epoch: number },
    journal: Journal,
  ) {
    this.#call = { callSid, businessId, epoch };
    this.#journal = journal;
    this.#seq = (epoch - 1) * FACTS_OF_ONE_TAKER;
  }

  fact(fact: { type: string }, ms: number): void {
    const { callSid, businessId, epoch } = this.#call;
    this.#given = [];
    this.#journal.event(businessId, { callSid, epoch, seq: this.#seq, ms, fact: { ...fact, given: this.#given } });
    this.#seq += 1;
  }

  /** What the machine gave out for the latest fact, so that a replay can be compared. */
  gave(type: string): void {
    this.#given.push(type);
  }

  line(line: Line): void {
    const { callSid, businessId, epoch } = this.#call;
    this.#journal.line(businessId, { ...line, callSid, epoch });
  }
}

const FACTS_OF_ONE_TAKER = 1_000_000;
