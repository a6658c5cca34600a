import type { CallCommand, CallFact, CallInput, CallNews, CallOutcome } from '../../machines/vocabulary.ts';
import type { CallTools } from '../actions/call-tools.ts';
import type { OpenedCall } from '../actions/open-call.ts';
import { perform } from '../actions/perform.ts';
import { trialOf } from '../actions/trial-call.ts';
import type { Telemetry } from '../actions/telemetry.ts';
import { truncateHeard } from '../actions/truncate-heard.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../shared/log.ts';
import type { Ledger } from '../speech/ledger.ts';
import { dateIn } from '../speech/today.ts';
import { ledgerOf } from './ledger-of.ts';
import type { CallClock } from '../speech/call-clock.ts';
import type { Pacer } from '../speech/pacer.ts';
import type { Parser } from '../transport/openai/parser-client.ts';
import type { MediaStream } from '../transport/twilio/media-stream.ts';
import { AudioPath } from './audio-path.ts';
import type { EventLog } from './event-log.ts';
import { masked } from './live-calls.ts';
import type { LiveCall, LiveEvent } from './live-calls.ts';
import { VoiceModelLine } from './model-line.ts';
import type { Voice } from './model-line.ts';
import { PhoneLine } from './phone-line.ts';
import { Reactions } from './reactions.ts';
import { Statechart } from './statechart.ts';
import { gatherTools } from './tools.ts';
import { assistantItem } from '../speech/conversation.ts';
import { Transcript } from './transcript.ts';
import { Uplink } from './uplink.ts';

export interface CallOptions {
  opened: OpenedCall;
  input: CallInput;
  voice: Voice;
  database: Database;
  parser: Parser;
  pacer: Pacer;
  eventLog: EventLog;
  telemetry: Telemetry;
  holdSeconds: number;
  log: Log;
  publish: (event: LiveEvent) => void;
  /** Writes that the call is about to end; never throws, never takes long. */
  announceEnd: (outcome: string) => Promise<void>;
  ended: (call: Call, outcome: string) => void;
  /** The stream fell without a goodbye. */
  phoneLost: (call: Call) => void;
  /** Another node has the call. */
  takenOver: (call: Call) => void;
}

/**
 * One phone call: two sockets joined to one machine. Facts go in, emitted commands are performed after the machine has
 * moved, audio takes its own path. Nothing here decides.
 */
