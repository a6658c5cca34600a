import { callMachine } from '../../machines/call.machine.ts';
import type { CallInput } from '../../machines/vocabulary.ts';
import { replayCall } from '../../src/call/replay.ts';
import type { RecordedFact } from '../../src/call/replay.ts';
import type { Law } from './closed-model/explore.ts';
import { afterCommand, afterHappening } from './closed-model/how-the-world-moves.ts';
import { pureMachine } from './closed-model/machine-step.ts';
import type { CallSnapshot, Happening, PureMachine } from './closed-model/machine-step.ts';
import { firstWorld } from './closed-model/world.ts';
import type { Bounds, World } from './closed-model/world.ts';
import { allLaws } from './law/all-laws.ts';

/** A law that did not hold, and what happened when it did not. */
export interface Broken {
  law: string;
  why: string;
}

/** A recorded call is one path through an unbounded world. */
const unbounded: Pick<Bounds, 'mostTranscripts' | 'mostParses'> = { mostTranscripts: 100, mostParses: 100 };
const anyFaults = { faults: 1_000_000 };
const machine = pureMachine(callMachine);

/**
 * The laws of `law/`, held against a call as it was recorded: after every fact the same honest witness looks that looks in the closed
 * model. And L20: run again, the record gives what it gave.
 */
export function lawsOfRecord(events: readonly RecordedFact[], laws: readonly Law[] = allLaws): Broken[] {
  const replay = replayCall(events);
  const broken: Broken[] = [];
  if (replay.kind === 'different')
    broken.push({
      law: 'L20 replay agrees',
      why: `at fact ${replay.seq} (${replay.fact}) it gave ${replay.recorded.join(', ') || 'nothing'}; again it gives ${replay.given.join(', ') || 'nothing'}`,
    });
  if (replay.kind === 'unreadable') broken.push({ law: 'L20 replay agrees', why: replay.why });
  for (const taker of takersOf(events)) broken.push(...brokenIn(taker, laws));
  return broken;
}

/** Each stream or node that had the call began it for itself. */
function takersOf(events: readonly RecordedFact[]): RecordedFact[][] {
  const takers: RecordedFact[][] = [];
  for (const event of events) {
    if (event.fact.type === 'call.began') takers.push([]);
    takers.at(-1)?.push(event);
  }
  return takers;
}

function brokenIn([began, ...rest]: readonly RecordedFact[], laws: readonly Law[]): Broken[] {
  const bounds = unbounded as Bounds;
  const first = machine.begin(began?.fact['input'] as CallInput);
  let world = first.commands.reduce((so, command) => afterCommand(so, command, bounds), firstWorld(anyFaults));
  let before = first.snapshot;
  const broken: Broken[] = [];
  for (const event of rest) {
    const { given: _given, ...fact } = event.fact;
    const step = stepped({ machine, before, world, happening: fact as Happening });
    for (const law of before.status === 'done' ? [] : laws) {
      const why = law.step?.(step) ?? null;
      if (why) broken.push({ law: law.name, why: `${why} (${event.ms} ms, ${fact.type})` });
    }
    before = step.after;
    world = step.next;
  }
  return broken;
}

interface At {
  machine: PureMachine;
  before: CallSnapshot;
  world: World;
  happening: Happening;
}

function stepped({ before, world, happening, machine: chart }: At) {
  const bounds = unbounded as Bounds;
  const { snapshot: after, commands } = chart.step(before, happening);
  const heard = afterHappening(world, happening, bounds);
  const next = commands.reduce((so, command) => afterCommand(so, command, bounds), heard);
  return { before, after, happening, commands, world, heard, next };
}
