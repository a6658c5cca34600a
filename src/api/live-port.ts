/** A call as it runs on this node right now. `state` is the machine's state value, serialisable. */
export interface LiveCall {
  callSid: string;
  businessId: string;
  startedAt: number;
  state: unknown;
  kind: 'phone' | 'test' | 'practice';
  /** Masked: the last digits alone. */
  from: string | null;
  lastLine: { speaker: 'caller' | 'assistant'; text: string } | null;
}

/** Something new about a live call: `type` becomes the event name on `/live`, the rest its data. */
export interface LiveEvent {
  type: string;
  callSid: string;
  businessId: string;
  [more: string]: unknown;
}

/** What the API needs of `src/call/live-calls.ts`. */
export interface LiveCalls {
  list(): readonly LiveCall[];
  find(callSid: string): LiveCall | undefined;
  subscribe(listener: (event: LiveEvent) => void): () => void;
}
