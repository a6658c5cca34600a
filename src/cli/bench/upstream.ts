import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { AppError } from '../../shared/errors.ts';
import { answerRequests } from './answer-requests.ts';
import { ModelSession } from './model-session.ts';
import { answerJson, answerParser } from './parser-desk.ts';
import { RelayedSession } from './relayed-session.ts';
import { SpeakingClock } from './speaker.ts';
import { upstreamRequest } from './upstream-report.ts';
import type { UpstreamRequest } from './upstream-report.ts';
import { UpstreamTally } from './upstream-tally.ts';

const MODELS = ['gpt-realtime-2.1', 'gpt-4o-transcribe', 'gpt-live-transcribe', 'gpt-4o-mini', 'gpt-6-luna'] as const;

const tally = new UpstreamTally();
const clock = new SpeakingClock();
const http = createServer((request, response) => void serve(request, response));
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, { url }) => {
  const Session = url?.startsWith('/relayed') === true ? RelayedSession : ModelSession;
  new Session(socket, { tally, clock });
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const models = MODELS.map((id) => ({ id, object: 'model', created: 0, owned_by: 'bench', shutdown_date: null }));
  if (request.url === '/v1/models') return answerJson(response, { object: 'list', data: models });
  if (request.url !== '/v1/chat/completions') return void response.writeHead(404).end();
  await answerParser(request, response).catch(() => response.writeHead(400).end());
}

async function answer({ kind }: UpstreamRequest): Promise<unknown> {
  switch (kind) {
    case 'listen':
      return listen();
    case 'begin':
      return tally.empty();
    case 'report':
      return tally.report();
  }
}

async function listen(): Promise<{ port: number }> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (typeof address === 'object' && address !== null) return { port: address.port };
  throw new AppError('practice_failed', 'The model side of the bench has no port.');
}

answerRequests(upstreamRequest, answer);
