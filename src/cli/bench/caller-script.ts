/** How a caller listens to an answer: cuts in while it is made, cuts in while it plays out, or hears it to the end. */
export type Manner = 'cutsEarly' | 'cutsLate' | 'hearsOut';

const MANNERS: readonly Manner[] = ['cutsEarly', 'cutsLate', 'hearsOut'];
const CUT_AFTER_MS = { cutsEarly: 400, cutsLate: 2000 } as const;
const SPEECH_MS = 800;
const PAUSE_MS = 500;
const PATIENCE_MS = 4000;

type Step =
  | { kind: 'silent'; untilMs: number }
  | { kind: 'speaking'; untilMs: number }
  | { kind: 'waiting'; untilMs: number }
  | { kind: 'hearing'; manner: Manner; sinceMs: number };

export interface ScriptListener {
  startsSpeaking(manner: Manner): void;
  stopsSpeaking(): void;
  /** An answer did not come in time. */
  givesUp(): void;
}

/** What a caller of the bench does: asks, waits, hears the answer in one of three manners in turn, asks again. */
export class CallerScript {
  /** Number of the turn that is being spoken or was spoken last. */
  turn = 0;
  #step: Step;
  #answers: number;
  readonly #listener: ScriptListener;

  constructor(begin: { speakAtMs: number; firstManner: number }, listener: ScriptListener) {
    this.#step = { kind: 'silent', untilMs: begin.speakAtMs };
    this.#answers = begin.firstManner;
    this.#listener = listener;
  }

  get isSpeaking(): boolean {
    return this.#step.kind === 'speaking';
  }

  /** The first audio of an answer reached the phone. */
  answered(nowMs: number): 'awaited' | 'unasked' {
    if (this.#step.kind !== 'waiting') return 'unasked';
    const manner = MANNERS[this.#answers % MANNERS.length] ?? 'hearsOut';
    this.#answers += 1;
    this.#step = { kind: 'hearing', manner, sinceMs: nowMs };
    return 'awaited';
  }

  /** Goes on with what is due; `playsUntilMs` is when the phone falls silent. */
  advance(nowMs: number, playsUntilMs: number): void {
    const step = this.#step;
    switch (step.kind) {
      case 'silent':
        if (nowMs >= step.untilMs) this.#speak(nowMs, 'hearsOut');
        return;
      case 'speaking':
        if (nowMs >= step.untilMs) this.#wait(nowMs);
        return;
      case 'waiting':
        if (nowMs >= step.untilMs) this.#giveUp(nowMs);
        return;
      case 'hearing':
        if (nowMs >= endOf(step, playsUntilMs)) this.#speak(nowMs, step.manner);
    }
  }

  #speak(nowMs: number, manner: Manner): void {
    this.turn += 1;
    this.#step = { kind: 'speaking', untilMs: nowMs + SPEECH_MS };
    this.#listener.startsSpeaking(manner);
  }

  #wait(nowMs: number): void {
    this.#step = { kind: 'waiting', untilMs: nowMs + PATIENCE_MS };
    this.#listener.stopsSpeaking();
  }

  #giveUp(nowMs: number): void {
    this.#listener.givesUp();
    this.#speak(nowMs, 'hearsOut');
  }
}

function endOf({ manner, sinceMs }: { manner: Manner; sinceMs: number }, playsUntilMs: number): number {
  return manner === 'hearsOut' ? playsUntilMs + PAUSE_MS : sinceMs + CUT_AFTER_MS[manner];
}
