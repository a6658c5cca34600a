/** Types only: every fact that can reach the call machine and every command it can give. */

/** What the caller wants, as far as it is known. Date `YYYY-MM-DD` and time `HH:MM` are in the business's zone. */
export interface Wish {
  date: string | null;
  time: string | null;
  name: string | null;
  phone: string | null;
}

export interface Slot {
  date: string;
  time: string;
}

/** What a caller may want besides a new appointment: about their own coming one, or about a day that is full. */
export type Errand = 'hear' | 'move' | 'cancel' | 'waitlist';

/**
 * What the structured parser made of one utterance (product.md §4). `decline` says no to what was offered; `another` wants
 * one more appointment beside the one the caller has. Null says nothing: everything works without an intent too.
 */
export interface Understanding extends Wish {
  action: 'ask' | 'confirm' | 'none';
  intent: Errand | 'another' | 'decline' | null;
}

/** Why the model is asked to speak; decides what is owed again when the answer is cut. */
export type Occasion = 'greeting' | 'turn' | 'silence' | 'server' | 'announcement' | 'continue';

/** What was written and has to be heard, by the id of its row. */
export interface Announcement {
  kind: 'appointment_created' | 'appointment_moved' | 'appointment_cancelled';
  appointmentId: string;
}

/** `[SERVER]` messages as the machine asks for them; `src/speech/server-messages.ts` writes the words. */
export type ServerNotice =
  | Announcement
  | { kind: 'slot_available'; slot: Slot }
  /** `waitlist` is the day whose waitlist may be joined, where no time of it is free. */
  | { kind: 'slot_unavailable'; slot: Slot; reason: string; alternatives: string[]; waitlist?: string }
  | { kind: 'need_name' | 'need_phone' | 'need_date_time' }
  | { kind: 'clarify' | 'yes_or_no' | 'not_booked' | 'reminder_scheduled' | 'no_appointment' }
  | { kind: 'appointment_failed'; reason: string }
  | { kind: 'appointment_found' | 'which_appointment' | 'move_or_another'; appointmentIds: string[] }
  | { kind: 'confirm_cancel'; appointmentId: string }
  | { kind: 'waitlisted'; date: string }
  | { kind: 'keypad_complete' }
  | { kind: 'resumed'; wish: Wish; errand: Errand | null; offered: Slot | null; appointment: BookedSlot | null };

export interface BookedSlot {
  id: string;
  slot: Slot;
}

/** An answer the caller has coming: why, and the server's notice that goes before it. */
export interface OwedAnswer {
  occasion: Occasion;
  notice: ServerNotice | null;
}

export interface CallInput {
  callSid: string;
  businessId: string;
  /** The caller's own number as the default for the booking, where it is a mobile one; else null. */
  callerPhone: string | null;
  /** What an earlier stream or node of the same call already knew (call_session). */
  wish?: Partial<Wish>;
  /** The slot that is still held for it. */
  offered?: Slot | null;
  /** What was to be done with an appointment that stands, and with which. */
  errand?: Errand | null;
  meant?: BookedSlot | null;
  appointment?: BookedSlot | null;
  /** What was written last, and whether the caller has heard of it. */
  announcement?: Announcement | null;
  announced?: 'told' | 'untold';
  /** `resumed` where the caller was already greeted on an earlier stream or node. */
  begins?: 'fresh' | 'resumed';
  limits: CallLimits;
}

/** All in milliseconds. */
export interface CallLimits {
  silenceLineMs: number;
  silenceHangupMs: number;
  callMaxMs: number;
}

