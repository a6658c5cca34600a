import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import type { CallFact } from '../../../machines/vocabulary.ts';
import type { Log } from '../../shared/log.ts';
import { isFatalClose, isFatalStatus, meaningOf } from './failures.ts';
import { appendMessage, headOf, isUnread, readServerEvent, sliceAudioDelta, sliceWordsDelta } from './messages.ts';
import type { AudioDelta, WordsDelta } from './messages.ts';
import { sessionUpdate } from './session-update.ts';
import { toFact } from './to-facts.ts';
import type { FactContext } from './to-facts.ts';

export interface RealtimeOptions {
  /** `https://api.openai.com/v1`; http gives ws, https gives wss. */
  baseUrl: string;
  apiKey: string;
  model: string;
  voice: string;
  /** The first one the service accepts is used. */
  transcriptionModels: readonly string[];
  instructions: string;
  mayConcernBooking: (text: string) => boolean;
  log: Log;
  /** Opens the socket; of `ws` where left out. */
  dial?: (url: string, options: ClientOptions) => ModelSocket;
}

/** What is used of a `ws` socket. */
export type ModelSocket = Pick<WebSocket, 'on' | 'send' | 'close' | 'terminate' | 'readyState'>;

/** What a session tells its call. Nothing comes after `model.lost`. */
export interface RealtimeListener {
  fact(fact: CallFact): void;
  audio(delta: AudioDelta): void;
  words(words: WordsDelta): void;
  wordsComplete(words: WordsDelta): void;
  itemStarted(item: { responseId: string; itemId: string }): void;
}

const HANDSHAKE_MS = 3_000;
const TEXT = { binary: false };

/**
 * One connection to OpenAI's realtime model (GA wire). Configures itself once the service greets, then turns events
 * into facts. `model.ready` after the configuration took effect, `model.lost` exactly once when it is over.
 */
export class RealtimeSession {
  readonly #options: RealtimeOptions;
  readonly #listener: RealtimeListener;
  readonly #socket: ModelSocket;
  readonly #facts: FactContext;
  #stage: 'opening' | 'configuring' | 'ready' | 'over' = 'opening';
  #transcription = 0;

  constructor(options: RealtimeOptions, listener: RealtimeListener) {
    this.#options = options;
    this.#listener = listener;
    this.#facts = { starts: new Map(), mayConcernBooking: options.mayConcernBooking };
    const { dial = (url, settings) => new WebSocket(url, settings) } = options;
    this.#socket = dial(urlOf(options), {
      headers: { Authorization: `Bearer ${options.apiKey}` },
      perMessageDeflate: false,
      skipUTF8Validation: true,
      handshakeTimeout: HANDSHAKE_MS,
    });
    this.#socket.on('message', (message: Buffer) => this.#receive(message));
    this.#socket.on('unexpected-response', (_, response) => this.#refused(response.statusCode));
    this.#socket.on('error', (error) => this.#options.log.warn('model_socket_error', { message: error.message }));
    this.#socket.on('close', (code, reason) => this.#lose(isFatalClose(code, String(reason)), { code }));
  }

  /** Sends caller audio, base64 mu-law. False where the session cannot take it yet, or not any more. */
  append(audio: string): boolean {
    if (this.#stage !== 'ready') return false;
    this.#socket.send(appendMessage(audio), TEXT);
    return true;
  }

  send(event: RealtimeClientEvent): void {
    if (this.#stage === 'ready' && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(event));
  }

  /** Gives the session up: the call is told that it is lost. */
  drop(): void {
    this.#socket.terminate();
    this.#lose(false, { dropped: 'by us' });
  }

  /** Ends the session at the end of the call: nobody is told. */
  close(): void {
    this.#stage = 'over';
    if (this.#socket.readyState === WebSocket.CONNECTING) this.#socket.terminate();
    else this.#socket.close(1000);
  }

  #receive(message: Buffer): void {
    if (this.#stage === 'over') return;
    const head = headOf(message);
    const audio = sliceAudioDelta(message, head);
    if (audio) return this.#listener.audio(audio);
    const words = sliceWordsDelta(message, head);
    if (words) return this.#listener.words(words);
    if (isUnread(head)) return;
    const event = readServerEvent(message.toString('utf8'));
    if (!event) return this.#options.log.warn('model_event_ignored', { bytes: message.length });
    this.#event(event);
  }

  #event(event: RealtimeServerEvent): void {
    switch (event.type) {
      case 'session.created':
        return this.#configure();
      case 'session.updated':
        return this.#configured();
      case 'response.output_audio.delta':
        return this.#listener.audio({ ...idsOf(event), audio: Buffer.from(event.delta) });
      case 'response.output_audio_transcript.delta':
        return this.#listener.words({ ...idsOf(event), text: event.delta });
      case 'response.output_audio_transcript.done':
        return this.#listener.wordsComplete({ ...idsOf(event), text: event.transcript });
      case 'response.output_item.added':
        return this.#itemStarted(event);
      case 'error':
        return this.#failed(event.error);
      default:
        return this.#report(toFact(event, this.#facts));
    }
  }

  #report(fact: CallFact | null): void {
    if (fact) this.#listener.fact(fact);
  }

  #itemStarted({ response_id, item }: Extract<RealtimeServerEvent, { type: 'response.output_item.added' }>): void {
    if (item.id) this.#listener.itemStarted({ responseId: response_id, itemId: item.id });
  }

  #configure(): void {
    this.#stage = 'configuring';
    const { instructions, voice, transcriptionModels } = this.#options;
    const transcriptionModel = transcriptionModels[this.#transcription] ?? 'gpt-4o-transcribe';
    this.#options.log.info('configure_session', { transcriptionModel });
    this.#socket.send(JSON.stringify(sessionUpdate({ instructions, voice, transcriptionModel })));
  }

  #configured(): void {
    if (this.#stage !== 'configuring') return;
    this.#stage = 'ready';
    this.#listener.fact({ type: 'model.ready' });
  }

  #failed(error: { code?: string | null }): void {
    const meaning = meaningOf(error.code);
    this.#options.log[meaning === 'benign' ? 'debug' : 'warn']('model_error', { code: error.code, meaning });
    if (this.#stage === 'configuring' && meaning !== 'sessionOver') return this.#configureOtherwise();
    if (meaning === 'fatal') return this.#lose(true, { code: error.code });
    if (meaning === 'sessionOver') return this.drop();
    if (meaning === 'responseRefused') this.#report({ type: 'model.refusedResponse' });
  }

  /** The configuration was refused whole; a transcription model that is gone is the usual cause. */
  #configureOtherwise(): void {
    this.#transcription += 1;
    if (this.#transcription < this.#options.transcriptionModels.length) this.#configure();
    else this.#lose(true, { why: 'configuration refused' });
  }

  #refused(status: number | undefined): void {
    this.#socket.terminate();
    this.#lose(isFatalStatus(status), { status });
  }

  #lose(fatal: boolean, why: object): void {
    if (this.#stage === 'over') return;
    this.#stage = 'over';
    this.#options.log.warn('model_lost', { fatal, ...why });
    this.#socket.terminate();
    this.#listener.fact({ type: 'model.lost', fatal });
  }
}

function idsOf(event: { response_id: string; item_id: string }): { responseId: string; itemId: string } {
  return { responseId: event.response_id, itemId: event.item_id };
}

function urlOf({ baseUrl, model }: RealtimeOptions): string {
  return `${baseUrl.replace(/^http/i, 'ws')}/realtime?model=${encodeURIComponent(model)}`;
}
