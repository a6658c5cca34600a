import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

export interface Backend {
  name: string;
  port: number;
}

/**
 * One public address in front of several nodes: plain TCP, as any balancer. Each connection goes to the first node of the order that
 * answers; the order may depend on what is asked for.
 */
export class PublicAddress {
  readonly #server: Server;
  #backends: readonly Backend[] = [];
  #orderFor: (path: string, backends: readonly Backend[]) => readonly Backend[] = (_, backends) => backends;
  /** The node that got the latest connection of this path. */
  readonly served = new Map<string, string>();
  port = 0;

  constructor() {
    this.#server = createServer({ pauseOnConnect: false }, (socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (head) => void this.#pass(socket, Buffer.from(head)));
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the address has no port');
    this.port = address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  use(backends: readonly Backend[], orderFor = this.#orderFor): void {
    this.#backends = backends;
    this.#orderFor = orderFor;
  }

  close(): void {
    this.#server.close();
  }

  async #pass(socket: Socket, head: Buffer): Promise<void> {
    socket.pause();
    const path = /^\w+ (\S+?)(?:\?\S*)? HTTP/.exec(head.toString('latin1'))?.[1] ?? '';
    for (const backend of this.#orderFor(path, this.#backends)) {
      const upstream = await reach(backend.port);
      if (!upstream) continue;
      this.served.set(path, backend.name);
      return join(socket, upstream, head);
    }
    socket.destroy();
  }
}

function reach(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/** Both ways until one side is gone; then the other is gone too, as roughly. */
function join(one: Socket, other: Socket, head: Buffer): void {
  other.write(head);
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('data', (bytes) => to.write(bytes));
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
  one.resume();
}
