/** Zero crossings of the filter on either side. */
const LOBES = 8;
/** A little below half the lower rate, so that nothing folds back. */
const PASS = 0.92;

/** Turns a stream of samples from one rate into another, block by block, without clicks between blocks. */
export class Resampler {
  readonly #step: number;
  readonly #width: number;
  readonly #cutoff: number;
  #kept = new Float32Array(0);
  /** Where the next sample to come out lies, in samples of `#kept`. */
  #position: number;

  constructor(fromRate: number, toRate: number) {
    this.#step = fromRate / toRate;
    this.#cutoff = PASS * Math.min(1, toRate / fromRate);
    this.#width = LOBES / this.#cutoff;
    this.#position = this.#width;
    this.#kept = new Float32Array(Math.ceil(this.#width));
  }

  push(block: Float32Array): Float32Array {
    const samples = new Float32Array(this.#kept.length + block.length);
    samples.set(this.#kept);
    samples.set(block, this.#kept.length);
    const made: number[] = [];
    while (this.#position + this.#width < samples.length) {
      made.push(this.#sampleAt(samples, this.#position));
      this.#position += this.#step;
    }
    const from = Math.max(0, Math.floor(this.#position - this.#width));
    this.#kept = samples.slice(from);
    this.#position -= from;
    return Float32Array.from(made);
  }

  #sampleAt(samples: Float32Array, position: number): number {
    const first = Math.max(0, Math.ceil(position - this.#width));
    const last = Math.min(samples.length - 1, Math.floor(position + this.#width));
    let sum = 0;
    for (let at = first; at <= last; at += 1) sum += (samples[at] ?? 0) * this.#weight(at - position);
    return sum;
  }

  /** A sinc under a Hann window. */
  #weight(distance: number): number {
    const phase = Math.PI * distance * this.#cutoff;
    const sinc = phase === 0 ? 1 : Math.sin(phase) / phase;
    return this.#cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / this.#width));
  }
}
