/**
 * One phone call. Facts come in, this machine decides, commands go out (`emit`); nothing here touches the world.
 * The file opens as it is in Stately Studio and Sketch: values from `xstate` only, static config, every source a name.
 */
import { and, assign, emit, not, or, raise, setup, stateIn } from 'xstate';
import type { CallContext, Floor, Hearing, Pending } from './call-context.ts';
import type {
  Announcement,
  BookedSlot,
  CallEmission,
  CallFact,
  CallInput,
  CallOutcome,
  CallSignal,
  Occasion,
  OwedAnswer,
  ServerNotice,
  Slot,
  Wish,
} from './vocabulary.ts';

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
const NO_SLOT: Slot = { date: '', time: '' };
const NO_APPOINTMENT: BookedSlot = { id: '', slot: NO_SLOT };
const NOBODY: Wish = { date: null, time: null, name: null, phone: null };

const slotOf = (wish: Wish): Slot | null => (wish.date && wish.time ? { date: wish.date, time: wish.time } : null);
const sameSlot = (a: Slot | null, b: Slot | null): boolean => a?.date === b?.date && a?.time === b?.time;
const understanding = ({ event }: Given) => (event.type === 'parser.understood' ? event : null);
const isOtherSlot = (given: Given, slot: Slot | null): boolean => {
  const { date, time } = understanding(given) ?? NOBODY;
  return (date !== null && date !== slot?.date) || (time !== null && time !== slot?.time);
};
const asksForOther = (given: Given): boolean => understanding(given)?.action === 'ask' && isOtherSlot(given, given.context.offered);
const UNKNOWN_CALL: CallInput = {
  callSid: '',
  businessId: '',
  callerPhone: null,
  limits: { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 },
};
const NOTHING_UNDER_WAY = { errand: null, own: [], meant: null, offered: null, agreed: null } satisfies Partial<CallContext>;
const NOTHING_PROPOSED = { alternatives: [], fullDay: null } satisfies Partial<CallContext['search']>;
const NOBODY_SPEAKS: Floor = { speaking: null, cut: null, responseId: null, running: null, failures: 0, lies: 0 };
const NOTHING_HEARD: Hearing = { utterance: null, shortSounds: [], silenceLine: 'due', unanswered: 'nothing' };
const NOTHING_PENDING: Pending = { parsing: null, desk: null, understood: 0, lateWrites: [] };
/** Total without an input, because simulators start the chart without one. */
const beginning = (input: CallInput | undefined): CallContext => {
  const { limits, callerPhone, begins, ...given } = { ...UNKNOWN_CALL, ...input };
  const { errand = null, meant = null, appointment = null, offered = null, announcement = null, announced = 'untold' } = given;
  const known: Known = { wish: { ...NOBODY, phone: callerPhone, ...given.wish }, errand, offered, written: { appointment, announcement, announced } };
  const nothingYet = { agreed: null, offeredAfter: 0, digits: '', outcome: 'completed', floor: NOBODY_SPEAKS, hearing: NOTHING_HEARD } as const;
  const owed = begins === 'resumed' ? firstOwed(known) : owe('greeting', null);
  const search = { slot: offered, ...NOTHING_PROPOSED };
  return { limits, ...nothingYet, ...known, asked: [], search, meant, own: meant ? [meant] : [], request: 0, pending: NOTHING_PENDING, owed };
};
type Known = Pick<CallContext, 'wish' | 'errand' | 'offered' | 'written'>;
/** What a call that another stream or node began owes its caller first: the appointment nobody heard of, else to go on. */
const firstOwed = (known: Known): OwedAnswer => (isUntold(known) ? owe('announcement', known.written.announcement) : continuation(known));
const continuation = (known: Known): OwedAnswer => owe('continue', resumedNotice(known));
const owe = (occasion: Occasion, notice: ServerNotice | null): OwedAnswer => ({ occasion, notice });
/** A caller's turn never pushes out a server's notice that is still to be said. */
const oweAtLeast = (context: CallContext, answer: OwedAnswer): OwedAnswer => (context.owed?.notice ? context.owed : answer);
const onFloor = (change: Partial<Floor>) => (given: Given) => ({ floor: { ...given.context.floor, ...change } });
const tell = (notice: ServerNotice) => ({ owed: owe('server', notice) });
const tellAtLeast = (context: CallContext, kind: 'clarify' | 'yes_or_no' | 'need_phone' | 'keypad_complete') => ({
  owed: oweAtLeast(context, owe('server', { kind })),
});
const ask = (context: CallContext, kind: 'need_name' | 'need_phone' | 'need_date_time') =>
  context.asked.includes(kind) ? { owed: oweAtLeast(context, owe('turn', null)) } : { ...tell({ kind }), asked: [...context.asked, kind] };
/** What is wanted now; what was not said this time stays. */
const wishAfter = (wish: Wish, { date, time, name, phone }: Wish): Wish => ({
  date: date ?? wish.date,
  time: time ?? wish.time,
  name: name ?? wish.name,
  phone: phone ?? wish.phone,
});
const contact = ({ name, phone }: Wish) => ({ name: name ?? '', phone: phone ?? '' });
const noSlot = (wish: Wish): Wish => ({ ...wish, date: null, time: null });
const tookIn = ({ context: { pending } }: Given, { request }: { request: number }) => ({ pending: { ...pending, understood: request } });
const isNews = (given: Given): boolean => {
  const heard = understanding(given);
  return heard !== null && heard.request > given.context.pending.understood && heard.request <= given.context.request;
};
/** An appointment the caller has is to be heard of, moved or cancelled, or one more is wanted beside it. */
const isErrand = (given: Given): boolean => ['hear', 'move', 'cancel', 'another'].includes(understanding(given)?.intent ?? '');
/** Talk that goes on with what is under way, as far as an intent tells. */
const isTalk = (given: Given): boolean => isNews(given) && !isErrand(given);
const goesOn = (given: Given): boolean => {
  const intent = understanding(given)?.intent ?? null;
  return isNews(given) && (intent === null || intent === given.context.errand) && !isOtherSlot(given, given.context.offered);
};
const agrees = (given: Given): boolean =>
  goesOn(given) && understanding(given)?.action === 'confirm' && (understanding(given)?.request ?? 0) > given.context.offeredAfter;
