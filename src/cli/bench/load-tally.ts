import type { Interruption, LoadReport } from './load-report.ts';
import { nowUs } from './monotonic-clock.ts';
import { Samples } from './samples.ts';

/** An interruption this young is not judged: its end may still be on its way. */
const SETTLED_US = 500_000;

/** What all callers count since it was last emptied. */
export class LoadTally {
  framesSent = 0;
  unanswered = 0;
  strayMessages = 0;
  answerStart = new Samples();
  interruptions: Interruption[] = [];

  empty(): void {
    this.framesSent = 0;
    this.unanswered = 0;
    this.strayMessages = 0;
    this.answerStart = new Samples();
    this.interruptions = [];
  }

  report({ connected, live }: { connected: number; live: number }): LoadReport {
    const { framesSent, unanswered, strayMessages } = this;
    const settledUntilUs = nowUs() - SETTLED_US;
    const interruptions = this.interruptions.filter(({ spokenUs }) => spokenUs < settledUntilUs);
    const answerStart = this.answerStart.distribution();
    return { connected, live, framesSent, unanswered, strayMessages, answerStart, interruptions };
  }
}
