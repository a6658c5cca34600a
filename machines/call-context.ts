/** Types only: what the call machine remembers. Plain data, so that every call can be recorded, replayed and explored. */
import type {
  Announcement,
  BookedSlot,
  CallLimits,
  CallOutcome,
  Errand,
  OwedAnswer,
  Slot,
  Wish,
} from './vocabulary.ts';

export interface CallContext {
  callSid: string;
  businessId: string;
  limits: CallLimits;
  wish: Wish;
  /** What is to be done with an appointment the caller has, or about a full day; null where a new one is wanted. */
  errand: Errand | null;
  /** The caller's own coming appointments, as the desk found them; and the one to be moved or cancelled. */
  own: BookedSlot[];
  meant: BookedSlot | null;
  /** What only a yes does: the slot held for this call, or the appointment to be cancelled. An older yes was to something else. */
  offered: Slot | null;
  offeredAfter: number;
  /** The offered slot the caller said yes to. */
  agreed: Slot | null;
  /** What was last asked for, also where it was refused; what was proposed instead; the day, where all of it is taken. */
  lastAsked: Slot | null;
  alternatives: string[];
  fullDay: string | null;
  /** The appointment this call made or moved; and what was written last, to be told until it is heard. */
  appointment: BookedSlot | null;
  announcement: Announcement | null;
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
  cut: CutAnswer | null;
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

interface CutAnswer extends OwedAnswer {
  responseId: string | null;
}
