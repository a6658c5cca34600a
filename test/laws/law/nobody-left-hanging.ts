import { canonical } from '../closed-model/canonical.ts';
import type { Graph, Law, Moment } from '../closed-model/explore.ts';
import { delayOf, runningTimers } from '../closed-model/machine-step.ts';
import type { CallSnapshot, RememberingMachine, TimerFired } from '../closed-model/machine-step.ts';
import { firstWorld } from '../closed-model/world.ts';

/**
 * L5: should everybody fall silent for ever at any moment, the timers alone bring the call to its end, without the one
 * on the whole call; and where a call rests, nothing is owed.
 */
export const nobodyLeftHanging: Law = {
  name: 'L5 nobody is left hanging',
  graph: (graph) => withoutEnd(graph) ?? stillOwed(graph),
};

const isDone = (snapshot: CallSnapshot): boolean => snapshot.status === 'done';

interface Found {
  why: string;
  moment: Moment;
}

/** Known to end, in this world or another. A snapshot belongs to one chart, so none of a mutant is among another's. */
const ends = new WeakSet<CallSnapshot>();

function withoutEnd({ machine, moments }: Graph): Found | null {
  for (const moment of moments) {
    const { snapshot, world } = moment;
    if (world.socket === 'dropped' || ends.has(snapshot)) continue;
    if (!timeEnds(machine, inSilence(machine, snapshot)))
      return { why: 'if all fall silent now, this call never ends', moment };
    ends.add(snapshot);
  }
  return null;
}

/** Nothing is on its way any more: calls that differ only in what they still wait for have the same end. */
const silence = firstWorld({ faults: 0 });
const inSilence = (machine: RememberingMachine, snapshot: CallSnapshot): CallSnapshot =>
  machine.same(canonical({ snapshot, world: silence }).snapshot).snapshot;

/** Looks for one way to the end by timers alone; all that lie on it are known to end from then on. */
function timeEnds(machine: RememberingMachine, from: CallSnapshot): boolean {
  if (isDone(from) || ends.has(from)) return true;
  const cameFrom = new Map<CallSnapshot, CallSnapshot | null>([[from, null]]);
  for (const snapshot of cameFrom.keys()) {
    for (const timer of runningTimers(snapshot)) {
      if (delayOf(timer) === 'callBudget') continue;
      const next = afterTimer(machine, snapshot, timer);
      if (isDone(next) || ends.has(next)) {
        for (let at: CallSnapshot | null = snapshot; at; at = cameFrom.get(at) ?? null) ends.add(at);
        return true;
      }
      if (!cameFrom.has(next)) cameFrom.set(next, snapshot);
    }
  }
  return false;
}

function afterTimer(machine: RememberingMachine, snapshot: CallSnapshot, timer: TimerFired): CallSnapshot {
  const { snapshot: next, commands } = machine.step(snapshot, timer);
  if (!commands.some(({ type }) => type === 'cmd.dropModel')) return inSilence(machine, next);
  return inSilence(machine, machine.step(next, { type: 'model.lost', fatal: false }).snapshot);
}

const RESTS = new Set(['callBudget', 'silenceHangup', 'silencePatience']);

function stillOwed({ moments }: Graph): Found | null {
  const moment = moments.find(({ snapshot }) => {
    if (snapshot.status !== 'active' || snapshot.context.owed === null) return false;
    return runningTimers(snapshot).every((timer) => RESTS.has(delayOf(timer) ?? ''));
  });
  return moment ? { why: 'an answer is owed and nothing will bring it', moment } : null;
}
