import type { OpenedCall } from '../actions/open-call.ts';
import type { FrontDesk, Ring, RingAnswer, StreamEndAnswer } from '../transport/twilio/front-desk-port.ts';
import type { MediaStream } from '../transport/twilio/media-stream.ts';
import type { Call } from './call.ts';
import type { LiveCalls } from './live-calls.ts';

export interface FrontDeskOptions {
  liveCalls: LiveCalls;
  maxCalls: number;
  /** Opens the call in the database: whose it is and what is known. */
  openCall: (ring: { callSid: string; from: string; to: string }) => Promise<OpenedCall | 'unknownNumber'>;
  makeCall: (opened: OpenedCall) => Call;
  /** Closes the row of a call that rang and never became a stream. */
  closeUnused: (opened: OpenedCall) => void;
}

interface Finished {
  outcome: string;
  fallbackNumber: string | null;
}

/** Longer than a stream token lives. */
const EXPECTED_MS = 75_000;
const MOST_REMEMBERED = 2_000;

/** Receives the calls of this node: who may come in, what becomes of a call whose stream ended. */
export class CallDesk implements FrontDesk {
  readonly #options: FrontDeskOptions;
  readonly #expected = new Map<string, { opened: OpenedCall; timer: NodeJS.Timeout }>();
  /** Rings whose business is being looked up. */
  readonly #opening = new Set<string>();
  readonly #finished = new Map<string, Finished>();
  #house: 'open' | 'draining' = 'open';

  constructor(options: FrontDeskOptions) {
    this.#options = options;
  }

  get isDraining(): boolean {
    return this.#house === 'draining';
  }

  /** No new calls from now on. */
  drain(): void {
    this.#house = 'draining';
    for (const { timer } of this.#expected.values()) clearTimeout(timer);
  }

  async ring({ callSid, from, to, resume }: Ring): Promise<RingAnswer> {
    if (this.#finished.has(callSid)) return { kind: 'finished' };
    const live = this.#options.liveCalls.call(callSid);
    if (live) return this.#ringAgain(live, resume);
    if (this.isDraining) return { kind: 'unavailable' };
    if (this.#isFull(callSid)) return { kind: 'busy' };
    this.#opening.add(callSid);
    try {
      return this.#opened(await this.#options.openCall({ callSid, from, to }));
    } finally {
      this.#opening.delete(callSid);
    }
  }

  async streamEnded(callSid: string): Promise<StreamEndAnswer> {
    const live = this.#options.liveCalls.call(callSid);
    const finished = live ? finishedView(live) : this.#finished.get(callSid);
    if (live && !finished) {
      live.losePhone();
      return { kind: 'reconnect' };
    }
    return finished?.outcome === 'modelUnavailable'
      ? { kind: 'apologize', fallbackNumber: finished.fallbackNumber }
      : { kind: 'hangUp' };
  }

  async statusChanged({ callSid, status }: { callSid: string; status: string }): Promise<void> {
    if (OVER.has(status)) this.#options.liveCalls.call(callSid)?.hungUp();
  }

  /** Takes a stream whose token was good. */
  admit(stream: MediaStream): 'admitted' | 'refused' {
    const live = this.#options.liveCalls.call(stream.callSid);
    if (live) return this.#readmit(live, stream);
    const expected = this.#expected.get(stream.callSid);
    if (!expected) return 'refused';
    this.#forget(stream.callSid);
    const call = this.#options.makeCall(expected.opened);
    this.#options.liveCalls.add(call);
    call.start(stream);
    return 'admitted';
  }

  /** The call is over and written; only how it ended is remembered for a while. */
  finish(call: Call, outcome: string): void {
    this.#options.liveCalls.remove(call);
    this.#finished.set(call.callSid, { outcome, fallbackNumber: call.fallbackNumber });
    const [oldest] = this.#finished.keys();
    if (this.#finished.size > MOST_REMEMBERED && oldest !== undefined) this.#finished.delete(oldest);
  }

  #ringAgain(live: Call, resume: Ring['resume']): RingAnswer {
    if (live.outcome !== null) return { kind: 'finished' };
    if (resume === 'resumed') live.losePhone();
    return { kind: 'connect' };
  }

  #opened(opened: OpenedCall | 'unknownNumber'): RingAnswer {
    if (opened === 'unknownNumber') return { kind: 'unknownNumber' };
    if (this.#options.liveCalls.call(opened.callSid)) return { kind: 'connect' };
    if (this.isDraining) {
      this.#options.closeUnused(opened);
      return { kind: 'unavailable' };
    }
    this.#expect(opened);
    return { kind: 'connect' };
  }

  #readmit(call: Call, stream: MediaStream): 'admitted' | 'refused' {
    if (call.phoneIsLive || call.outcome !== null) return 'refused';
    call.resume(stream);
    return 'admitted';
  }

  #isFull(callSid: string): boolean {
    const others = new Set([...this.#expected.keys(), ...this.#opening]);
    others.delete(callSid);
    return this.#options.liveCalls.size + others.size >= this.#options.maxCalls;
  }

  #expect(opened: OpenedCall): void {
    this.#forget(opened.callSid);
    const timer = setTimeout(() => {
      this.#expected.delete(opened.callSid);
      this.#options.closeUnused(opened);
    }, EXPECTED_MS);
    timer.unref();
    this.#expected.set(opened.callSid, { opened, timer });
  }

  #forget(callSid: string): void {
    clearTimeout(this.#expected.get(callSid)?.timer);
    this.#expected.delete(callSid);
  }
}

function finishedView({ outcome, fallbackNumber }: Call): Finished | undefined {
  return outcome === null ? undefined : { outcome, fallbackNumber };
}

const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
