/**
 * One phone call. Facts come in, this machine decides, commands go out (`emit`); nothing here touches the world.
 * The file opens as it is in Stately Studio and Sketch: values from `xstate` only, static config, every source a name.
 */
import { and, assign, emit, not, or, raise, setup, stateIn } from 'xstate';
import type {
  BookedSlot,
  CallEmission,
  CallFact,
  CallInput,
  CallLimits,
  CallOutcome,
  CallSignal,
  Occasion,
  OwedAnswer,
  ServerNotice,
  Slot,
  Wish,
} from './vocabulary.ts';

export interface CallContext {
  callSid: string;
  businessId: string;
  limits: CallLimits;
  wish: Wish;
  /** The slot held for this call and offered to the caller; a yes to an older request was to something else. */
  offered: Slot | null;
  offeredAfter: number;
  /** The offered slot the caller said yes to. */
  agreed: Slot | null;
  /** What was last asked for, also where it was refused; and what was proposed instead. */
  lastAsked: Slot | null;
  alternatives: string[];
  appointment: BookedSlot | null;
  /** Whether the caller has heard of the appointment. */
  announced: 'told' | 'untold';
  /** Questions put to the caller and not answered yet. */
  asked: string[];
  /** Last request number given out; requests the parser and the desk still owe; newest parse taken. */
  request: number;
  parsing: number | null;
  desk: number | null;
  understood: number;
  /** Writes the call stopped waiting for; their rows still count. */
  lateWrites: number[];
  owed: OwedAnswer | null;
  /** The answer that is being asked for or heard, and the one a sound of the caller cut. */
  speaking: OwedAnswer | null;
  cut: OwedAnswer | null;
  /** The response being heard, and the one the model is still making. */
  responseId: string | null;
  running: string | null;
  utterance: { itemId: string; speechMs: number } | null;
  /** The latest sounds too short for a turn, whose words may still be on their way. */
  shortSounds: string[];
  silenceLine: 'due' | 'said';
  digits: string;
  failures: number;
  lies: number;
  outcome: CallOutcome;
}

type CallEvent = CallFact | CallSignal;
interface Given {
  context: CallContext;
  event: CallEvent;
}

const MOST_FAILURES = 2;
const MOST_LIES = 2;
const SHORTEST_SPEECH_MS = 400;
const MOST_SHORT_SOUNDS = 5;
const CLEAR_WORD = -1;
const NOBODY: Wish = { date: null, time: null, name: null, phone: null };

const slotOf = (wish: Wish): Slot | null => (wish.date && wish.time ? { date: wish.date, time: wish.time } : null);
const sameSlot = (a: Slot | null, b: Slot | null): boolean => a?.date === b?.date && a?.time === b?.time;
const understanding = ({ event }: Given) => (event.type === 'parser.understood' ? event : null);
const isOtherSlot = (given: Given, slot: Slot | null): boolean => {
  const { date, time } = understanding(given) ?? NOBODY;
  return (date !== null && date !== slot?.date) || (time !== null && time !== slot?.time);
};
const UNKNOWN_CALL: CallInput = {
  callSid: '',
  businessId: '',
  callerPhone: null,
  limits: { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 },
};
/** Total without an input, because simulators start the chart without one. */
const beginning = (input: CallInput | undefined): CallContext => {
  const { callSid, businessId, limits, callerPhone, begins, ...given } = { ...UNKNOWN_CALL, ...input };
  const { appointment = null, offered = null, announced = 'untold' } = given;
  const known: Known = { wish: { ...NOBODY, phone: callerPhone, ...given.wish }, offered, appointment, announced };
  return {
    callSid,
    businessId,
    limits,
    ...known,
    offeredAfter: 0,
    agreed: null,
    lastAsked: offered,
    alternatives: [],
    asked: [],
    request: 0,
    parsing: null,
    desk: null,
    understood: 0,
    lateWrites: [],
    owed: begins === 'resumed' ? firstOwed(known) : owe('greeting', null),
    speaking: null,
    cut: null,
    responseId: null,
    running: null,
    utterance: null,
    shortSounds: [],
    silenceLine: 'due',
    digits: '',
    failures: 0,
    lies: 0,
    outcome: 'completed',
  };
};
type Known = Pick<CallContext, 'wish' | 'offered' | 'appointment' | 'announced'>;
/** What a call that another stream or node began owes its caller first: the appointment nobody heard of, else to go on. */
const firstOwed = (known: Known): OwedAnswer =>
  known.appointment && known.announced === 'untold'
    ? owe('announcement', { kind: 'appointment_created', appointmentId: known.appointment.id })
    : owe('continue', resumedNotice(known));
const owe = (occasion: Occasion, notice: ServerNotice | null): OwedAnswer => ({ occasion, notice });
/** A caller's turn never pushes out a server's notice that is still to be said. */
const oweAtLeast = (context: CallContext, answer: OwedAnswer): OwedAnswer => (context.owed?.notice ? context.owed : answer);
const ask = (context: CallContext, kind: 'need_name' | 'need_phone' | 'need_date_time') =>
  context.asked.includes(kind) ? { owed: oweAtLeast(context, owe('turn', null)) } : { owed: owe('server', { kind }), asked: [...context.asked, kind] };
const isNews = (given: Given): boolean => {
  const heard = understanding(given);
  return heard !== null && heard.request > given.context.understood && heard.request <= given.context.request;
};
const agrees = (given: Given): boolean =>
  isNews(given) && understanding(given)?.action === 'confirm' && (understanding(given)?.request ?? 0) > given.context.offeredAfter;
const isThisParse = ({ context, event }: Given): boolean => 'request' in event && event.request === context.parsing;
const isLatestParse = (given: Given): boolean => isNews(given) && isThisParse(given);
const isThisUtterance = ({ context, event }: Given): boolean => 'itemId' in event && event.itemId === context.utterance?.itemId;
const isShort = (given: Given): boolean => isThisUtterance(given) && (given.context.utterance?.speechMs ?? 0) < SHORTEST_SPEECH_MS;
const isNoise = ({ event }: Given): boolean =>
  event.type === 'caller.said' && (event.words === 0 || (event.words === 1 && (event.confidence ?? 0) < CLEAR_WORD));
