import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

type Traffic = { kind: 'open' | 'swallowed' | 'shut' } | { kind: 'cutsAtRequest' | 'cutsAtAnswer'; text: string };

/**
 * The road to a database: a TCP proxy on a loopback port that can lose everything, swallow everything, or cut every connection at a
 * chosen message: a request before the server sees it, an answer before the client does.
 */
export class Road {
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((near) => this.#join(near));
  readonly #target: { host: string; port: number };
  #traffic: Traffic = { kind: 'open' };

  constructor(databaseUrl: string) {
    const { hostname, port } = new URL(databaseUrl);
    this.#target = { host: hostname, port: Number(port) };
  }

  /** The same address, by this road. */
  async open(databaseUrl: string): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const url = new URL(databaseUrl);
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** Whatever was to be cut has been. */
  get isClear(): boolean {
    return this.#traffic.kind === 'open';
  }

  swallows(): void {
    this.#traffic = { kind: 'swallowed' };
  }

  /** Nothing comes through until it is `clear` again. */
  shuts(): void {
    this.#traffic = { kind: 'shut' };
    this.cutsNow();
  }

  isClearAgain(): void {
    this.#traffic = { kind: 'open' };
  }

  /** Once; then it is open again. */
  cutsAtRequest(text: string): void {
    this.#traffic = { kind: 'cutsAtRequest', text };
  }

  cutsAfterTheNextCommit(): void {
    this.#traffic = { kind: 'cutsAtAnswer', text: 'COMMIT\0' };
  }

  cutsNow(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cutsNow();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket): void {
    if (this.#traffic.kind === 'shut') {
      near.destroy();
      return;
    }
    const far = connect(this.#target);
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [near, far].forEach((end) => end.destroy()));
    }
    near.on('data', (bytes) => this.#pass('cutsAtRequest', bytes, { to: far, cut: near }));
    far.on('data', (bytes) => this.#pass('cutsAtAnswer', bytes, { to: near, cut: near }));
  }

  #pass(cutting: 'cutsAtRequest' | 'cutsAtAnswer', bytes: Buffer, { to, cut }: { to: Socket; cut: Socket }): void {
    const traffic = this.#traffic;
    if (traffic.kind === cutting && bytes.includes(traffic.text)) {
      this.isClearAgain();
      cut.destroy();
    } else if (traffic.kind !== 'swallowed') to.write(bytes);
  }
}
