import type { OwedAnswer } from '../../../machines/vocabulary.ts';
import type { CallSnapshot } from './machine-step.ts';
import { whatStillCounts } from './what-still-counts.ts';
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
  return {
    snapshot: { ...snapshot, context: context(snapshot, world, rename) },
    world: around(snapshot, world, rename),
  };
}

/** The context without anything that can make no difference any more. */
function context(snapshot: CallSnapshot, world: World, rename: Rename): CallSnapshot['context'] {
  const { context: old } = snapshot;
  const { floor, hearing, pending, search } = old;
  const transcribes = snapshot.matches({ inCall: { silenceGate: 'transcribing' } });
  const awaited = transcribes && world.transcripts.some(({ itemId }) => itemId === hearing.utterance?.itemId);
  const waiting = world.parser.map(({ request }) => request);
  const place = placing(world);
  return {
    ...old,
    asked: old.asked.filter((kind) => isStillOpen(kind, old)).sort(),
    search: { ...search, slot: null, alternatives: [] },
    offeredAfter: Math.max(NEVER, ...waiting.filter((request) => request <= old.offeredAfter).map(place)),
    owed: withoutCopies(old.owed),
    request: 0,
    pending: {
      understood: Math.max(NEVER, ...waiting.filter((request) => request <= pending.understood).map(place)),
      parsing: pending.parsing !== null && waiting.includes(pending.parsing) ? place(pending.parsing) : null,
      desk: pending.desk === null ? null : place(pending.desk),
      lateWrites: pending.lateWrites.map(place).filter((at) => at !== NEVER),
    },
    floor: {
      responseId: rename(floor.responseId),
      running: rename(floor.running),
      failures: Math.min(floor.failures, 2),
      lies: Math.min(floor.lies, 2),
      speaking: spoken(snapshot),
      cut: floor.cut && {
        occasion: floor.cut.occasion,
        notice: null,
        responseId: stillComes(floor.cut.responseId, world, rename),
      },
    },
    hearing: {
      ...hearing,
      utterance:
        awaited && hearing.utterance ? { ...hearing.utterance, itemId: rename(hearing.utterance.itemId) } : null,
      shortSounds: hearing.shortSounds
        .filter((itemId) => world.transcripts.some((one) => one.itemId === itemId))
        .map((itemId) => rename(itemId)),
    },
  };
}

const NEVER = -1_000;

/** A question counts as asked as long as its answer is not known. */
const isStillOpen = (kind: string, { wish }: CallSnapshot['context']): boolean =>
  !(kind === 'need_name' && wish.name !== null) && !(kind === 'need_phone' && wish.phone !== null);

/** An answer that is thrown away counts no more than as one; of one that has begun only what it is may be owed again. */
function spoken(snapshot: CallSnapshot): OwedAnswer | null {
  const { speaking } = snapshot.context.floor;
  if (!speaking || snapshot.matches({ inCall: { floor: 'awaitingModel' } })) return withoutCopies(speaking);
  if (snapshot.matches({ inCall: { floor: 'discarding' } }) || snapshot.matches({ inCall: { floor: 'bargeInCancel' } }))
    return { occasion: 'turn', notice: null };
  return snapshot.matches({ inCall: { floor: { aiSpeaking: 'preparing' } } }) || speaking.occasion === 'announcement'
    ? withoutCopies(speaking)
    : { ...speaking, notice: null };
}

/** The id of a cut answer counts where the phone's word about its end is still on its way. */
const stillComes = (responseId: string | null, { lateEnd }: World, rename: Rename): string | null =>
  responseId === lateEnd ? rename(responseId) : null;

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

function around(snapshot: CallSnapshot, world: World, rename: Rename): World {
  const place = placing(world);
  const witness = whatStillCounts(snapshot, world);
  const { socket, phone, asked, faults, response, playing, lateEnd, speaking, transcripts, parser, desk } = world;
  return {
    socket,
    phone,
    asked,
    faults,
    response: response ? { ...response, id: rename(response.id) } : null,
    playing: rename(playing),
    lateEnd: rename(lateEnd),
    speaking: speaking ? { itemId: rename(speaking.itemId) } : null,
    transcripts: transcripts.map((transcript) => ({ ...transcript, itemId: rename(transcript.itemId) })),
    parser: parser.map((one) => ({ ...one, request: place(one.request) })),
    desk: desk.map((one) => ({ ...one, request: place(one.request) })),
    witness: { ...witness, cancelled: rename(witness.cancelled) },
  };
}

/** Names in the order in which they appear, numbered for each kind. */
function renaming({ snapshot, world }: Situation): Rename {
  const { responseId, running } = snapshot.context.floor;
  const { response, playing, lateEnd, speaking, transcripts } = world;
  const items = transcripts.map(({ itemId }) => itemId);
  const names = new Map<string, string>();
  const count = { r: 0, u: 0 };
  for (const name of [responseId, running, response?.id, playing, lateEnd, speaking?.itemId, ...items]) {
    if (!name || names.has(name)) continue;
    const kind = name.startsWith('r') ? 'r' : 'u';
    count[kind] += 1;
    names.set(name, `${kind}${count[kind]}`);
  }
  return (name) => (name === null ? name : (names.get(name) ?? name));
}
