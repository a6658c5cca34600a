import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { PracticeBrain } from '../brain/brain.ts';
import { answerCompletion, answerJson } from './chat-completions.ts';
import type { ParserDesk } from './chat-completions.ts';
import { ModelSession } from './model-session.ts';
import { FAIR_WEATHER } from './races.ts';
import { SteeringDesk } from './steering-desk.ts';
import type { Steering } from './steering-desk.ts';

const MODELS = [
  'gpt-realtime-2.1',
  'gpt-realtime-2.1-mini',
  'gpt-4o-mini',
  'gpt-6-luna',
  'gpt-4o-transcribe',
  'gpt-live-transcribe',
];
const LARGEST_MESSAGE_BYTES = 16 * 1024 * 1024;

export interface PracticeModelOptions {
  port?: number;
  /** The key clients must bring; unset: any. */
  apiKey?: string;
  brain: PracticeBrain;
}

export interface PracticeModel {
  /** For `OPENAI_BASE_URL`. */
  readonly baseUrl: string;
  steer(steering: Steering): void;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function modelEntry(id: string): Record<string, unknown> {
  return { id, object: 'model', created: 1_760_000_000, owned_by: 'practice', shutdown_date: null };
}

function fatalError(code: string, message: string): string {
  const error = { type: 'invalid_request_error', code, message, param: null, event_id: null };
  return JSON.stringify({ type: 'error', event_id: 'event_refused', error });
}

/** Refusals that the live service makes on an open socket: an error event, then close 4000. */
function refusalOf(request: IncomingMessage, model: string | null): { code: string; message: string } | null {
  if (request.headers['openai-beta'] !== undefined) {
    const message = 'The Realtime Beta API is no longer supported. Please use /v1/realtime for the GA API.';
    return { code: 'beta_api_shape_disabled', message };
  }
  return model === null ? { code: 'missing_model', message: 'You must provide a model parameter.' } : null;
}

class LoopbackServer {
  readonly server: Server;
  readonly sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LARGEST_MESSAGE_BYTES,
  });
  readonly steering: SteeringDesk;
  readonly #apiKey: string | undefined;

  constructor(options: PracticeModelOptions) {
    this.#apiKey = options.apiKey;
    this.steering = new SteeringDesk({ brain: options.brain });
    this.server = createServer((request, response) => void this.#answer(request, response));
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#upgrade(request, socket, head),
    );
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://loopback').pathname;
    if (!this.#admits(request)) {
      const error = { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' };
      return answerJson(response, { status: 401, body: { error } });
    }
    if (request.method === 'GET' && path === '/v1/models') {
      return answerJson(response, { status: 200, body: { object: 'list', data: MODELS.map(modelEntry) } });
    }
    if (request.method === 'POST' && path === '/v1/chat/completions') {
      return answerCompletion((text) => this.#parserDesk(text), request, response);
    }
    const error = { message: `Unknown request URL: ${path}`, type: 'invalid_request_error', code: 'unknown_url' };
    answerJson(response, { status: 404, body: { error } });
  }

  #admits(request: IncomingMessage): boolean {
    return this.#apiKey === undefined || request.headers.authorization === `Bearer ${this.#apiKey}`;
  }

  #parserDesk(text: string): ParserDesk {
    const { brain, races, observe } = this.steering.ofWords(text);
    const parserMs = races?.parserMs ?? FAIR_WEATHER.parserMs;
    return { brain, parserMs, tell: (news) => observe?.({ ...news, atMs: performance.now() }) };
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://loopback');
    socket.on('error', () => socket.destroy());
    const { refuseSessions } = this.steering.ofOthers;
    if (refuseSessions !== undefined) return refuseUpgrade(socket, refuseSessions);
    if (url.pathname !== '/v1/realtime') return refuseUpgrade(socket, 404);
    if (!this.#admits(request)) return refuseUpgrade(socket, 401);
    this.sockets.handleUpgrade(request, socket, head, (accepted) =>
      this.#open(accepted, request, url.searchParams.get('model')),
    );
  }

  #open(socket: WebSocket, request: IncomingMessage, model: string | null): void {
    const refusal = refusalOf(request, model);
    if (refusal !== null) {
      socket.send(fatalError(refusal.code, refusal.message));
      return socket.close(4000, `invalid_request_error.${refusal.code}`);
    }
    new ModelSession({ socket, model: model ?? '', ...this.steering.newSession() });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Starts the loopback model on 127.0.0.1: the Realtime GA wire, `GET /v1/models` and the structured-output parser. */
export async function startPracticeModel(options: PracticeModelOptions): Promise<PracticeModel> {
  const loopback = new LoopbackServer(options);
  const port = await listen(loopback.server, options.port ?? 0);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    steer: (steering) => loopback.steering.steer(steering),
    close: () => loopback.close(),
  };
}
