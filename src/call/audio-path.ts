import type { CallFact } from '../../machines/vocabulary.ts';
import { watchClaims } from '../speech/claims-watch.ts';
import type { ClaimsWatch } from '../speech/claims-watch.ts';
import { falseClaim } from '../speech/claims.ts';
import type { Truth } from '../speech/claims.ts';
import type { Pacer } from '../speech/pacer.ts';
import { heardTruth } from '../speech/heard-truth.ts';
import type { HeardTruth } from '../speech/heard-truth.ts';
import { Playout } from '../speech/playout.ts';
import type { HeardItem, PlayedItem, PlayoutPhone } from '../speech/playout.ts';
import { Answers } from './answers.ts';
import type { AnswerLine } from './answers.ts';

export interface AudioPathOptions {
  phone: PlayoutPhone;
  pacer: Pacer;
  truth: () => Truth;
  /** Milliseconds since the call began. */
  elapsedMs: () => number;
  fact: (fact: CallFact) => void;
  /** The first audio of an answer left for the phone. */
  firstAudio: () => void;
  /** An answer is over: its lines, and what of them the caller heard. A session that fell takes its items with it: the next knows none. */
  over: (lines: HeardLine[], session: 'same' | 'fallen') => void;
  /** The model made far more of an answer than anybody will hear. */
  flooded: (responseId: string) => void;
  /** An answer ended though not all of it was played: the model is still to be told what was heard. */
  fellShort: () => void;
  /** The phone could not be fed. */
  broke: (error: unknown) => void;
}

/** A line of an answer with what of it was made, sent and heard. */
export type HeardLine = AnswerLine & HeardTruth;

interface ModelWords {
  responseId: string;
  itemId: string;
  text: string;
}

/**
 * The model's audio on its way to the phone. The machine opens it for one response, cuts it, and it closes when that
 * response was heard; audio of any other response goes nowhere. Claims are checked before their audio may leave.
 */
export class AudioPath {
  readonly #options: AudioPathOptions;
  readonly #playout: Playout;
  readonly #answers: Answers;
  readonly #unheard = new Map<string, string[]>();
  #claims: ClaimsWatch | null = null;
  #wordsOf: string | null = null;
  #heard: HeardItem[] = [];
  #sound: 'awaited' | 'coming' = 'awaited';
  /** What became of the session that makes this answer. */
  #session: 'same' | 'fallen' = 'same';

  constructor(options: AudioPathOptions) {
    this.#options = options;
    this.#answers = new Answers(options.elapsedMs);
    this.#playout = new Playout(options.phone, {
      finished: (responseId, heard) => this.#finished(responseId, heard),
      flooded: options.flooded,
    });
  }

  open(responseId: string): void {
    this.#claims = watchClaims(this.#options.truth);
    this.#wordsOf = null;
    this.#sound = 'awaited';
    this.#session = 'same';
    this.#heard = [];
    this.#playout.begin(responseId);
  }

  audio({ responseId, itemId, audio }: { responseId: string; itemId: string; audio: Buffer }): void {
    if (responseId !== this.#playout.responseId) return;
    this.#answers.sounds(itemId);
    if (this.#sound === 'awaited') this.#begins(responseId);
    this.#playout.addAudio(itemId, audio, this.#options.pacer.clock.now());
  }

  words({ responseId, itemId, text }: ModelWords): void {
    if (responseId !== this.#playout.responseId) return;
    this.#answers.addWords(itemId, text);
    if (this.#claimsFalsely(itemId, text)) return this.#options.fact({ type: 'model.claimedFalsely', responseId });
    this.#playout.addWords(itemId, text, this.#options.pacer.clock.now());
  }

  wordsComplete({ responseId, itemId, text }: ModelWords): void {
    if (responseId !== this.#playout.responseId) return;
    if (this.#answers.completeWords(itemId, text) === 'new' && falseClaim(text, this.#options.truth()))
      return this.#options.fact({ type: 'model.claimedFalsely', responseId });
    this.#playout.completeWords(itemId, this.#options.pacer.clock.now());
  }

  itemStarted({ responseId, itemId }: { responseId: string; itemId: string }): void {
    if (responseId === this.#playout.responseId) return this.#answers.start(itemId);
    this.#unheard.set(responseId, [...(this.#unheard.get(responseId) ?? []), itemId]);
  }

  /** The model sends no more of this response. */
  responseOver(responseId: string): void {
    if (responseId === this.#playout.responseId) this.#playout.complete(this.#options.pacer.clock.now());
  }

  /** The items of a response that came after it was cut: nobody heard them. */
  takeUnheard(responseId: string): string[] {
    const unheard = this.#unheard.get(responseId) ?? [];
    this.#unheard.delete(responseId);
    return unheard;
  }

  /** The session fell: what has arrived is still heard. */
  modelLost(): void {
    this.#unheard.clear();
    this.#session = 'fallen';
    this.#playout.complete(this.#options.pacer.clock.now());
  }

  marked(name: string): void {
    this.#playout.marked(name);
  }

  /** Silences the phone at once. Where the caller had heard it all, the answer counts as finished and not as cut. */
  cut(): void {
    const { responseId, isComplete } = this.#playout;
    const heard = this.#playout.cut(this.#options.pacer.clock.now());
    const lines = this.#answers.cutAt(heard);
    const growing = isComplete ? undefined : lines.at(-1);
    this.#heard = (this.#session === 'same' ? lines : []).map((line) => ({
      itemId: line.itemId,
      heardMs: line.heardMs ?? 0,
      receivedMs: line === growing ? Infinity : partOf(line, heard).receivedMs,
    }));
    if (isComplete && responseId !== null && !lines.some((line) => line.cut))
      this.#options.fact({ type: 'playback.finished', responseId });
    if (lines.length > 0) this.#tellOver(lines, heard);
  }

  #tellOver(lines: readonly AnswerLine[], heard: readonly PlayedItem[]): void {
    this.#options.over(
      lines.map((line) => ({ ...line, ...heardTruth(line, partOf(line, heard)) })),
      this.#session,
    );
  }

  takeHeard(): HeardItem[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  /** A new item begins a new word, whatever the one before ended with. */
  #claimsFalsely(itemId: string, text: string): boolean {
    const words = itemId === this.#wordsOf ? text : ` ${text}`;
    this.#wordsOf = itemId;
    return Boolean(this.#claims?.hears(words));
  }

  #begins(responseId: string): void {
    this.#sound = 'coming';
    this.#options.pacer.run(this.#playout, this.#options.broke);
    this.#options.firstAudio();
    this.#options.fact({ type: 'model.spoke', responseId });
  }

  #finished(responseId: string, heard: readonly PlayedItem[]): void {
    const isWhole = heard.every(({ sentMs, receivedMs }) => sentMs === receivedMs);
    this.#tellOver(isWhole ? this.#answers.heardOut() : this.#answers.cutAt(heard), heard);
    if (!isWhole && this.#session === 'same') {
      this.#heard = [...heard];
      this.#options.fellShort();
    }
    this.#options.fact({ type: 'playback.finished', responseId });
  }
}

const NOTHING = { heardMs: 0, sentMs: 0, receivedMs: 0 };

/** What became of the audio of this line; of a line that never came to sound, nothing. */
const partOf = ({ itemId }: AnswerLine, heard: readonly PlayedItem[]): Omit<PlayedItem, 'itemId'> =>
  heard.find((item) => item.itemId === itemId) ?? NOTHING;
