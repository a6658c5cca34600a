import type { WebSocket } from 'ws';
import type { PracticeBrain } from '../brain/brain.ts';
import { readOccasion } from '../brain/occasion.ts';
import { wireText } from '../wire-text.ts';
import { BYTES_PER_MS } from '../audio/mu-law.ts';
import type { ClientEvent, ClientEventOf, Problem } from './client-events.ts';
import { readClientEvent } from './client-events.ts';
import { Conversation } from './conversation.ts';
import { newId } from './ids.ts';
import { ItemDesk, newsOf } from './item-desk.ts';
import type { ModelNews } from './model-news.ts';
import type { Races } from './races.ts';
import { ResponseDesk } from './response-desk.ts';
import type { ResponseParameters } from './session-schema.ts';
import type { SessionSettings } from './session-settings.ts';
import { newSessionSettings, updatedSettings } from './session-settings.ts';
import type { ResponseHost, ServerEvent, SpokenItem, SpokenResponse } from './spoken-response.ts';
import { deliverTranscript } from './transcriber.ts';
import type { HeardSpeech } from './voice-detector.ts';
import { VoiceDetector } from './voice-detector.ts';

const LOGPROBS = 'item.input_audio_transcription.logprobs';
const EXPIRED = 'Your session hit the maximum duration of 60 minutes.';
const SMALLEST_COMMIT_MS = 100;

export interface SessionOptions {
  socket: WebSocket;
  model: string;
  /** Of the moment: both may be others once the session was told whose it is. */
  steering: () => { brain: PracticeBrain; races: Races };
  tell(news: ModelNews): void;
}

