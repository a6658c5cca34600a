import { EventEmitter } from 'node:events';
import { obedientLine } from '../../../src/practice/brain/obedient-lines.ts';
import { readOccasion } from '../../../src/practice/brain/occasion.ts';
import { layOutWords } from '../../../src/practice/audio/spoken-words.ts';
import { Conversation } from '../../../src/practice/model/conversation.ts';
import { ItemDesk, newsOf } from '../../../src/practice/model/item-desk.ts';
import type { ItemEvent } from '../../../src/practice/model/item-desk.ts';
import type { ModelNews } from '../../../src/practice/model/model-news.ts';
import type { SpokenItem } from '../../../src/practice/model/spoken-response.ts';
import type { ModelSocket } from '../../../src/transport/openai/realtime-session.ts';
import type { Sounds } from './sounds.ts';
import { FRAME_MS } from './sounds.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** What the model does with the next answer it is asked for. `unasked` is said without being asked at all. */
export type AnswerFate = 'mute' | 'failed' | 'refused' | 'lies' | 'dropped' | 'unasked';

export interface ModelOptions {
  time: SimulatedTime;
  sounds: Sounds;
  tell: (news: ModelNews) => void;
  /** The fate of the next answer, taken as soon as it is asked. */
  takeFate: () => AnswerFate | null;
  /** Milliseconds of one way over the wire, and until the first sound. */
  wayMs: number;
  thinkingMs: number;
  /** What is heard instead of an event: for mutants. */
  hears?: (event: { type: string; [key: string]: unknown }) => object[];
}

interface ClientEvent {
  type: string;
  response_id?: string;
  response?: { instructions?: string };
  session?: { instructions?: string };
}

interface Response {
  id: string;
  item: SpokenItem;
  text: string;
  stage: 'asked' | 'running' | 'over';
  /** Nobody can know of one that was not asked for before it is there. */
  origin: 'asked' | 'unasked';
}

const LIE = 'בשמחה, קבעתי לך תור ליום ראשון בשעה עשר, נתראה.';
const WORD_MS = 300;
/** Sound is made this many times faster than it is heard. */
const SPEED = 4;

/** OpenAI's end of the wire, at simulated time: one session at a time, whatever it said kept as the model would. */
export class SimulatedModel {
  readonly #options: ModelOptions;
  #session: SimulatedSession | null = null;
  #names = 0;

  constructor(options: ModelOptions) {
    this.#options = options;
  }

  dial = (): ModelSocket => {
    this.#session = new SimulatedSession(this.#options, (prefix) => this.name(prefix));
    return this.#session as unknown as ModelSocket;
  };

  name(prefix: string): string {
    this.#names += 1;
    return `${prefix}_${this.#names}`;
  }

  /** The session that is open, if one is. */
  get session(): SimulatedSession | null {
    return this.#session?.isReady ? this.#session : null;
  }

  falls(): void {
    this.#session?.falls();
  }
}

export class SimulatedSession extends EventEmitter {
  readyState = 0;
  readonly conversation = new Conversation();
  readonly #options: ModelOptions;
  readonly #name: (prefix: string) => string;
  readonly #items: ItemDesk;
  #instructions = '';
  #stage: 'opening' | 'ready' | 'closed' = 'opening';
  #response: Response | null = null;
  #turns = 0;

