import type { Log } from '../shared/log.ts';
import type { Call } from './call.ts';
import type { LiveCalls } from './live-calls.ts';

export interface HandOverOptions {
  liveCalls: LiveCalls;
  /** Writes down what was said and heard of a call so far. */
  record: (call: Call) => Promise<void>;
  release: (calls: readonly { callSid: string; epoch: number }[]) => Promise<void>;
  log: Log;
}

/** Longer than a write may take. */
const WRITE_PATIENCE_MS = 5_000;

/**
 * Gives all calls of this node up for others: a write under way is finished, what was heard is written down, the lease goes, and only
 * then the stream is closed, so that Twilio asks `after-stream` and the next node finds everything. Gives how many there were.
 */
export async function handOver(options: HandOverOptions): Promise<number> {
  const { liveCalls, log } = options;
  const calls = liveCalls.all().filter((call) => call.outcome === null);
  await Promise.all(calls.map((call) => handOverOne(call, options)));
  if (calls.length > 0) log.info('calls_handed_over', { calls: calls.length });
  return calls.length;
}

async function handOverOne(call: Call, { liveCalls, record, release, log }: HandOverOptions): Promise<void> {
  const until = performance.now() + WRITE_PATIENCE_MS;
  while (call.isWriting && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  if (call.outcome !== null) return;
  const hangUp = call.leave();
  const waits = (error: unknown) => log.warn('call_not_released', { callSid: call.callSid, error });
  await record(call).catch(waits);
  await release([call]).catch(waits);
  liveCalls.remove(call);
  hangUp();
}
