import { Samples } from './samples.ts';
import type { HeardInterruption, UpstreamReport } from './upstream-report.ts';

/** What the model side counts, over all its connections, since it was last emptied. */
export class UpstreamTally {
  framesHeard = 0;
  framesLost = 0;
  framesOfOthers = 0;
  frameLatency = new Samples();
  errors: Record<string, number> = {};
  interruptions: HeardInterruption[] = [];

  empty(): void {
    this.framesHeard = 0;
    this.framesLost = 0;
    this.framesOfOthers = 0;
    this.frameLatency = new Samples();
    this.errors = {};
    this.interruptions = [];
  }

  countError(code: string): void {
    this.errors[code] = (this.errors[code] ?? 0) + 1;
  }

  report(): UpstreamReport {
    const { framesHeard, framesLost, framesOfOthers, errors, interruptions } = this;
    const frameLatency = this.frameLatency.distribution();
    return { framesHeard, framesLost, framesOfOthers, frameLatency, errors, interruptions };
  }
}
