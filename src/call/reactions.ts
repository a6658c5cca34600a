import type { CallFact } from '../../machines/vocabulary.ts';
import type { Telemetry } from '../actions/telemetry.ts';
import type { CallClock } from '../speech/call-clock.ts';

/** How fast a call reacts, for the metrics. */
export class Reactions {
  readonly #telemetry: Telemetry;
  readonly #clock: CallClock;
  readonly #answersMs: number[] = [];
  readonly #bargeInsMs: number[] = [];
  #deadAirs = 0;
  #factAt = 0;
  #quietSince: number | null = null;

  constructor(telemetry: Telemetry, clock: CallClock) {
    this.#telemetry = telemetry;
    this.#clock = clock;
  }

  /** A fact is about to be given to the machine. */
  to(fact: CallFact): void {
    this.#factAt = this.#clock.now();
    if (fact.type === 'caller.stoppedSpeaking') this.#quietSince = this.#factAt;
  }

  cutAnAnswer(): void {
    const ms = this.#clock.now() - this.#factAt;
    this.#bargeInsMs.push(rounded(ms));
    this.#telemetry.bargedIn(ms / 1000);
  }

  beganAnAnswer(): void {
    if (this.#quietSince === null) return;
    const ms = this.#clock.now() - this.#quietSince;
    this.#answersMs.push(rounded(ms));
    this.#telemetry.answered(ms / 1000);
    this.#quietSince = null;
  }

  noticedDeadAir(): void {
    this.#deadAirs += 1;
    this.#telemetry.fellSilent();
  }

  /** All of this call so far. */
  get figures() {
    return { answersMs: this.#answersMs, bargeInsMs: this.#bargeInsMs, deadAirs: this.#deadAirs };
  }
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100;
