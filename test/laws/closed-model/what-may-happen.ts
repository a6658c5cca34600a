import type { BookedSlot, CallFact } from '../../../machines/vocabulary.ts';
import { delayOf, runningTimers } from './machine-step.ts';
import type { CallSnapshot, Happening } from './machine-step.ts';
import { isLive, ownAppointments, understandings } from './world.ts';
import type { Bounds, DeskRequest, Transcript, World } from './world.ts';

/** Everything that may happen next, in any order, at any moment. Late means: after the machine stopped waiting. */
export function whatMayHappen(world: World, snapshot: CallSnapshot, bounds: Bounds): Happening[] {
  const prompt = bounds.model === 'prompt' ? promptly(world, snapshot, bounds) : [];
  if (prompt.length > 0) return prompt;
  if (typesOn(snapshot, bounds)) return [{ type: 'caller.pressedKey', key: nextDigit(snapshot) }];
  const faulty = world.faults > 0 ? bounds : { ...bounds, ...noFaults };
  return [
    ...model(world, snapshot, faulty),
    ...phone(world, faulty),
    ...caller(world, snapshot, bounds),
    ...transcripts(world, bounds),
    ...parser(world, faulty),
    ...world.desk.flatMap((request) => desk(request, snapshot, faulty)),
    ...timers(world, snapshot, faulty),
  ];
}

/** In the middle of a number the caller types on; its first and last keys are pressed in every circumstance. */
function typesOn({ context: { digits } }: CallSnapshot, { keys }: Bounds): boolean {
  return keys.length > 0 && digits.length > 1 && digits.length < 9;
}

const NUMBER = '031234567';
const nextDigit = ({ context: { digits } }: CallSnapshot): string => NUMBER[digits.length] ?? '0';

function promptly(world: World, snapshot: CallSnapshot, bounds: Bounds): CallFact[] {
  if (world.socket === 'dropped' || (world.socket === 'open' && (world.asked > 0 || isLive(world))))
    return model(world, snapshot, { ...bounds, modelFaults: [] });
  return [];
}

const noFaults = { modelFaults: [], phoneFaults: [], parserFaults: [], deskFailures: [] } as const;

function model(world: World, snapshot: CallSnapshot, { modelFaults }: Bounds): CallFact[] {
  const falls: CallFact[] = modelFaults.includes('lost') ? [{ type: 'model.lost', fatal: false }] : [];
  if (world.socket === 'closed') return [];
  if (world.socket === 'dropped') return [{ type: 'model.lost', fatal: false }];
  if (modelFaults.includes('fatal')) falls.push({ type: 'model.lost', fatal: true });
  if (world.socket === 'dialing') return [{ type: 'model.ready' }, ...falls];
  const { responseId, running, cut } = snapshot.context.floor;
  return [...falls, ...response(world, modelFaults, [responseId, running, cut?.responseId ?? null])];
}

function response(world: World, faults: Bounds['modelFaults'], known: (string | null)[]): CallFact[] {
  const facts: CallFact[] = [];
  const { response: current, asked } = world;
  if (!isLive(world) && (asked > 0 || faults.includes('unasked')))
    facts.push({ type: 'model.startedResponse', responseId: freeName('r', world, [current?.id, ...known]) });
  if (asked > 0 && faults.includes('refuses')) facts.push({ type: 'model.refusedResponse' });
  if (!current || current.stage === 'over') return facts;
  const responseId = current.id;
  const cancelled = world.witness.cancelled === responseId;
  if (current.stage === 'started' && !cancelled) facts.push({ type: 'model.spoke', responseId });
  if (current.stage === 'spoke' || cancelled || faults.includes('mute'))
    facts.push({ type: 'model.finishedResponse', responseId, status: cancelled ? 'cancelled' : 'completed' });
  if (current.stage === 'spoke' && !cancelled && faults.includes('breaksOff'))
    facts.push({ type: 'model.finishedResponse', responseId, status: 'failed' });
  if (current.stage === 'spoke' && faults.includes('lies') && world.playing === responseId)
    facts.push({ type: 'model.claimedFalsely', responseId });
  return facts;
}

