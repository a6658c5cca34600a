import type { WebSocket } from 'ws';
import { z } from 'zod';
import { wireText } from '../../practice/wire-text.ts';
import { CallerEar } from './caller-ear.ts';
import type { SpeakingClock } from './speaker.ts';
import { Speaker } from './speaker.ts';
import type { UpstreamTally } from './upstream-tally.ts';

const phoneMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('start'), streamSid: z.string() }),
  z.object({ event: z.literal('media'), media: z.object({ payload: z.string() }) }),
]);

const TEXT = { binary: false };

/** The model behind the bare relay: hears and answers as the other does, in the phone's own wire format. */
export class RelayedSession {
  readonly #socket: WebSocket;
  readonly #ear: CallerEar;
  readonly #speaker: Speaker;
  #streamSid = '';

  constructor(socket: WebSocket, { tally, clock }: { tally: UpstreamTally; clock: SpeakingClock }) {
    this.#socket = socket;
    this.#ear = new CallerEar(tally, { started: () => this.#speechStarted(), stopped: () => this.#speaker.begin() });
    this.#speaker = new Speaker(
      {
        call: () => this.#ear.call ?? 0,
        delta: (_, { payload }) => this.#send(`"event":"media","media":{"payload":"${payload}"}`),
        completed: (answer) => this.#send(`"event":"mark","mark":{"name":"${answer.number}"}`),
      },
      clock,
    );
    socket.on('message', (raw, isBinary) => this.#receive(wireText(raw, isBinary)));
    socket.on('close', () => this.#speaker.cut());
    socket.on('error', () => socket.terminate());
  }

  #receive(text: string): void {
    const read = phoneMessage.safeParse(JSON.parse(text));
    if (!read.success) return;
    if (read.data.event === 'media') return this.#ear.hear(Buffer.from(read.data.media.payload, 'base64'));
    this.#streamSid = read.data.streamSid;
  }

  #speechStarted(): void {
    this.#send('"event":"clear"');
    this.#speaker.cut();
  }

  #send(fields: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(Buffer.from(`{${fields},"streamSid":"${this.#streamSid}"}`, 'latin1'), TEXT);
  }
}
