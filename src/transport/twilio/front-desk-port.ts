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
  /** `resumed` where the request came from the trailing `<Redirect>` of an earlier answer. */
  resume: 'first' | 'resumed';
}

export type RingAnswer =
  { kind: 'connect' } | { kind: 'unknownNumber' } | { kind: 'busy' } | { kind: 'unavailable' } | { kind: 'finished' };

export type StreamEndAnswer =
  { kind: 'hangUp' } | { kind: 'reconnect' } | { kind: 'apologize'; fallbackNumber: string | null };
