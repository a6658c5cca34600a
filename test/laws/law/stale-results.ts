import type { BookedSlot } from '../../../machines/vocabulary.ts';
import type { Graph, Law, Moment } from '../closed-model/explore.ts';
import type { CallSnapshot } from '../closed-model/machine-step.ts';
import { understandings } from '../closed-model/world.ts';

/** L9: a result that nobody waits for, long answered or of no request of this call, changes nothing, wherever the call is. */
export const staleResults: Law = {
  name: 'L9 stale results change nothing',
  graph: (graph) => changedByStale(graph),
};

const LOOKED_AT = 500;

/** Looked at already, in this world or another. A snapshot belongs to one chart, so none of a mutant is among another's. */
const indifferent = new WeakSet<CallSnapshot>();

function changedByStale({ machine, moments }: Graph): { why: string; moment: Moment } | null {
  const bySnapshot = new Map(moments.slice(0, LOOKED_AT).map((moment) => [moment.snapshot, moment]));
  for (const [snapshot, moment] of bySnapshot) {
    if (snapshot.status !== 'active' || indifferent.has(snapshot)) continue;
    for (const fact of staleFacts.filter(({ type }) => mayNotMatter(type, snapshot))) {
      const { snapshot: after, commands } = machine.stepOnce(snapshot, fact);
      const changed =
        commands.length > 0 || (after !== snapshot && machine.same(after).id !== machine.same(snapshot).id);
      if (changed) return { why: `${fact.type}, which nobody waits for, changes the call`, moment };
    }
    indifferent.add(snapshot);
  }
  return null;
}

/** After a refusal the end of whatever still runs is what is waited for, whoever's it is. */
const mayNotMatter = (type: string, snapshot: CallSnapshot): boolean =>
  type !== 'model.finishedResponse' || !snapshot.matches({ inCall: { floor: 'pausing' } });

/** Results that nobody waits for: long answered, or of no request of this call. */
const staleFacts = [
  { type: 'parser.understood', request: -5_000, ...understandings.asksAll },
  { type: 'parser.understood', request: -5_000, ...understandings.confirms },
  { type: 'parser.failed', request: -5_000 },
  { type: 'slot.held', request: -5_000, slot: { date: '2030-01-01', time: '00:00' } },
  { type: 'slot.failed', request: -5_000 },
  { type: 'booking.created', request: -5_000, appointmentId: 'stale', slot: { date: '2030-01-01', time: '00:00' } },
  { type: 'booking.failed', request: -5_000, reason: 'stale' },
  { type: 'lookup.found', request: -5_000, appointments: Array.of<BookedSlot>() },
  { type: 'lookup.failed', request: -5_000 },
  { type: 'booking.moved', request: -5_000, appointmentId: 'stale', slot: { date: '2030-01-01', time: '00:00' } },
  { type: 'booking.cancelled', request: -5_000, appointmentId: 'stale', slot: { date: '2030-01-01', time: '00:00' } },
  { type: 'waitlist.joined', request: -5_000, date: '2030-01-01' },
  { type: 'reminder.scheduled', request: -5_000 },
  { type: 'model.spoke', responseId: 'stale' },
  { type: 'model.finishedResponse', responseId: 'stale', status: 'completed' },
  { type: 'model.claimedFalsely', responseId: 'stale' },
  { type: 'caller.unheard', itemId: 'stale' },
] as const;