function phone(world: World, { phoneFaults, hangsUp }: Bounds): CallFact[] {
  if (world.phone === 'closed') return [];
  const facts: CallFact[] = hangsUp === 'never' ? [] : [{ type: 'phone.hungUp' }];
  if (world.phone === 'lost') return [...facts, { type: 'phone.resumed' }];
  if (phoneFaults.includes('lost')) facts.push({ type: 'phone.lost' });
  if (world.playing && !(isLive(world) && world.response?.id === world.playing))
    facts.push({ type: 'playback.finished', responseId: world.playing });
  if (world.lateEnd) facts.push({ type: 'playback.finished', responseId: world.lateEnd });
  return facts;
}

function caller(world: World, snapshot: CallSnapshot, bounds: Bounds): CallFact[] {
  if (world.phone !== 'live') return [];
  const typing = snapshot.context.digits !== '' || snapshot.matches({ inCall: { booking: 'needPhone' } });
  const keys: CallFact[] = (typing ? bounds.keys : [])
    .filter((key) => key === '#' || snapshot.context.digits.length < 9)
    .map((key) => ({ type: 'caller.pressedKey', key: key === 'digit' ? nextDigit(snapshot) : key }));
  if (world.socket !== 'open') return keys;
  if (world.speaking) {
    const { itemId } = world.speaking;
    const stops = bounds.sounds.map((length) => ({
      type: 'caller.stoppedSpeaking' as const,
      itemId,
      speechMs: length === 'long' ? 900 : 250,
    }));
    return [...keys, ...stops];
  }
  if (bounds.caller === 'waits' && (world.asked > 0 || world.playing || world.transcripts.length > 0)) return keys;
  const { utterance, shortSounds } = snapshot.context.hearing;
  const itemId = freeName('u', world, [utterance?.itemId, ...shortSounds]);
  return [...keys, { type: 'caller.startedSpeaking', itemId }];
}

function transcripts(world: World, { words }: Bounds): CallFact[] {
  if (world.socket !== 'open') return [];
  return world.transcripts.flatMap(({ itemId }: Transcript) => words.map((kind) => transcript(itemId, kind)));
}

function transcript(itemId: string, kind: Bounds['words'][number]): CallFact {
  const said = { type: 'caller.said' as const, itemId, confidence: -0.1, mayConcernBooking: false };
  switch (kind) {
    case 'plain':
      return { ...said, text: 'מה שלומך היום', words: 3 };
    case 'booking':
      return { ...said, text: 'אני רוצה תור', words: 3, mayConcernBooking: true };
    case 'badWord':
      return { ...said, text: 'מממ', words: 1, confidence: -3 };
    case 'nothing':
      return { ...said, text: '', words: 0 };
    case 'unheard':
      return { type: 'caller.unheard', itemId };
  }
}

function parser(world: World, { meanings, parserFaults }: Bounds): CallFact[] {
  return world.parser.flatMap(({ request }) => {
    const results: CallFact[] = meanings.map((meaning) => ({
      type: 'parser.understood',
      request,
      ...understandings[meaning],
    }));
    return parserFaults.includes('failed') ? [...results, { type: 'parser.failed', request }] : results;
  });
}

/** The call's own row is found too. */
function found(kind: Bounds['lookups'][number], { context }: CallSnapshot): BookedSlot[] {
  const { appointment } = context.written;
  const count = { none: 0, one: 1, two: 2 }[kind];
  const others = ownAppointments.slice(0, count).filter(({ id }) => id !== appointment?.id);
  return [...(appointment ? [appointment] : []), ...others];
}