/** One connection to the loopback model: the GA Realtime protocol, server side. */
export class ModelSession implements ResponseHost {
  readonly conversationId = newId('conv');
  readonly #options: SessionOptions;
  readonly #conversation = new Conversation();
  readonly #items: ItemDesk;
  readonly #desk: ResponseDesk;
  readonly #ear: VoiceDetector;
  #settings: SessionSettings;
  #bufferedMs = 0;
  #userItemId = newId('item');
  #spokeBefore: 'never' | 'spoke' = 'never';
  #expiry: NodeJS.Timeout | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#settings = newSessionSettings(options.model);
    this.#items = new ItemDesk(this.#conversation, {
      send: (event) => this.send(event),
      refuse: (problem) => this.#refuse(problem),
      tell: (news) => options.tell(news),
    });
    this.#desk = new ResponseDesk(this);
    this.#ear = new VoiceDetector(() => this.#settings.audio.input.turn_detection, {
      started: (audioStartMs) => this.#speechStarted(audioStartMs),
      stopped: (audioEndMs, heard) => this.#speechStopped(audioEndMs, heard),
    });
    this.#attach(options.socket);
  }

  send(event: ServerEvent): void {
    if (this.#options.socket.readyState !== this.#options.socket.OPEN) return;
    this.#options.socket.send(JSON.stringify({ event_id: newId('event'), ...event }));
  }

  /** Ends the socket without a close frame, as a lost network does (the client sees 1006). */
  dropSocket(): void {
    this.#options.socket.terminate();
  }

  opened(item: SpokenItem, wire: unknown): void {
    this.#spokeBefore = 'spoke';
    const previous = this.#conversation.lastId;
    this.#conversation.append({ id: item.id, role: 'assistant', text: item.text, spoken: item });
    this.send({ type: 'conversation.item.added', previous_item_id: previous, item: wire });
  }

  finished(response: SpokenResponse): void {
    this.#desk.finished(response);
    const items = response.items.filter((item) => item.stage !== 'waiting').map(newsOf);
    const { speech, id: responseId, status } = response;
    this.#options.tell({ kind: 'response.done', speech, responseId, status, items });
  }

  #attach(socket: WebSocket): void {
    const { steering, tell } = this.#options;
    const { races } = steering();
    const hello = setTimeout(
      () => this.send({ type: 'session.created', session: this.#settings }),
      races.sessionCreatedMs,
    );
    this.#mayExpire();
    tell({ kind: 'session.opened', sessionId: this.#settings.id, model: this.#settings.model });
    socket.on('message', (bytes, isBinary) => this.#receive(wireText(bytes, isBinary)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(hello);
      clearTimeout(this.#expiry);
      this.#desk.stop();
      tell({ kind: 'session.closed', sessionId: this.#settings.id });
    });
  }

  /** At the opening, or as soon as it is known how long a session like this lives. */
  #mayExpire(): void {
    const { expireAfterMs } = this.#options.steering().races;
    if (expireAfterMs !== null) this.#expiry ??= setTimeout(() => this.#expire(), expireAfterMs);
  }

  #expire(): void {
    this.#refuse({ code: 'session_expired', message: EXPIRED, param: null, eventId: null });
    this.#options.socket.close(1001, EXPIRED);
  }

  #refuse({ code, message, param, eventId }: Problem): void {
    this.send({ type: 'error', error: { type: 'invalid_request_error', code, message, param, event_id: eventId } });
    this.#options.tell({ kind: 'client.refused', code, message });
  }

  #receive(text: string): void {
    const read = readClientEvent(text);
    if (read.kind === 'refused') return this.#refuse(read.problem);
    this.#options.tell({ kind: 'client.sent', event: read.event });
    this.#apply(read.event);
  }

  #apply(event: ClientEvent): void {
    switch (event.type) {
      case 'session.update':
        return this.#update(event);
      case 'input_audio_buffer.append':
        return this.#append(Buffer.from(event.audio, 'base64'));
      case 'input_audio_buffer.commit':
        return this.#commit(event);
      case 'input_audio_buffer.clear':
        return this.#clearBuffer();
      case 'output_audio_buffer.clear':
        return undefined;
      case 'response.create':
        return this.#create(event);
      case 'response.cancel':
        return this.#cancel(event);
      default:
        return this.#items.apply(event);
    }
  }

  #update(event: ClientEventOf<'session.update'>): void {
    const voice = event.session.audio?.output?.voice;
    const current = this.#settings.audio.output.voice;
    if (voice !== undefined && voice !== current && this.#spokeBefore === 'spoke') {
      const message = "Cannot update a conversation's voice if assistant audio is present.";
      return this.#refuse({ code: 'cannot_update_voice', message, param: null, eventId: event.event_id ?? null });
    }
    this.#settings = updatedSettings(this.#settings, event.session);
    this.#mayExpire();
    this.send({ type: 'session.updated', session: this.#settings });
  }

  #append(audio: Buffer): void {
    this.#bufferedMs += audio.length / BYTES_PER_MS;
    this.#ear.push(audio);
  }

  #clearBuffer(): void {
    this.#bufferedMs = 0;
    this.#ear.takeHeard();
    this.send({ type: 'input_audio_buffer.cleared' });
  }

  #commit(event: ClientEventOf<'input_audio_buffer.commit'>): void {
    if (this.#bufferedMs < SMALLEST_COMMIT_MS) {
      const has = this.#bufferedMs.toFixed(2);
      const message = `Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but buffer only has ${has}ms of audio.`;
      const code = 'input_audio_buffer_commit_empty';
      return this.#refuse({ code, message, param: null, eventId: event.event_id ?? null });
    }
    this.#takeTurn(this.#ear.takeHeard());
  }

  #create(event: ClientEventOf<'response.create'>): void {
    const busy = this.#desk.busyWith;
    if (busy !== null) {
      const message = `Conversation already has an active response in progress: ${busy.id}. Wait until the response is finished before creating a new one.`;
      const code = 'conversation_already_has_active_response';
      return this.#refuse({ code, message, param: null, eventId: event.event_id ?? null });
    }
    this.#beginResponse(event.response ?? {});
  }

  #beginResponse(parameters: ResponseParameters): void {
    const { steering, tell } = this.#options;
    const { brain, races } = steering();
    const occasion = readOccasion({
      items: this.#conversation.items,
      sessionInstructions: this.#settings.instructions,
      ownInstructions: parameters.instructions ?? null,
    });
    const request = { answer: brain.answer(occasion), races, metadata: parameters.metadata ?? null };
    this.#desk.begin(request, ({ speech, id: responseId, text }) =>
      tell({ kind: 'response.created', speech, responseId, occasion, text }),
    );
  }

  #cancel(event: ClientEventOf<'response.cancel'>): void {
    if (this.#desk.cancel('client_cancelled', event.response_id) === 'cancelled') return;
    const message = 'Cancellation failed: no active response found';
    this.#refuse({ code: 'response_cancel_not_active', message, param: null, eventId: event.event_id ?? null });
  }

  #speechStarted(audioStartMs: number): void {
    this.#userItemId = newId('item');
    const itemId = this.#userItemId;
    this.#options.tell({ kind: 'caller.startedSpeaking', itemId, speaking: this.#desk.speaking?.speech ?? null });
    this.send({ type: 'input_audio_buffer.speech_started', audio_start_ms: audioStartMs, item_id: itemId });
    if (this.#settings.audio.input.turn_detection?.interrupt_response === true) {
      this.#desk.cancel('turn_detected', undefined);
    }
  }

  #speechStopped(audioEndMs: number, heard: HeardSpeech): void {
    const itemId = this.#userItemId;
    this.#options.tell({ kind: 'caller.stoppedSpeaking', itemId, utterances: heard.utterances });
    this.send({ type: 'input_audio_buffer.speech_stopped', audio_end_ms: audioEndMs, item_id: itemId });
    this.#takeTurn(heard);
    const wantsAnswer = this.#settings.audio.input.turn_detection?.create_response === true;
    if (wantsAnswer && this.#desk.busyWith === null) this.#beginResponse({});
  }

  #takeTurn(heard: HeardSpeech): void {
    const itemId = this.#userItemId;
    this.#userItemId = newId('item');
    this.#bufferedMs = 0;
    const previous = this.#conversation.lastId;
    this.#conversation.append({ id: itemId, role: 'user', text: heard.text, spoken: null });
    const content = [{ type: 'input_audio', transcript: null }];
    const wire = { id: itemId, object: 'realtime.item', type: 'message', status: 'completed', role: 'user', content };
    this.send({ type: 'input_audio_buffer.committed', previous_item_id: previous, item_id: itemId });
    this.send({ type: 'conversation.item.added', previous_item_id: previous, item: wire });
    this.send({ type: 'conversation.item.done', previous_item_id: previous, item: wire });
    if (this.#settings.audio.input.transcription !== null) this.#transcribe(itemId, heard);
  }

  #transcribe(itemId: string, heard: HeardSpeech): void {
    const { steering, tell } = this.#options;
    const { brain, races } = steering();
    const transcription = brain.transcribe(heard);
    const withLogprobs = this.#settings.include?.includes(LOGPROBS) ?? false;
    const afterMs = transcription.afterMs ?? races.transcriptMs;
    deliverTranscript({ itemId, transcription, withLogprobs }, afterMs, (event) => {
      this.send(event);
      if (!event.type.endsWith('.completed')) return;
      tell({ kind: 'caller.transcribed', itemId, text: transcription.text, utterances: heard.utterances });
    });
  }
}