  constructor(options: ModelOptions, name: (prefix: string) => string) {
    super();
    this.#options = options;
    this.#name = name;
    this.#items = new ItemDesk(this.conversation, {
      send: (event) => this.says(event),
      refuse: ({ code, message }) => this.#refuses(code, message),
      tell: (news) => options.tell(news),
    });
    this.#later(30, () => {
      this.readyState = 1;
      options.tell({ kind: 'session.opened', sessionId: 'simulated', model: 'simulated' });
      this.says({ type: 'session.created', session: {} });
    });
  }

  get isReady(): boolean {
    return this.#stage === 'ready';
  }

  /** The response being made, by its number; null where none is. */
  get speaking(): number | null {
    return this.#response?.stage === 'running' ? this.#response.item.speech : null;
  }

  /** Arrives after its way over the wire, unless the session is over by then. */
  says(event: object, arrives: () => void = () => undefined): void {
    this.#later(this.#options.wayMs, () => {
      arrives();
      this.emit('message', Buffer.from(JSON.stringify(event)));
    });
  }

  send(data: string | Buffer): void {
    const text = String(data);
    if (text.startsWith('{"type":"input_audio_buffer.append"')) return;
    const sent = JSON.parse(text) as { type: string };
    const { hears = (event) => [event], tell, wayMs } = this.#options;
    for (const event of hears(sent) as ClientEvent[]) {
      tell({ kind: 'client.sent', event: event as never });
      this.#later(wayMs, () => this.#take(event));
    }
  }

  close(): void {
    this.#ends();
  }

  terminate(): void {
    this.#ends();
  }

  /** Without a goodbye. */
  falls(): void {
    if (this.#stage === 'closed') return;
    this.#ends();
    this.emit('close', 1006, Buffer.from(''));
  }

  startsUnasked(): void {
    if (this.#response === null) this.#begins('unasked');
  }

  #ends(): void {
    if (this.#stage === 'closed') return;
    this.#stage = 'closed';
    this.readyState = 3;
    this.#response = null;
    this.#options.tell({ kind: 'session.closed', sessionId: 'simulated' });
  }

  #later(ms: number, does: () => void): void {
    this.#options.time.setTimeout(() => {
      if (this.#stage !== 'closed') does();
    }, ms);
  }

  #refuses(code: string, message: string): void {
    this.#options.tell({ kind: 'client.refused', code, message });
    this.says({ type: 'error', error: { type: 'invalid_request_error', code, message } });
  }

  #take(event: ClientEvent): void {
    switch (event.type) {
      case 'session.update':
        this.#stage = 'ready';
        this.#instructions = event.session?.instructions ?? '';
        return this.says({ type: 'session.updated', session: {} });
      case 'response.create':
        return this.#asked(event.response?.instructions ?? null);
      case 'response.cancel':
        return this.#cancelled(event.response_id);
      default:
        return this.#items.apply(event as unknown as ItemEvent);
    }
  }

  #asked(instructions: string | null): void {
    const refusal = 'conversation_already_has_active_response';
    if (this.#response?.origin === 'unasked')
      return this.says({
        type: 'error',
        error: { code: refusal, message: 'Conversation already has an active response.' },
      });
    if (this.#response) return this.#refuses(refusal, 'Conversation already has an active response.');
    this.#begins(this.#options.takeFate(), instructions);
  }

  #begins(fate: AnswerFate | null, ownInstructions: string | null = null): void {
    if (fate === 'refused') {
      this.says({ type: 'error', error: { code: 'conversation_already_has_active_response', message: 'Not now.' } });
      return;
    }
    const { items } = this.conversation;
    const occasion = readOccasion({ items, sessionInstructions: this.#instructions, ownInstructions });
    this.#turns += 1;
    const text = fate === 'lies' ? LIE : obedientLine(occasion, this.#turns);
    const response = this.#plan(text, fate === 'unasked' ? 'unasked' : 'asked');
    this.#response = response;
    this.#later(this.#options.thinkingMs, () => {
      if (this.#response !== response) return;
      response.stage = 'running';
      const { speech } = response.item;
      if (fate !== 'unasked')
        this.#options.tell({ kind: 'response.created', speech, responseId: response.id, occasion, text });
      this.says({ type: 'response.created', response: { id: response.id } });
      this.#goesOn(response, fate);
    });
  }

  #plan(text: string, origin: Response['origin']): Response {
    const speech = this.#options.sounds.nextSpeech();
    const words = layOutWords(text, text.split(' ').length * WORD_MS);
    const id = this.#name('item');
    const item: SpokenItem = { id, index: 0, speech, text, words, sentFrames: 0, spelledWords: 0, stage: 'waiting' };
    return { id: this.#name('resp'), item, text, stage: 'asked', origin };
  }

  #goesOn(response: Response, fate: AnswerFate | null): void {
    if (fate === 'mute') return;
    if (fate === 'failed') return this.#finish(response, 'failed');
    const { id: response_id, item } = response;
    this.conversation.append({ id: item.id, role: 'assistant', text: item.text, spoken: item });
    this.says({ type: 'response.output_item.added', response_id, item: { id: item.id } });
    this.#later(this.#options.thinkingMs, () => this.#word(response, fate));
  }

  #word(response: Response, fate: AnswerFate | null): void {
    if (this.#response !== response) return;
    const { item, id: response_id } = response;
    const word = item.words[item.spelledWords];
    const ids = { response_id, item_id: item.id, output_index: 0, content_index: 0 };
    if (!word) {
      this.says({ type: 'response.output_audio_transcript.done', ...ids, transcript: item.text });
      return this.#finish(response, 'completed');
    }
    if (fate === 'dropped' && item.spelledWords === 2) return this.falls();
    const index = item.spelledWords;
    item.spelledWords += 1;
    const delta = index === item.words.length - 1 ? word.text : `${word.text} `;
    this.says({ type: 'response.output_audio_transcript.delta', ...ids, delta });
    for (const sound of this.#options.sounds.ofWord(item, index)) {
      item.sentFrames += sound.frames;
      this.says({ type: 'response.output_audio.delta', ...ids, delta: sound.payload });
    }
    this.#later(((word.untilFrame - word.fromFrame) * FRAME_MS) / SPEED, () => this.#word(response, fate));
  }

  /** What is on its way when a cancel comes still arrives. */
  #cancelled(id: string | undefined): void {
    const response = this.#response;
    if (response?.stage !== 'running' || (id !== undefined && id !== response.id))
      return this.#refuses('response_cancel_not_active', 'Cancellation failed: no active response found');
    this.#finish(response, 'cancelled');
  }

  #finish(response: Response, status: 'completed' | 'cancelled' | 'failed'): void {
    this.#response = null;
    response.stage = 'over';
    const { id: responseId, item } = response;
    this.#options.tell({ kind: 'response.done', speech: item.speech, responseId, status, items: [newsOf(item)] });
    this.says({ type: 'response.done', response: { id: responseId, status } });
  }
}
