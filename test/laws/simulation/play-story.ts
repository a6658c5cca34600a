import type { CallStep } from '../../../src/practice/script/call-script.ts';
import type { Life } from './life.ts';
import type { Deed, Story } from './story.ts';
import { sentence } from './the-caller.ts';
import type { Sentence } from './the-caller.ts';

const PREFIX_MS = 300;
const SILENCE_MS = 500;
const HEARS_AFTER_MS = 60;
const TRANSCRIBED_AFTER_MS = 250;
const WORD_MS = 260;

interface Voiced {
  text: string;
  voiceMs: number;
  /** What becomes of the words: `mumble` is one word nobody could make out. */
  words: 'clear' | 'mumble' | 'none' | 'unheard' | 'lost';
}

/** Plays a story to its end and a little longer, so that whatever should be over by then is. */
export class StoryPlayer {
  readonly life: Life;
  readonly utterances = new Map<number, CallStep>();
  readonly rivals: { slot: string; result: string; standing: string | null }[] = [];
  #spoken = 0;
  #rivals = 0;

  constructor(life: Life) {
    this.life = life;
  }

  async play({ deeds }: Story): Promise<void> {
    const { life } = this;
    await life.begins();
    await life.until(() => life.isOver || life.phone.isPlaying, 3_000);
    for (const deed of deeds) {
      if (life.isOver) break;
      await this.#does(deed);
    }
    await life.until(() => life.isOver || this.#isQuiet(), 12_000);
    if (!life.isOver && life.phone.isLive) life.phone.hangsUp();
    await life.until(() => life.isOver, 30_000);
    life.tells({ kind: 'call.ended', by: 'caller', lastVerb: 'Hangup' });
    await life.passes(130_000);
  }

  #isQuiet(): boolean {
    const { phone, model, isOver } = this.life;
    return isOver || (!phone.isPlaying && model.session?.speaking === null);
  }

  async #does(deed: Deed): Promise<void> {
    const { life } = this;
    switch (deed.does) {
      case 'says':
        return this.#says(deed);
      case 'makesNoise':
        return this.#makesNoise(deed.what);
      case 'presses':
        for (const key of deed.keys) {
          life.phone.presses(key);
          life.tells({ kind: 'caller.pressed', keys: key });
          await life.passes(180);
        }
        return life.passes(300);
      case 'isSilent':
        return life.until(() => life.isOver, deed.ms);
      case 'model':
        if (deed.what === 'falls') life.model.falls();
        else if (deed.what === 'unasked') life.model.session?.startsUnasked();
        else life.fates.push(deed.what);
        return life.passes(100);
      case 'phone':
        return this.#losesThePhone(deed.what);
      case 'database':
        life.databaseFaults.push(...deed.faults);
        return;
      case 'rival':
        return this.#rivalBooks(deed.what);
      case 'hangsUp':
        life.phone.hangsUp();
        return life.passes(50);
    }
  }

  async #says({ what, when, parser }: Extract<Deed, { does: 'says' }>): Promise<void> {
    const { life } = this;
    if (when === 'inTurn') {
      await life.until(() => this.#isQuiet(), 15_000);
      await life.until(() => life.isOver, 400);
    } else await life.until(() => life.isOver || life.phone.isPlaying, 1_500);
    const said: Sentence = sentence(what, { now: life.time.date(), asked: life.asked });
    life.sentences.set(said.text, { ...said, parser });
    await this.#voices({ text: said.text, voiceMs: said.text.split(' ').length * WORD_MS + 400, words: 'clear' });
    if (when === 'inTurn') await life.until(() => life.isOver || life.phone.isPlaying, 9_000);
  }

  #makesNoise(what: Extract<Deed, { does: 'makesNoise' }>['what']): Promise<void> {
    switch (what) {
      case 'cough':
        return this.#voices({ text: 'אהם', voiceMs: 200, words: 'none' });
      case 'mumble':
        return this.#voices({ text: 'ממ', voiceMs: 600, words: 'mumble' });
      case 'unheard':
        return this.#voices({ text: 'משהו שלא נשמע', voiceMs: 900, words: 'unheard' });
      case 'lost':
        return this.#voices({ text: 'משהו שאבד', voiceMs: 900, words: 'lost' });
    }
  }

  /** A caller speaks as long as there is a line and somebody at its other end. */
  async #voices(voiced: Voiced): Promise<void> {
    const { life } = this;
    await life.until(() => life.isOver || (life.model.session !== null && life.phone.isLive), 15_000);
    const { session } = life.model;
    if (life.isOver || session === null) return;
    this.#spoken += 1;
    const utterance = this.#spoken;
    const itemId = life.model.name('said');
    this.utterances.set(utterance, stepOf(voiced));
    const { text, voiceMs } = voiced;
    const startMs = Math.round(life.time.now());
    life.tells({ kind: 'caller.starts', utterance, text, voiceMs });
    await life.passes(HEARS_AFTER_MS);
    if (life.model.session !== session)
      return life.tells({ kind: 'caller.ends', utterance, text: '', voiceMs: HEARS_AFTER_MS });
    const started = { type: 'input_audio_buffer.speech_started', item_id: itemId, audio_start_ms: startMs };
    session.says(started, () => life.hears(itemId));
    await life.until(() => life.isOver, voiceMs);
    life.tells({ kind: 'caller.ends', utterance, text, voiceMs });
    await life.until(() => life.isOver, SILENCE_MS);
    const endMs = startMs + voiceMs + PREFIX_MS + SILENCE_MS;
    session.says({ type: 'input_audio_buffer.speech_stopped', item_id: itemId, audio_end_ms: endMs });
    if (voiced.words === 'lost') return;
    await life.until(() => life.isOver, TRANSCRIBED_AFTER_MS);
    transcribe(voiced, { itemId, session });
  }

  async #losesThePhone(what: 'falls' | 'fallsAndReturns'): Promise<void> {
    const { life } = this;
    life.phone.falls();
    await life.passes(900);
    if (what === 'fallsAndReturns' && !life.isOver) life.phoneReturns();
    await life.passes(200);
  }

  async #rivalBooks(what: 'takesTheSlot' | 'takesAnother'): Promise<void> {
    const { life } = this;
    const known = /\d{4}-\d\d-\d\d \d\d:\d\d/.exec(what === 'takesTheSlot' ? life.asked : '')?.[0];
    const { means } = sentence('aSlot', { now: life.time.date(), asked: '' });
    const slot = known ?? `${means.date ?? ''} ${means.time ?? ''}`;
    const [date = '', time = ''] = slot.split(' ');
    const standing = standingOffer(life);
    this.#rivals += 1;
    const result = await life.rivalBooks({ date, time }, this.#rivals);
    this.rivals.push({ slot, result, standing: standing === standingOffer(life) ? standing : null });
  }
}

