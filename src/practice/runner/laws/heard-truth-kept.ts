import type { PhoneNewsOf } from '../call-record.ts';
import type { ItemNews } from '../../model/model-news.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';

const TOLERANCE_MS = 60;
const TOLD_WITHIN_MS = 1500;
const ONE_FRAME_MS = 20;

/** An item is cut once, so its id says what belongs to it; the model may read its message before the phone reads the clear. */
function toldMs({ record }: PlayedCall, { itemId }: ItemNews, clearedMs: number): number | null {
  const isIt = (news: { itemId: string; atMs: number }) =>
    news.itemId === itemId && news.atMs <= clearedMs + TOLD_WITHIN_MS;
  const truncated = record.modelNews('item.truncated').find(isIt);
  if (truncated !== undefined) return truncated.audioEndMs;
  return record.modelNews('item.deleted').some(isIt) ? 0 : null;
}

/** The item went away with its session; the next one is told the words that were heard, as words. */
function wasToldAnew({ record }: PlayedCall, speech: number, clearedMs: number): boolean {
  const created = record.modelNews('response.created').find((news) => news.speech === speech);
  if (!created) return false;
  const isBetween = ({ atMs }: { atMs: number }) => atMs >= created.atMs && atMs <= clearedMs;
  if (!record.modelNews('session.closed').some(isBetween)) return false;
  return record.modelNews('client.sent').some(({ event, atMs }) => {
    if (event.type !== 'conversation.item.create' || event.item.type !== 'message') return false;
    if (event.item.role !== 'assistant' || atMs < clearedMs || atMs > clearedMs + TOLD_WITHIN_MS) return false;
    const [part] = event.item.content;
    return part?.text !== undefined && part.text !== '' && created.text.startsWith(part.text);
  });
}

/** The session went away with the call: there is no model any more that could believe it was heard. */
function hasNobodyToTell({ record }: PlayedCall, sinceMs: number): boolean {
  return record.modelNews('session.closed').some(({ atMs }) => atMs >= sinceMs && atMs <= sinceMs + TOLD_WITHIN_MS);
}

function itemFault(call: PlayedCall, cleared: PhoneNewsOf<'media.cleared'>, item: ItemNews): string | null {
  const heardMs = cleared.items.find((heard) => heard.item === item.itemIndex)?.heardMs ?? 0;
  const told = toldMs(call, item, cleared.atMs);
  const toleranceMs = TOLERANCE_MS + call.lag.worstBetween(cleared.atMs - 3000, cleared.atMs + 100);
  if (told === null) {
    if (hasNobodyToTell(call, cleared.atMs) || wasToldAnew(call, item.speech, cleared.atMs)) return null;
    const wasWholeHeard = heardMs >= item.generatedMs - ONE_FRAME_MS - toleranceMs;
    return wasWholeHeard ? null : `${Math.round(heardMs)} of ${item.generatedMs} ms were heard; the model was not told`;
  }
  if (Math.abs(told - heardMs) <= toleranceMs) return null;
  return `the model was told ${told} ms, the caller heard ${Math.round(heardMs)} ms`;
}

/** L3: the model is told what the caller heard, to ±60 ms, for every item of the cut answer. */
export const heardTruthKept: ObservedLaw = {
  law: 'L3',
  name: 'the model knows what was heard (±60 ms)',
  needs: 'bothEnds',
  faults(call) {
    return call.record.phoneNews('media.cleared').flatMap((cleared) => {
      if (cleared.speaking === null) return [];
      const done = call.record.modelNews('response.done').find((news) => news.speech === cleared.speaking);
      return (done?.items ?? []).map((item) => itemFault(call, cleared, item)).filter((fault) => fault !== null);
    });
  },
};
