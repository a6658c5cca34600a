/** The model's timing and its bad days. Every figure can be set for a whole session; several also for one answer. */
export interface Races {
  /** From the socket's opening to `session.created`. */
  sessionCreatedMs: number;
  /** From `response.create` to `response.created`. */
  createdMs: number;
  /** From `response.created` to the first audio delta. */
  firstAudioMs: number;
  /** How many times faster than real time audio is made. */
  speed: number;
  /** Audio deltas that still leave after a cancel was accepted. */
  lateDeltas: number;
  /** From the end of the caller's speech to its transcript. */
  transcriptMs: number;
  /** From the parser's request to its answer. */
  parserMs: number;
  /** The session ends with 1001 after this long; null: never. */
  expireAfterMs: number | null;
}

export const FAIR_WEATHER: Races = {
  sessionCreatedMs: 5,
  createdMs: 60,
  firstAudioMs: 60,
  speed: 5,
  lateDeltas: 2,
  transcriptMs: 120,
  parserMs: 120,
  expireAfterMs: null,
};
