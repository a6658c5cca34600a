import { naturalMs } from '../audio/spoken-words.ts';
import { nextUtteranceNumber } from '../phone/caller-voice.ts';
import type { LoopbackPhone } from '../phone/loopback-phone.ts';
import type { CallStep } from '../script/call-script.ts';
import type { CallRecord } from './call-record.ts';

const POLL_MS = 10;
const QUIET_MS = { bothEnds: 180, phoneOnly: 900 };
const WAIT_MS = 9000;
const BREATH_MS = 250;
const SHORTEST_TURN_MS = 560;

/** What a caller does with a phone. */
export type CallerPhone = Pick<LoopbackPhone, 'stream' | 'say' | 'makeNoise' | 'press' | 'hangUp' | 'isHearing'>;

export interface Stage {
  phone: CallerPhone;
  record: CallRecord;
  sight: 'bothEnds' | 'phoneOnly';
  /** Called before an utterance is spoken. */
  announce(number: number, step: CallStep): void;
}

export type StepOutcome = { kind: 'done' } | { kind: 'failed'; why: string };

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function waitUntil(isSo: () => boolean, limitMs = WAIT_MS): Promise<'so' | 'timeout'> {
  const deadline = performance.now() + limitMs;
  while (!isSo()) {
    if (performance.now() > deadline) return 'timeout';
    await pause(POLL_MS);
  }
  return 'so';
}

/** Plays the steps of a script, one after another, each when its moment has come. */
export class StepPlayer {
  readonly #stage: Stage;
  #doneAtMs = 0;
  #messagesSeen = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async play(step: CallStep): Promise<StepOutcome> {
    const missed = (await this.#moment(step)) ?? (await this.#delay(step));
    if (missed !== null) return { kind: 'failed', why: missed };
    const wrong = await this.#act(step);
    this.#doneAtMs = performance.now();
    return wrong === null ? { kind: 'done' } : { kind: 'failed', why: wrong };
  }

  /** Waits until nothing is played and nothing is being made. */
  async hearOut(limitMs = 12_000): Promise<'so' | 'timeout'> {
    let quietSince: number | null = null;
    return waitUntil(() => {
      const nowMs = performance.now();
      const isBusy = this.#stage.phone.isHearing(nowMs) || this.#stage.record.generating !== null;
      quietSince = isBusy ? null : (quietSince ?? nowMs);
      return quietSince !== null && nowMs - quietSince >= QUIET_MS[this.#stage.sight];
    }, limitMs);
  }

  async #moment({ after, overMs }: CallStep): Promise<string | null> {
    if (overMs !== undefined) return this.#overSpeech(overMs);
    if (after === undefined) return null;
    if (after === 'quiet') return this.#inTime(await this.hearOut(), 'quiet');
    if (after === 'greeting') return this.#afterWords(0, 'the greeting');
    if (after === 'answer' || this.#stage.sight === 'phoneOnly') return this.#afterWords(this.#doneAtMs, 'an answer');
    return this.#afterMessage(after);
  }

  async #delay({ atMs, pauseMs, after }: CallStep): Promise<string | null> {
    if (atMs !== undefined) {
      const startedAtMs = this.#stage.record.startedAtMs ?? performance.now();
      await pause(Math.max(0, startedAtMs + atMs - performance.now()));
    }
    await pause(pauseMs ?? (after === undefined ? 0 : BREATH_MS));
    return null;
  }

  #inTime(outcome: 'so' | 'timeout', what: string): string | null {
    return outcome === 'so' ? null : `waited in vain for ${what}`;
  }

  async #afterWords(sinceMs: number, what: string): Promise<string | null> {
    const isHeard = () => this.#stage.record.phoneNews('word.heard').some((news) => news.word.startedMs > sinceMs);
    const missed = this.#inTime(await waitUntil(isHeard), what);
    return missed ?? this.#inTime(await this.hearOut(), `the end of ${what}`);
  }

  async #afterMessage(name: string): Promise<string | null> {
    const find = () => {
      const messages = this.#stage.record.modelNews('server.message');
      return messages.findIndex(
        (news, index) => index >= this.#messagesSeen && news.text.startsWith(`[SERVER] ${name}`),
      );
    };
    const missed = this.#inTime(await waitUntil(() => find() >= 0), `[SERVER] ${name}`);
    if (missed !== null) return missed;
    const index = find();
    this.#messagesSeen = index + 1;
    const sentAtMs = this.#stage.record.modelNews('server.message')[index]?.atMs ?? 0;
    return this.#afterWords(sentAtMs, `the answer to [SERVER] ${name}`);
  }

  async #overSpeech(overMs: number): Promise<string | null> {
    const { phone } = this.#stage;
    const isInto = () => {
      const nowMs = performance.now();
      const speech = phone.stream?.heard.speechAt(nowMs) ?? null;
      return speech !== null && (phone.stream?.heard.heardMs(nowMs, speech) ?? 0) >= overMs;
    };
    return this.#inTime(await waitUntil(isInto), `${overMs} ms of running speech`);
  }

  async #act(step: CallStep): Promise<string | null> {
    const { phone } = this.#stage;
    if (step.say !== undefined) await this.#say(step.say, step);
    if (step.noiseMs !== undefined) await this.#makeNoise(step.noiseMs, step);
    if (step.press !== undefined) await phone.press(step.press);
    if (step.silentMs !== undefined) await pause(step.silentMs);
    if (step.hangUp !== undefined) phone.hangUp();
    return step.noAnswerMs === undefined ? null : this.#noAnswer(step.noAnswerMs);
  }

  async #say(text: string, step: CallStep): Promise<void> {
    const number = nextUtteranceNumber();
    this.#stage.announce(number, step);
    const voiceMs = step.voiceMs ?? Math.max(SHORTEST_TURN_MS, naturalMs(text));
    await this.#unlessOver(this.#stage.phone.say(text, { number, voiceMs }));
  }

  async #makeNoise(noiseMs: number, step: CallStep): Promise<void> {
    const number = nextUtteranceNumber();
    this.#stage.announce(number, step);
    await this.#unlessOver(this.#stage.phone.makeNoise(noiseMs, number));
  }

  /** A call that ends in the middle of a word never finishes the word. */
  async #unlessOver(spoken: Promise<void>): Promise<void> {
    const over = waitUntil(() => this.#stage.record.phoneNews('call.ended').length > 0, 60_000);
    await Promise.race([spoken, over]);
  }

  async #noAnswer(forMs: number): Promise<string | null> {
    const before = this.#stage.record.modelNews('response.created').length;
    await pause(forMs);
    const created = this.#stage.record.modelNews('response.created').slice(before);
    return created.length === 0
      ? null
      : `no answer was expected; the AI said «${created.map((news) => news.text).join(' | ')}»`;
  }
}
