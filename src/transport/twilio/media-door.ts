import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import type { Log } from '../../shared/log.ts';
import { MediaStream } from './media-stream.ts';
import { readMessage } from './messages.ts';
import { ReadingBeat } from './reading-beat.ts';
import type { StreamTokens } from './stream-token.ts';

export interface MediaDoor {
  /** Closes all sockets and lets nobody in any more. */
  close(): void;
}

export interface MediaDoorOptions {
  server: Server;
  /** Whether the upgrade carries a valid Twilio signature. */
  isSigned: (signature: string | undefined) => boolean;
  /** Others than Twilio who may open it, and the calls they may take part in. */
  guests?: { isGuest: (request: IncomingMessage) => Promise<boolean>; mayJoin: (callSid: string) => boolean };
  tokens: StreamTokens;
  /** Takes the stream, or refuses it (a second one of a live call, say). `number` is the one its token was issued for. */
  admit: (stream: MediaStream, number: number) => Promise<'admitted' | 'refused'>;
  log: Log;
  /** How long an open socket may take to say `start`. */
  startWithinMs?: number;
}

const PATH = '/twilio/media';
const LIMITS = { maxPayload: 64 * 1024, maxFragments: 16 };
/** Bytes that are no UTF-8 are read as replacement characters; looking for them in every frame would protect nobody. */
const CHEAP = { perMessageDeflate: false, skipUTF8Validation: true };
const START_WITHIN_MS = 5_000;
const WATCH_EVERY_MS = 250;
const POLICY_VIOLATION = 1008;
const INTERNAL_ERROR = 1011;

/** The websocket Twilio's `<Stream>` opens: signature at the upgrade, token at `start`, limits on everything (contract §3). */
export function openMediaDoor(options: MediaDoorOptions): MediaDoor {
  const sockets = new WebSocketServer({ noServer: true, ...LIMITS, ...CHEAP });
  const streams = new Set<MediaStream>();
  const beat = new ReadingBeat();
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const turnAway = (status: string, why: string): void => {
      options.log.warn('stream_refused', { why });
      refuse(socket, status);
    };
    if (request.url !== PATH) return turnAway('404 Not Found', 'no such path');
    const open = (mayJoin: (callSid: string) => boolean) =>
      sockets.handleUpgrade(request, socket, head, (opened) =>
        greet(opened, { ...options, mayJoin, onBeat: () => beat.join(socket) }, streams),
      );
    if (options.isSigned(header(request, 'x-twilio-signature'))) return open(() => true);
    const { guests } = options;
    if (guests === undefined) return turnAway('403 Forbidden', 'not signed');
    socket.on('error', () => socket.destroy());
    guests.isGuest(request).then(
      (isGuest) => (isGuest ? open(guests.mayJoin) : turnAway('403 Forbidden', 'not signed')),
      () => turnAway('503 Service Unavailable', 'guests unknown'),
    );
  };
  options.server.on('upgrade', upgrade);
  const watch = setInterval(() => {
    const now = performance.now();
    for (const stream of streams) stream.padWhileMute(now);
  }, WATCH_EVERY_MS);
  watch.unref();
  return {
    close() {
      clearInterval(watch);
      beat.stop();
      options.server.off('upgrade', upgrade);
      for (const socket of sockets.clients) socket.close(1001);
    },
  };
}

type Greeting = MediaDoorOptions & { mayJoin: (callSid: string) => boolean; onBeat: () => void };

/** Waits for `start`; whatever else comes first, or nothing in time, closes the socket. */
function greet(socket: WebSocket, options: Greeting, streams: Set<MediaStream>): void {
  const { log } = options;
  const close = (why: string): void => {
    log.warn('stream_refused', { why });
    socket.off('message', first);
    socket.close(POLICY_VIOLATION, why);
  };
  const late = setTimeout(() => close('no start'), options.startWithinMs ?? START_WITHIN_MS);
  socket.on('error', (error) => log.warn('stream_socket_error', { message: error.message }));
  socket.once('close', () => clearTimeout(late));
  const first = (message: RawData, isBinary: boolean): void => {
    const read = !isBinary && Buffer.isBuffer(message) ? readMessage(message.toString('utf8')) : null;
    if (read?.event === 'connected') return;
    socket.off('message', first);
    clearTimeout(late);
    if (read?.event !== 'start') return close('expected start');
    const { callSid, customParameters } = read.start;
    const number = options.mayJoin(callSid) ? options.tokens.read(customParameters['token'], callSid) : null;
    if (number === null) return close('bad token');
    const stream = new MediaStream({ socket, streamSid: read.streamSid, callSid, log: log.child({ callSid }) });
    streams.add(stream);
    options.onBeat();
    socket.once('close', () => streams.delete(stream));
    void admitted(stream, { number, options }).then((answer) => {
      if (answer === 'refused') close('not expected');
      if (answer === 'fault') socket.close(INTERNAL_ERROR, 'fault');
    });
  };
  socket.on('message', first);
}

/** A fault of one call must not reach the socket's own code, where it would end them all. */
async function admitted(
  stream: MediaStream,
  { number, options: { admit, log } }: { number: number; options: MediaDoorOptions },
): Promise<'admitted' | 'refused' | 'fault'> {
  try {
    return await admit(stream, number);
  } catch (error) {
    log.error('fault', { callSid: stream.callSid, error });
    return 'fault';
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
