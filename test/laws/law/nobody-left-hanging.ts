import { delayOf, runningTimers } from '../closed-model/machine-step.ts';
import type { Edge, Graph, Law, Moment } from '../closed-model/explore.ts';

/** L5: should everybody fall silent for ever, the timers alone bring every call to its end; and where it rests, nothing is owed. */
export const nobodyLeftHanging: Law = {
  name: 'L5 nobody is left hanging',
  graph: (graph) => withoutEnd(graph) ?? stillOwed(graph),
};

/** What comes without anybody's help: timers but the one on the whole call, and the fall of a socket we dropped. */
function comesByItself(edge: Edge, from: Moment): boolean {
  if (edge.happening.type === 'model.lost') return from.world.socket === 'dropped';
  return delayOf(edge.happening) !== null && delayOf(edge.happening) !== 'callBudget';
}

function withoutEnd({ moments, edges }: Graph): { why: string; moment: Moment } | null {
  const before = new Map<number, number[]>();
  for (const edge of edges) {
    const from = moments[edge.from];
    if (from && comesByItself(edge, from)) before.set(edge.to, [...(before.get(edge.to) ?? []), edge.from]);
  }
  const ends = new Set(moments.filter(({ snapshot }) => snapshot.status === 'done').map(({ index }) => index));
  const queue = [...ends];
  for (let at = 0; at < queue.length; at += 1) {
    for (const index of before.get(queue[at] ?? -1) ?? []) {
      if (ends.has(index)) continue;
      ends.add(index);
      queue.push(index);
    }
  }
  const hanging = moments.find(({ index }) => !ends.has(index));
  return hanging ? { why: 'if all fall silent now, this call never ends', moment: hanging } : null;
}

const RESTS = new Set(['callBudget', 'silenceHangup', 'silencePatience']);

function stillOwed({ moments }: Graph): { why: string; moment: Moment } | null {
  const moment = moments.find(({ snapshot }) => {
    if (snapshot.status !== 'active' || snapshot.context.owed === null) return false;
    return runningTimers(snapshot).every((timer) => RESTS.has(delayOf(timer) ?? ''));
  });
  return moment ? { why: 'an answer is owed and nothing will bring it', moment } : null;
}
