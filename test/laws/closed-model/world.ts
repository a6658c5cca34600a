import type { BookedSlot, CallEmission, CallInput, Errand, Slot, Understanding } from '../../../machines/vocabulary.ts';

export type Length = 'long' | 'short';
export interface DeskRequest {
  kind: 'hold' | 'create' | 'remind' | 'find' | 'move' | 'cancel' | 'join';
  request: number;
  slot: Slot;
  /** The appointment it is about, where it is about one. */
  appointment?: BookedSlot;
  /** The call stopped waiting for it; the desk may answer all the same. */
  awaited: 'yes' | 'givenUp';
}

/** What of one utterance is still to come. */
export interface Transcript {
  itemId: string;
  length: Length;
}
export interface ParserRequest {
  request: number;
  /** What was on offer when the caller said it. */
  offered: Slot | null;
  errand: Errand | null;
}

/** The world around one call, as it really is, whatever the machine believes; and what an honest witness remembers. */
export interface World {
  socket: 'closed' | 'dialing' | 'open' | 'dropped';
  phone: 'live' | 'lost' | 'closed';
  /** Answers asked of the model that it has not begun. */
  asked: number;
  response: { id: string; stage: 'started' | 'spoke' | 'over' } | null;
  playing: string | null;
  /** Played out and cut in the same moment: the phone's word about it is still on its way. */
  lateEnd: string | null;
  speaking: { itemId: string } | null;
  transcripts: Transcript[];
  parser: ParserRequest[];
  desk: DeskRequest[];
  faults: number;
  witness: Witness;
}

/** What the laws need to know of the past. */
export interface Witness {
  greeting: 'due' | 'heard';
  silenceLine: 'due' | 'heard';
  /** Why the AI may speak: something it owes an answer to, the one being answered, the one the caller cut. */
  turn: 'none' | 'due';
  answering: 'nothing' | 'answer' | 'greeting' | 'silence';
  cut: 'nothing' | 'answer';
  /** The slot the desk holds for the call, and the one the caller said yes to after it was on offer. */
  held: Slot | null;
  consent: Slot | null;
  /** The appointment the caller said yes to give up, after it was named; and what they want of the diary as it is. */
  givenUp: Slot | null;
  wants: 'new' | 'move';
  questions: string[];
  rows: string[];
  moved: string[];
  gone: string[];
  cancelled: string | null;
  /** Keys were pressed; an answer to them was asked for; and it was heard out. */
  keypad: 'idle' | 'used' | 'answered';
}

const slotA: Slot = { date: '2026-12-01', time: '10:00' };
export const slotB: Slot = { date: '2026-12-02', time: '11:00' };
/** Appointments the caller had before the call. */
export const ownAppointments: readonly BookedSlot[] = [
  { id: 'own one', slot: { date: '2026-12-03', time: '12:00' } },
  { id: 'own two', slot: { date: '2026-12-04', time: '13:00' } },
];
export const sameSlot = (a: Slot | null, b: Slot | null): boolean => a?.date === b?.date && a?.time === b?.time;

const nothing: Understanding = { action: 'none', date: null, time: null, name: null, phone: null, intent: null };

/** What the parser may make of any utterance. */
export const understandings = {
  asksA: { ...nothing, action: 'ask', ...slotA },
  asksB: { ...nothing, action: 'ask', ...slotB },
  asksAll: { ...nothing, action: 'ask', ...slotA, name: 'דנה', phone: '0501234567' },
  asks: { ...nothing, action: 'ask' },
  confirms: { ...nothing, action: 'confirm' },
  declines: { ...nothing, intent: 'decline' },
  hears: { ...nothing, intent: 'hear' },
  cancels: { ...nothing, intent: 'cancel' },
  moves: { ...nothing, action: 'ask', intent: 'move', ...slotB },
  another: { ...nothing, action: 'ask', intent: 'another' },
  joins: { ...nothing, intent: 'waitlist' },
  namesOwn: { ...nothing, date: '2026-12-04' },
  givesName: { ...nothing, name: 'דנה' },
  none: nothing,
} satisfies Record<string, Understanding>;

export type Meaning = keyof typeof understandings;

/** What may happen in one bounded world; what is left out never happens there. */
export interface Bounds {
  name: string;
  callerPhone: string | null;
  wishName: string | null;
  sounds: readonly Length[];
  words: readonly ('plain' | 'booking' | 'badWord' | 'nothing' | 'unheard')[];
  meanings: readonly Meaning[];
  keys: readonly string[];
  /** Faults of each kind that may happen; `faults` is how many in one call. */
  modelFaults: readonly ('lost' | 'fatal' | 'refuses' | 'mute' | 'lies' | 'unasked' | 'breaksOff')[];
  phoneFaults: readonly 'lost'[];
  deskRefusals: readonly ('refused' | 'conflict')[];
  deskFailures: readonly ('failed' | 'late')[];
  /** What the desk may find of the caller's coming appointments. */
  lookups: readonly ('none' | 'one' | 'two')[];
  parserFaults: readonly ('failed' | 'late')[];
  faults: number;
  mostTranscripts: number;
  mostParses: number;
  caller: 'bargesIn' | 'waits';
  /** A prompt model does its part before anything else can happen; only its sound takes time. */
  model: 'prompt' | 'slow';
  hangsUp: 'atAnyMoment' | 'never';
  /** Where another node takes the call over: what its row knows, and what happened before. */
  takenOver?: { known: Partial<CallInput>; witness: Partial<Witness> };
}

export function firstWorld({ faults, takenOver }: Pick<Bounds, 'faults' | 'takenOver'>): World {
  return {
    socket: 'closed',
    phone: 'live',
    asked: 0,
    response: null,
    playing: null,
    lateEnd: null,
    speaking: null,
    transcripts: [],
    parser: [],
    desk: [],
    faults,
    witness: {
      greeting: 'due',
      silenceLine: 'due',
      turn: 'none',
      answering: 'nothing',
      cut: 'nothing',
      held: null,
      consent: null,
      givenUp: null,
      wants: 'new',
      questions: [],
      rows: [],
      moved: [],
      gone: [],
      cancelled: null,
      keypad: 'idle',
      ...takenOver?.witness,
    },
  };
}

export const isLive = (world: World): boolean => world.response !== null && world.response.stage !== 'over';
export const requests = (commands: readonly CallEmission[]) =>
  commands.filter((one) => one.type === 'cmd.requestResponse');
