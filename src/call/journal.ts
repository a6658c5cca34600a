import type { CallRecords } from '../actions/record-calls.ts';

export type RecordsWriter = (businessId: string, records: CallRecords) => Promise<void>;
type Event = CallRecords['events'][number];
type Line = CallRecords['lines'][number];

const MOST_KEPT = 20_000;

/** The record of all calls of this node, written business by business in batches, so that it costs the calls nothing. */
export class Journal {
  readonly #write: RecordsWriter;
  readonly #waiting = new Map<string, CallRecords>();

  constructor(write: RecordsWriter) {
    this.#write = write;
  }

  event(businessId: string, event: Event): void {
    this.#of(businessId).events.push(event);
  }

  line(businessId: string, line: Line): void {
    this.#of(businessId).lines.push(line);
  }

  /** Writes what has gathered for one business. What could not be written stays for the next time. */
  async flush(businessId: string): Promise<void> {
    const records = this.#waiting.get(businessId);
    if (!records) return;
    this.#waiting.delete(businessId);
    try {
      await this.#write(businessId, records);
    } catch (error) {
      const newer = this.#of(businessId);
      newer.events.unshift(...records.events.slice(-MOST_KEPT));
      newer.lines.unshift(...records.lines.slice(-MOST_KEPT));
      throw error;
    }
  }

  /** Writes everything, one business after the other; the first fault is thrown after all had their turn. */
  async flushAll(): Promise<void> {
    const faults: unknown[] = [];
    for (const businessId of [...this.#waiting.keys()])
      await this.flush(businessId).catch((error: unknown) => faults.push(error));
    if (faults.length > 0) throw faults[0];
  }

  #of(businessId: string): CallRecords {
    const known = this.#waiting.get(businessId);
    if (known) return known;
    const made: CallRecords = { events: [], lines: [] };
    this.#waiting.set(businessId, made);
    return made;
  }
}
