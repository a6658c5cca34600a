import type { CallFact } from '../../machines/vocabulary.ts';
import type { Telemetry } from '../actions/telemetry.ts';
import type { CallClock } from '../speech/call-clock.ts';

/** How fast a call reacts, for the metrics. */
export class Reactions {
  readonly #telemetry: Telemetry;
  readonly #clock: CallClock;
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
    this.#telemetry.bargedIn((this.#clock.now() - this.#factAt) / 1000);
  }

  beganAnAnswer(): void {
    if (this.#quietSince !== null) this.#telemetry.answered((this.#clock.now() - this.#quietSince) / 1000);
    this.#quietSince = null;
  }

  noticedDeadAir(): void {
    this.#telemetry.fellSilent();
  }
}