const wasShort = ({ context, event }: Given): boolean => 'itemId' in event && context.shortSounds.includes(event.itemId);
const isThisResponse = ({ context, event }: Given): boolean => 'responseId' in event && event.responseId === context.responseId;
const resumedNotice = ({ wish, offered, appointment }: Known): ServerNotice => ({ kind: 'resumed', wish, offered, appointment });
const isAnnouncement = (answer: OwedAnswer | null) => (answer?.occasion === 'announcement' ? answer : null);
const isPhone = (digits: string): boolean => digits.length === 10 || digits.length === 9;

export const callMachine = setup({
  types: {
    context: {} as CallContext,
    events: {} as CallEvent,
    input: {} as CallInput,
    emitted: {} as CallEmission,
    tags: {} as 'silent' | 'mayBeHeard' | 'busy' | 'over',
  },
  actions: {
    /* commands */
    connectModel: emit({ type: 'cmd.connectModel' }),
    replayHistory: emit(({ context }) => ({
      type: 'cmd.replayHistory' as const,
      known: context.owed?.occasion === 'announcement' ? resumedNotice(context) : null,
    })),
    dropModel: emit({ type: 'cmd.dropModel' }),
    closeModel: emit({ type: 'cmd.closeModel' }),
    hangUp: emit({ type: 'cmd.hangUp' }),
    releaseHold: emit({ type: 'cmd.releaseHold' }),
    openPlayback: emit(({ context }) => ({ type: 'cmd.openPlayback' as const, responseId: context.responseId ?? '' })),
    clearPlayback: emit({ type: 'cmd.clearPlayback' }),
    truncateHeard: emit({ type: 'cmd.truncateHeard' }),
    cancelResponse: emit(({ context }) => ({ type: 'cmd.cancelResponse' as const, responseId: context.running ?? '' })),
    requestResponse: emit(({ context }) => ({
      type: 'cmd.requestResponse' as const,
      occasion: context.speaking?.occasion ?? 'turn',
      notice: context.speaking?.notice ?? null,
    })),
    forgetUtterance: emit(({ event }) => ({ type: 'cmd.forgetUtterance' as const, itemId: 'itemId' in event ? event.itemId : '' })),
    parseUtterance: emit(({ context, event }) => ({
      type: 'cmd.parseUtterance' as const,
      request: context.request,
      text: event.type === 'caller.said' ? event.text : '',
      known: { ...context.wish, date: context.wish.date ?? context.lastAsked?.date ?? null, time: context.wish.time ?? context.lastAsked?.time ?? null },
      offered: context.offered,
      alternatives: context.alternatives,
      appointment: context.appointment?.slot ?? null,
    })),
    holdSlot: emit(({ context }) => ({ type: 'cmd.holdSlot' as const, request: context.request, slot: slotOf(context.wish) ?? { date: '', time: '' } })),
    createAppointment: emit(({ context }) => ({
      type: 'cmd.createAppointment' as const,
      request: context.request,
      slot: context.agreed ?? { date: '', time: '' },
      name: context.wish.name ?? '',
      phone: context.wish.phone ?? '',
    })),
    scheduleReminder: emit(({ context }) => ({
      type: 'cmd.scheduleReminder' as const,
      request: context.request,
      appointmentId: context.appointment?.id ?? '',
    })),
    saveSession: emit(({ context }) => ({
      type: 'cmd.saveSession' as const,
      wish: context.wish,
      requested: context.lastAsked,
      confirmed: context.appointment?.slot ?? null,
      announced: context.announced,
    })),
    reportBargeIn: emit(({ context }) => ({ type: 'news.bargedIn' as const, responseId: context.responseId })),
    reportStall: emit({ type: 'news.modelStalled' }),
    reportEnd: emit(({ context }) => ({ type: 'news.ended' as const, outcome: context.outcome })),
    /* signals between regions */
    usePermit: raise({ type: 'permit.used' }),
    resolveTurn: raise({ type: 'turn.resolved' }),
    leaveTurnToDesk: raise({ type: 'turn.atDesk' }),
    claimFloor: raise({ type: 'floor.claimed' }),
    completeKeypad: raise({ type: 'keypad.completed' }),
    reportHeard: raise({ type: 'announcement.heard' }),
    stallModel: raise({ type: 'model.stalled' }),
    /* the answer that is owed, spoken, cut */
    takeOwedAnswer: assign(({ context }) => ({ speaking: context.owed ?? owe('turn', null), owed: null, cut: null })),
    rememberResponse: assign(({ event }) => (event.type === 'model.startedResponse' ? { responseId: event.responseId, running: event.responseId } : {})),
    noteResponseOver: assign({ running: null }),
    forgetResponse: assign({ responseId: null, running: null, speaking: null }),
    settleAnswer: assign({ responseId: null, running: null, speaking: null, failures: 0, lies: 0 }),
    rememberCut: assign(({ context }) => ({ cut: context.speaking })),
    forgetCut: assign({ cut: null }),
    oweCutAgain: assign(({ context }) => (context.cut ? { owed: context.owed ?? { ...context.cut, notice: null }, cut: null } : {})),
    oweSpokenAgain: assign(({ context }) => ({ owed: oweAtLeast(context, context.speaking ?? owe('turn', null)) })),
    oweContinuation: assign(({ context }) => ({ owed: oweAtLeast(context, isAnnouncement(context.speaking) ?? owe('continue', resumedNotice(context))) })),
    countFailure: assign({ failures: ({ context }) => context.failures + 1 }),
    oweTurn: assign(({ context }) => ({ owed: oweAtLeast(context, owe('turn', null)) })),
    oweClarification: assign(({ context }) => ({ owed: oweAtLeast(context, owe('server', { kind: 'clarify' })) })),
    oweSilenceLine: assign({ owed: owe('silence', null) }),
    oweTruth: assign(({ context }) => ({ owed: owe('server', { kind: 'not_booked' }), lies: context.lies + 1 })),
    oweOffer: assign(({ context }) => (context.offered ? { owed: owe('server', { kind: 'slot_available', slot: context.offered }) } : {})),
    oweRefusal: assign(({ event }) =>
      event.type === 'slot.refused' || event.type === 'booking.refused'
        ? { owed: owe('server', { kind: 'slot_unavailable', slot: event.slot, reason: event.reason, alternatives: event.alternatives }) }
        : {},
    ),
    oweApology: assign(({ event }) => ({
      owed: owe('server', { kind: 'appointment_failed', reason: event.type === 'booking.failed' ? event.reason : 'unavailable' }),
    })),
    oweAnnouncement: assign(({ context }) =>
      context.appointment ? { owed: owe('announcement', { kind: 'appointment_created', appointmentId: context.appointment.id }) } : {},
    ),
    oweReminderNotice: assign({ owed: owe('server', { kind: 'reminder_scheduled' }) }),
    oweKeypadNotice: assign(({ context }) => ({ owed: oweAtLeast(context, owe('server', { kind: 'keypad_complete' })) })),
    oweNumberAgain: assign(({ context }) => ({ owed: oweAtLeast(context, owe('server', { kind: 'need_phone' })), digits: '' })),
    oweResumption: assign(({ context }) => ({ owed: oweAtLeast(context, owe('continue', resumedNotice(context))) })),
    dropStaleNotice: assign(({ context }) => (context.owed?.occasion === 'announcement' ? {} : { owed: null })),
    askName: assign(({ context }) => ask(context, 'need_name')),
    askPhone: assign(({ context }) => ask(context, 'need_phone')),
    askDateTime: assign(({ context }) => ask(context, 'need_date_time')),
    /* what the caller said */
    rememberUtterance: assign(({ context, event }) =>
      event.type === 'caller.stoppedSpeaking'
        ? {
            utterance: { itemId: event.itemId, speechMs: event.speechMs },
            shortSounds: event.speechMs < SHORTEST_SPEECH_MS ? [...context.shortSounds, event.itemId].slice(-MOST_SHORT_SOUNDS) : context.shortSounds,
          }
        : {},
    ),
    rememberSpeech: assign({ silenceLine: 'due' }),
    rememberSilenceLine: assign({ silenceLine: 'said' }),
    nextParse: assign(({ context }) => ({ request: context.request + 1, parsing: context.request + 1 })),
    takeUnderstanding: assign((given) => {
      const heard = understanding(given);
      const { context } = given;
      if (!heard) return {};
      const wish: Wish = {
        date: heard.date ?? context.wish.date,
        time: heard.time ?? context.wish.time,
        name: heard.name ?? context.wish.name,
        phone: heard.phone ?? context.wish.phone,
      };
      return { wish, understood: heard.request };
    }),
    agreeToOffer: assign(({ context }) => ({ agreed: context.offered })),
    /* the booking desk */
    nextDeskRequest: assign(({ context }) => ({ request: context.request + 1, desk: context.request + 1 })),
    closeDeskRequest: assign({ desk: null }),
    giveUpWrite: assign(({ context }) => ({ lateWrites: context.desk === null ? context.lateWrites : [...context.lateWrites, context.desk] })),
    rememberAsked: assign(({ context }) => ({ lastAsked: slotOf(context.wish), offered: null, agreed: null })),
    rememberOffer: assign(({ context, event }) => (event.type === 'slot.held' ? { offered: event.slot, offeredAfter: context.request, alternatives: [] } : {})),
    rememberAlternatives: assign(({ context, event }) => ({
      alternatives: event.type === 'slot.refused' || event.type === 'booking.refused' ? event.alternatives : [],
      wish: { ...context.wish, time: null },
      offered: null,
      agreed: null,
    })),
    forgetSlot: assign(({ context }) => ({ wish: { ...context.wish, date: null, time: null }, offered: null, agreed: null, alternatives: [] })),
    rememberAppointment: assign(({ context, event }) =>
      event.type === 'booking.created'
        ? {
            appointment: { id: event.appointmentId, slot: event.slot },
            announced: 'untold' as const,
            wish: { ...context.wish, date: null, time: null },
            offered: null,
            agreed: null,
            lateWrites: [],
          }
        : {},
    ),
    rememberTold: assign({ announced: 'told' }),
    /* keypad */
    addKey: assign(({ context, event }) => ({ digits: event.type === 'caller.pressedKey' ? (context.digits + event.key).slice(0, 15) : context.digits })),
    clearKeys: assign({ digits: '' }),
    takeNumber: assign(({ context }) => ({ wish: { ...context.wish, phone: context.digits }, digits: '', silenceLine: 'due' as const })),
    /* how it ended */
    endUnavailable: assign({ outcome: 'modelUnavailable' }),
    endSilent: assign({ outcome: 'silent' }),
    endTooLong: assign({ outcome: 'tooLong' }),
    endPhoneLost: assign({ outcome: 'phoneLost' }),
    endBooked: assign(({ context }) => (context.outcome === 'completed' && context.appointment ? { outcome: 'booked' } : {})),
  },
  guards: {
    owesAnswer: ({ context }) => context.owed !== null,
    /** The only place where regions decide together: may the model be asked to speak now? */
    mayRequestResponse: and([
      ({ context }: Given) => context.owed !== null,
      stateIn({ inCall: { silenceGate: 'permitted' } }),
      stateIn({ inCall: { connection: { phone: 'live', model: 'ready' } } }),
    ]),
    /** Another stream or node has greeted the caller already. */
    isResumed: ({ context }) => context.owed?.occasion !== 'greeting',
    floorIsFree: ({ context }) => context.speaking === null,
    floorIsTaken: ({ context }) => context.speaking !== null,
    callerIsDone: not(
      or([
        stateIn({ inCall: { silenceGate: 'hearing' } }),
        stateIn({ inCall: { silenceGate: 'transcribing' } }),
        stateIn({ inCall: { silenceGate: 'understanding' } }),
      ]),
    ),
    saidSilenceLine: ({ context }) => context.silenceLine === 'said',
    speaksSilenceLine: ({ context }) => context.speaking?.occasion === 'silence',
    hearsAnnouncement: (given) => isThisResponse(given) && given.context.speaking?.occasion === 'announcement',
    cutAnnouncement: ({ context }) => context.cut?.occasion === 'announcement',
    responseRuns: ({ context }) => context.running !== null,
    /* the model */
    isThisResponse,
    hasFailedTooOften: ({ context }) => context.failures >= MOST_FAILURES,
    isLieTooMany: (given) => isThisResponse(given) && given.context.lies >= MOST_LIES,
    isFatal: ({ event }) => event.type === 'model.lost' && event.fatal,
    /* what was said */
    isThisUtterance,
    isUnintelligible: (given) => isThisUtterance(given) && isNoise(given),
    isShort,
    isShortInBooking: and([isShort, not(stateIn({ inCall: { booking: 'idle' } }))]),
    needsUnderstanding: and([
      isThisUtterance,
      or([not(stateIn({ inCall: { booking: 'idle' } })), ({ event }: Given) => event.type === 'caller.said' && event.mayConcernBooking]),
    ]),
    hasWords: (given) => !isNoise(given) && !wasShort(given),
    /* what was understood */
    isNews,
    isLatestParse,
    wantsBooking: (given) => {
      const heard = understanding(given);
      return isNews(given) && (heard?.action === 'ask' || Boolean(heard?.date) || Boolean(heard?.time));
    },
    wantsOtherSlot: (given) => isNews(given) && isOtherSlot(given, given.context.offered),
    wantsAnotherBooking: (given) => isNews(given) && isOtherSlot(given, given.context.appointment?.slot ?? null),
    answersQuestion: (given) => isNews(given) && Boolean(understanding(given)?.name ?? understanding(given)?.phone),
    declines: (given) => isNews(given) && understanding(given)?.intent === 'decline',
    agreesToOffer: agrees,
    agreesAndIsDone: and([agrees, isThisParse, stateIn({ inCall: { silenceGate: 'understanding' } })]),
    letsItStand: and([
      (given: Given) => isLatestParse(given) && understanding(given)?.intent !== 'decline' && !isOtherSlot(given, given.context.offered),
      stateIn({ inCall: { silenceGate: 'understanding' } }),
    ]),
    bringsNothingNew: (given) => isLatestParse(given) && !isOtherSlot(given, given.context.appointment?.slot ?? null),
    isThisFailure: (given) => given.event.type === 'parser.failed' && isThisParse(given),
    agreesToReminder: (given) => agrees(given) && isLatestParse(given) && !understanding(given)?.date && !understanding(given)?.time,
    /* where the booking stands */
    slotIsUnchecked: ({ context }) => slotOf(context.wish) !== null && !sameSlot(slotOf(context.wish), context.offered),
    nameIsMissing: ({ context }) => context.wish.name === null,
    phoneIsMissing: ({ context }) => context.wish.phone === null,
    agreedWithoutName: ({ context }) => context.agreed !== null && context.wish.name === null,
    agreedWithoutPhone: ({ context }) => context.agreed !== null && context.wish.phone === null,
    hasAgreed: ({ context }) => context.agreed !== null,
    mayWrite: and([
      ({ context }: Given) => context.agreed !== null,
      not(or([stateIn({ inCall: { silenceGate: 'hearing' } }), stateIn({ inCall: { silenceGate: 'transcribing' } })])),
    ]),
    isOffered: ({ context }) => context.offered !== null,
    isBooked: ({ context }) => context.appointment !== null,
    isBookedAndTold: ({ context }) => context.appointment !== null && context.announced === 'told',
    isDeskAnswer: ({ context, event }) => 'request' in event && event.request === context.desk,
    isLateWrite: ({ context, event }) => 'request' in event && context.lateWrites.includes(event.request),
    nothingInFlight: ({ context }) => context.desk === null,
    /* the keypad */
    isDigit: ({ event }) => event.type === 'caller.pressedKey' && /^[0-9]$/.test(event.key),
    endsNumber: ({ context, event }) => event.type === 'caller.pressedKey' && event.key === '#' && isPhone(context.digits),
    endsBadNumber: ({ event }) => event.type === 'caller.pressedKey' && event.key === '#',
    isWholeNumber: ({ context }) => isPhone(context.digits),
  },
  delays: {
    connectBudget: 8_000,
    connectPause: 300,
    reconnectBudget: 10_000,
    phoneLostBudget: 8_000,
    responseBudget: 3_000,
    speechBudget: 2_500,
    answerBudget: 90_000,
    cancelBudget: 1_500,
    failurePause: 300,
    playbackBudget: 120_000,
    hearingBudget: 90_000,
    transcriptBudget: 4_000,
    understandBudget: 2_600,
    deskBudget: 4_000,
    agreementBudget: 8_000,
    keypadPause: 2_500,
    writeBudget: 10_000,
    silencePatience: ({ context }) => context.limits.silenceLineMs,
    silenceHangup: ({ context }) => context.limits.silenceHangupMs,
    callBudget: ({ context }) => context.limits.callMaxMs,
  },
}).createMachine({
  id: 'call',
  description: 'One phone call: the phone and the voice model on either side, and who may speak when in between.',
  context: ({ input }) => beginning(input),
  initial: 'connecting',
  states: {
    connecting: {
      description: 'The phone stream is accepted; the session with the voice model is being opened.',
      tags: 'silent',
      initial: 'dialing',
      on: { 'phone.hungUp': 'ending', 'phone.lost': 'ending', 'call.endRequested': 'ending' },
      after: { connectBudget: { target: 'ending', actions: 'endUnavailable' } },
      states: {
        dialing: {
          description: 'A session is asked for.',
          entry: 'connectModel',
          on: {
            'model.ready': [{ guard: 'isResumed', target: '#call.inCall', actions: 'replayHistory' }, { target: '#call.inCall' }],
            'model.lost': [{ guard: 'isFatal', target: '#call.ending', actions: 'endUnavailable' }, { target: 'pausing' }],
          },
        },
        pausing: { description: 'The session was refused or fell; a short breath before the next try.', after: { connectPause: 'dialing' } },
      },
    },
    inCall: {
      type: 'parallel',
      description: 'The caller is on the line and the model was ready at least once.',
      on: { 'phone.hungUp': 'ending', 'call.endRequested': 'ending' },
      after: { callBudget: { target: 'ending', actions: 'endTooLong' } },
      states: {
        connection: {
          type: 'parallel',
          description: 'Whether the two sockets are there.',
          states: {
            phone: {
              initial: 'live',
              states: {
                live: { description: 'The phone stream is open.', on: { 'phone.lost': 'lost' } },
                lost: {
                  description: 'The phone stream fell without a goodbye; Twilio may bring the caller back on a new one.',
                  on: { 'phone.resumed': { target: 'live', actions: 'oweResumption' } },
                  after: { phoneLostBudget: { target: '#call.ending', actions: 'endPhoneLost' } },
                },
              },
            },
            model: {
              initial: 'ready',
              states: {
                ready: {
                  description: 'The session with the voice model is open.',
                  on: {
                    'model.lost': [{ guard: 'isFatal', target: '#call.ending', actions: 'endUnavailable' }, { target: 'reconnecting' }],
                    'model.stalled': { actions: ['reportStall', 'dropModel'] },
                  },
                },
                reconnecting: {
                  description: 'The session fell; a new one is opened and told what was said and what is known.',
                  initial: 'dialing',
                  after: { reconnectBudget: { target: '#call.ending', actions: 'endUnavailable' } },
                  states: {
                    dialing: {
                      description: 'A new session is asked for.',
                      entry: 'connectModel',
                      on: {
                        'model.ready': { target: '#call.inCall.connection.model.ready', actions: 'replayHistory' },
                        'model.lost': [{ guard: 'isFatal', target: '#call.ending', actions: 'endUnavailable' }, { target: 'pausing' }],
                      },
                    },
                    pausing: { description: 'A short breath before the next try.', after: { connectPause: 'dialing' } },
                  },
                },
              },
            },
          },
        },
        floor: {
          description: 'Who may be heard on the line. Owns the lock: at most one response of the model at a time.',
          initial: 'listening',
          on: {
            'playback.finished': [
              { description: 'The caller spoke when all had been heard: nothing was cut.', guard: 'cutAnnouncement', actions: ['forgetCut', 'reportHeard'] },
              { actions: 'forgetCut' },
            ],
          },
          states: {
            listening: {
              description: 'Nothing is asked of the model and nothing of it is to be heard.',
              always: {
                description: 'The one place that asks the model to speak.',
                guard: 'mayRequestResponse',
                target: 'awaitingModel',
                actions: ['takeOwedAnswer', 'requestResponse', 'usePermit'],
              },
              on: { 'model.startedResponse': { description: 'Nobody asked for this one.', target: 'cutting', actions: 'rememberResponse' } },
            },
            awaitingModel: {
              description: 'An answer is asked for; the model has not begun.',
              tags: 'busy',
              on: {
                'model.startedResponse': { target: 'aiSpeaking', actions: ['rememberResponse', 'openPlayback'] },
                'model.refusedResponse': { target: 'pausing', actions: ['oweSpokenAgain', 'forgetResponse'] },
                'caller.startedSpeaking': { target: 'discarding', actions: 'rememberCut' },
                'caller.pressedKey': { target: 'discarding', actions: 'rememberCut' },
                'floor.claimed': 'discarding',
                'phone.lost': 'discarding',
                'model.lost': { target: 'listening', actions: ['oweSpokenAgain', 'forgetResponse'] },
              },
              after: { responseBudget: { actions: 'stallModel' } },
            },
            discarding: {
              description: 'An answer was asked for and is no longer wanted: it is cancelled by its id when it appears.',
              tags: 'busy',
              on: {
                'model.startedResponse': { target: 'cutting', actions: 'rememberResponse' },
                'model.refusedResponse': { target: 'listening', actions: 'forgetResponse' },
                'model.lost': { target: 'listening', actions: 'forgetResponse' },
              },
              after: { responseBudget: { actions: 'stallModel' } },
            },
            aiSpeaking: {
              description: 'An answer is being made or heard. The caller may cut it at any moment.',
              tags: 'mayBeHeard',
              initial: 'preparing',
              on: {
                'caller.startedSpeaking': { description: 'Barge-in.', target: 'cutting', actions: ['rememberCut', 'reportBargeIn'] },
                'caller.pressedKey': { target: 'cutting', actions: 'rememberCut' },
                'floor.claimed': { description: 'The server knows something that goes before this answer.', target: 'cutting' },
                'phone.lost': 'cutting',
                'model.claimedFalsely': [
                  { guard: 'isLieTooMany', target: 'cutting' },
                  { description: 'It claims what the database does not hold.', guard: 'isThisResponse', target: 'cutting', actions: 'oweTruth' },
                ],
              },
              states: {
                preparing: {
                  description: 'The response has begun; no sound of it has arrived.',
                  on: {
                    'model.spoke': { guard: 'isThisResponse', target: 'generating' },
                    'model.finishedResponse': {
                      guard: 'isThisResponse',
                      target: '#call.inCall.floor.failing',
                      actions: ['oweSpokenAgain', 'forgetResponse', 'countFailure'],
                    },
                    'model.lost': { target: '#call.inCall.floor.listening', actions: ['oweSpokenAgain', 'forgetResponse'] },
                  },
                  after: {
                    speechBudget: [
                      { guard: 'hasFailedTooOften', actions: 'stallModel' },
                      { target: '#call.inCall.floor.cutting', actions: ['oweSpokenAgain', 'countFailure'] },
                    ],
                  },
                },
                generating: {
                  description: 'The model is still making the answer while the caller hears it.',
                  on: {
                    'model.finishedResponse': { guard: 'isThisResponse', target: 'draining', actions: 'noteResponseOver' },
                    'model.lost': {
                      description: 'What has arrived is still heard; the rest is owed.',
                      target: 'draining',
                      actions: ['noteResponseOver', 'oweContinuation'],
                    },
                  },
                  after: { answerBudget: { actions: 'stallModel' } },
                },
                draining: {
                  description: 'The answer is complete; the phone still plays it. There is nothing left to cancel.',
                  on: {
                    'playback.finished': [
                      { guard: 'hearsAnnouncement', target: '#call.inCall.floor.listening', actions: ['settleAnswer', 'reportHeard'] },
                      { guard: 'isThisResponse', target: '#call.inCall.floor.listening', actions: 'settleAnswer' },
                    ],
                  },
                  after: { playbackBudget: '#call.inCall.floor.cutting' },
                },
              },
            },
            cutting: {
              description: 'The phone is cleared at once; the model is told what was heard.',
              tags: 'busy',
              entry: 'clearPlayback',
              always: [
                { guard: 'responseRuns', target: 'bargeInCancel' },
                { target: 'listening', actions: ['truncateHeard', 'forgetResponse'] },
              ],
            },
            bargeInCancel: {
              description: 'The response is cancelled by its id; its end is awaited before another may be asked for.',
              tags: 'busy',
              entry: ['cancelResponse', 'truncateHeard'],
              on: {
                'model.finishedResponse': { guard: 'isThisResponse', target: 'listening', actions: 'forgetResponse' },
                'model.lost': { target: 'listening', actions: 'forgetResponse' },
              },
              after: { cancelBudget: { actions: 'stallModel' } },
            },
            failing: {
              description: 'The model gave nothing: one more try after a breath, then the call says so and ends.',
              always: { guard: 'hasFailedTooOften', target: '#call.ending', actions: 'endUnavailable' },
              on: { 'caller.startedSpeaking': 'listening', 'model.startedResponse': { target: 'cutting', actions: 'rememberResponse' } },
              after: { failurePause: 'listening' },
            },
            pausing: {
              description: 'The model refused because an earlier response still runs: try again after a breath.',
              on: {
                'caller.startedSpeaking': 'listening',
                'model.lost': 'listening',
                'model.finishedResponse': 'listening',
                'model.startedResponse': { target: 'cutting', actions: 'rememberResponse' },
              },
              after: { failurePause: 'listening' },
            },
          },
        },
        silenceGate: {
          description: 'When the AI may speak: after a turn of the caller, for a server message, or the one silence line.',
          initial: 'closed',
          states: {
            closed: {
              description: 'Somebody else has the floor; the AI starts nothing.',
              always: [
                { guard: 'owesAnswer', target: 'permitted' },
                { guard: 'floorIsFree', target: 'patience' },
              ],
              on: { 'caller.startedSpeaking': 'hearing' },
            },
            patience: {
              description: 'The line is quiet and stays so: below three seconds the AI says nothing.',
              tags: 'silent',
              always: [
                { guard: 'owesAnswer', target: 'permitted' },
                { guard: 'saidSilenceLine', target: 'quiet' },
                { guard: 'floorIsTaken', target: 'closed' },
              ],
              on: { 'caller.startedSpeaking': 'hearing', 'caller.pressedKey': { target: 'patience', reenter: true } },
              after: { silencePatience: { target: 'permitted', actions: ['oweSilenceLine', 'rememberSilenceLine'] } },
            },
            quiet: {
              description: 'The one line was said. Nothing more until the caller speaks; in the end the line is hung up.',
              tags: 'silent',
              always: { guard: 'owesAnswer', target: 'permitted' },
              on: { 'caller.startedSpeaking': 'hearing' },
              after: { silenceHangup: { target: '#call.ending', actions: 'endSilent' } },
            },
            hearing: {
              description: 'The caller is speaking.',
              on: {
                'caller.stoppedSpeaking': { target: 'transcribing', actions: 'rememberUtterance' },
                'model.lost': { target: 'permitted', actions: 'oweClarification' },
              },
              after: { hearingBudget: { target: 'permitted', actions: 'oweClarification' } },
            },
            transcribing: {
              description: 'The caller fell silent; the words are on their way.',
              on: {
                'caller.startedSpeaking': 'hearing',
                'caller.said': [
                  {
                    description: 'Noise or one word nobody could make out is no turn; an answer it cut is owed again.',
                    guard: 'isUnintelligible',
                    target: 'closed',
                    actions: ['forgetUtterance', 'oweCutAgain'],
                  },
                  { guard: 'isShortInBooking', target: 'permitted', actions: ['rememberSpeech', 'oweClarification'] },
                  { guard: 'isShort', target: 'permitted', actions: ['rememberSpeech', 'oweTurn'] },
                  { guard: 'needsUnderstanding', target: 'understanding', actions: ['rememberSpeech', 'nextParse', 'parseUtterance'] },
                  { guard: 'isThisUtterance', target: 'permitted', actions: ['rememberSpeech', 'nextParse', 'parseUtterance', 'oweTurn'] },
                  { guard: 'hasWords', actions: ['nextParse', 'parseUtterance'] },
                ],
                'model.lost': { target: 'permitted', actions: 'oweClarification' },
                'caller.unheard': [
                  { guard: 'isShort', target: 'closed', actions: 'oweCutAgain' },
                  { guard: 'isThisUtterance', target: 'permitted', actions: ['rememberSpeech', 'oweClarification'] },
                ],
              },
              after: { transcriptBudget: { target: 'permitted', actions: 'oweClarification' } },
            },
            understanding: {
              description: 'The words are with the parser, because they may change a booking.',
              tags: 'busy',
              on: {
                'caller.startedSpeaking': 'hearing',
                'turn.resolved': { target: 'permitted', actions: 'oweTurn' },
                'turn.atDesk': 'deciding',
                'parser.failed': [{ guard: 'isThisFailure', target: 'permitted', actions: 'oweClarification' }],
              },
              after: { understandBudget: { target: 'permitted', actions: 'oweClarification' } },
            },
            deciding: {
              description: 'The booking desk is at work and will answer.',
              tags: 'busy',
              always: { guard: 'owesAnswer', target: 'permitted' },
              on: { 'caller.startedSpeaking': 'hearing' },
              after: { deskBudget: { target: 'permitted', actions: 'oweApology' } },
            },
            permitted: {
              description: 'The AI may be asked for one answer.',
              on: { 'caller.startedSpeaking': 'hearing', 'permit.used': [{ guard: 'speaksSilenceLine', target: 'quiet' }, { target: 'closed' }] },
            },
          },
          on: {
            'caller.said': {
              description: 'The words of an earlier stretch arrive late: understood all the same.',
              guard: 'hasWords',
              actions: ['nextParse', 'parseUtterance'],
            },
          },
        },
        keypad: {
          description: 'A telephone number typed on the keypad.',
          initial: 'idle',
          states: {
            idle: { description: 'No key was pressed.', on: { 'caller.pressedKey': { guard: 'isDigit', target: 'collecting', actions: 'addKey' } } },
            collecting: {
              description: 'Digits are coming in; # or a pause after nine or ten of them ends the number.',
              on: {
                'caller.pressedKey': [
                  { guard: 'isDigit', target: 'collecting', reenter: true, actions: 'addKey' },
                  { guard: 'endsNumber', target: 'complete' },
                  { guard: 'endsBadNumber', target: 'idle', actions: 'oweNumberAgain' },
                  { target: 'idle', actions: 'clearKeys' },
                ],
              },
              after: {
                keypadPause: [
                  { guard: 'isWholeNumber', target: 'complete' },
                  { target: 'idle', actions: 'oweNumberAgain' },
                ],
              },
            },
            complete: { description: 'The number is whole.', entry: ['takeNumber', 'completeKeypad'], always: 'idle' },
          },
        },
        booking: {
          description: 'What is wanted, offered and written. Only facts from the desk move it to an appointment.',
          initial: 'arriving',
          on: {
            'parser.understood': [
              {
                description: 'The caller does not want it after all: the held slot is free for others again.',
                guard: 'declines',
                target: '.idle',
                actions: ['takeUnderstanding', 'forgetSlot', 'releaseHold', 'saveSession', 'resolveTurn'],
              },
              { guard: 'wantsOtherSlot', target: '.routing', actions: 'takeUnderstanding' },
              { guard: 'isLatestParse', actions: ['takeUnderstanding', 'resolveTurn'] },
              { guard: 'isNews', actions: 'takeUnderstanding' },
            ],
            'keypad.completed': { actions: 'oweKeypadNotice' },
            'booking.created': {
              description: 'A write that was given up came through after all.',
              guard: 'isLateWrite',
              target: '.created',
              actions: ['rememberAppointment', 'releaseHold'],
            },
          },
          states: {
            arriving: {
              description: 'Goes to where an earlier stream or node left the booking; a new call has none.',
              always: [
                { guard: 'isBookedAndTold', target: 'created.told' },
                { guard: 'isBooked', target: 'created' },
                { guard: 'isOffered', target: 'offered' },
                { guard: 'slotIsUnchecked', target: 'checking' },
                { target: 'idle' },
              ],
            },
            idle: {
              description: 'No booking is under way.',
              on: { 'parser.understood': { guard: 'wantsBooking', target: 'routing', actions: 'takeUnderstanding' } },
            },
            routing: {
              description: 'Looks at what is known and goes to the first thing that is missing.',
              always: [
                { guard: 'slotIsUnchecked', target: 'checking', actions: ['claimFloor', 'dropStaleNotice'] },
                { guard: 'agreedWithoutName', target: 'needName' },
                { guard: 'agreedWithoutPhone', target: 'needPhone' },
                { guard: 'mayWrite', target: 'creating', actions: 'dropStaleNotice' },
                { guard: 'hasAgreed', target: 'agreed', actions: 'dropStaleNotice' },
                { guard: 'isOffered', target: 'offered', actions: 'resolveTurn' },
                { guard: 'nameIsMissing', target: 'needName' },
                { guard: 'phoneIsMissing', target: 'needPhone' },
                { target: 'needDateTime' },
              ],
            },
            needName: {
              description: 'A booking is wanted and the name is missing.',
              entry: ['askName', 'saveSession', 'leaveTurnToDesk'],
              on: { 'parser.understood': { guard: 'answersQuestion', target: 'routing', actions: 'takeUnderstanding' } },
            },
            needPhone: {
              description: 'The telephone number is missing; the keypad is the surest way.',
              entry: ['askPhone', 'saveSession', 'leaveTurnToDesk'],
              on: { 'parser.understood': { guard: 'answersQuestion', target: 'routing', actions: 'takeUnderstanding' }, 'keypad.completed': 'routing' },
            },
            needDateTime: { description: 'The day or the hour is missing.', entry: ['askDateTime', 'saveSession', 'leaveTurnToDesk'] },
            checking: {
              description: 'The desk looks whether the asked slot is free and holds it.',
              tags: 'busy',
              entry: ['nextDeskRequest', 'holdSlot', 'rememberAsked', 'saveSession', 'leaveTurnToDesk'],
              exit: 'closeDeskRequest',
              on: {
                'slot.held': { guard: 'isDeskAnswer', target: 'offered', actions: ['rememberOffer', 'oweOffer'] },
                'slot.refused': { guard: 'isDeskAnswer', target: 'refused', actions: ['rememberAlternatives', 'oweRefusal'] },
                'slot.failed': { guard: 'isDeskAnswer', target: 'failed', actions: 'oweApology' },
                'parser.understood': [
                  { guard: 'wantsOtherSlot', target: 'routing', actions: 'takeUnderstanding' },
                  { guard: 'isNews', actions: ['takeUnderstanding', 'leaveTurnToDesk'] },
                ],
              },
              after: { deskBudget: { target: 'failed', actions: 'oweApology' } },
            },
            refused: { description: 'The asked slot cannot be had; the caller knows why and what is near.', entry: 'saveSession' },
            offered: {
              description: 'The slot is free and held for this call; only a yes books it.',
              on: {
                'parser.understood': [
                  { guard: 'agreesAndIsDone', target: 'routing', actions: ['takeUnderstanding', 'agreeToOffer'] },
                  { guard: 'agreesToOffer', target: 'agreed', actions: 'takeUnderstanding' },
                ],
              },
            },
            agreed: {
              description: 'The caller said yes and is saying something more: nothing is written before that is understood.',
              always: { guard: 'callerIsDone', target: 'routing', actions: 'agreeToOffer' },
              on: {
                'parser.understood': { guard: 'letsItStand', target: 'routing', actions: ['takeUnderstanding', 'agreeToOffer'] },
                'parser.failed': { guard: 'isThisFailure', target: 'offered' },
              },
              after: { agreementBudget: { target: 'offered', actions: 'oweClarification' } },
            },
            creating: {
              description: 'The appointment is being written.',
              tags: 'busy',
              entry: ['nextDeskRequest', 'createAppointment', 'leaveTurnToDesk'],
              on: {
                'booking.created': { guard: 'isDeskAnswer', target: 'created', actions: ['rememberAppointment', 'closeDeskRequest'] },
                'booking.refused': { guard: 'isDeskAnswer', target: 'refused', actions: ['rememberAlternatives', 'oweRefusal', 'closeDeskRequest'] },
                'booking.failed': { guard: 'isDeskAnswer', target: 'failed', actions: ['forgetSlot', 'oweApology', 'closeDeskRequest'] },
                'parser.understood': { guard: 'isNews', actions: ['takeUnderstanding', 'leaveTurnToDesk'] },
              },
              after: { deskBudget: { target: 'failed', actions: ['giveUpWrite', 'forgetSlot', 'oweApology'] } },
            },
            created: {
              description: 'The row is there. It is announced until one announcement was heard to its end.',
              initial: 'telling',
              on: {
                'parser.understood': [
                  { guard: 'wantsAnotherBooking', target: 'routing', actions: 'takeUnderstanding' },
                  { guard: 'isLatestParse', actions: ['takeUnderstanding', 'resolveTurn'] },
                  { guard: 'isNews', actions: 'takeUnderstanding' },
                ],
              },
              states: {
                telling: {
                  description: 'The caller has not heard the whole announcement yet.',
                  entry: ['oweAnnouncement', 'saveSession'],
                  on: {
                    'announcement.heard': { target: 'told', actions: ['rememberTold', 'saveSession'] },
                    'parser.understood': { guard: 'bringsNothingNew', actions: ['takeUnderstanding', 'oweAnnouncement', 'leaveTurnToDesk'] },
                  },
                },
                told: {
                  description: 'The caller knows; a yes now is a yes to the reminder.',
                  on: { 'parser.understood': { guard: 'agreesToReminder', target: 'reminding', actions: 'takeUnderstanding' } },
                },
                reminding: {
                  description: 'The reminder is being put into the queue; it is sent after the call, never during it.',
                  tags: 'busy',
                  entry: ['nextDeskRequest', 'scheduleReminder', 'leaveTurnToDesk'],
                  exit: 'closeDeskRequest',
                  on: {
                    'reminder.scheduled': { guard: 'isDeskAnswer', target: 'settled', actions: 'oweReminderNotice' },
                    'reminder.failed': { guard: 'isDeskAnswer', target: 'settled', actions: 'oweApology' },
                  },
                  after: { deskBudget: { target: 'settled', actions: 'oweApology' } },
                },
                settled: { description: 'Booked, told, and the reminder dealt with.' },
              },
            },
            failed: {
              description: 'The desk could not do it; the request is noted and the caller knows. A late success still counts.',
              on: {
                'booking.created': { guard: 'isDeskAnswer', target: 'created', actions: ['rememberAppointment', 'closeDeskRequest'] },
                'booking.refused': { guard: 'isDeskAnswer', actions: 'closeDeskRequest' },
                'booking.failed': { guard: 'isDeskAnswer', actions: 'closeDeskRequest' },
              },
            },
          },
        },
      },
    },
    ending: {
      description: 'Both sockets are closed; a write that is already on its way is still awaited.',
      tags: 'over',
      entry: ['clearPlayback', 'closeModel', 'hangUp'],
      always: { guard: 'nothingInFlight', target: 'ended' },
      on: {
        'booking.created': { guard: 'isDeskAnswer', target: 'ended', actions: ['rememberAppointment', 'closeDeskRequest'] },
        'booking.refused': { guard: 'isDeskAnswer', target: 'ended', actions: 'closeDeskRequest' },
        'booking.failed': { guard: 'isDeskAnswer', target: 'ended', actions: 'closeDeskRequest' },
      },
      after: { writeBudget: 'ended' },
    },
    ended: {
      type: 'final',
      description: 'Nothing of the call is left but its row.',
      tags: 'over',
      entry: ['endBooked', 'releaseHold', 'saveSession', 'reportEnd'],
    },
  },
});
