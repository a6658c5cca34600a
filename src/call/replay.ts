import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import type { CallEmission, CallInput } from '../../machines/vocabulary.ts';

/** One recorded fact of a call; `given` in it names what the machine gave out before the next one. */
export interface RecordedFact {
  seq: number;
  ms: number;
  fact: { type: string; [more: string]: unknown };
}

/** One moment of a recorded call, played again: what happened, where the machine was after it, what it gave out. */
export interface ReplayFrame {
  seq: number;
  /** Milliseconds since the call began on the stream or node that had it then. */
  ms: number;
  fact: { type: string; [more: string]: unknown };
  /** State value of today's machine after this fact; null where there is no call to be in a state. */
  state: unknown;
  given: CallEmission[];
  /** Names of what was given out when it happened. */
  recorded: string[];
}

export type Replay =
  | { kind: 'identical'; facts: number; commands: number }
  | { kind: 'different'; seq: number; ms: number; fact: string; state: unknown; recorded: string[]; given: string[] }
  | { kind: 'unreadable'; why: string };

type CallActor = Actor<typeof callMachine>;
const stoppedClock = { setTimeout: () => 0, clearTimeout: () => undefined };

/**
 * The recorded facts of a call run through today's machine, moment by moment. Timers are facts too, so no clock runs. Where another
 * stream or node took the call over, its `call.began` starts a machine of its own, as it did then.
 */
export function replayFrames(records: readonly RecordedFact[]): ReplayFrame[] {
  const given: CallEmission[] = [];
  const playing: { actor: CallActor | null } = { actor: null };
  return records.map(({ seq, ms, fact: { given: names, ...fact } }) => {
    if (fact.type === 'call.began') playing.actor = begun(fact['input'], (emission) => void given.push(emission));
    else if (playing.actor) Reflect.apply(playing.actor.send, playing.actor, [fact]);
    const state = playing.actor?.getSnapshot().value ?? null;
    return { seq, ms, fact, state, given: given.splice(0), recorded: typesIn(names) };
  });
}

/** L20: the same facts give the same commands. */
export function replayCall(records: readonly RecordedFact[]): Replay {
  const [first] = records;
  if (first?.fact.type !== 'call.began' || !isInput(first.fact['input']))
    return { kind: 'unreadable', why: 'the record does not begin with call.began' };
  const frames = replayFrames(records);
  const different = firstDifference(frames);
  if (!different)
    return { kind: 'identical', facts: frames.length, commands: frames.flatMap(({ given }) => given).length };
  const { seq, ms, fact, state, recorded, given } = different;
  return { kind: 'different', seq, ms, fact: fact.type, state, recorded, given: typesOf(given) };
}

function begun(input: unknown, gives: (emission: CallEmission) => void): CallActor | null {
  if (!isInput(input)) return null;
  const actor = createActor(callMachine, { input, clock: stoppedClock });
  actor.on('*', gives);
  // A record that today's machine breaks at is a difference, not a fault of the process.
  actor.subscribe({ error: () => undefined });
  return actor.start();
}

/** Commands are compared as one row: a fact may be recorded while those of the fact before it are still being done, never before. */
function firstDifference(frames: readonly ReplayFrame[]): ReplayFrame | null {
  const recorded = frames.flatMap((frame) => frame.recorded);
  let given = 0;
  let known = 0;
  for (const frame of frames) {
    const from = given;
    given += frame.given.length;
    known += frame.recorded.length;
    const wanted = recorded.slice(from, Math.max(given, known));
    if (frame.given.some(({ type }, index) => type !== wanted[index]) || known > given)
      return { ...frame, recorded: wanted };
  }
  return null;
}

const typesOf = (emissions: readonly CallEmission[]): string[] => emissions.map(({ type }) => type);

function typesIn(names: unknown): string[] {
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

function isInput(input: unknown): input is CallInput {
  return typeof input === 'object' && input !== null && 'callSid' in input && 'limits' in input;
}
