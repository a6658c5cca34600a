import { EventEmitter } from 'node:events';

/** What a media stream sends to the phone. */
export interface SentToPhone {
  event: 'media' | 'mark' | 'clear';
  media?: { payload: string };
  mark?: { name: string };
}

/** A socket of Twilio's without a network: what the stream sends is taken at once, what the phone says arrives at once. */
export class PhoneSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  closedWith: number | null = null;
  readonly #take: (sent: SentToPhone) => void;

  constructor(take: (sent: SentToPhone) => void) {
    super();
    this.#take = take;
  }

  send(message: string | Buffer): void {
    if (this.readyState === 1) this.#take(JSON.parse(String(message)) as SentToPhone);
  }

  says(message: object): void {
    if (this.readyState === 1) this.emit('message', Buffer.from(JSON.stringify(message)), false);
  }

  close(code: number): void {
    if (this.readyState !== 1) return;
    this.readyState = 3;
    this.closedWith = code;
    this.emit('close', code);
  }

  terminate(): void {
    this.close(1006);
  }
}
