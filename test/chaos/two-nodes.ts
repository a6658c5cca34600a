import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPracticeModel } from '../../src/practice/model/practice-model.ts';
import type { PracticeModel } from '../../src/practice/model/practice-model.ts';
import { createFreePracticeBrain } from '../../src/practice/brain/free-practice-brain.ts';
import { DatabaseTap } from '../support/database-tap.ts';
import { PublicAddress } from './public-address.ts';
import { ServiceNode } from '../support/service-node.ts';

/** Two real service processes on one real database behind one address; the voice model is outside of both. */
export class TwoNodes {
  readonly address = new PublicAddress();
  readonly adminToken = randomBytes(16).toString('hex');
  readonly twilioAuthToken = randomBytes(16).toString('hex');
  readonly tap: DatabaseTap;
  readonly database: pg.Pool;
  readonly #env: Record<string, string>;
  readonly #databaseName: string;
  readonly #serverUrl: string;
  #model: PracticeModel | null = null;
  #nodes: ServiceNode[] = [];
  #spare: Promise<ServiceNode> | null = null;
  #started = 0;

  constructor(serverUrl: string, env: Record<string, string> = {}) {
    this.#serverUrl = serverUrl;
    this.#env = env;
    this.#databaseName = `toran_chaos_${randomBytes(6).toString('hex')}`;
    const url = new URL(serverUrl);
    url.pathname = `/${this.#databaseName}`;
    this.tap = new DatabaseTap(url.href);
    this.database = new pg.Pool({ connectionString: url.href, max: 2 });
    this.database.on('error', () => undefined);
  }

  get model(): PracticeModel {
    if (!this.#model) throw new Error('not open yet');
    return this.#model;
  }

  get nodes(): readonly ServiceNode[] {
    return this.#nodes;
  }

  async open(): Promise<void> {
    await this.#onServer(`CREATE DATABASE ${this.#databaseName}`);
    await Promise.all([this.address.open(), this.tap.open()]);
    this.#model = await startPracticeModel({ brain: createFreePracticeBrain() });
    await this.replace();
  }

  /** The node that has the latest media stream. */
  onTheLine(): ServiceNode | undefined {
    return this.#nodes.find(({ name }) => name === this.address.served.get('/twilio/media'));
  }

  async kill(node: ServiceNode): Promise<void> {
    await node.kill();
    this.#nodes = this.#nodes.filter((one) => one !== node);
    this.#serve();
  }

  /** Tells a node to stop; the balancer sees that it drains and sends nothing more there. */
  drain(node: ServiceNode): void {
    node.signal('SIGTERM');
    this.#nodes = this.#nodes.filter((one) => one !== node);
    this.#serve();
  }

  /** A new node for each that was lost. */
  async replace(): Promise<void> {
    while (this.#nodes.length < 2) this.#nodes.push(await this.#takeSpare());
    this.#serve();
  }

  /** Begins to start the next replacement, so that it is there when it is needed. */
  startSpare(): void {
    this.#spare ??= this.#startNode();
    this.#spare.catch(() => undefined);
  }

  async #takeSpare(): Promise<ServiceNode> {
    const spare = this.#spare ?? this.#startNode();
    this.#spare = null;
    return spare;
  }

  async close(): Promise<void> {
    const spare = await this.#spare?.catch(() => null);
    await Promise.all([...this.#nodes, ...(spare ? [spare] : [])].map((node) => node.kill()));
    this.address.close();
    this.tap.close();
    await this.#model?.close();
    await this.database.end();
    await this.#onServer(`DROP DATABASE IF EXISTS ${this.#databaseName} WITH (FORCE)`);
  }

  /** Webhooks go to one node and media to another, as they come. */
  #serve(): void {
    const backends = this.#nodes.map(({ name, port }) => ({ name, port }));
    this.address.use(backends, (path, all) => (path === '/twilio/media' ? [...all].reverse() : all));
  }

  #startNode(): Promise<ServiceNode> {
    this.#started += 1;
    const { adminToken, twilioAuthToken } = this;
    return ServiceNode.start({
      name: `node-${this.#started}`,
      publicUrl: this.address.url,
      databaseUrl: this.tap.databaseUrl,
      modelBaseUrl: this.model.baseUrl,
      adminToken,
      twilioAuthToken,
      env: this.#env,
    });
  }

  async #onServer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#serverUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
