import type { Interruption } from '../call-record.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';

const CLEAR_WITHIN_MS = 60;

function isCut(interruption: Interruption): boolean {
  return interruption.playing !== null || interruption.generating !== null;
}

function clearAfter(call: PlayedCall, interruption: Interruption): number | null {
  const cleared = call.record.phoneNews('media.cleared').find((news) => news.atMs >= interruption.atMs - 1);
  return cleared?.atMs ?? null;
}

/** For each interruption of what the caller was hearing: milliseconds from the speech to Twilio's clear. */
export function bargeInTimes(call: PlayedCall): number[] {
  return call.record.interruptions
    .filter((interruption) => interruption.playing !== null)
    .map((interruption) => (clearAfter(call, interruption) ?? NaN) - interruption.atMs)
    .filter((ms) => ms >= 0 && ms < 5000);
}

function faultsOf(call: PlayedCall, interruption: Interruption): string[] {
  const limitMs = CLEAR_WITHIN_MS + call.lag.worstBetween(interruption.atMs, interruption.atMs + 500);
  const clearedAtMs = clearAfter(call, interruption);
  const clearMs = clearedAtMs === null ? Infinity : clearedAtMs - interruption.atMs;
  const late =
    interruption.playing !== null && clearMs > limitMs
      ? [`clear came ${clearMs === Infinity ? 'never' : `after ${Math.round(clearMs)} ms`}`]
      : [];
  const deadlineMs = Math.min(clearedAtMs ?? Infinity, interruption.atMs + limitMs);
  const stale = call.record
    .phoneNews('media.received')
    .filter((news) => news.atMs > deadlineMs)
    .filter((news) => news.speech === interruption.playing || news.speech === interruption.generating);
  return stale.length === 0 ? late : [...late, `${stale.length * 20} ms of the cut answer were sent afterwards`];
}

/** L2: after the caller starts to speak, not one byte of the running response leaves. */
export const totalBargeIn: ObservedLaw = {
  law: 'L2',
  name: 'barge-in cuts everything',
  needs: 'bothEnds',
  faults: (call) => call.record.interruptions.filter(isCut).flatMap((interruption) => faultsOf(call, interruption)),
};
