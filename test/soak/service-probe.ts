import { createWriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { freePort } from '../../src/practice/free-port.ts';

const sample = z.object({
  heap: z.number(),
  outside: z.number(),
  /** Of the heap: compiled code and what belongs to it, which grows as seldom used paths get hot. */
  code: z.number(),
  resident: z.number(),
  sockets: z.number(),
  /** Of a pool, which opens them as they are needed and keeps them. */
  databaseSockets: z.number(),
  timers: z.number(),
  others: z.number(),
});

/** What a service process holds right after a full collection: bytes, and what is open. */
export type ServiceSample = z.infer<typeof sample>;

const measure = (databasePort: number): string => `(() => {
  const { heapUsed, external, rss } = process.memoryUsage();
  const compiled = process.getBuiltinModule('v8').getHeapCodeStatistics();
  const code = compiled.code_and_metadata_size + compiled.bytecode_and_metadata_size;
  const open = process.getActiveResourcesInfo();
  const count = (kinds) => open.filter((kind) => kinds.includes(kind)).length;
  const databaseSockets = process._getActiveHandles().filter(({ remotePort }) => remotePort === ${databasePort}).length;
  const sockets = count(['TCPSocketWrap', 'TCPServerWrap']) - databaseSockets;
  const timers = count(['Timeout', 'Immediate']);
  const others = open.length - sockets - databaseSockets - timers;
  return { heap: heapUsed, outside: external, code, resident: rss, sockets, databaseSockets, timers, others };
})()`;

const targets = z.array(z.object({ webSocketDebuggerUrl: z.string() }));
const answer = z.object({ id: z.number(), result: z.unknown() });
const chunk = z.object({
  method: z.literal('HeapProfiler.addHeapSnapshotChunk'),
  params: z.object({ chunk: z.string() }),
});
const evaluated = z.object({ result: z.object({ value: sample }) });

/** Looks into a service process through Node's inspector: nothing in the service is made for it. */
export class ServiceProbe {
  readonly #socket: WebSocket;
  readonly #measure: string;
  readonly #asked = new Map<number, (result: unknown) => void>();
  #takes: (chunk: string) => void = () => undefined;
  #number = 0;

  private constructor(socket: WebSocket, databasePort: number) {
    this.#socket = socket;
    this.#measure = measure(databasePort);
    socket.on('message', (bytes: Buffer) => {
      const message: unknown = JSON.parse(bytes.toString());
      const piece = chunk.safeParse(message);
      if (piece.success) this.#takes(piece.data.params.chunk);
      const { success, data } = answer.safeParse(message);
      if (success) this.#asked.get(data.id)?.(data.result);
    });
  }

  /** The port, and the flag that opens it. */
  static async flag(): Promise<{ port: number; flags: string[] }> {
    const port = await freePort();
    return { port, flags: [`--inspect=127.0.0.1:${port}`, '--inspect-publish-uid=http'] };
  }

  static async open({ port, databasePort }: { port: number; databasePort: number }): Promise<ServiceProbe> {
    const [target] = targets.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json());
    const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new ServiceProbe(socket, databasePort);
  }

  /** Node keeps the source map of every file in which an error was ever thrown: bounded, but it looks like a leak for hours. */
  async leavesSourceMaps(): Promise<void> {
    await this.#ask('Runtime.evaluate', { expression: 'process.setSourceMapsEnabled(false)' });
  }

  /** After two full collections: the first lets finalizers run, the second takes what they let go. */
  async sample(): Promise<ServiceSample> {
    await this.#ask('HeapProfiler.collectGarbage');
    await wait(20);
    await this.#ask('HeapProfiler.collectGarbage');
    const result = await this.#ask('Runtime.evaluate', { expression: this.#measure, returnByValue: true });
    return evaluated.parse(result).result.value;
  }

  /** What DevTools opens: everything that is alive, by what keeps it. The service stands still for a second or two. */
  async keepSnapshot(file: string): Promise<void> {
    const written = createWriteStream(file);
    this.#takes = (piece) => void written.write(piece);
    await this.#ask('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    this.#takes = () => undefined;
    await new Promise<void>((resolve) => written.end(resolve));
  }

  close(): void {
    this.#socket.close();
  }

  #ask(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    this.#number += 1;
    const id = this.#number;
    return new Promise((resolve) => {
      this.#asked.set(id, (result) => {
        this.#asked.delete(id);
        resolve(result);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
