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
  const ways = waysOfTime(machine, moments);
  const ends = new Set<CallSnapshot>([...ways.keys()].filter((snapshot) => isDone(snapshot)));
  const queue = [...ends];
  for (const snapshot of queue) {
    for (const earlier of ways.get(snapshot) ?? []) {
      if (ends.has(earlier)) continue;
      ends.add(earlier);
      queue.push(earlier);
    }
  }
  const moment = moments.find(({ snapshot, world }) => !ends.has(snapshot) && world.socket !== 'dropped');
  return moment ? { why: 'if all fall silent now, this call never ends', moment } : null;
}

/** For every state, those from which it is one timer away; a socket the call dropped falls in the same moment. */
function waysOfTime(machine: RememberingMachine, moments: readonly Moment[]): Map<CallSnapshot, CallSnapshot[]> {
  const from = new Map<CallSnapshot, CallSnapshot[]>(moments.map(({ snapshot }) => [snapshot, []]));
  for (const snapshot of from.keys()) {
    if (snapshot.status !== 'active') continue;
    for (const timer of runningTimers(snapshot)) {
      if (delayOf(timer) === 'callBudget') continue;
      const next = afterTimer(machine, snapshot, timer);
      from.set(next, [...(from.get(next) ?? []), snapshot]);
    }
  }
  return from;
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