export class Call {
  readonly callSid: string;
  readonly #options: CallOptions;
  readonly #clock: CallClock;
  readonly #startedAt: number;
  readonly #clockStart: number;
  readonly #ledger: Ledger;
  readonly #chart: Statechart;
  readonly #phone: PhoneLine;
  readonly #model: VoiceModelLine;
  readonly #uplink = new Uplink(
    (payload) => this.#model.append(payload),
    (error) => this.#broke(error),
  );
  readonly #audio: AudioPath;
  readonly #transcript: Transcript;
  readonly #reactions: Reactions;
  readonly #tools: CallTools;

  constructor(options: CallOptions) {
    const { opened, input, eventLog, telemetry } = options;
    this.#options = options;
    this.#clock = options.pacer.clock;
    const ageMs = opened.earlier?.ageMs ?? 0;
    this.#startedAt = this.#clock.date() - ageMs;
    this.#clockStart = this.#clock.now() - ageMs;
    this.callSid = opened.callSid;
    this.#ledger = ledgerOf(opened);
    this.#transcript = new Transcript(eventLog, opened.earlier?.lines ?? []);
    this.#reactions = new Reactions(telemetry, this.#clock);
    this.#chart = this.#openChart(input);
    this.#phone = this.#openPhoneLine();
    this.#model = this.#openModelLine();
    this.#audio = this.#openAudioPath();
    this.#tools = gatherTools({
      options,
      model: this.#model,
      audio: this.#audio,
      conversation: this.#transcript.conversation,
      ledger: this.#ledger,
      report: (fact) => this.fact(fact),
      hangUp: () => this.#hangUp(),
      takenOver: () => this.abandon(),
    });
  }

  /** The epoch this node took the call with. */
  get epoch(): number {
    return this.#options.opened.epoch;
  }

  get state(): unknown {
    return this.#chart.state;
  }

  view(): LiveCall {
    const { callSid, state } = this;
    const { businessId, callerPhone } = this.#options.opened;
    const kind = trialOf(callSid)?.kind ?? 'phone';
    const { lastLine } = this.#transcript.conversation;
    return { callSid, businessId, startedAt: this.#startedAt, state, kind, from: masked(callerPhone), lastLine };
  }

  /** How the call ends, once it does; null while it goes on. */
  get outcome(): CallOutcome | null {
    return this.#chart.outcome;
  }

  /** What the call measured of itself. */
  get figures() {
    return this.#reactions.figures;
  }

  get fallbackNumber(): string | null {
    return this.#options.opened.fallbackNumber;
  }

  get businessId(): string {
    return this.#options.opened.businessId;
  }

  get isWriting(): boolean {
    return this.#chart.isWriting;
  }

  get phoneIsLive(): boolean {
    return this.#phone.isLive;
  }

  start(phone: MediaStream): void {
    this.#phone.attach(phone);
    this.#record({ type: 'call.began', input: this.#options.input });
    this.#chart.start();
    this.#publish('started', { ...this.view(), startedAt: new Date(this.#startedAt).toISOString() });
  }

  /** The caller is back on a new stream of the same call. */
  resume(phone: MediaStream): void {
    this.#phone.attach(phone);
    this.fact({ type: 'phone.resumed' });
  }

  /** The phone says that the stream is over, though its socket has not. */
  losePhone(): void {
    if (!this.#phone.isLive) return;
    this.#phone.close();
    this.fact({ type: 'phone.lost' });
  }

  end(): void {
    this.fact({ type: 'call.endRequested' });
  }

  hungUp(): void {
    this.fact({ type: 'phone.hungUp' });
  }

  /** This node gives the call up for another: it falls silent. Gives what closes its stream, which comes last. */
  leave(): () => void {
    this.#quiet();
    return () => this.#phone.close();
  }

  /** Another node has the call: everything of it here stops at once, and nothing more is written. */
  abandon(): void {
    this.#options.log.warn('call_taken_over');
    this.#stop();
    this.#options.takenOver(this);
  }

  /** Something happened: it is written down, the machine decides, then the rest of the call takes note. */
  fact(fact: CallFact): void {
    if (!this.#chart.isListening) return;
    this.#reactions.to(fact);
    if (fact.type === 'model.finishedResponse') this.#deleteUnheard(fact.responseId);
    this.#record(fact);
    this.#chart.send(fact);
    this.#note(fact);
    this.#publish('fact', { fact });
  }

  #record(fact: { type: string; input?: CallInput }): void {
    this.#options.eventLog.fact(fact, this.#elapsedMs());
  }

  #note(fact: CallFact): void {
    switch (fact.type) {
      case 'model.ready':
        return this.#uplink.flush();
      case 'model.finishedResponse':
        return this.#audio.responseOver(fact.responseId);
      case 'model.lost':
        return this.#audio.modelLost();
      case 'phone.lost':
        return this.#options.phoneLost(this);
      case 'caller.said':
        this.#publish('heard', { speaker: 'caller', text: fact.text, cut: false });
        return this.#transcript.callerSaid(fact, this.#elapsedMs());
      default:
    }
  }

  /** Before the machine hears that it is over: the next answer is made of what was heard, and of nothing else (L3). */
  #deleteUnheard(responseId: string): void {
    for (const itemId of this.#audio.takeUnheard(responseId))
      this.#model.send({ type: 'conversation.item.delete', item_id: itemId });
  }

  /** Does one thing the machine gave out. A fault of it is not the machine's. */
  #guarded(type: string, does: () => void): void {
    this.#options.eventLog.gave(type);
    try {
      does();
    } catch (error) {
      this.#options.log.error('command_failed', { command: type, error });
    }
  }

  #perform(command: CallCommand): void {
    perform(command, this.#tools);
    if (command.type !== 'cmd.requestResponse') return;
    if (command.occasion === 'greeting') this.#options.log.info('greeting');
    if (command.notice) this.#publish('server', { notice: command.notice });
  }

  #news(news: CallNews): void {
    this.#options.log.debug(news.type, { ...news, type: undefined });
    if (news.type === 'news.bargedIn') this.#reactions.cutAnAnswer();
    if (news.type === 'news.modelStalled') this.#reactions.noticedDeadAir();
    if (news.type === 'news.ended') this.#ended(news.outcome);
  }

  #ended(outcome: string): void {
    this.#publish('ended', { outcome });
    this.#options.ended(this, outcome);
  }

  /** A fault in the machine itself or in the phone's audio ends this call and no other. */
  #broke(error: unknown): void {
    this.#options.log.error('call_broke', { error });
    this.#stop();
    this.#ended('broke');
  }

  #stop(): void {
    this.#phone.close();
    this.#quiet();
  }

  #quiet(): void {
    this.#chart.stop();
    this.#model.close();
    this.#audio.cut();
  }

  /** What becomes of the call is written before Twilio can ask any node for it. */
  #hangUp(): void {
    const { outcome } = this;
    this.#phone.close(this.phoneIsLive && outcome ? this.#options.announceEnd(outcome) : null);
  }

  #elapsedMs(): number {
    return Math.round(this.#clock.now() - this.#clockStart);
  }

  #publish(type: string, more: object): void {
    this.#options.publish({ type, callSid: this.callSid, businessId: this.#options.opened.businessId, ...more });
  }

  #openChart(input: CallInput): Statechart {
    return new Statechart(
      { input, clock: this.#clock },
      {
        command: (command) => this.#guarded(command.type, () => this.#perform(command)),
        news: (news) => this.#guarded(news.type, () => this.#news(news)),
        waited: (event) => this.#record(event),
        moved: () => this.#publish('state', { state: this.state }),
        broke: (error) => this.#broke(error),
      },
    );
  }

  #openPhoneLine(): PhoneLine {
    return new PhoneLine({
      audio: (frame) => this.#uplink.push(frame),
      mark: (name) => this.#audio.marked(name),
      key: (key) => this.fact({ type: 'caller.pressedKey', key }),
      ended: (how) => this.fact({ type: how === 'stopped' ? 'phone.hungUp' : 'phone.lost' }),
    });
  }

  #openModelLine(): VoiceModelLine {
    return new VoiceModelLine(
      { ...this.#options, clock: this.#clock },
      {
        fact: (fact) => this.fact(fact),
        audio: (delta) => this.#audio.audio(delta),
        words: (words) => this.#audio.words(words),
        wordsComplete: (words) => this.#audio.wordsComplete(words),
        itemStarted: (item) => this.#audio.itemStarted(item),
      },
    );
  }

  #openAudioPath(): AudioPath {
    const { opened } = this.#options;
    return new AudioPath({
      phone: this.#phone,
      pacer: this.#options.pacer,
      truth: () => this.#ledger.truthOn(dateIn(opened.schedule.timezone, this.#clock.date())),
      elapsedMs: () => this.#elapsedMs(),
      fact: (fact) => this.fact(fact),
      firstAudio: () => this.#reactions.beganAnAnswer(),
      flooded: (responseId) => this.#options.log.warn('model_floods', { responseId }),
      fellShort: () => truncateHeard(this.#tools),
      broke: (error) => this.#broke(error),
      over: (lines, session) => {
        for (const line of lines) {
          this.#transcript.assistantSaid(line);
          if (session === 'fallen' && line.heardText !== '')
            this.#model.send({ type: 'conversation.item.create', item: assistantItem(line.heardText) });
          const { itemId, text: said, heardText: text, startedMs, heardMs, cut } = line;
          this.#publish('heard', { speaker: 'assistant', text, cut, itemId, said, startedMs, heardMs });
        }
      },
    });
  }
}
