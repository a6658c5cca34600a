import type { OpenedCall } from '../actions/open-call.ts';
import type { CallStanding } from '../db/queries/find-call-standing.ts';
import type { TakenSession } from '../db/queries/take-call-session.ts';
import type { CallOver, FrontDesk, Ring, RingAnswer, StreamEndAnswer } from '../transport/twilio/front-desk-port.ts';
import type { MediaStream } from '../transport/twilio/media-stream.ts';
import type { Call } from './call.ts';
import { ExpectedRings } from './expected-rings.ts';
import { FinishedCalls, farewell } from './finished-calls.ts';
import type { LiveCalls } from './live-calls.ts';

/** The rows of all calls, which the nodes of one address share. */
export interface CallRegister {
  /** Opens a call that rings; one that is known stays as it stands. */
  ring(ring: { callSid: string; from: string; to: string }): Promise<CallStanding | 'unknownNumber'>;
  standing(callSid: string): Promise<CallStanding | null>;
  /** Spends the number of a stream and makes this node the owner; null where that stream may not come in. */
  take(taking: { callSid: string; stream: number; keptEpoch: number | null }): Promise<TakenSession | null>;
  /** All that is known of a call that was just taken. */
  open(session: TakenSession): Promise<OpenedCall>;
}

export interface FrontDeskOptions {
  register: CallRegister;
  liveCalls: LiveCalls;
  maxCalls: number;
  makeCall: (opened: OpenedCall) => Call;
}

/**
 * Receives calls on this node: who may come in, what becomes of a call whose stream ended. Any node can answer for any call, since
 * what it needs to know is in the call's row.
 */
export class CallDesk implements FrontDesk {
  readonly #options: FrontDeskOptions;
  readonly #expected = new ExpectedRings();
  readonly #finished = new FinishedCalls();
  /** Rings that are being looked up. */
  readonly #opening = new Set<string>();
  /** Streams that came in while the house drains, by their call. */
  readonly #turnedAway = new Map<string, number>();
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
    this.#expected.forgetAll();
  }

  async ring({ resume, ...ring }: Ring): Promise<RingAnswer> {
    const over = this.#over(ring.callSid);
    if (over) return over;
    if (resume !== 'first') {
      const answer = await this.#goOn(ring.callSid);
      if (answer) return answer;
      // An error before any node heard of the call left no row: it is a first ring then.
      if (resume === 'resumed') return UNKNOWN;
    }
    if (this.#live(ring.callSid)?.phoneIsLive) return REPEATED;
    if (this.isDraining) return { kind: 'unavailable' };
    if (this.#isFull(ring.callSid)) return { kind: 'busy' };
    this.#opening.add(ring.callSid);
    try {
      return this.#rung(ring.callSid, await this.#options.register.ring(ring));
    } finally {
      this.#opening.delete(ring.callSid);
    }
  }

  async streamEnded(callSid: string): Promise<StreamEndAnswer> {
    return this.#over(callSid) ?? (await this.#goOn(callSid)) ?? UNKNOWN;
  }

  async statusChanged({ callSid, status }: { callSid: string; status: string }): Promise<void> {
    if (OVER.has(status)) this.#live(callSid)?.hungUp();
  }

  /** Takes a stream whose token is good for the stream of this number, once; no other node takes the same one. */
  async admit(stream: MediaStream, number: number): Promise<'admitted' | 'refused'> {
    const live = this.#live(stream.callSid);
    if (!live && this.isDraining) return this.#turnAway(stream.callSid);
    if (live && !mayCarryOn(live)) return 'refused';
    const taking = { callSid: stream.callSid, stream: number, keptEpoch: live?.epoch ?? null };
    const session = await this.#options.register.take(taking);
    if (!session) return 'refused';
    this.#expected.forget(stream.callSid);
    return live ? this.#carryOn(live, stream) : this.#begin(session, stream);
  }

  /** The call is over and written; only how it ended is remembered for a while. */
  finish(call: Call, outcome: string): void {
    this.#options.liveCalls.remove(call);
    this.#finished.remember(call.callSid, { outcome, fallbackNumber: call.fallbackNumber });
  }

  /** The stream is over: the call goes on by the next one, on whichever node that comes in. Null for a call nobody knows. */
  async #goOn(callSid: string): Promise<StreamEndAnswer | null> {
    this.#live(callSid)?.losePhone();
    const standing = await this.#options.register.standing(callSid);
    if (!standing) return null;
    if (standing.outcome === null && this.#isAlone(callSid))
      return { kind: 'apologize', fallbackNumber: standing.fallbackNumber };
    return standing.outcome === null
      ? { kind: 'connect', stream: standing.streams }
      : farewell({ ...standing, outcome: standing.outcome });
  }

  #rung(callSid: string, standing: CallStanding | 'unknownNumber'): RingAnswer {
    if (standing === 'unknownNumber') return { kind: 'unknownNumber' };
    const { outcome, streams } = standing;
    if (outcome !== null) return farewell({ ...standing, outcome });
    if (streams > 0 && standing.owner === 'alive') return REPEATED;
    if (this.isDraining) return { kind: 'unavailable' };
    if (streams === 0) this.#expected.expect(callSid);
    return { kind: 'connect', stream: streams };
  }

  async #begin(session: TakenSession, stream: MediaStream): Promise<'admitted'> {
    const call = this.#options.makeCall(await this.#options.register.open(session));
    this.#options.liveCalls.add(call);
    call.start(stream);
    return 'admitted';
  }

  #turnAway(callSid: string): 'refused' {
    this.#turnedAway.set(callSid, (this.#turnedAway.get(callSid) ?? 0) + 1);
    return 'refused';
  }

  /** The streams of a call keep coming to this node, though it drains: no other one is there to take it. */
  #isAlone(callSid: string): boolean {
    return (this.#turnedAway.get(callSid) ?? 0) >= MOST_TURNED_AWAY;
  }

  #carryOn(call: Call, stream: MediaStream): 'admitted' | 'refused' {
    if (!mayCarryOn(call)) return 'refused';
    call.resume(stream);
    return 'admitted';
  }

  #over(callSid: string): CallOver | null {
    const live = this.#live(callSid);
    const ending = live ? endingOf(live) : this.#finished.of(callSid);
    return ending ? farewell(ending) : null;
  }

  #live(callSid: string): Call | undefined {
    return this.#options.liveCalls.call(callSid);
  }

  #isFull(callSid: string): boolean {
    const others = new Set([...this.#expected.all(), ...this.#opening]);
    others.delete(callSid);
    return this.#options.liveCalls.size + others.size >= this.#options.maxCalls;
  }
}

const mayCarryOn = (call: Call): boolean => !call.phoneIsLive && call.outcome === null;

function endingOf({ outcome, fallbackNumber }: Call) {
  return outcome === null ? undefined : { outcome, fallbackNumber };
}

/** A webhook that comes again while its call is on the line is no new call and gets no new token. */
const REPEATED = { kind: 'hangUp' } as const;
/** A stream of a call that nobody knows. */
const UNKNOWN = { kind: 'hangUp' } as const;
const MOST_TURNED_AWAY = 3;
const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
