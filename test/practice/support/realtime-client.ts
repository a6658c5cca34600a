import { WebSocket } from 'ws';
import { z } from 'zod';
import { wireText } from '../../../src/practice/wire-text.ts';

const serverEvent = z.looseObject({ type: z.string() });
export type ReceivedEvent = z.infer<typeof serverEvent>;

/** A bare client of the Realtime wire: sends what it is told, and waits for events by type. */
export class RealtimeClient {
  readonly events: ReceivedEvent[] = [];
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #taken = 0;

  constructor(baseUrl: string, headers: Record<string, string> = { authorization: 'Bearer key' }) {
    this.#socket = new WebSocket(`${baseUrl.replace('http', 'ws')}/realtime?model=gpt-realtime-2.1`, { headers });
    this.#socket.on('message', (bytes, isBinary) => {
      this.events.push(serverEvent.parse(JSON.parse(wireText(bytes, isBinary))));
      for (const look of this.#waiting) look();
    });
    this.closed = new Promise((resolve) => this.#socket.on('close', resolve));
    this.#socket.on('error', () => this.#socket.terminate());
  }

  send(event: Record<string, unknown>): void {
    this.#socket.send(JSON.stringify(event));
  }

  /** The next event of a type that was not taken yet. */
  next(type: string): Promise<ReceivedEvent> {
    return new Promise((resolve) => {
      const look = () => {
        const at = this.events.findIndex((event, index) => index >= this.#taken && event.type === type);
        const event = this.events[at];
        if (event === undefined) return;
        this.#taken = at + 1;
        this.#waiting.delete(look);
        resolve(event);
      };
      this.#waiting.add(look);
      look();
    });
  }

  typesSoFar(): string[] {
    return this.events.map((event) => event.type);
  }

  close(): void {
    this.#socket.close();
  }
}
