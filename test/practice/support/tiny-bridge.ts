import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { wireText } from '../../../src/practice/wire-text.ts';

const fromTwilio = z.discriminatedUnion('event', [
  z.looseObject({ event: z.literal('connected') }),
  z.looseObject({ event: z.literal('start'), streamSid: z.string() }),
  z.looseObject({ event: z.literal('media'), media: z.looseObject({ payload: z.string() }) }),
  z.looseObject({ event: z.literal('dtmf'), dtmf: z.looseObject({ digit: z.string() }) }),
  z.looseObject({ event: z.literal('mark'), mark: z.looseObject({ name: z.string() }) }),
  z.looseObject({ event: z.literal('stop') }),
]);
const fromModel = z.looseObject({ type: z.string(), delta: z.string().optional() });

export interface TinyBridge {
  url: string;
  formsReceived: Record<string, string>[];
  marksReceived: string[];
  digitsReceived: string[];
  modelEvents: Record<string, unknown>[];
  close(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

const SESSION = {
  type: 'realtime',
  instructions: 'דברי עברית.',
  include: ['item.input_audio_transcription.logprobs'],
  audio: {
    input: {
      format: { type: 'audio/pcmu' },
      transcription: { model: 'gpt-4o-transcribe', language: 'he' },
      turn_detection: { type: 'server_vad', create_response: true, interrupt_response: true },
    },
    output: { format: { type: 'audio/pcmu' }, voice: 'marin' },
  },
};

/** The least a phone and a model need between them: audio both ways, clear on speech, one greeting. */
export async function startTinyBridge(modelBaseUrl: string): Promise<TinyBridge> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bridge.formsReceived.push(Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())));
      const stream = `<Stream url="${bridge.url.replace('http', 'ws')}/twilio/media"><Parameter name="token" value="one &amp; two"/></Stream>`;
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(`<?xml version="1.0" encoding="UTF-8"?><Response><Connect>${stream}</Connect></Response>`);
    });
  });
  const sockets = new WebSocketServer({ server, path: '/twilio/media' });
  sockets.on('connection', (phone) => joinModel(phone, modelBaseUrl, bridge));
  const port = await listen(server);
  const bridge: TinyBridge = {
    url: `http://127.0.0.1:${port}`,
    formsReceived: [],
    marksReceived: [],
    digitsReceived: [],
    modelEvents: [],
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bridge;
}

function joinModel(phone: WebSocket, modelBaseUrl: string, bridge: TinyBridge): void {
  const url = `${modelBaseUrl.replace('http', 'ws')}/realtime?model=gpt-realtime-2.1`;
  const model = new WebSocket(url, { headers: { authorization: 'Bearer any' } });
  let streamSid = '';
  const toPhone = (message: Record<string, unknown>) => phone.send(JSON.stringify({ ...message, streamSid }));
  const toModel = (event: Record<string, unknown>) => {
    if (model.readyState === WebSocket.OPEN) model.send(JSON.stringify(event));
  };
  phone.on('message', (bytes, isBinary) => {
    const message = fromTwilio.parse(JSON.parse(wireText(bytes, isBinary)));
    if (message.event === 'start') streamSid = message.streamSid;
    if (message.event === 'media') toModel({ type: 'input_audio_buffer.append', audio: message.media.payload });
    if (message.event === 'mark') bridge.marksReceived.push(message.mark.name);
    if (message.event === 'dtmf') bridge.digitsReceived.push(message.dtmf.digit);
  });
  phone.on('close', () => model.close());
  model.on('close', () => phone.close());
  model.on('message', (bytes, isBinary) => {
    const event = fromModel.parse(JSON.parse(wireText(bytes, isBinary)));
    bridge.modelEvents.push(event);
    if (event.type === 'session.created') toModel({ type: 'session.update', session: SESSION });
    if (event.type === 'session.updated') toModel({ type: 'response.create' });
    if (event.type === 'input_audio_buffer.speech_started') toPhone({ event: 'clear' });
    if (event.type === 'response.done') toPhone({ event: 'mark', mark: { name: 'end of answer' } });
    if (event.type !== 'response.output_audio.delta') return;
    toPhone({ event: 'media', media: { payload: event.delta } });
  });
}
