import { LoopbackPhone } from '../../src/practice/phone/loopback-phone.ts';
import type { TimedPhoneNews } from '../../src/practice/phone/phone-news.ts';
import { nextUtteranceNumber } from '../../src/practice/phone/caller-voice.ts';
import { readScriptText } from '../../src/practice/script/read-script.ts';
import type { CallStep } from '../../src/practice/script/call-script.ts';
import { createScriptBrain } from '../../src/practice/script/script-brain.ts';
import type { TimedModelNews } from '../../src/practice/model/model-news.ts';

const EMPTY_SCRIPT = 'title: chaos\nsteps: [{ say: שלום }]\n';
const QUIET_MS = 700;
const ASK_AGAIN_MS = 6_000;
/** The longest sentence, and a phone that comes back in the middle of it. */
const SPOKEN_WITHIN_MS = 20_000;
const GREETING_MS = 15_000;
/** After a server message the model has this long to begin to speak. */
const VOICE_MS = 4_000;

export interface Wanted {
  date: string;
  time: string;
}

/** Hears the AI out, or speaks into its sentence. */
export type Manner = 'hearsOut' | 'cutsIn';

interface CallerOptions {
  serviceUrl: string;
  authToken: string;
  from: string;
  to: string;
  wanted: Wanted;
  /** Asked before each turn. */
  manner?: () => Manner;
}

/**
 * A caller who wants one appointment and a reminder, and says whatever the situation calls for, so that the call gets to its end
 * wherever it was interrupted.
 */
export class AdaptiveCaller {
  readonly brain = createScriptBrain(readScriptText(EMPTY_SCRIPT, 'chaos'));
  readonly phone: LoopbackPhone;
  readonly phoneNews: TimedPhoneNews[] = [];
  readonly modelNews: TimedModelNews[] = [];
  readonly #wanted: Wanted;
  readonly #manner: () => Manner;
  readonly #watchers = new Set<() => void>();
  #call: 'on' | 'over' = 'on';
  #answered = 0;
  #lastSound = performance.now();

  constructor(options: CallerOptions) {
    this.#wanted = options.wanted;
    this.#manner = options.manner ?? (() => 'hearsOut');
    this.phone = new LoopbackPhone({ ...options, observe: (news) => this.#sees(news) });
  }

  /** To be given to the practice model as its observer. */
  observe = (news: TimedModelNews): void => {
    this.modelNews.push(news);
    this.#wake();
  };

  /** Resolves as soon as it is so. */
  async until(isSo: () => boolean, withinMs = 60_000): Promise<boolean> {
    const end = performance.now() + withinMs;
    while (!isSo()) {
      if (performance.now() > end) return false;
      await this.#somethingHappens();
    }
    return true;
  }

  serverMessages(): string[] {
    return this.modelNews.flatMap((news) => (news.kind === 'server.message' ? [news.text] : []));
  }

  hasBeenTold(name: string): boolean {
    return this.serverMessages().some((text) => text.startsWith(`[SERVER] ${name}`));
  }

  /** Plays the call to its end: the appointment told and the reminder settled, or time is up. */
  async play(withinMs: number): Promise<void> {
    const dialing = this.phone.dial();
    const end = performance.now() + withinMs;
    await this.until(() => this.phoneNews.some(({ kind }) => kind === 'word.heard'), GREETING_MS);
    while (performance.now() < end && !this.#isDone() && !this.#isOver()) await this.#oneTurn(end);
    await this.#quietLine(3_000);
    this.phone.hangUp();
    await Promise.race([dialing, new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
  }

  async #oneTurn(end: number): Promise<void> {
    const isCut = this.#manner() === 'cutsIn' && (await this.until(() => this.phone.isHearing(), VOICE_MS));
    if (!isCut && !(await this.#quietLine(end - performance.now()))) return;
    const messages = this.serverMessages();
    const latest = messages.at(-1) ?? '';
    const isNew = messages.length > this.#answered || this.#answered === 0;
    const waitedMs = performance.now() - this.#lastSound;
    if (!isNew && waitedMs < ASK_AGAIN_MS) return void (await new Promise((resolve) => setTimeout(resolve, 100)));
    this.#answered = Math.max(messages.length, 1);
    await this.#say(this.#replyTo(latest));
  }

  #replyTo(message: string): CallStep {
    const { date, time } = this.#wanted;
    if (/slot_available/.test(message)) return { say: 'כן, תקבעי בבקשה', means: { action: 'confirm' } };
    if (/appointment_created/.test(message)) return { say: 'כן, תזכירי לי', means: { action: 'confirm' } };
    if (/resumed: .*"offered":\{/.test(message)) return { say: 'כן, אני רוצה שתקבעי', means: { action: 'confirm' } };
    if (/resumed: .*"appointment":\{/.test(message)) return { say: 'כן, אשמח לתזכורת', means: { action: 'confirm' } };
    return {
      say: `אפשר תור ביום ${date} בשעה ${time}? מדברת דנה לוי`,
      means: { action: 'ask', date, time, name: 'דנה לוי' },
    };
  }

  async #say(step: CallStep): Promise<void> {
    const number = nextUtteranceNumber();
    this.brain.expectUtterance(number, step);
    this.#lastSound = performance.now();
    await this.#unlessOver(this.phone.say(step.say ?? '', { number }));
    this.#lastSound = performance.now();
  }

  /** A call that ends in the middle of a word never finishes the word. */
  async #unlessOver(spoken: Promise<void>): Promise<void> {
    await Promise.race([spoken, this.until(() => this.#isOver(), SPOKEN_WITHIN_MS)]);
  }

  /** Something was heard since the caller last spoke, and it is quiet now; or nothing comes at all. */
  #quietLine(withinMs: number): Promise<boolean> {
    return this.until(() => {
      if (this.phone.isHearing()) this.#lastSound = performance.now();
      const quietMs = performance.now() - this.#lastSound;
      return this.#isOver() || (this.phone.stream !== undefined && quietMs > QUIET_MS && !this.#awaitsVoice());
    }, withinMs);
  }

  #awaitsVoice(): boolean {
    const told = this.modelNews.findLast(({ kind }) => kind === 'server.message');
    return told !== undefined && this.#lastSound < told.atMs && performance.now() - told.atMs < VOICE_MS;
  }

  /** Has heard all it wanted: the appointment, and what became of the reminder. */
  get isServed(): boolean {
    return this.#isDone();
  }

  #isDone(): boolean {
    return this.hasBeenTold('reminder_scheduled');
  }

  #isOver(): boolean {
    return this.#call === 'over';
  }

  #sees(news: TimedPhoneNews): void {
    this.phoneNews.push(news);
    if (news.kind === 'word.heard') this.#lastSound = performance.now();
    if (news.kind === 'call.ended') this.#call = 'over';
    if (news.kind !== 'media.received' && news.kind !== 'mark.echoed') this.#wake();
  }

  /** News came, or 50 ms have passed. */
  #somethingHappens(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 50);
      this.#watchers.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #wake(): void {
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const watcher of watchers) watcher();
  }
}