function transcribe(
  { text, words }: Voiced,
  { itemId, session }: { itemId: string; session: NonNullable<Life['model']['session']> },
): void {
  const item = { item_id: itemId, content_index: 0 };
  if (words === 'unheard') return session.says({ type: 'conversation.item.input_audio_transcription.failed', ...item });
  const transcript = words === 'none' ? '' : text;
  session.conversation.append({ id: itemId, role: 'user', text: transcript, spoken: null });
  const logprobs = [{ token: text, logprob: words === 'mumble' ? -2.5 : -0.1 }];
  session.says({ type: 'conversation.item.input_audio_transcription.completed', ...item, transcript, logprobs });
}

/** As the laws that are seen from outside know an utterance. */
function stepOf({ text, words }: Voiced): CallStep {
  if (words === 'unheard') return { say: text, transcript: 'failed' };
  if (words === 'lost') return { say: text, transcript: 'never' };
  if (words === 'none') return { say: text, transcript: 'never' };
  return { say: text, confidence: words === 'mumble' ? -2.5 : -0.1 };
}

const OFFER_MS = 88_000;

/** The slot that is held for the call and on offer, as far as commands and time tell; null where none is. */
function standingOffer({ records, record, time }: Life): string | null {
  const offer = record.modelNews('server.message').findLast(({ text }) => text.includes('slot_available'));
  const slot = offer && /\d{4}-\d\d-\d\d \d\d:\d\d/.exec(offer.text)?.[0];
  if (!offer || !slot || time.now() - offer.atMs > OFFER_MS) return null;
  const held = records.events.findLastIndex(({ fact }) => fact.type === 'slot.held');
  const ends = new Set(['cmd.holdSlot', 'cmd.releaseHold', 'news.ended']);
  const later = records.events.slice(held + 1).some((event) => givenIn(event.fact).some((type) => ends.has(type)));
  const { slot: last } = (records.events[held]?.fact ?? {}) as { slot?: { date: string; time: string } };
  return later || `${last?.date} ${last?.time}` !== slot ? null : slot;
}

function givenIn(fact: { type: string }): readonly string[] {
  return 'given' in fact && Array.isArray(fact.given) ? (fact.given as string[]) : [];
}
