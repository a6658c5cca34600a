/** What the phone door asks the house (implemented by `src/call`): every answer becomes one TwiML document. */
export interface FrontDesk {
  ring(call: Ring): Promise<RingAnswer>;
  streamEnded(callSid: string): Promise<StreamEndAnswer>;
  statusChanged(call: { callSid: string; status: string }): Promise<void>;
}

/** A voice webhook. Numbers as Twilio gives them; `from` may be empty or a word where the caller is anonymous. */
export interface Ring {
  callSid: string;
  from: string;
  to: string;
  /**
   * `resumed` where the request came from the trailing `<Redirect>` of an earlier answer; `afterError` where Twilio met an error, at the
   * first webhook or at any later one, and asks its fallback URL.
   */
  resume: 'first' | 'resumed' | 'afterError';
}

/** `stream`: the number of the stream that is let in next. */
export type RingAnswer =
  | { kind: 'connect'; stream: number }
  | { kind: 'unknownNumber' }
  | { kind: 'busy' }
  | { kind: 'unavailable' }
  | CallOver;

export type StreamEndAnswer = { kind: 'connect'; stream: number } | CallOver;

/** The call does not go on with us: nothing more is said, or an apology and the business's own phone. */
export type CallOver = { kind: 'hangUp' } | { kind: 'apologize'; fallbackNumber: string | null };