/** Facts: what happened, in the past tense, with who did it. */
export type CallFact =
  /* phone */
  | { type: 'phone.lost' }
  | { type: 'phone.resumed' }
  | { type: 'phone.hungUp' }
  | { type: 'caller.pressedKey'; key: string }
  | { type: 'playback.finished'; responseId: string }
  /* model socket */
  | { type: 'model.ready' }
  | { type: 'model.lost'; fatal: boolean }
  /* the model's speech */
  | { type: 'model.startedResponse'; responseId: string }
  | { type: 'model.spoke'; responseId: string }
  | { type: 'model.finishedResponse'; responseId: string; status: 'completed' | 'cancelled' | 'failed' | 'incomplete' }
  | { type: 'model.refusedResponse' }
  | { type: 'model.claimedFalsely'; responseId: string }
  /* the caller's speech */
  | { type: 'caller.startedSpeaking'; itemId: string }
  | { type: 'caller.stoppedSpeaking'; itemId: string; speechMs: number }
  | {
      type: 'caller.said';
      itemId: string;
      text: string;
      words: number;
      /** Mean log probability of the transcript's tokens; null where the service gave none. */
      confidence: number | null;
      /** True where the words may be about a booking, so that the answer is worth a short wait for the parser. */
      mayConcernBooking: boolean;
    }
  | { type: 'caller.unheard'; itemId: string }
  /* the parser */
  | ({ type: 'parser.understood'; request: number } & Understanding)
  | { type: 'parser.failed'; request: number }
  /* the booking desk */
  | { type: 'slot.held'; request: number; slot: Slot }
  | { type: 'slot.refused'; request: number; slot: Slot; reason: string; alternatives: string[] }
  | { type: 'slot.failed'; request: number }
  /** The caller's own coming appointments, in order of time; none for a stranger. */
  | { type: 'lookup.found'; request: number; appointments: BookedSlot[] }
  | { type: 'lookup.failed'; request: number }
  | { type: 'booking.created'; request: number; appointmentId: string; slot: Slot }
  | { type: 'booking.moved'; request: number; appointmentId: string; slot: Slot }
  | { type: 'booking.cancelled'; request: number; appointmentId: string; slot: Slot }
  | { type: 'booking.refused'; request: number; slot: Slot; reason: string; alternatives: string[] }
  | { type: 'booking.failed'; request: number; reason: string }
  | { type: 'reminder.scheduled'; request: number }
  | { type: 'reminder.failed'; request: number }
  | { type: 'waitlist.joined'; request: number; date: string }
  | { type: 'waitlist.failed'; request: number }
  /* the house */
  | { type: 'call.endRequested' };

/** What the regions of the machine tell each other. */
export type CallSignal =
  | { type: 'permit.used' }
  | { type: 'turn.resolved' }
  | { type: 'turn.atDesk' }
  | { type: 'floor.claimed' }
  | { type: 'announcement.heard' }
  | { type: 'keypad.completed' }
  | { type: 'model.stalled' };

/** Commands: what the machine asks the world to do. `src/actions/perform.ts` is the one switch that does them. */
export type CallCommand =
  | { type: 'cmd.connectModel' }
  | { type: 'cmd.dropModel' }
  | { type: 'cmd.closeModel' }
  /** What was said; `known`, where nothing else will tell the new session what is known. */
  | { type: 'cmd.replayHistory'; known: ServerNotice | null }
  | { type: 'cmd.requestResponse'; occasion: Occasion; notice: ServerNotice | null }
  | { type: 'cmd.cancelResponse'; responseId: string }
  | { type: 'cmd.openPlayback'; responseId: string }
  | { type: 'cmd.clearPlayback' }
  | { type: 'cmd.truncateHeard' }
  | { type: 'cmd.forgetUtterance'; itemId: string }
  | {
      type: 'cmd.parseUtterance';
      request: number;
      text: string;
      known: Wish;
      errand: Errand | null;
      offered: Slot | null;
      alternatives: string[];
      fullDay: string | null;
      appointment: Slot | null;
      own: Slot[];
    }
  | { type: 'cmd.findAppointments'; request: number }
  /** `moving` is the appointment that is to move to this slot; it does not stand in its own way. */
  | { type: 'cmd.holdSlot'; request: number; slot: Slot; name: string; phone: string; moving: BookedSlot | null }
  | { type: 'cmd.releaseHold' }
  | { type: 'cmd.createAppointment'; request: number; slot: Slot; name: string; phone: string }
  | { type: 'cmd.moveAppointment'; request: number; appointment: BookedSlot; slot: Slot }
  | { type: 'cmd.cancelAppointment'; request: number; appointment: BookedSlot }
  | { type: 'cmd.joinWaitlist'; request: number; date: string; name: string; phone: string }
  | { type: 'cmd.scheduleReminder'; request: number; appointmentId: string }
  | {
      type: 'cmd.saveSession';
      wish: Wish;
      requested: Slot | null;
      confirmed: Slot | null;
      announced: 'told' | 'untold';
      errand: Errand | null;
      meant: BookedSlot | null;
    }
  | { type: 'cmd.hangUp' };

/** News for logs, metrics and the live view. Nobody has to act on it. */
export type CallNews =
  | { type: 'news.bargedIn'; responseId: string | null }
  | { type: 'news.modelStalled' }
  | { type: 'news.ended'; outcome: CallOutcome };

export type CallOutcome =
  'completed' | 'booked' | 'moved' | 'cancelled' | 'modelUnavailable' | 'silent' | 'tooLong' | 'phoneLost';

export type CallEmission = CallCommand | CallNews;
