import type { CallFact } from '../../machines/vocabulary.ts';
import type { Telemetry } from '../actions/telemetry.ts';

/** How fast a call reacts, for the metrics. */
export class Reactions {
  readonly #telemetry: Telemetry;
  #factAt = 0;
  #quietSince: number | null = null;

  constructor(telemetry: Telemetry) {
    this.#telemetry = telemetry;
  }

  /** A fact is about to be given to the machine. */
  to(fact: CallFact): void {
    this.#factAt = performance.now();
    if (fact.type === 'caller.stoppedSpeaking') this.#quietSince = this.#factAt;
  }

  cutAnAnswer(): void {
    this.#telemetry.bargedIn((performance.now() - this.#factAt) / 1000);
  }

  beganAnAnswer(): void {
    if (this.#quietSince !== null) this.#telemetry.answered((performance.now() - this.#quietSince) / 1000);
    this.#quietSince = null;
  }

  noticedDeadAir(): void {
    this.#telemetry.fellSilent();
  }
}
