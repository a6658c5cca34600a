import type { OwedAnswer } from '../../../machines/vocabulary.ts';
import type { CallSnapshot } from './machine-step.ts';
import type { World } from './world.ts';

export interface Situation {
  snapshot: CallSnapshot;
  world: World;
}
type Rename = <T extends string | null>(name: T) => T | string;

/**
 * One situation for all that have the same future. Names of responses and utterances count only by who bears the same
 * one, request numbers only by their order and by who still waits for them; what is only reported is left out.
 */
export function canonical({ snapshot, world }: Situation): Situation {
  const rename = renaming({ snapshot, world });
  return { snapshot: { ...snapshot, context: context(snapshot, world, rename) }, world: around(world, rename) };
}

/** The context without anything that can make no difference any more. */
function context({ context: old }: CallSnapshot, world: World, rename: Rename): CallSnapshot['context'] {
  const awaited = world.transcripts.some(({ itemId }) => itemId === old.utterance?.itemId);
  const waiting = world.parser.map(({ request }) => request);
  const place = placing(world);
  return {
    ...old,
    responseId: rename(old.responseId),
    running: rename(old.running),
    utterance: awaited && old.utterance ? { ...old.utterance, itemId: rename(old.utterance.itemId) } : null,
    asked: [...old.asked].sort(),
    lastAsked: null,
    alternatives: [],
    failures: Math.min(old.failures, 3),
    lies: Math.min(old.lies, 3),
    request: 0,
    shortSounds: old.shortSounds
      .filter((itemId) => world.transcripts.some((one) => one.itemId === itemId))
      .map((itemId) => rename(itemId)),
    offeredAfter: Math.max(NEVER, ...waiting.filter((request) => request <= old.offeredAfter).map(place)),
    understood: Math.max(NEVER, ...waiting.filter((request) => request <= old.understood).map(place)),
    parsing: old.parsing !== null && waiting.includes(old.parsing) ? place(old.parsing) : null,
    desk: old.desk === null ? null : place(old.desk),
    lateWrites: old.lateWrites.map(place).filter((at) => at !== NEVER),
    owed: withoutCopies(old.owed),
    speaking: withoutCopies(old.speaking),
    cut: old.cut ? { occasion: old.cut.occasion, notice: null, responseId: rename(old.cut.responseId) } : null,
  };
}

const NEVER = -1_000;

/** The notice of a resumed call holds copies of what the context knows anyway. */
function withoutCopies(answer: OwedAnswer | null): OwedAnswer | null {
  if (answer?.notice?.kind !== 'resumed') return answer;
  return { ...answer, notice: { ...answer.notice, wish: NOTHING, errand: null, offered: null, appointment: null } };
}

const NOTHING = { date: null, time: null, name: null, phone: null };

/** Numbers of the requests that somebody still waits for, by their order; the newest is 0. */
function placing({ parser, desk }: World): (request: number) => number {
  const order = [...parser, ...desk].map(({ request }) => request).sort((a, b) => a - b);
  return (request) => (order.includes(request) ? order.indexOf(request) + 1 - order.length : NEVER);
}

function around(world: World, rename: Rename): World {
  const place = placing(world);
  const { response, playing, lateEnd, speaking, transcripts, parser, desk, witness } = world;
  const cancelled = witness.cancelled !== null && witness.cancelled === response?.id ? rename(witness.cancelled) : null;
  return {
    ...world,
    response: response ? { ...response, id: rename(response.id) } : null,
    playing: rename(playing),
    lateEnd: rename(lateEnd),
    speaking: speaking ? { itemId: rename(speaking.itemId) } : null,
    transcripts: transcripts.map((transcript) => ({ ...transcript, itemId: rename(transcript.itemId) })),
    parser: parser.map((one) => ({ ...one, request: place(one.request) })),
    desk: desk.map((one) => ({ ...one, request: place(one.request) })),
    witness: { ...witness, cancelled },
  };
}

/** Names in the order in which they appear. */
function renaming({ snapshot, world }: Situation): Rename {
  const { responseId, running, cut } = snapshot.context;
  const { response, playing, lateEnd, speaking, transcripts } = world;
  const names = new Map<string, string>();
  const meet = (name: string | null | undefined) => {
    if (name && !names.has(name)) names.set(name, `${name.charAt(0)}${names.size + 1}`);
  };
  for (const name of [responseId, running, cut?.responseId, response?.id, playing, lateEnd, speaking?.itemId])
    meet(name);
  for (const { itemId } of transcripts) meet(itemId);
  return (name) => (name === null ? name : (names.get(name) ?? name));
}
