import { SimulatedClock, createActor } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import type {
  BookedSlot,
  CallCommand,
  CallFact,
  CallInput,
  CallNews,
  Slot,
  Understanding,
} from '../../machines/vocabulary.ts';

const limits = { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 };
const nothingHeard = { action: 'none', date: null, time: null, name: null, phone: null, intent: null } as const;

/** The real machine on a simulated clock, with the people and services around it as verbs. */
export function callOnABench(input: Partial<CallInput> = {}) {
  const clock = new SimulatedClock();
  const emitted: (CallCommand | CallNews)[] = [];
  const actor = createActor(callMachine, {
    clock,
    input: { callSid: 'CA1', businessId: 'salon', callerPhone: null, limits, ...input },
  });
  actor.on('*', (emission) => void emitted.push(emission));
  actor.start();
  let utterances = 0;
  let responses = 0;

  const happened = (fact: CallFact): void => actor.send(fact);
  const commands = <T extends CallCommand['type']>(type: T) =>
    emitted.filter((one): one is Extract<CallCommand, { type: T }> => one.type === type);
  const last = <T extends CallCommand['type']>(type: T) => commands(type).at(-1);
  const requestOf = (type: Extract<CallCommand, { request: number }>['type']) => last(type)?.request ?? -1;

  const model = {
    isReady: () => happened({ type: 'model.ready' }),
    falls: () => happened({ type: 'model.lost', fatal: false }),
    startsResponse: () => {
      responses += 1;
      happened({ type: 'model.startedResponse', responseId: `resp_${responses}` });
    },
    speaks: () => happened({ type: 'model.spoke', responseId: `resp_${responses}` }),
    finishes: (status: 'completed' | 'cancelled' | 'failed' | 'incomplete' = 'completed') =>
      happened({ type: 'model.finishedResponse', responseId: `resp_${responses}`, status }),
    lies: () => happened({ type: 'model.claimedFalsely', responseId: `resp_${responses}` }),
    isHeardOut: () => happened({ type: 'playback.finished', responseId: `resp_${responses}` }),
    beginsToAnswer: () => {
      model.startsResponse();
      model.speaks();
    },
    answers: () => {
      model.beginsToAnswer();
      model.finishes();
      model.isHeardOut();
    },
  };
  const caller = {
    startsSpeaking: () => {
      utterances += 1;
      happened({ type: 'caller.startedSpeaking', itemId: `item_${utterances}` });
    },
    stopsSpeaking: (speechMs = 900) =>
      happened({ type: 'caller.stoppedSpeaking', itemId: `item_${utterances}`, speechMs }),
    isTranscribed: (text: string, more: Partial<Extract<CallFact, { type: 'caller.said' }>> = {}) =>
      happened({
        type: 'caller.said',
        itemId: `item_${utterances}`,
        text,
        words: text.split(' ').filter(Boolean).length,
        confidence: -0.1,
        mayConcernBooking: false,
        ...more,
      }),
    says: (text: string, more: Partial<Extract<CallFact, { type: 'caller.said' }>> & { speechMs?: number } = {}) => {
      const { speechMs, ...said } = more;
      caller.startsSpeaking();
      caller.stopsSpeaking(speechMs);
      caller.isTranscribed(text, said);
    },
    presses: (keys: string) => [...keys].forEach((key) => happened({ type: 'caller.pressedKey', key })),
    hangsUp: () => happened({ type: 'phone.hungUp' }),
  };
  const parser = {
    understands: (heard: Partial<Understanding>) =>
      happened({ type: 'parser.understood', request: requestOf('cmd.parseUtterance'), ...nothingHeard, ...heard }),
    fails: () => happened({ type: 'parser.failed', request: requestOf('cmd.parseUtterance') }),
  };
  const desk = {
    holds: (slot: Slot) => happened({ type: 'slot.held', request: requestOf('cmd.holdSlot'), slot }),
    refuses: (slot: Slot, reason: string, alternatives: string[]) =>
      happened({ type: 'slot.refused', request: requestOf('cmd.holdSlot'), slot, reason, alternatives }),
    books: (slot: Slot) =>
      happened({ type: 'booking.created', request: requestOf('cmd.createAppointment'), appointmentId: 'appt_1', slot }),
    finds: (...appointments: BookedSlot[]) =>
      happened({ type: 'lookup.found', request: requestOf('cmd.findAppointments'), appointments }),
    cannotLook: () => happened({ type: 'lookup.failed', request: requestOf('cmd.findAppointments') }),
    moves: ({ id }: BookedSlot, slot: Slot) =>
      happened({ type: 'booking.moved', request: requestOf('cmd.moveAppointment'), appointmentId: id, slot }),
    cannotMove: (slot: Slot) =>
      happened({
        type: 'booking.refused',
        request: requestOf('cmd.moveAppointment'),
        slot,
        reason: 'taken',
        alternatives: [],
      }),
    cancels: ({ id, slot }: BookedSlot) =>
      happened({ type: 'booking.cancelled', request: requestOf('cmd.cancelAppointment'), appointmentId: id, slot }),
    cannotCancel: () =>
      happened({ type: 'booking.failed', request: requestOf('cmd.cancelAppointment'), reason: 'unavailable' }),
    waitlists: (date: string) => happened({ type: 'waitlist.joined', request: requestOf('cmd.joinWaitlist'), date }),
    isAway: () => happened({ type: 'slot.failed', request: requestOf('cmd.holdSlot') }),
    schedulesReminder: () => happened({ type: 'reminder.scheduled', request: requestOf('cmd.scheduleReminder') }),
  };
  return {
    model,
    caller,
    parser,
    desk,
    happened,
    commands,
    last,
    /** Small steps, since a simulated clock starts chained timers only at the end of one. */
    passes: (ms: number) => {
      for (let at = 0; at < ms; at += 50) clock.increment(Math.min(50, ms - at));
    },
    forget: () => void emitted.splice(0),
    emittedTypes: () => emitted.map(({ type }) => type),
    notices: () => commands('cmd.requestResponse').flatMap(({ notice }) => (notice ? [notice] : [])),
    state: () => actor.getSnapshot().value,
    is: (state: Parameters<ReturnType<typeof actor.getSnapshot>['matches']>[0]) => actor.getSnapshot().matches(state),
    snapshot: () => actor.getSnapshot(),
    greeted() {
      model.isReady();
      model.answers();
      emitted.splice(0);
      return this;
    },
  };
}
