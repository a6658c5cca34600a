import type { WebSocket } from 'ws';
import type { Log } from '../../src/shared/log.ts';
import { MediaStream } from '../../src/transport/twilio/media-stream.ts';
import { PhoneSocket } from './phone-socket.ts';
import type { SentToPhone } from './phone-socket.ts';

/** The real media stream of a call, and the phone at its other end. */
export function phoneOnABench(callSid: string, log: Log) {
  const sent: SentToPhone[] = [];
  let reactTo: (one: SentToPhone) => void = () => undefined;
  const socket = new PhoneSocket((one) => {
    reactTo(one);
    sent.push(one);
    socket.emit('sent');
  });
  const stream = new MediaStream({ socket: socket as unknown as WebSocket, streamSid: 'MZ1', callSid, log });
  const says = (message: object): void => socket.says(message);
  const counted = (event: SentToPhone['event']) => sent.filter((one) => one.event === event);
  return {
    stream,
    sent,
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
    onSend: (react: (one: SentToPhone) => void) => void (reactTo = react),
    /** The `count`-th message of this kind, now or as soon as it is sent. */
    async gets(event: SentToPhone['event'], count = 1): Promise<SentToPhone> {
      for (;;) {
        const one = counted(event).at(count - 1);
        if (one) return one;
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
