import { EventLog } from '../../src/call/event-log.ts';
import type { RecordedFact } from '../../src/call/replay.ts';

/* Jest loads this before every test file: L20 is held against each call that any test plays, in the order in which it was recorded. */

interface Recorded extends RecordedFact {
  fact: RecordedFact['fact'] & { given: string[] };
}

const calls = new Map<EventLog, Recorded[]>();
const { fact: recordFact, gave } = EventLog.prototype;

EventLog.prototype.fact = function fact(this: EventLog, fact, ms) {
  const facts = calls.get(this) ?? [];
  calls.set(this, facts);
  facts.push({ seq: facts.length, ms, fact: { ...fact, given: [] } });
  recordFact.call(this, fact, ms);
};

EventLog.prototype.gave = function gaveToo(this: EventLog, type) {
  calls.get(this)?.at(-1)?.fact.given.push(type);
  gave.call(this, type);
};

afterAll(async () => {
  if (calls.size === 0) return;
  const { replayCall } = await import('../../src/call/replay.ts');
  const played = [...calls.values()].filter(([first]) => first?.fact.type === 'call.began');
  const replays = played.map((facts) => replayCall(facts));
  calls.clear();
  expect(replays.filter(({ kind }) => kind !== 'identical')).toEqual([]);
});