/** The one of the caller's appointments that a day and an hour single out, or null. */
const singledOut = (own: BookedSlot[], { date, time }: { date: string | null; time: string | null }): BookedSlot | null => {
  const [found, ...more] = own.filter(({ slot }) => slot.date === date && (time === null || slot.time === time));
  return found && more.length === 0 ? found : null;
};
type Refusal = Extract<CallFact, { type: 'slot.refused' | 'booking.refused' }>;
const isRefusal = (event: CallEvent): event is Refusal => event.type === 'slot.refused' || event.type === 'booking.refused';
/** Where the day is open and no time of it is free, its waitlist may be joined. */
const refused = ({ slot, reason, alternatives }: Refusal) => {
  const isFull = reason === 'taken' && !alternatives.some((one) => one.startsWith(slot.date));
  return { slot, reason, alternatives, ...(isFull ? { waitlist: slot.date } : {}) };
};
const WRITTEN: Partial<Record<CallEvent['type'], Announcement['kind']>> = {
  'booking.created': 'appointment_created',
  'booking.moved': 'appointment_moved',
  'booking.cancelled': 'appointment_cancelled',
};
const idsOf = (own: BookedSlot[]): string[] => own.map(({ id }) => id);
const isThisParse = ({ context, event }: Given): boolean => 'request' in event && event.request === context.pending.parsing;
const isThisUtterance = ({ context, event }: Given): boolean => 'itemId' in event && event.itemId === context.hearing.utterance?.itemId;
const heardSound = (hearing: Hearing, { itemId, speechMs }: { itemId: string; speechMs: number }): Hearing => ({
  ...hearing,
  utterance: { itemId, speechMs },
  shortSounds: speechMs < SHORTEST_SPEECH_MS ? [...hearing.shortSounds, itemId].slice(-MOST_SHORT_SOUNDS) : hearing.shortSounds,
});
const heardSpeech = ({ hearing }: CallContext) => ({ hearing: { ...hearing, silenceLine: 'due' as const } });
const isShort = (given: Given): boolean => isThisUtterance(given) && (given.context.hearing.utterance?.speechMs ?? 0) < SHORTEST_SPEECH_MS;
const isNoise = ({ event }: Given): boolean =>
  event.type === 'caller.said' && (event.words === 0 || (event.words === 1 && (event.confidence ?? 0) < CLEAR_WORD));
const wasShort = ({ context, event }: Given): boolean => 'itemId' in event && context.hearing.shortSounds.includes(event.itemId);
const isThisResponse = ({ context, event }: Given): boolean => 'responseId' in event && event.responseId === context.floor.responseId;
const isCutResponse = ({ context, event }: Given): boolean => 'responseId' in event && event.responseId === context.floor.cut?.responseId;
const resumedNotice = ({ wish, errand, offered, written: { appointment } }: Known): ServerNotice => ({ kind: 'resumed', wish, errand, offered, appointment });
const outcomeOf = ({ written: { announcement, appointment } }: CallContext): CallOutcome => {
  if (announcement?.kind === 'appointment_moved') return 'moved';
  if (announcement?.kind === 'appointment_cancelled') return 'cancelled';
  return appointment ? 'booked' : 'completed';
};
/** What the caller is known to have: the appointment of this call, and those that were found. */
const standing = ({ written: { appointment }, own }: CallContext): BookedSlot[] => (appointment && own.length === 0 ? [appointment] : own);
const namesOtherTime = (given: Given): boolean =>
  isTalk(given) && isOtherSlot(given, null) && !standing(given.context).some(({ slot }) => !isOtherSlot(given, slot));
