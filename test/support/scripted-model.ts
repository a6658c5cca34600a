import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { json } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

export interface ClientEvent {
  type: string;
  [key: string]: unknown;
}

/** So much of the model's voice, as the wire has it. */
export const sound = (ms: number): string => Buffer.alloc(ms * 8, 0x2a).toString('base64');

/** What waits for something to have happened. */
class Happenings<T> {
  readonly all: T[] = [];
  #waiting: (() => void)[] = [];

  add(one: T): void {
    this.all.push(one);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async until(count: number, wanted: (one: T) => boolean = () => true): Promise<T> {
    for (;;) {
      const found = this.all.filter(wanted).at(count - 1);
      if (found !== undefined) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }
}

/** One session as the service has it: what the client sent, and what the script answers. */
export class ScriptedSession {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly socket: WebSocket;
  readonly #events = new Happenings<ClientEvent>();

  constructor(socket: WebSocket, request: { url: string; headers: IncomingHttpHeaders }) {
    this.socket = socket;
    this.url = request.url;
    this.headers = request.headers;
    socket.on('message', (message: Buffer) => this.#events.add(JSON.parse(String(message)) as ClientEvent));
  }

  get received(): ClientEvent[] {
    return this.#events.all;
  }

  says(event: object): void {
    this.socket.send(JSON.stringify(event));
  }

  saysLiterally(text: string | Buffer): void {
    this.socket.send(text);
  }

  errs(code: string | null, more: object = {}): void {
    this.says({ type: 'error', error: { type: 'invalid_request_error', code, message: 'No.', ...more } });
  }

  /** The `count`-th event of this type, now or as soon as it comes. */
  hears(type: string, count = 1): Promise<ClientEvent> {
    return this.#events.until(count, (event) => event.type === type);
  }

  /** Greets, takes the configuration and confirms it. */
  async isConfigured(): Promise<this> {
    this.says({ type: 'session.created', session: {} });
    await this.hears('session.update');
    this.says({ type: 'session.updated', session: {} });
    return this;
  }

  /** Everything sent before this has been read by the other side. */
  async isUnderstood(): Promise<void> {
    const pong = once(this.socket, 'pong');
    this.socket.ping();
    await pong;
  }

  /** The model begins this answer, with its words and this much audio. */
  answers(response: string, { text, ms }: { text: string; ms: number }): void {
    const ids = { response_id: response, item_id: `item_${response}`, output_index: 0, content_index: 0 };
    this.says({ type: 'response.created', response: { id: response } });
    this.says({ type: 'response.output_item.added', ...ids, item: { id: ids.item_id } });
    this.says({ type: 'response.output_audio_transcript.delta', ...ids, delta: text });
    this.says({ type: 'response.output_audio_transcript.done', ...ids, transcript: text });
    this.says({ type: 'response.output_audio.delta', ...ids, delta: sound(ms) });
  }

  finishes(response: string, status = 'completed'): void {
    this.says({ type: 'response.done', response: { id: response, status } });
  }

  startsToHear(item: string): void {
    this.says({ type: 'input_audio_buffer.speech_started', item_id: item, audio_start_ms: 0 });
  }

  /** The caller speaks for two seconds and is understood to the letter. */
  hearsCaller(text: string, item = 'said_1'): void {
    this.startsToHear(item);
    this.says({ type: 'input_audio_buffer.speech_stopped', item_id: item, audio_end_ms: 1_800 });
    this.says({
      type: 'conversation.item.input_audio_transcription.completed',
      item_id: item,
      content_index: 0,
      transcript: text,
    });
  }

  closes(code: number, reason = ''): void {
    this.socket.close(code, reason);
  }

  falls(): void {
    this.socket.terminate();
  }
}

const nothingHeard = { action: 'none', date: null, time: null, name: null, phone: null, intent: null, weekday: null };

/** A realtime service on a free loopback port that does only what the test tells it to. */
export async function scriptedModel(refusal: number | null = null) {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Happenings<ScriptedSession>();
  server.on('upgrade', (request, socket, head) => {
    const status = refusals.shift() ?? refusal;
    if (status !== null) return void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      sessions.add(new ScriptedSession(opened, { url: request.url ?? '', headers: request.headers }));
    });
  });
  const refusals: number[] = [];
  const understandings: object[] = [];
  const asked: unknown[] = [];
  server.on('request', (request, response) => {
    void json(request).then((question) => {
      asked.push(question);
      const content = JSON.stringify({ ...nothingHeard, ...understandings.shift() });
      const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null } }];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 'c', object: 'chat.completion', created: 1, model: 'parser', choices }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    sessions: sessions.all,
    /** The next dials are refused with these, one each. */
    willRefuse: (...statuses: number[]): void => void refusals.push(...statuses),
    /** What the parser makes of the turns to come, one each; of any other it understands nothing. */
    willUnderstand: (...turns: object[]): void => void understandings.push(...turns),
    /** What the parser was asked. */
    asked,
    /** The `count`-th session, now or as soon as it is opened. */
    session: (count = 1): Promise<ScriptedSession> => sessions.until(count),
    async close(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type ScriptedModel = Awaited<ReturnType<typeof scriptedModel>>;
