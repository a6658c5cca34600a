import { SimulatedClock, createActor } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import type { CallFact } from '../../machines/vocabulary.ts';
import { replayCall, replayFrames } from '../../src/call/replay.ts';
import type { RecordedFact } from '../../src/call/replay.ts';

const limits = { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 };
const input = { callSid: 'CA1', businessId: 'salon', callerPhone: null, limits };
const greeted: CallFact[] = [
  { type: 'model.ready' },
  { type: 'model.startedResponse', responseId: 'r1' },
  { type: 'model.spoke', responseId: 'r1' },
  { type: 'model.finishedResponse', responseId: 'r1', status: 'completed' },
  { type: 'playback.finished', responseId: 'r1' },
];

/** A call recorded as the host records it: the input, every fact, every timer, and what was given out after each. */
function recordedSilentCall(): RecordedFact[] {
  const events: RecordedFact[] = [];
  let given: string[] = [];
  const clock = new SimulatedClock();
  const record = (fact: CallFact | { type: string; input?: object }) => {
    given = [];
    events.push({ seq: events.length, ms: clock.now(), fact: { ...fact, given } });
  };
  const actor = createActor(callMachine, {
    input,
    clock,
    inspect: (inspection) => {
      if (inspection.type === '@xstate.event' && inspection.event.type.startsWith('xstate.after.'))
        record(inspection.event);
    },
  });
  actor.on('*', ({ type }) => void given.push(type));
  record({ type: 'call.began', input });
  actor.start();
  for (const fact of greeted) {
    record(fact);
    actor.send(fact);
  }
  for (let passed = 0; passed < 20_000; passed += 50) clock.increment(50);
  return events;
}

test('a recorded call, timers and all, is the same call today', () => {
  const events = recordedSilentCall();
  expect(events.map(({ fact }) => fact.type)).toContain(
    'xstate.after.silencePatience.call.inCall.silenceGate.patience',
  );
  expect(replayCall(events)).toMatchObject({ kind: 'identical', facts: events.length });
});

test('the first difference is named with its fact, its time and both sides', () => {
  const events = recordedSilentCall().map((event) =>
    event.fact.type === 'model.startedResponse' && event.seq === 2
      ? { ...event, fact: { ...event.fact, given: ['cmd.clearPlayback'] } }
      : event,
  );
  expect(replayCall(events)).toMatchObject({
    kind: 'different',
    seq: 2,
    ms: 0,
    fact: 'model.startedResponse',
    recorded: ['cmd.clearPlayback'],
    given: ['cmd.openPlayback'],
  });
});

test('a record without a beginning cannot be replayed', () => {
  expect(replayCall([{ seq: 0, ms: 0, fact: { type: 'model.ready' } }]).kind).toBe('unreadable');
});

test('each moment is shown with the state after it and what was given out', () => {
  const frames = replayFrames(recordedSilentCall());
  expect(frames.slice(0, 3)).toEqual([
    {
      seq: 0,
      ms: 0,
      fact: { type: 'call.began', input },
      state: { connecting: 'dialing' },
      given: [{ type: 'cmd.connectModel' }],
      recorded: ['cmd.connectModel'],
    },
    {
      seq: 1,
      ms: 0,
      fact: { type: 'model.ready' },
      state: expect.objectContaining({
        inCall: expect.objectContaining({ floor: 'awaitingModel' }) as object,
      }) as object,
      given: [{ type: 'cmd.requestResponse', occasion: 'greeting', notice: null }],
      recorded: ['cmd.requestResponse'],
    },
    expect.objectContaining({ given: [{ type: 'cmd.openPlayback', responseId: 'r1' }] }),
  ]);
});

test('a call that another node took over is played again on both', () => {
  const events = recordedSilentCall();
  const takenOver = events.map((event) => ({ ...event, seq: event.seq + 1_000_000 }));
  expect(replayCall([...events, ...takenOver])).toMatchObject({ kind: 'identical', facts: events.length * 2 });
});

test('a record at which the machine breaks is a difference, not a fault of the process', () => {
  const broken = recordedSilentCall().map((event) =>
    event.seq === 0 ? { ...event, fact: { ...event.fact, input: { ...input, limits: null } } } : event,
  );
  expect(replayCall(broken)).toMatchObject({ kind: 'different', seq: 1, fact: 'model.ready' });
});