const isUnclear = (given: Given): boolean => namesOtherTime(given) && standing(given.context).length > 0;
const wantsNewSlot = (given: Given): boolean => namesOtherTime(given) && standing(given.context).length === 0 && understanding(given)?.action === 'ask';
/** Whose appointment it is to be has to be known before it is written, and is asked before day and hour. */
const isNeeded = ({ meant, agreed, offered }: CallContext): boolean => meant === null && (agreed !== null || offered === null);
const isUntold = ({ written }: Known): boolean => written.announcement !== null && written.announced === 'untold';
const isAnnouncement = (answer: OwedAnswer | null) => (answer?.occasion === 'announcement' ? answer : null);
const isDigit = ({ event }: Given): boolean => event.type === 'caller.pressedKey' && /^[0-9]$/.test(event.key);
/** A number as it is dialled in Israel: a mobile one of ten digits, or nine with the code of a region. */
const isPhone = (digits: string): boolean => /^0(?:[57]\d{8}|[23489]\d{7})$/.test(digits);

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
    openPlayback: emit(({ context }) => ({ type: 'cmd.openPlayback' as const, responseId: context.floor.responseId ?? '' })),
    clearPlayback: emit({ type: 'cmd.clearPlayback' }),
    truncateHeard: emit({ type: 'cmd.truncateHeard' }),
    cancelResponse: emit(({ context }) => ({ type: 'cmd.cancelResponse' as const, responseId: context.floor.running ?? '' })),
    requestResponse: emit(({ context: { floor } }) => ({ type: 'cmd.requestResponse' as const, ...(floor.speaking ?? owe('turn', null)) })),
    forgetUtterance: emit(({ event }) => ({ type: 'cmd.forgetUtterance' as const, itemId: 'itemId' in event ? event.itemId : '' })),
    parseUtterance: emit(({ context: { request, wish, search, errand, offered, written, own }, event }) => ({
      type: 'cmd.parseUtterance' as const,
      request,
      text: event.type === 'caller.said' ? event.text : '',
      known: wishAfter({ ...NOBODY, ...search.slot }, wish),
      errand,
      offered,
      alternatives: search.alternatives,
      fullDay: search.fullDay,
      appointment: written.appointment?.slot ?? null,
      own: own.map(({ slot }) => slot),
    })),
    findAppointments: emit(({ context: { request } }) => ({ type: 'cmd.findAppointments' as const, request })),
    holdSlot: emit(({ context: { request, wish, meant } }) => ({
      type: 'cmd.holdSlot' as const,
      request,
      slot: slotOf(wish) ?? NO_SLOT,
      ...contact(wish),
      moving: meant,
    })),
    joinWaitlist: emit(({ context: { request, search, wish } }) => ({
      type: 'cmd.joinWaitlist' as const,
      request,
      date: search.fullDay ?? '',
      ...contact(wish),
    })),
    createAppointment: emit(({ context: { request, agreed, wish } }) => ({
      type: 'cmd.createAppointment' as const,
      request,
      slot: agreed ?? NO_SLOT,
      ...contact(wish),
    })),
    moveAppointment: emit(({ context: { request, meant, agreed } }) => ({
      type: 'cmd.moveAppointment' as const,
      request,
      appointment: meant ?? NO_APPOINTMENT,
      slot: agreed ?? NO_SLOT,
    })),
    cancelAppointment: emit(({ context: { request, meant } }) => ({ type: 'cmd.cancelAppointment' as const, request, appointment: meant ?? NO_APPOINTMENT })),
    scheduleReminder: emit(({ context: { request, written } }) => ({
      type: 'cmd.scheduleReminder' as const,
      request,
      appointmentId: written.appointment?.id ?? '',
    })),
    saveSession: emit(({ context: { wish, search, written, errand, meant } }) => ({
      type: 'cmd.saveSession' as const,
      wish,
      requested: search.slot,
      confirmed: written.appointment?.slot ?? null,
      announced: written.announced,
      errand,
      meant,
    })),
    reportBargeIn: emit(({ context }) => ({ type: 'news.bargedIn' as const, responseId: context.floor.responseId })),
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
    takeOwedAnswer: assign(({ context: { owed, floor, hearing } }) => ({
      floor: { ...floor, speaking: owed ?? owe('turn', null), cut: null },
      hearing: { ...hearing, unanswered: 'nothing' as const },
      owed: null,
    })),
    rememberResponse: assign(({ context, event }) =>
      event.type === 'model.startedResponse' ? { floor: { ...context.floor, responseId: event.responseId, running: event.responseId } } : {},
    ),
    noteResponseOver: assign(onFloor({ running: null })),
    forgetResponse: assign(onFloor({ responseId: null, running: null, speaking: null })),
    settleAnswer: assign(onFloor({ responseId: null, running: null, speaking: null, failures: 0, lies: 0 })),
    rememberCut: assign(({ context: { floor } }) => ({ floor: { ...floor, cut: floor.speaking && { ...floor.speaking, responseId: floor.responseId } } })),
    forgetCut: assign(onFloor({ cut: null })),
    oweWhatNoiseBroke: assign(({ context: { owed, floor, hearing } }) => {
      const broken = hearing.unanswered === 'words' ? owe('turn', null) : floor.cut && owe(floor.cut.occasion, null);
      return broken ? { owed: owed ?? broken, floor: { ...floor, cut: null } } : {};
    }),
    oweSpokenAgain: assign(({ context }) => ({ owed: oweAtLeast(context, context.floor.speaking ?? owe('turn', null)) })),
    oweContinuation: assign(({ context }) => ({ owed: oweAtLeast(context, isAnnouncement(context.floor.speaking) ?? continuation(context)) })),
    countFailure: assign(({ context: { floor } }) => ({ floor: { ...floor, failures: floor.failures + 1 } })),
    oweTurn: assign(({ context }) => ({ owed: oweAtLeast(context, owe('turn', null)) })),
    oweClarification: assign(({ context }) => tellAtLeast(context, 'clarify')),
    oweYesOrNo: assign(({ context }) => tellAtLeast(context, 'yes_or_no')),
    oweSilenceLine: assign({ owed: owe('silence', null) }),
    /** That nothing is booked is said only where nothing was written; else what was, and how things stand. */
    oweTruth: assign(({ context }) => {
      const { floor, written } = context;
      const standing = isUntold(context) ? owe('announcement', written.announcement) : owe('server', resumedNotice(context));
      return { owed: written.announcement ? standing : owe('server', { kind: 'not_booked' }), floor: { ...floor, lies: floor.lies + 1 } };
    }),
    oweOffer: assign(({ context }) => (context.offered ? tell({ kind: 'slot_available', slot: context.offered }) : {})),
    oweRefusal: assign(({ event }) => (isRefusal(event) ? tell({ kind: 'slot_unavailable', ...refused(event) }) : {})),
    oweNoAppointment: assign(tell({ kind: 'no_appointment' })),
    oweFound: assign(({ context }) => tell({ kind: 'appointment_found', appointmentIds: idsOf(context.own) })),
    oweWhichOne: assign(({ context }) => tell({ kind: 'which_appointment', appointmentIds: idsOf(context.own) })),
    oweMoveOrAnother: assign(({ context }) => tell({ kind: 'move_or_another', appointmentIds: idsOf(standing(context)) })),
    oweWaitlisted: assign(({ event }) => (event.type === 'waitlist.joined' ? tell({ kind: 'waitlisted', date: event.date }) : {})),
    oweApology: assign(({ event }) => tell({ kind: 'appointment_failed', reason: event.type === 'booking.failed' ? event.reason : 'unavailable' })),
    oweAnnouncement: assign(({ context }) => ({ owed: owe('announcement', context.written.announcement) })),
    oweAnnouncementAgain: assign(({ context: { floor, written } }) =>
      isAnnouncement(floor.speaking) ? {} : { owed: owe('announcement', written.announcement) },
    ),
    oweReminderNotice: assign(tell({ kind: 'reminder_scheduled' })),
    oweKeypadNotice: assign(({ context }) => tellAtLeast(context, 'keypad_complete')),
    oweNumberAgain: assign(({ context }) => ({ ...tellAtLeast(context, 'need_phone'), digits: '' })),
    oweResumption: assign(({ context }) => ({ owed: oweAtLeast(context, continuation(context)) })),
    dropStaleNotice: assign(({ context }) => (context.owed?.occasion === 'announcement' ? {} : { owed: null })),
    askName: assign(({ context }) => ask(context, 'need_name')),
    askPhone: assign(({ context }) => ask(context, 'need_phone')),
    askDateTime: assign(({ context }) => ask(context, 'need_date_time')),
    /* what the caller said */
    rememberUtterance: assign(({ context, event }) => (event.type === 'caller.stoppedSpeaking' ? { hearing: heardSound(context.hearing, event) } : {})),
    rememberSpeech: assign(({ context }) => heardSpeech(context)),
    rememberSilenceLine: assign(({ context }) => ({ hearing: { ...context.hearing, silenceLine: 'said' as const } })),
    nextParse: assign(({ context: { request, pending, hearing } }) => ({
      request: request + 1,
      pending: { ...pending, parsing: request + 1 },
      hearing: { ...hearing, unanswered: 'words' as const },
    })),
    forgetParse: assign(({ context: { pending } }) => ({ pending: { ...pending, parsing: null } })),
    takeUnderstanding: assign((given) => {
      const heard = understanding(given);
      return heard ? { wish: wishAfter(given.context.wish, heard), ...tookIn(given, heard) } : {};
    }),
    takeErrand: assign((given) => {
      const heard = understanding(given);
      const { wish, meant, errand: before, asked } = given.context;
      if (!heard || heard.intent === 'another' || heard.intent === 'decline') return {};
      return {
        ...NOTHING_UNDER_WAY,
        errand: heard.intent,
        meant: heard.intent === before ? meant : null,
        wish: wishAfter(heard.intent === 'move' ? wish : noSlot(wish), heard),
        ...tookIn(given, heard),
        asked: asked.filter((kind) => kind !== 'need_date_time'),
      };
    }),
    /** A day and an hour that are those of an appointment the caller has name it, and not where it is to go. */
    rememberOwn: assign(({ context: { errand, wish, meant, written }, event }) => {
      if (event.type !== 'lookup.found') return {};
      const own = event.appointments;
      const known = (one: BookedSlot | null): BookedSlot | null => own.find(({ id }) => id === one?.id) ?? null;
      const named = singledOut(own, wish);
      const only = own.length === 1 ? (own[0] ?? null) : null;
      return { own, meant: named ?? known(meant) ?? known(written.appointment) ?? only, wish: errand === 'move' && !named ? wish : noSlot(wish) };
    }),
    chooseOwn: assign((given) => {
      const heard = understanding(given);
      return heard ? { meant: singledOut(given.context.own, heard), ...tookIn(given, heard), offered: null, agreed: null } : {};
    }),
    proposeCancel: assign(({ context: { meant, request } }) => ({
      ...tell({ kind: 'confirm_cancel', appointmentId: meant?.id ?? '' }),
      offered: meant?.slot ?? null,
      offeredAfter: request,
    })),
    wantAnother: assign({ errand: null, meant: null, offered: null, agreed: null }),
    wantWaitlist: assign({ errand: 'waitlist', meant: null, agreed: null }),
    agreeToOffer: assign(({ context }) => ({ agreed: context.offered })),
    /* the booking desk */
    nextDeskRequest: assign(({ context: { request, pending } }) => ({ request: request + 1, pending: { ...pending, desk: request + 1 } })),
    closeDeskRequest: assign(({ context: { pending } }) => ({ pending: { ...pending, desk: null } })),
    giveUpWrite: assign(({ context: { pending } }) =>
      pending.desk === null ? {} : { pending: { ...pending, lateWrites: [...pending.lateWrites, pending.desk] } },
    ),
    rememberAsked: assign(({ context: { wish, search } }) => ({ search: { ...search, slot: slotOf(wish), fullDay: null }, offered: null, agreed: null })),
    rememberOffer: assign(({ context: { request, search }, event }) =>
      event.type === 'slot.held' ? { offered: event.slot, offeredAfter: request, search: { ...search, alternatives: [] } } : {},
    ),
    rememberAlternatives: assign(({ context: { wish, search }, event }) => {
      const { alternatives = [], waitlist: fullDay = null } = isRefusal(event) ? refused(event) : {};
      return { search: { ...search, alternatives, fullDay }, wish: { ...wish, time: null }, offered: null, agreed: null };
    }),
    forgetSlot: assign(({ context: { wish, search } }) => ({ ...NOTHING_UNDER_WAY, wish: noSlot(wish), search: { ...search, ...NOTHING_PROPOSED } })),
    rememberWritten: assign(({ context: { wish, written, pending }, event }) => {
      const kind = WRITTEN[event.type];
      if (!kind || !('appointmentId' in event)) return {};
      const { appointmentId: id, slot } = event;
      const left = written.appointment?.id === id ? null : written.appointment;
      const appointment = kind === 'appointment_cancelled' ? left : { id, slot };
      return {
        ...NOTHING_UNDER_WAY,
        wish: noSlot(wish),
        written: { appointment, announcement: { kind, appointmentId: id }, announced: 'untold' as const },
        pending: { ...pending, desk: null, lateWrites: [] },
      };
    }),
    rememberTold: assign(({ context }) => ({ written: { ...context.written, announced: 'told' as const } })),
    /* keypad */
    addKey: assign(({ context, event }) => ({ digits: event.type === 'caller.pressedKey' ? (context.digits + event.key).slice(0, 15) : context.digits })),
    clearKeys: assign({ digits: '' }),
    takeNumber: assign(({ context }) => ({ wish: { ...context.wish, phone: context.digits }, digits: '', ...heardSpeech(context) })),
    /* how it ended */
    endUnavailable: assign({ outcome: 'modelUnavailable' }),
    endSilent: assign({ outcome: 'silent' }),
    endTooLong: assign({ outcome: 'tooLong' }),
    endPhoneLost: assign({ outcome: 'phoneLost' }),
    endWritten: assign(({ context }) => (context.outcome === 'completed' ? { outcome: outcomeOf(context) } : {})),
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
    floorIsFree: ({ context }) => context.floor.speaking === null,
    floorIsTaken: ({ context }) => context.floor.speaking !== null,
    callerIsDone: not(
      or([
        stateIn({ inCall: { silenceGate: 'hearing' } }),
        stateIn({ inCall: { silenceGate: 'transcribing' } }),
        stateIn({ inCall: { silenceGate: 'understanding' } }),
      ]),
    ),
    saidSilenceLine: ({ context }) => context.hearing.silenceLine === 'said',
    speaksSilenceLine: ({ context }) => context.floor.speaking?.occasion === 'silence',
    hearsAnnouncement: (given) => isThisResponse(given) && given.context.floor.speaking?.occasion === 'announcement',
    isCutResponse,
    cutAnnouncement: (given) => isCutResponse(given) && given.context.floor.cut?.occasion === 'announcement' && given.context.owed?.occasion !== 'announcement',
    responseRuns: ({ context }) => context.floor.running !== null,
    /* the model */
    isThisResponse,
    /** As often as one may fail it goes on; after that what was heard has to do. */
    isBrokenOff: (given) => {
      const { event, context } = given;
      const broke = event.type === 'model.finishedResponse' && event.status !== 'completed';
      return broke && isThisResponse(given) && context.floor.failures < MOST_FAILURES;
    },
    hasFailedTooOften: ({ context }) => context.floor.failures >= MOST_FAILURES,
    isLieTooMany: (given) => isThisResponse(given) && given.context.floor.lies >= MOST_LIES,
    isFatal: ({ event }) => event.type === 'model.lost' && event.fatal,
    /* what was said */
    isThisUtterance,
    isUnintelligible: (given) => isThisUtterance(given) && isNoise(given),
    isShort,
    isShortToOffer: and([isShort, stateIn({ inCall: { booking: 'offered' } })]),
    isShortInBooking: and([isShort, not(stateIn({ inCall: { booking: 'idle' } }))]),
    needsUnderstanding: and([
      isThisUtterance,
      or([not(stateIn({ inCall: { booking: 'idle' } })), ({ event }: Given) => event.type === 'caller.said' && event.mayConcernBooking]),
    ]),
    hasWords: (given) => !isNoise(given) && !wasShort(given),
    wordsAreAtParser: ({ context: { hearing, pending } }) => hearing.unanswered === 'words' && pending.parsing !== null && pending.parsing > pending.understood,
    wordsAreAtDesk: and([
      ({ context }: Given) => context.hearing.unanswered === 'words' && context.owed === null,
      or([stateIn({ inCall: { booking: 'asking' } }), stateIn({ inCall: { booking: 'writing' } })]),
    ]),
    /* what was understood */
    isNews,
    isTalk,
    isLatestTalk: (given) => isTalk(given) && isThisParse(given),
    hasErrand: (given) => isNews(given) && isErrand(given) && understanding(given)?.intent !== 'another',
    wantsAnother: (given) => isNews(given) && understanding(given)?.intent === 'another',
    wantsBooking: (given) => {
      const heard = understanding(given);
      return isTalk(given) && (heard?.action === 'ask' || Boolean(heard?.date) || Boolean(heard?.time));
    },
    wantsOtherSlot: (given) => isTalk(given) && isOtherSlot(given, given.context.offered),
    /** A day or an hour that is not that of the appointment the caller has, and nobody said what is to become of that one. */
    isUnclear,
    wantsNewSlot,
    wantsWaitlist: (given) => {
      const heard = understanding(given);
      const { fullDay } = given.context.search;
      return isNews(given) && heard?.intent === 'waitlist' && fullDay !== null && (heard.date ?? fullDay) === fullDay;
    },
    namesOne: (given) => isNews(given) && singledOut(given.context.own, understanding(given) ?? NOBODY) !== null,
    namesAnother: (given) => {
      const named = singledOut(given.context.own, understanding(given) ?? NOBODY);
      return isNews(given) && named !== null && named.id !== given.context.meant?.id;
    },
    answersQuestion: (given) => isTalk(given) && Boolean(understanding(given)?.name ?? understanding(given)?.phone),
    /** «לא, בעצם ביום רביעי» says no to one time and asks for another. */
    declines: (given) => isNews(given) && understanding(given)?.intent === 'decline' && !asksForOther(given),
    agreesToOffer: agrees,
    agreesAndIsDone: and([agrees, isThisParse, stateIn({ inCall: { silenceGate: 'understanding' } })]),
    letsItStand: and([(given: Given) => goesOn(given) && isThisParse(given), stateIn({ inCall: { silenceGate: 'understanding' } })]),
    bringsNothingNew: (given) => isTalk(given) && isThisParse(given) && !isUnclear(given) && !wantsNewSlot(given),
    isThisFailure: (given) => given.event.type === 'parser.failed' && isThisParse(given),
    /** Whoever names the appointment's own time with the yes names nothing new. */
    agreesToReminder: (given) => {
      const { written, errand } = given.context;
      const heard = understanding(given);
      const isYes = isNews(given) && isThisParse(given) && heard?.action === 'confirm' && (heard.intent === null || heard.intent === errand);
      return isYes && written.appointment !== null && !isOtherSlot(given, written.appointment.slot);
    },
    /* where the booking stands */
    slotIsUnchecked: ({ context }) =>
      (context.errand === null || context.errand === 'move') && slotOf(context.wish) !== null && !sameSlot(slotOf(context.wish), context.offered),
    nameIsMissing: ({ context }) => isNeeded(context) && context.wish.name === null,
    phoneIsMissing: ({ context }) => isNeeded(context) && context.wish.phone === null,
    mayWrite: and([
      ({ context }: Given) => context.agreed !== null,
      not(or([stateIn({ inCall: { silenceGate: 'hearing' } }), stateIn({ inCall: { silenceGate: 'transcribing' } })])),
    ]),
    hasAgreed: ({ context }) => context.agreed !== null,
    hasNoAppointment: ({ context }) => context.own.length === 0,
    onlyHears: ({ context }) => context.errand === 'hear',
    isUnsureWhich: ({ context }) => context.meant === null,
    cancels: ({ context }) => context.errand === 'cancel',
    moves: ({ context }) => context.errand === 'move',
    isCancelProposed: ({ context }) => context.errand === 'cancel' && context.offered !== null,
    joinsWaitlist: ({ context }) => context.errand === 'waitlist',
    isOffered: ({ context }) => context.offered !== null,
    isUntold: ({ context }) => isUntold(context),
    isTold: ({ context: { written } }) => written.announcement !== null && written.announced === 'told',
    isOnErrand: ({ context }) => context.errand !== null,
    isDeskAnswer: ({ context, event }) => 'request' in event && event.request === context.pending.desk,
    isLateWrite: ({ context, event }) => 'request' in event && context.pending.lateWrites.includes(event.request),
    nothingInFlight: ({ context }) => context.pending.desk === null,
    /* the keypad */
    isDigit,
    /** A # or a * alone means nothing: whoever ends a number that is taken already hears on. */
    typesNumber: or([isDigit, stateIn({ inCall: { keypad: 'collecting' } })]),
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
    speechBudget: 2_100,
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
              { guard: 'isCutResponse', actions: 'forgetCut' },
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
                'caller.pressedKey': { guard: 'typesNumber', target: 'discarding', actions: 'rememberCut' },
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
                'caller.pressedKey': { guard: 'typesNumber', target: 'cutting', actions: 'rememberCut' },
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
                    'model.finishedResponse': [
                      { guard: 'isBrokenOff', target: 'brokenOff', actions: ['noteResponseOver', 'countFailure', 'oweContinuation'] },
                      { guard: 'isThisResponse', target: 'draining', actions: 'noteResponseOver' },
                    ],
                    'model.lost': { target: 'brokenOff', actions: ['noteResponseOver', 'oweContinuation'] },
                  },
                  after: { answerBudget: { actions: 'stallModel' } },
                },
                brokenOff: {
                  description: 'The answer ended before its end. What arrived of it is still heard; the rest is owed.',
                  on: {
                    'model.startedResponse': { description: 'Nobody asked for this one.', target: '#call.inCall.floor.cutting', actions: 'rememberResponse' },
                    'playback.finished': { guard: 'isThisResponse', target: '#call.inCall.floor.listening', actions: 'forgetResponse' },
                  },
                  after: { playbackBudget: '#call.inCall.floor.cutting' },
                },
                draining: {
                  description: 'The answer is complete; the phone still plays it. There is nothing left to cancel.',
                  on: {
                    'model.startedResponse': {
                      description: 'Nobody asked for this one; what it cut short is owed again.',
                      target: '#call.inCall.floor.cutting',
                      actions: ['oweContinuation', 'rememberResponse'],
                    },
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
          on: {
            'caller.startedSpeaking': '.hearing',
            'caller.said': {
              description: 'The words of an earlier stretch arrive late: understood all the same.',
              guard: 'hasWords',
              actions: ['nextParse', 'parseUtterance'],
            },
            'parser.failed': { guard: 'isThisFailure', actions: 'forgetParse' },
          },
          states: {
            closed: {
              description: 'Somebody else has the floor; the AI starts nothing.',
              always: [
                { guard: 'owesAnswer', target: 'permitted' },
                { guard: 'floorIsFree', target: 'patience' },
              ],
            },
            patience: {
              description: 'The line is quiet and stays so: below three seconds the AI says nothing.',
              tags: 'silent',
              always: [
                { guard: 'owesAnswer', target: 'permitted' },
                { guard: 'saidSilenceLine', target: 'quiet' },
                { guard: 'floorIsTaken', target: 'closed' },
              ],
              on: { 'caller.pressedKey': { target: 'patience', reenter: true } },
              after: { silencePatience: { target: 'permitted', actions: ['oweSilenceLine', 'rememberSilenceLine'] } },
            },
            quiet: {
              description: 'The one line was said. Nothing more until the caller speaks; in the end the line is hung up.',
              tags: 'silent',
              always: { guard: 'owesAnswer', target: 'permitted' },
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
                'caller.said': [
                  {
                    description: 'Noise or one word nobody could make out is no turn.',
                    guard: 'isUnintelligible',
                    target: 'disregarding',
                    actions: 'forgetUtterance',
                  },
                  {
                    description: 'A «כן» of 300 ms may go to no parser: the same question again, so that the answer is a whole sentence.',
                    guard: 'isShortToOffer',
                    target: 'permitted',
                    actions: ['rememberSpeech', 'oweYesOrNo'],
                  },
                  { guard: 'isShortInBooking', target: 'permitted', actions: ['rememberSpeech', 'oweClarification'] },
                  { guard: 'isShort', target: 'permitted', actions: ['rememberSpeech', 'oweTurn'] },
                  { guard: 'needsUnderstanding', target: 'understanding', actions: ['rememberSpeech', 'nextParse', 'parseUtterance'] },
                  { guard: 'isThisUtterance', target: 'permitted', actions: ['rememberSpeech', 'nextParse', 'parseUtterance', 'oweTurn'] },
                  { guard: 'hasWords', actions: ['nextParse', 'parseUtterance'] },
                ],
                'model.lost': { target: 'permitted', actions: 'oweClarification' },
                'caller.unheard': [
                  { guard: 'isShort', target: 'disregarding' },
                  { guard: 'isThisUtterance', target: 'permitted', actions: ['rememberSpeech', 'oweClarification'] },
                ],
              },
              after: { transcriptBudget: { target: 'permitted', actions: 'oweClarification' } },
            },
            disregarding: {
              description: 'A sound was no turn: what it broke into goes on, be it words that wait for an answer or an answer.',
              always: [
                { guard: 'wordsAreAtParser', target: 'understanding' },
                { guard: 'wordsAreAtDesk', target: 'deciding' },
                { target: 'closed', actions: 'oweWhatNoiseBroke' },
              ],
            },
            understanding: {
              description: 'The words are with the parser, because they may change a booking.',
              tags: 'busy',
              on: {
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
              after: { deskBudget: { target: 'permitted', actions: 'oweApology' } },
            },
            permitted: {
              description: 'The AI may be asked for one answer.',
              on: { 'permit.used': [{ guard: 'speaksSilenceLine', target: 'quiet' }, { target: 'closed' }] },
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
          description: 'What the caller wants of the diary. Only facts from the desk make an appointment, move it or take it away.',
          initial: 'arriving',
          on: {
            'parser.understood': [
              {
                description: 'The caller does not want it after all: the held slot is free for others again.',
                guard: 'declines',
                target: '.idle',
                actions: ['takeUnderstanding', 'forgetSlot', 'releaseHold', 'saveSession', 'resolveTurn'],
              },
              {
                description: 'It is about an appointment the caller has: the desk looks first.',
                guard: 'hasErrand',
                target: '.asking.lookingUp',
                actions: ['takeErrand', 'claimFloor', 'dropStaleNotice'],
              },
              { guard: 'wantsAnother', target: '.routing', actions: ['takeUnderstanding', 'wantAnother'] },
              { guard: 'wantsOtherSlot', target: '.routing', actions: 'takeUnderstanding' },
              { guard: 'isLatestTalk', actions: ['takeUnderstanding', 'resolveTurn'] },
              { guard: 'isNews', actions: 'takeUnderstanding' },
            ],
            'keypad.completed': { actions: ['oweKeypadNotice', 'saveSession'] },
            'booking.created': {
              description: 'A write that was given up came through after all.',
              guard: 'isLateWrite',
              target: '.written',
              actions: ['rememberWritten', 'releaseHold'],
            },
            'booking.moved': { guard: 'isLateWrite', target: '.written', actions: ['rememberWritten', 'releaseHold'] },
            'booking.cancelled': { guard: 'isLateWrite', target: '.written', actions: ['rememberWritten', 'releaseHold'] },
            'booking.refused': { guard: 'isDeskAnswer', actions: 'closeDeskRequest' },
            'booking.failed': { guard: 'isDeskAnswer', actions: 'closeDeskRequest' },
          },
          states: {
            arriving: {
              description: 'Goes to where an earlier stream or node left the booking; a new call has none.',
              always: [
                { guard: 'isUntold', target: 'written' },
                { guard: 'isOffered', target: 'offered' },
                { guard: 'isOnErrand', target: 'asking.lookingUp' },
                { guard: 'isTold', target: 'written.told' },
                { guard: 'slotIsUnchecked', target: 'asking.checking' },
                { target: 'idle' },
              ],
            },
            idle: {
              description: 'Nothing is wanted of the diary.',
              on: { 'parser.understood': { guard: 'wantsBooking', target: 'routing', actions: 'takeUnderstanding' } },
            },
            routing: {
              description: 'Looks at what is known and goes to the first thing that is missing.',
              always: [
                { guard: 'slotIsUnchecked', target: 'asking.checking', actions: ['claimFloor', 'dropStaleNotice'] },
                { guard: 'nameIsMissing', target: 'needName' },
                { guard: 'phoneIsMissing', target: 'needPhone' },
                { guard: 'mayWrite', target: 'writing', actions: 'dropStaleNotice' },
                { guard: 'hasAgreed', target: 'agreed', actions: 'dropStaleNotice' },
                { guard: 'isCancelProposed', target: 'offered.cancelling', actions: 'resolveTurn' },
                { guard: 'isOffered', target: 'offered.slot', actions: 'resolveTurn' },
                { guard: 'joinsWaitlist', target: 'asking.joiningWaitlist' },
                { target: 'needDateTime' },
              ],
            },
            attending: {
              description: 'The caller’s own appointments are known: looks which one is meant, and what is to be done with it.',
              always: [
                { guard: 'hasNoAppointment', target: 'idle', actions: ['forgetSlot', 'oweNoAppointment'] },
                { guard: 'onlyHears', target: 'found', actions: 'oweFound' },
                { guard: 'isUnsureWhich', target: 'whichOne' },
                { guard: 'cancels', target: 'offered.cancelling', actions: 'proposeCancel' },
                { target: 'routing' },
              ],
            },
            found: {
              description: 'The caller heard of their own coming appointments.',
              on: { 'parser.understood': { guard: 'isUnclear', target: 'unclear', actions: 'takeUnderstanding' } },
            },
            whichOne: {
              description: 'The caller has several appointments; the day of one of them tells which is meant.',
              entry: ['oweWhichOne', 'leaveTurnToDesk'],
              on: {
                'parser.understood': [
                  { guard: 'namesOne', target: 'attending', actions: ['chooseOwn', 'leaveTurnToDesk'] },
                  { guard: 'wantsOtherSlot', target: 'whichOne', reenter: true, actions: 'takeUnderstanding' },
                ],
              },
            },
            unclear: {
              description: 'The caller has an appointment and names another time: is it to be moved, or is one more wanted?',
              entry: ['oweMoveOrAnother', 'leaveTurnToDesk'],
              on: { 'parser.understood': { guard: 'wantsOtherSlot', target: 'unclear', reenter: true, actions: 'takeUnderstanding' } },
            },
            needName: {
              description: 'The name is missing.',
              entry: ['askName', 'saveSession', 'leaveTurnToDesk'],
              on: { 'parser.understood': { guard: 'answersQuestion', target: 'routing', actions: 'takeUnderstanding' } },
            },
            needPhone: {
              description: 'The telephone number is missing; the keypad is the surest way.',
              entry: ['askPhone', 'saveSession', 'leaveTurnToDesk'],
              on: { 'parser.understood': { guard: 'answersQuestion', target: 'routing', actions: 'takeUnderstanding' }, 'keypad.completed': 'routing' },
            },
            needDateTime: { description: 'The day or the hour is missing.', entry: ['askDateTime', 'saveSession', 'leaveTurnToDesk'] },
            asking: {
              description: 'The desk is asked and will answer; nothing is lost if the caller says something else meanwhile.',
              tags: 'busy',
              initial: 'checking',
              entry: ['nextDeskRequest', 'leaveTurnToDesk'],
              exit: 'closeDeskRequest',
              on: {
                'slot.held': { guard: 'isDeskAnswer', target: 'offered.slot', actions: ['rememberOffer', 'oweOffer'] },
                'slot.refused': { guard: 'isDeskAnswer', target: 'refused', actions: ['rememberAlternatives', 'oweRefusal'] },
                'slot.failed': { guard: 'isDeskAnswer', target: 'failed', actions: 'oweApology' },
                'lookup.found': { guard: 'isDeskAnswer', target: 'attending', actions: 'rememberOwn' },
                'lookup.failed': { guard: 'isDeskAnswer', target: 'failed', actions: ['forgetSlot', 'oweApology'] },
                'waitlist.joined': { guard: 'isDeskAnswer', target: 'idle', actions: ['forgetSlot', 'oweWaitlisted'] },
                'waitlist.failed': { guard: 'isDeskAnswer', target: 'failed', actions: ['forgetSlot', 'oweApology'] },
                'parser.understood': [
                  { guard: 'wantsOtherSlot', target: 'routing', actions: 'takeUnderstanding' },
                  { guard: 'isTalk', actions: ['takeUnderstanding', 'leaveTurnToDesk'] },
                ],
              },
              after: { deskBudget: { target: 'failed', actions: 'oweApology' } },
              states: {
                checking: { description: 'Is the asked slot free? Then it is held for this call.', entry: ['rememberAsked', 'saveSession', 'holdSlot'] },
                lookingUp: {
                  description: 'Which coming appointments does this caller have, by the number of the call alone?',
                  entry: 'findAppointments',
                  on: { 'parser.understood': { guard: 'isTalk', actions: ['takeUnderstanding', 'leaveTurnToDesk'] } },
                },
                joiningWaitlist: { description: 'The caller is put on the waitlist of a day that is full.', entry: 'joinWaitlist' },
              },
            },
            refused: {
              description: 'The asked slot cannot be had; the caller knows why, what is near, and whether the day has a waitlist.',
              entry: 'saveSession',
              on: { 'parser.understood': { guard: 'wantsWaitlist', target: 'routing', actions: ['takeUnderstanding', 'wantWaitlist'] } },
            },
            offered: {
              description: 'Something is put to the caller, and only a yes does it.',
              initial: 'slot',
              on: {
                'parser.understood': [
                  { guard: 'agreesAndIsDone', target: 'routing', actions: ['takeUnderstanding', 'agreeToOffer'] },
                  { guard: 'agreesToOffer', target: 'agreed', actions: 'takeUnderstanding' },
                ],
              },
              states: {
                slot: { description: 'The slot is free and held for this call: to book it, or to move an appointment there.' },
                cancelling: {
                  description: 'The appointment is named, and the caller is asked whether it is to be cancelled.',
                  on: { 'parser.understood': { guard: 'namesAnother', target: '#call.inCall.booking.attending', actions: ['chooseOwn', 'leaveTurnToDesk'] } },
                },
              },
            },
            agreed: {
              description: 'The caller said yes and is saying something more: nothing is written before that is understood.',
              always: { guard: 'callerIsDone', target: 'routing', actions: 'agreeToOffer' },
              on: {
                'parser.understood': { guard: 'letsItStand', target: 'routing', actions: ['takeUnderstanding', 'agreeToOffer'] },
                'parser.failed': { guard: 'isThisFailure', target: 'routing' },
              },
              after: { agreementBudget: { target: 'routing', actions: 'oweClarification' } },
            },
            writing: {
              description: 'The diary is being written. Only its answer is true, however late it comes.',
              tags: 'busy',
              initial: 'beginning',
              entry: ['nextDeskRequest', 'leaveTurnToDesk'],
              on: {
                'booking.created': { guard: 'isDeskAnswer', target: 'written', actions: 'rememberWritten' },
                'booking.moved': { guard: 'isDeskAnswer', target: 'written', actions: 'rememberWritten' },
                'booking.cancelled': { guard: 'isDeskAnswer', target: 'written', actions: 'rememberWritten' },
                'booking.refused': { guard: 'isDeskAnswer', target: 'refused', actions: ['rememberAlternatives', 'oweRefusal', 'closeDeskRequest'] },
                'booking.failed': { guard: 'isDeskAnswer', target: 'failed', actions: ['forgetSlot', 'oweApology', 'closeDeskRequest'] },
                'parser.understood': { guard: 'isNews', actions: ['takeUnderstanding', 'leaveTurnToDesk'] },
              },
              after: { deskBudget: { target: 'failed', actions: ['giveUpWrite', 'forgetSlot', 'oweApology'] } },
              states: {
                beginning: {
                  description: 'Which of the three was agreed to?',
                  always: [{ guard: 'cancels', target: 'cancelling' }, { guard: 'moves', target: 'moving' }, { target: 'creating' }],
                },
                creating: { description: 'The agreed slot becomes an appointment.', entry: 'createAppointment' },
                moving: {
                  description: 'The appointment goes to the agreed slot in one step: it stands at the old time until it stands at the new one.',
                  entry: 'moveAppointment',
                },
                cancelling: { description: 'The appointment the caller agreed to give up is cancelled.', entry: 'cancelAppointment' },
              },
            },
            written: {
              description: 'The diary says so: booked, moved or cancelled. It is announced until one announcement was heard to its end.',
              initial: 'telling',
              on: {
                'parser.understood': [
                  { guard: 'isUnclear', target: 'unclear', actions: 'takeUnderstanding' },
                  { guard: 'wantsNewSlot', target: 'routing', actions: 'takeUnderstanding' },
                  { guard: 'isLatestTalk', actions: ['takeUnderstanding', 'resolveTurn'] },
                  { guard: 'isTalk', actions: 'takeUnderstanding' },
                ],
              },
              states: {
                telling: {
                  description: 'The caller has not heard the whole announcement yet.',
                  entry: ['oweAnnouncement', 'saveSession'],
                  on: {
                    'announcement.heard': { target: 'told', actions: ['rememberTold', 'saveSession'] },
                    'parser.understood': { guard: 'bringsNothingNew', actions: ['takeUnderstanding', 'oweAnnouncementAgain', 'leaveTurnToDesk'] },
                  },
                },
                told: {
                  description: 'The caller knows; where an appointment stands, a yes now is a yes to the reminder.',
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
                settled: { description: 'Written, told, and the reminder dealt with.' },
              },
            },
            failed: { description: 'The desk could not do it; the request is noted and the caller knows. A late success still counts.' },
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
        'booking.created': { guard: 'isDeskAnswer', target: 'ended', actions: 'rememberWritten' },
        'booking.moved': { guard: 'isDeskAnswer', target: 'ended', actions: 'rememberWritten' },
        'booking.cancelled': { guard: 'isDeskAnswer', target: 'ended', actions: 'rememberWritten' },
        'booking.refused': { guard: 'isDeskAnswer', target: 'ended', actions: 'closeDeskRequest' },
        'booking.failed': { guard: 'isDeskAnswer', target: 'ended', actions: 'closeDeskRequest' },
      },
      after: { writeBudget: 'ended' },
    },
    ended: {
      type: 'final',
      description: 'Nothing of the call is left but its row.',
      tags: 'over',
      entry: ['endWritten', 'releaseHold', 'saveSession', 'reportEnd'],
    },
  },
});
