import { createActor } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import type { CallInput } from '../../machines/vocabulary.ts';

/** One recorded fact of a call and what the machine gave out before the next one. */
export interface RecordedFact {
  seq: number;
  ms: number;
  fact: { type: string; [more: string]: unknown };
}

export type Replay =
  | { kind: 'identical'; facts: number; commands: number }
  | { kind: 'different'; seq: number; ms: number; fact: string; state: unknown; recorded: string[]; given: string[] }
  | { kind: 'unreadable'; why: string };

interface Turn {
  event: RecordedFact;
  state: unknown;
  given: string[];
  recorded: string[];
}

/** L20: runs the recorded facts of a call through today's machine; timers are facts too, so no clock runs. */
export function replayCall(events: readonly RecordedFact[]): Replay {
  const [first, ...rest] = events;
  const input = first && inputOf(first);
  if (!first || !input) return { kind: 'unreadable', why: 'the record does not begin with call.began' };
  const turns = turnsOf(first, { input, rest });
  const different = firstDifference(turns);
  if (!different)
    return { kind: 'identical', facts: turns.length, commands: turns.flatMap(({ given }) => given).length };
  const { event, state, recorded, given } = different;
  return { kind: 'different', seq: event.seq, ms: event.ms, fact: event.fact.type, state, recorded, given };
}

function turnsOf(first: RecordedFact, { input, rest }: { input: CallInput; rest: readonly RecordedFact[] }): Turn[] {
  const given: string[] = [];
  const actor = createActor(callMachine, { input, clock: stoppedClock });
  actor.on('*', ({ type }) => void given.push(type));
  actor.start();
  const turn = (event: RecordedFact): Turn => ({
    event,
    state: actor.getSnapshot().value,
    given: given.splice(0),
    recorded: givenOf(event),
  });
  const turns = [turn(first)];
  for (const event of rest) {
    const { given: _given, ...fact } = event.fact;
    Reflect.apply(actor.send, actor, [fact]);
    turns.push(turn(event));
  }
  return turns;
}

const stoppedClock = { setTimeout: () => 0, clearTimeout: () => undefined };

/** Commands are compared as one row: a fact may be recorded while those of the fact before it are still being done. */
function firstDifference(turns: readonly Turn[]): Turn | null {
  const recorded = turns.flatMap((turn) => turn.recorded);
  let at = 0;
  for (const turn of turns) {
    const wanted = recorded.slice(at, at + turn.given.length);
    if (turn.given.some((type, index) => type !== wanted[index])) return { ...turn, recorded: wanted };
    at += turn.given.length;
  }
  const last = turns.at(-1);
  return last && at < recorded.length ? { ...last, recorded: recorded.slice(at), given: [] } : null;
}

function givenOf({ fact }: RecordedFact): string[] {
  return Array.isArray(fact.given) ? fact.given.filter((type) => typeof type === 'string') : [];
}

function inputOf({ fact }: RecordedFact): CallInput | null {
  return fact.type === 'call.began' && isInput(fact.input) ? fact.input : null;
}

function isInput(input: unknown): input is CallInput {
  return typeof input === 'object' && input !== null && 'callSid' in input && 'limits' in input;
}
