import type { HeardWord } from '../../phone/heard-truth.ts';
import type { ModelNewsOf } from '../call-record.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';
import { seconds } from '../played-call.ts';

const LEAST_SILENCE_MS = 2900;

function quietBefore(words: readonly HeardWord[], speech: number): number | null {
  const first = words.find((word) => word.speech === speech);
  const before = words
    .filter((word) => first !== undefined && word.startedMs < first.startedMs && word.speech !== speech)
    .at(-1);
  if (first === undefined || before === undefined) return null;
  return first.startedMs - (before.startedMs + before.heardMs);
}

function silenceLineFault(call: PlayedCall, line: ModelNewsOf<'response.created'>): string | null {
  const quietMs = quietBefore(call.words, line.speech);
  if (quietMs !== null && quietMs < LEAST_SILENCE_MS) return `the silence line came after ${seconds(quietMs)}`;
  const spokeMs = call.record.phoneNews('caller.starts').findLast((news) => news.atMs < line.atMs)?.atMs ?? 0;
  const earlier = call.record
    .modelNews('response.created')
    .filter((news) => news.occasion.kind === 'silence' && news.atMs < line.atMs && news.atMs > spokeMs)
    .some(({ speech }) => wasHeard(call, speech));
  return earlier ? 'the silence line was said twice in one silence' : null;
}

/** What was made and never heard may be said again. */
function wasHeard({ words }: PlayedCall, speech: number): boolean {
  return words.some((word) => word.speech === speech);
}

function wasGreeted(call: PlayedCall, beforeMs: number): boolean {
  return call.record
    .modelNews('response.created')
    .some(({ occasion, atMs, speech }) => occasion.kind === 'greeting' && atMs < beforeMs && wasHeard(call, speech));
}

function faultOf(call: PlayedCall, created: ModelNewsOf<'response.created'>, index: number): string | null {
  if (created.occasion.kind === 'nothing') return `the AI spoke by itself: ${created.text}`;
  if (created.occasion.kind === 'greeting' && index > 0 && wasGreeted(call, created.atMs))
    return 'the caller was greeted twice';
  return created.occasion.kind === 'silence' ? silenceLineFault(call, created) : null;
}

/** L4: nothing the caller did not ask for, but the greeting, server messages and one line in a silence of 3 s. */
export const keptSilence: ObservedLaw = {
  law: 'L4',
  name: 'silence is kept',
  needs: 'bothEnds',
  faults: (call) =>
    call.record
      .modelNews('response.created')
      .map((created, index) => faultOf(call, created, index))
      .filter((fault) => fault !== null),
};