function desk(
  { kind, request, slot, appointment }: DeskRequest,
  snapshot: CallSnapshot,
  { deskRefusals, deskFailures, lookups }: Bounds,
): CallFact[] {
  const no = { request, slot, reason: 'taken', alternatives: ['2026-12-02 11:00'] };
  const fails = deskFailures.includes('failed');
  switch (kind) {
    case 'hold': {
      const facts: CallFact[] = [{ type: 'slot.held', request, slot }];
      if (deskRefusals.includes('refused')) facts.push({ type: 'slot.refused', ...no });
      if (fails) facts.push({ type: 'slot.failed', request });
      return facts;
    }
    case 'create': {
      const facts: CallFact[] = [{ type: 'booking.created', request, appointmentId: `row of ${slot.date}`, slot }];
      if (deskRefusals.includes('conflict')) facts.push({ type: 'booking.refused', ...no });
      if (fails) facts.push({ type: 'booking.failed', request, reason: 'database' });
      return facts;
    }
    case 'find': {
      const facts: CallFact[] = lookups.map((lookup) => ({
        type: 'lookup.found',
        request,
        appointments: found(lookup, snapshot),
      }));
      return fails ? [...facts, { type: 'lookup.failed', request }] : facts;
    }
    case 'move':
    case 'cancel': {
      const appointmentId = appointment?.id ?? '';
      const facts: CallFact[] = [
        { type: kind === 'move' ? 'booking.moved' : 'booking.cancelled', request, appointmentId, slot },
      ];
      if (kind === 'move' && deskRefusals.includes('conflict')) facts.push({ type: 'booking.refused', ...no });
      if (fails) facts.push({ type: 'booking.failed', request, reason: 'database' });
      return facts;
    }
    case 'join': {
      const facts: CallFact[] = [{ type: 'waitlist.joined', request, date: slot.date }];
      return fails ? [...facts, { type: 'waitlist.failed', request }] : facts;
    }
    case 'remind':
      return fails
        ? [
            { type: 'reminder.scheduled', request },
            { type: 'reminder.failed', request },
          ]
        : [{ type: 'reminder.scheduled', request }];
  }
}

/** A timer runs out only where what it waits for is truly late; and a key restarts both the longer and the shorter wait. */
function timers(world: World, snapshot: CallSnapshot, bounds: Bounds): Happening[] {
  const running = runningTimers(snapshot);
  const keyed = running.some((timer) => delayOf(timer) === 'keypadPause');
  return running.filter((timer) => {
    const delay = delayOf(timer);
    return mayRunOut(delay, world, bounds) && !(keyed && delay === 'silencePatience');
  });
}

function mayRunOut(
  delay: string | null,
  world: World,
  { deskFailures, parserFaults, modelFaults, words }: Bounds,
): boolean {
  switch (delay) {
    case 'deskBudget':
      return deskFailures.includes('late') || world.desk.length === 0;
    case 'understandBudget':
    case 'agreementBudget':
      return parserFaults.includes('late') || world.parser.length === 0;
    case 'responseBudget':
    case 'speechBudget':
    case 'cancelBudget':
      return modelFaults.includes('mute');
    case 'transcriptBudget':
      return words.includes('unheard') || world.transcripts.length === 0;
    case 'hearingBudget':
      return words.includes('unheard') || world.speaking === null;
    case 'answerBudget':
    case 'callBudget':
    case 'playbackBudget':
      return false;
    default:
      return true;
  }
}

/** The first name nobody uses any more, so that names do not make states endless. */
function freeName(letter: 'r' | 'u', world: World, more: readonly (string | null | undefined)[] = []): string {
  const used = [...more, world.playing, world.lateEnd, world.witness.cancelled, world.speaking?.itemId];
  used.push(...world.transcripts.map(({ itemId }) => itemId));
  for (let number = 1; ; number += 1) if (!used.includes(`${letter}${number}`)) return `${letter}${number}`;
}
