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

/** A few groups and not one long row: what is copied at every step stays small, and a fast object for V8 (below 20 fields). */
export interface CallContext {
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
  search: Search;
  written: Written;
  /** Questions put to the caller and not answered yet. */
  asked: string[];
  /** The last request number given out, and what became of the numbers. */
  request: number;
  pending: Pending;
  owed: OwedAnswer | null;
  floor: Floor;
  hearing: Hearing;
  digits: string;
  outcome: CallOutcome;
}

/** What was last asked for, also where it was refused; what was proposed instead; the day, where all of it is taken. */
interface Search {
  slot: Slot | null;
  alternatives: string[];
  fullDay: string | null;
}

/** The appointment this call made or moved; and what was written last, to be told until it is heard. */
interface Written {
  appointment: BookedSlot | null;
  announcement: Announcement | null;
  announced: 'told' | 'untold';
}

/** Requests the parser and the desk still owe an answer to; newest parse taken. */
export interface Pending {
  parsing: number | null;
  desk: number | null;
  understood: number;
  /** Writes the call stopped waiting for; their rows still count. */
  lateWrites: number[];
}

export interface Floor {
  /** The answer that is being asked for or heard, and the one a sound of the caller cut. */
  speaking: OwedAnswer | null;
  cut: CutAnswer | null;
  /** The response being heard, and the one the model is still making. */
  responseId: string | null;
  running: string | null;
  failures: number;
  lies: number;
}

export interface Hearing {
  utterance: { itemId: string; speechMs: number } | null;
  /** The latest sounds too short for a turn, whose words may still be on their way. */
  shortSounds: string[];
  silenceLine: 'due' | 'said';
  /** Words that no answer was asked for yet. */
  unanswered: 'nothing' | 'words';
}

interface CutAnswer extends OwedAnswer {
  responseId: string | null;
}
