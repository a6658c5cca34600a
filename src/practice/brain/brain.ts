import type { HeardSpeech } from '../model/voice-detector.ts';
import type { Occasion } from './occasion.ts';

/** What the model says, and how well that goes. */
export interface Answer {
  /** The words, one entry for each audio item of the response. */
  items: string[];
  speed?: number;
  firstAudioMs?: number;
  createdMs?: number;
  /** Mean length of a word, where not natural. */
  wordMs?: number;
  /** `mute`: created, then nothing. `failed`: done at once, status failed. `dropped`: the socket ends instead of audio. */
  fate?: 'mute' | 'failed' | 'dropped';
  /** The socket ends abruptly after this much audio. */
  dropAfterMs?: number;
}

/** What the transcription service makes of a stretch of speech. */
export interface Transcription {
  text: string;
  /** Log probability of each word. */
  confidence: number;
  afterMs?: number;
  /** `failed`: a failed event; `twice`: completed comes two times; `never`: no event at all. */
  fate?: 'failed' | 'twice' | 'never';
}

export type Intent = 'decline' | 'hear' | 'move' | 'cancel' | 'waitlist' | 'another';

export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

/** What the parser of the practice model read; the fields the service's schema asks for are taken from here. */
export interface ParsedWish {
  action: 'ask' | 'confirm' | 'none';
  date?: string | null;
  time?: string | null;
  name?: string | null;
  phone?: string | null;
  intent?: Intent | null;
  weekday?: Weekday | null;
}

export interface ParserRequest {
  /** The last user message: the caller's words. */
  text: string;
  /** Everything the service told the parser besides. */
  instructions: string;
  model: string;
}

export type ParserTrouble = 'hang' | 'junk' | 'wrongShape' | 'refusal' | 'serverError' | 'rateLimited' | 'gone';

export type ParserReply =
  { kind: 'read'; wish: ParsedWish; afterMs?: number } | { kind: 'trouble'; trouble: ParserTrouble; afterMs?: number };

/** The mind behind the loopback model: what it says, hears and reads. */
export interface PracticeBrain {
  answer(occasion: Occasion): Answer;
  transcribe(heard: HeardSpeech): Transcription;
  parse(request: ParserRequest): ParserReply;
}
