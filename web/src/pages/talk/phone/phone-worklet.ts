/* Runs in the audio thread. `toran-ear` gives what the microphone hears; `toran-mouth` plays what it is given. */

interface Processor {
  readonly port: MessagePort;
}
declare const AudioWorkletProcessor: { new (): Processor };
declare function registerProcessor(name: string, processor: new () => Processor): void;

const BLOCK = 1024;

class Ear extends AudioWorkletProcessor {
  #block = new Float32Array(BLOCK);
  #filled = 0;

  process([input]: Float32Array[][]): boolean {
    const heard = input?.[0];
    if (heard === undefined) return true;
    for (const sample of heard) {
      this.#block[this.#filled] = sample;
      this.#filled += 1;
      if (this.#filled < BLOCK) continue;
      this.port.postMessage(this.#block, [this.#block.buffer]);
      this.#block = new Float32Array(BLOCK);
      this.#filled = 0;
    }
    return true;
  }
}

type Waiting = { kind: 'audio'; samples: Float32Array; played: number } | { kind: 'mark'; name: string };
type Order = { kind: 'audio'; samples: Float32Array } | { kind: 'mark'; name: string } | { kind: 'clear' };

class Mouth extends AudioWorkletProcessor {
  #queue: Waiting[] = [];

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<Order>) => this.#take(data);
  }

  process(_inputs: Float32Array[][], [output]: Float32Array[][]): boolean {
    const playing = output?.[0];
    if (playing === undefined) return true;
    for (let at = 0; at < playing.length; at += 1) playing[at] = this.#nextSample();
    this.#passMarks();
    return true;
  }

  #take(order: Order): void {
    if (order.kind === 'audio') this.#queue.push({ ...order, played: 0 });
    if (order.kind === 'mark') this.#queue.push(order);
    if (order.kind === 'clear') this.#clear();
  }

  /** Not one sample more; marks that waited for dropped audio are told at once, as Twilio does. */
  #clear(): void {
    const marks = this.#queue.flatMap((waiting) => (waiting.kind === 'mark' ? [waiting.name] : []));
    this.#queue = [];
    for (const name of marks) this.port.postMessage(name);
  }

  #nextSample(): number {
    this.#passMarks();
    const first = this.#queue[0];
    if (first?.kind !== 'audio') return 0;
    const sample = first.samples[first.played] ?? 0;
    first.played += 1;
    return sample;
  }

  #passMarks(): void {
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      if (first.kind === 'audio' && first.played < first.samples.length) return;
      if (first.kind === 'mark') this.port.postMessage(first.name);
      this.#queue.shift();
    }
  }
}

registerProcessor('toran-ear', Ear);
registerProcessor('toran-mouth', Mouth);
