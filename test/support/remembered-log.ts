import { createLog } from '../../src/shared/log.ts';
import type { Log } from '../../src/shared/log.ts';

export interface RememberedLog {
  log: Log;
  /** Every line, without its time. */
  lines: Record<string, unknown>[];
}

/** A log that keeps its lines for the test to read. */
export function rememberedLog(): RememberedLog {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => {
    const { time: _time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    lines.push(rest);
  };
  return { log: createLog({ level: 'debug', pii: 'masked', destination: { write } }), lines };
}
