import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { StatementsOnAWire } from './statements-on-a-wire.ts';

/** What stops at the tap: the statement itself, for good or for a second; or the answer to the commit after it. */
export interface Trap {
  statement: string;
  stops: 'statement' | 'forAWhile' | 'answerToCommit';
}

type Stage = 'open' | 'sawStatement' | 'deaf' | 'shut' | 'waiting';

const A_WHILE_MS = 1_000;

/**
 * The wire between the nodes and Postgres, with a trap: where it snaps, the node waits for an answer that never comes, and can be
 * killed exactly there.
 */
export class DatabaseTap {
  readonly #server: Server;
  readonly #target: URL;
  readonly #wires = new Set<Socket>();
  #trap: (Trap & { snapped: () => void }) | null = null;
  port = 0;

  constructor(databaseUrl: string) {
    this.#target = new URL(databaseUrl);
    this.#server = createServer((socket) => this.#pass(socket));
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the tap has no port');
    this.port = address.port;
  }

  get databaseUrl(): string {
    const url = new URL(this.#target);
    url.port = String(this.port);
    url.hostname = '127.0.0.1';
    return url.href;
  }

  /** Resolves when the trap has snapped. */
  set(trap: Trap): Promise<void> {
    return new Promise((snapped) => {
      this.#trap = { ...trap, snapped };
    });
  }

  disarm(): void {
    this.#trap = null;
  }

  /** All connections fall at once, as when the database fails over; new ones are let through. */
  cut(): void {
    for (const client of this.#wires) client.destroy();
  }

  close(): void {
    this.#server.close();
  }

  #pass(client: Socket): void {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    this.#wires.add(client);
    client.once('close', () => this.#wires.delete(client));
    const wire: { stage: Stage } = { stage: 'open' };
    const statements = new StatementsOnAWire();
    client.on('data', (bytes) => {
      wire.stage = statements.after(bytes).reduce<Stage>((stage, text) => this.#stageAfter(stage, text), wire.stage);
      if (wire.stage === 'waiting') return this.#later(() => server.write(bytes), wire);
      if (wire.stage !== 'shut') server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (wire.stage !== 'deaf') client.write(bytes);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }

  /** Keeps its order: what comes meanwhile waits as long. */
  #later(passOn: () => void, wire: { stage: Stage }): void {
    setTimeout(() => {
      wire.stage = 'open';
      passOn();
    }, A_WHILE_MS);
  }

  #stageAfter(stage: Stage, text: string): Stage {
    const trap = this.#trap;
    if (stage === 'deaf' || stage === 'shut' || !trap) return stage;
    if (stage === 'sawStatement') return text.includes('COMMIT') ? this.#snap('deaf') : stage;
    if (!text.includes(trap.statement)) return stage;
    if (trap.stops === 'answerToCommit') return 'sawStatement';
    return this.#snap(trap.stops === 'statement' ? 'shut' : 'waiting');
  }

  #snap(stage: Stage): Stage {
    this.#trap?.snapped();
    this.#trap = null;
    return stage;
  }
}
