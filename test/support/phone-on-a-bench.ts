import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import type { Log } from '../../src/shared/log.ts';
import { MediaStream } from '../../src/transport/twilio/media-stream.ts';

interface Said {
  event: 'media' | 'mark' | 'clear';
  media?: { payload: string };
  mark?: { name: string };
}

/** A socket of Twilio's without a network: what the stream sends is kept, what the phone says arrives at once. */
class BenchSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: Said[] = [];
  closedWith: number | null = null;
  onSend: (said: Said) => void = () => undefined;

  send(message: string | Buffer): void {
    const said = JSON.parse(String(message)) as Said;
    this.onSend(said);
    this.sent.push(said);
    this.emit('sent');
  }

  terminate(): void {
    this.close(1006);
  }

  close(code: number): void {
    this.readyState = 3;
    this.closedWith = code;
    this.emit('close', code);
  }
}

/** The real media stream of a call, and the phone at its other end. */
export function phoneOnABench(callSid: string, log: Log) {
  const socket = new BenchSocket();
  const stream = new MediaStream({ socket: socket as unknown as WebSocket, streamSid: 'MZ1', callSid, log });
  const says = (message: object): void => void socket.emit('message', Buffer.from(JSON.stringify(message)), false);
  const counted = (event: Said['event']) => socket.sent.filter((said) => said.event === event);
  return {
    stream,
    sent: socket.sent,
    says,
    /** 20 ms of the caller's voice. */
    speaks: (timestamp: number, payload = Buffer.alloc(160, 0x11).toString('base64')) =>
      says({ event: 'media', media: { track: 'inbound', timestamp: String(timestamp), payload } }),
    presses: (digit: string) => says({ event: 'dtmf', dtmf: { digit } }),
    hangsUp: () => says({ event: 'stop' }),
    falls: () => socket.close(1006),
    closedWith: () => socket.closedWith,
    /** Reads nothing more: what is sent stays unread. */
    hasUnread: (bytes: number) => void (socket.bufferedAmount = bytes),
    /** Called with each message before it counts as sent; a throw is a fault of the socket. */
    onSend: (react: (said: Said) => void) => void (socket.onSend = react),
    /** The `count`-th message of this kind, now or as soon as it is sent. */
    async gets(event: Said['event'], count = 1): Promise<Said> {
      for (;;) {
        const said = counted(event).at(count - 1);
        if (said) return said;
        await new Promise((resolve) => socket.once('sent', resolve));
      }
    },
    /** The whole answer was played: the last mark comes back. */
    async playsToTheEnd(count = 1): Promise<void> {
      for (;;) {
        const ends = counted('mark').filter(({ mark }) => mark?.name.endsWith(':end'));
        const end = ends.at(count - 1)?.mark;
        if (end) return says({ event: 'mark', mark: end });
        await new Promise((resolve) => socket.once('sent', resolve));
      }
    },
  };
}
