import type { Graph, Law, Moment } from '../closed-model/explore.ts';
import { delayOf, runningTimers } from '../closed-model/machine-step.ts';
import type { CallSnapshot, RememberingMachine, TimerFired } from '../closed-model/machine-step.ts';

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

function withoutEnd({ machine, moments }: Graph): Found | null {
  const ends = new Set<CallSnapshot>();
  const moment = moments.find(
    ({ snapshot, world }) => world.socket !== 'dropped' && !timeEnds(machine, snapshot, ends),
  );
  return moment ? { why: 'if all fall silent now, this call never ends', moment } : null;
}

/** Looks for one way to the end by timers alone; all that lie on it are known to end from then on. */
function timeEnds(machine: RememberingMachine, from: CallSnapshot, ends: Set<CallSnapshot>): boolean {
  const cameFrom = new Map<CallSnapshot, CallSnapshot | null>([[from, null]]);
  for (const snapshot of cameFrom.keys()) {
    if (isDone(snapshot) || ends.has(snapshot)) {
      for (let at: CallSnapshot | null = snapshot; at; at = cameFrom.get(at) ?? null) ends.add(at);
      return true;
    }
    for (const timer of runningTimers(snapshot)) {
      if (delayOf(timer) === 'callBudget') continue;
      const next = afterTimer(machine, snapshot, timer);
      if (!cameFrom.has(next)) cameFrom.set(next, snapshot);
      if (isDone(next) || ends.has(next)) break;
    }
  }
  return false;
}

function afterTimer(machine: RememberingMachine, snapshot: CallSnapshot, timer: TimerFired): CallSnapshot {
  const { snapshot: next, commands } = machine.step(snapshot, timer);
  if (!commands.some(({ type }) => type === 'cmd.dropModel')) return machine.same(next).snapshot;
  return machine.same(machine.step(next, { type: 'model.lost', fatal: false }).snapshot).snapshot;
}

const RESTS = new Set(['callBudget', 'silenceHangup', 'silencePatience']);

function stillOwed({ moments }: Graph): Found | null {
  const moment = moments.find(({ snapshot }) => {
    if (snapshot.status !== 'active' || snapshot.context.owed === null) return false;
    return runningTimers(snapshot).every((timer) => RESTS.has(delayOf(timer) ?? ''));
  });
  return moment ? { why: 'an answer is owed and nothing will bring it', moment } : null;
}
