import type { WebSocket } from 'ws';
import { newId } from '../../practice/model/ids.ts';
import { wireText } from '../../practice/wire-text.ts';
import { CallerEar } from './caller-ear.ts';
import type { ClientMessage } from './client-message.ts';
import { readClientMessage } from './client-message.ts';
import type { Answer, SpeakingClock } from './speaker.ts';
import { Speaker } from './speaker.ts';
import type { UpstreamTally } from './upstream-tally.ts';

const TRANSCRIPT = 'ספרו לי קצת על המקום שלכם בבקשה';
const LOGPROBS = [{ token: TRANSCRIPT, logprob: -0.05, bytes: null }];
const TEXT = { binary: false };

type Status = 'completed' | 'cancelled';

/** One connection of a client of the realtime API (GA events): hears, transcribes, answers when asked to, refuses what the API refuses. */
export class ModelSession {
  readonly #socket: WebSocket;
  readonly #tally: UpstreamTally;
  readonly #ear: CallerEar;
  readonly #speaker: Speaker;
  readonly #items = new Map<string, Answer>();
  #heardItem = newId('item');

  constructor(socket: WebSocket, { tally, clock }: { tally: UpstreamTally; clock: SpeakingClock }) {
    this.#socket = socket;
    this.#tally = tally;
    this.#ear = new CallerEar(tally, {
      started: (audioStartMs) => this.#speechStarted(audioStartMs),
      stopped: (audioEndMs) => this.#speechStopped(audioEndMs),
    });
    this.#speaker = new Speaker(
      {
        call: () => this.#ear.call ?? 0,
        delta: (answer, { word, payload }) => this.#delta(answer, word, payload),
        completed: (answer) => this.#over(answer, 'completed'),
      },
      clock,
    );
    socket.on('message', (raw, isBinary) => this.#receive(wireText(raw, isBinary)));
    socket.on('close', () => this.#speaker.cut());
    socket.on('error', () => socket.terminate());
    this.#send({ type: 'session.created', session: { type: 'realtime', id: newId('sess') } });
  }

  #receive(text: string): void {
    const message = readClientMessage(text);
    if (message !== null) this.#answer(message);
  }

  #answer(message: ClientMessage): void {
    switch (message.type) {
      case 'input_audio_buffer.append':
        return this.#ear.hear(Buffer.from(message.audio, 'base64'));
      case 'session.update':
        return this.#configure(message.session);
      case 'response.create':
        return this.#begin();
      case 'response.cancel':
        return this.#cancel();
      case 'conversation.item.truncate':
        return this.#truncate(message.item_id, message.audio_end_ms);
      case 'conversation.item.create':
        return this.#addItem({ id: newId('item'), object: 'realtime.item', status: 'completed', ...message.item });
    }
  }

  #configure(session: Extract<ClientMessage, { type: 'session.update' }>['session']): void {
    const detection = session.audio?.input?.turn_detection;
    this.#ear.detection = {
      prefixPaddingMs: detection?.prefix_padding_ms ?? 300,
      silenceMs: detection?.silence_duration_ms ?? 500,
    };
    this.#send({ type: 'session.updated', session });
  }

  #speechStarted(audioStartMs: number): void {
    this.#heardItem = newId('item');
    const heard = { item_id: this.#heardItem, audio_start_ms: audioStartMs };
    this.#send({ type: 'input_audio_buffer.speech_started', ...heard });
  }

  #speechStopped(audioEndMs: number): void {
    const item_id = this.#heardItem;
    this.#send({ type: 'input_audio_buffer.speech_stopped', item_id, audio_end_ms: audioEndMs });
    this.#send({ type: 'input_audio_buffer.committed', item_id, previous_item_id: null });
    const content = [{ type: 'input_audio', transcript: null }];
    this.#addItem({
      id: item_id,
      object: 'realtime.item',
      type: 'message',
      status: 'completed',
      role: 'user',
      content,
    });
    const said = { item_id, content_index: 0, transcript: TRANSCRIPT, logprobs: LOGPROBS };
    const usage = { type: 'duration', seconds: 1 };
    this.#send({ type: 'conversation.item.input_audio_transcription.completed', ...said, usage });
  }

  #addItem(item: Record<string, unknown>): void {
    this.#send({ type: 'conversation.item.added', previous_item_id: null, item });
    this.#send({ type: 'conversation.item.done', previous_item_id: null, item });
  }

  #begin(): void {
    if (this.#speaker.current !== null) return this.#refuse('conversation_already_has_active_response');
    const answer = this.#speaker.begin();
    this.#items.set(itemId(answer), answer);
    this.#send({ type: 'response.created', response: responseOf(answer, 'in_progress') });
    const item = itemOf(answer, 'in_progress');
    this.#send({ type: 'response.output_item.added', response_id: responseId(answer), output_index: 0, item });
    this.#send({ type: 'conversation.item.added', previous_item_id: null, item });
    const part = { type: 'audio', transcript: '' };
    this.#send({ type: 'response.content_part.added', ...placeOf(answer), part });
  }

  #cancel(): void {
    const answer = this.#speaker.cut();
    if (answer === null) this.#refuse('response_cancel_not_active');
    else this.#over(answer, 'cancelled');
  }

  #truncate(item: string, audioEndMs: number): void {
    const answer = this.#items.get(item);
    if (answer === undefined) return this.#refuse('item_truncate_invalid_item_id');
    if (this.#ear.interruption) this.#ear.interruption.truncation ??= { answer: answer.number, audioEndMs };
    if (!Number.isInteger(audioEndMs) || audioEndMs > answer.sentMs) return this.#refuse('invalid_value');
    const truncated = { item_id: item, content_index: 0, audio_end_ms: audioEndMs };
    this.#send({ type: 'conversation.item.truncated', ...truncated });
  }

  #delta(answer: Answer, word: string, payload: string): void {
    this.#send({ type: 'response.output_audio_transcript.delta', ...placeOf(answer), delta: word });
    const place = `"response_id":"${responseId(answer)}","item_id":"${itemId(answer)}","output_index":0,"content_index":0`;
    const event = `"type":"response.output_audio.delta","event_id":"${newId('event')}"`;
    this.#socket.send(Buffer.from(`{${event},${place},"delta":"${payload}"}`, 'latin1'), TEXT);
  }

  #over(answer: Answer, status: Status): void {
    const place = placeOf(answer);
    const item = itemOf(answer, status);
    this.#send({ type: 'response.output_audio.done', ...place });
    this.#send({ type: 'response.output_audio_transcript.done', ...place, transcript: answer.words });
    this.#send({ type: 'response.content_part.done', ...place, part: { type: 'audio', transcript: answer.words } });
    this.#send({ type: 'response.output_item.done', response_id: responseId(answer), output_index: 0, item });
    this.#send({ type: 'conversation.item.done', previous_item_id: null, item });
    this.#send({ type: 'response.done', response: responseOf(answer, status) });
  }

  #refuse(code: string): void {
    this.#tally.countError(code);
    const error = { type: 'invalid_request_error', code, message: code, param: null, event_id: null };
    this.#send({ type: 'error', error });
  }

  #send(event: Record<string, unknown>): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(Buffer.from(JSON.stringify({ event_id: newId('event'), ...event })), TEXT);
  }
}

const responseId = (answer: Answer): string => `resp_${answer.number}`;
const itemId = (answer: Answer): string => `item_answer_${answer.number}`;

function placeOf(answer: Answer): Record<string, unknown> {
  return { response_id: responseId(answer), item_id: itemId(answer), output_index: 0, content_index: 0 };
}

function itemOf(answer: Answer, status: Status | 'in_progress'): Record<string, unknown> {
  const content = status === 'in_progress' ? [] : [{ type: 'output_audio', transcript: answer.words }];
  const shown = status === 'cancelled' ? 'incomplete' : status;
  return { id: itemId(answer), object: 'realtime.item', type: 'message', status: shown, role: 'assistant', content };
}

function responseOf(answer: Answer, status: Status | 'in_progress'): Record<string, unknown> {
  const output = status === 'in_progress' ? [] : [itemOf(answer, status)];
  const status_details = status === 'cancelled' ? { type: 'cancelled', reason: 'client_cancelled' } : null;
  return { id: responseId(answer), object: 'realtime.response', status, status_details, output, usage: null };
}
