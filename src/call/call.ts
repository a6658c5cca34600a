import { createActor } from 'xstate';
import type { Actor, InspectionEvent } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import type {
  CallCommand,
  CallEmission,
  CallFact,
  CallInput,
  CallNews,
  CallOutcome,
} from '../../machines/vocabulary.ts';
import type { CallTools } from '../actions/call-tools.ts';
import type { OpenedCall } from '../actions/open-call.ts';
import { perform } from '../actions/perform.ts';
import type { Telemetry } from '../actions/telemetry.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../shared/log.ts';
import { mayConcernBooking } from '../speech/booking-words.ts';
import { Conversation } from '../speech/conversation.ts';
import type { Pacer } from '../speech/pacer.ts';
import { joinLayers, promptLayers } from '../speech/prompt.ts';
import type { Parser } from '../transport/openai/parser-client.ts';
import type { RealtimeOptions } from '../transport/openai/realtime-session.ts';
import type { MediaStream } from '../transport/twilio/media-stream.ts';
import { AudioPath } from './audio-path.ts';
import type { EventLog } from './event-log.ts';
import { FramePairs } from './frame-pairs.ts';
import type { LiveCall, LiveEvent } from './live-calls.ts';
import { VoiceModelLine } from './model-line.ts';
import { Uplink } from './uplink.ts';

export interface CallOptions {
  opened: OpenedCall;
  input: CallInput;
  voice: Pick<RealtimeOptions, 'baseUrl' | 'apiKey' | 'model' | 'voice' | 'transcriptionModels'>;
  database: Database;
  parser: Parser;
  pacer: Pacer;
  eventLog: EventLog;
  telemetry: Telemetry;
  holdSeconds: number;
  log: Log;
  publish: (event: LiveEvent) => void;
  ended: (call: Call, outcome: string) => void;
}

const isCommand = (emission: CallEmission): emission is CallCommand => emission.type.startsWith('cmd.');

/**
 * One phone call: two sockets joined to one machine. Facts go in, emitted commands are performed after the machine has
 * moved, audio takes its own path. Nothing here decides.
 */
export class Call {
  readonly callSid: string;
  readonly #options: CallOptions;
  readonly #actor: Actor<typeof callMachine>;
  readonly #startedAt = Date.now();
  readonly #clockStart = performance.now();
  readonly #ledger = new Map<string, Appointment>();
  readonly #conversation = new Conversation();
  readonly #model: VoiceModelLine;
  readonly #uplink: Uplink;
  readonly #frames = new FramePairs((payload) => this.#uplink.push(payload));
  readonly #audio: AudioPath;
  readonly #tools: CallTools;
  #phone: MediaStream | null = null;
  #factAt = 0;
  #given: string[] = [];
  #quietSince: number | null = null;

  constructor(options: CallOptions) {
    this.#options = options;
    this.callSid = options.opened.callSid;
    const { appointment } = options.opened;
    if (appointment) this.#ledger.set(appointment.id, appointment);
    this.#model = this.#openModelLine();
    this.#uplink = new Uplink((payload) => this.#model.append(payload));
    this.#audio = this.#openAudioPath();
    this.#tools = this.#gatherTools();
    this.#actor = createActor(callMachine, {
      input: options.input,
      id: this.callSid,
      inspect: (inspection) => this.#inspected(inspection),
    });
    this.#actor.on('*', (emission) => this.#emitted(emission));
    this.#actor.subscribe({
      next: () => this.#publish('state', { state: this.state }),
      error: (error) => this.#broke(error),
    });
  }

  get state(): unknown {
    return this.#actor.getSnapshot().value;
  }

  view(): LiveCall {
    const { callSid, state } = this;
    return { callSid, businessId: this.#options.opened.businessId, startedAt: this.#startedAt, state };
  }

  /** How the call ends, once it does; null while it goes on. */
  get outcome(): CallOutcome | null {
    const snapshot = this.#actor.getSnapshot();
    return snapshot.hasTag('over') ? snapshot.context.outcome : null;
  }

  get fallbackNumber(): string | null {
    return this.#options.opened.fallbackNumber;
  }

  get phoneIsLive(): boolean {
    return this.#phone !== null;
  }

  start(phone: MediaStream): void {
    this.#attach(phone);
    this.#record({ type: 'call.began', input: this.#options.input });
    this.#actor.start();
  }

  /** The caller is back on a new stream of the same call. */
  resume(phone: MediaStream): void {
    this.#attach(phone);
    this.fact({ type: 'phone.resumed' });
  }

  /** The phone says that the stream is over, though its socket has not. */
  losePhone(): void {
    if (!this.#phone) return;
    this.#phone.close();
    this.#phone = null;
    this.fact({ type: 'phone.lost' });
  }

  end(): void {
    this.fact({ type: 'call.endRequested' });
  }

  hungUp(): void {
    this.fact({ type: 'phone.hungUp' });
  }

  fact(fact: CallFact): void {
    this.#factAt = performance.now();
    this.#record(fact);
    this.#actor.send(fact);
    this.#note(fact);
    this.#publish('fact', { fact });
  }

  /** With each fact goes what the machine gave out before the next one, so that a replay can be compared. */
  #record(fact: CallFact | { type: string; input?: CallInput }): void {
    this.#given = [];
    const recorded = { ...fact, given: this.#given };
    this.#options.eventLog.fact(recorded, this.#elapsedMs());
  }

  #inspected(inspection: InspectionEvent): void {
    if (inspection.type !== '@xstate.event' || !inspection.event.type.startsWith('xstate.after.')) return;
    this.#record(inspection.event);
  }

  #attach(phone: MediaStream): void {
    this.#phone = phone;
    phone.listen({
      audio: (payload) => this.#frames.push(payload),
      mark: (name) => this.#audio.marked(name),
      key: (key) => this.fact({ type: 'caller.pressedKey', key }),
      ended: (how) => {
        this.#phone = null;
        this.fact({ type: how === 'stopped' ? 'phone.hungUp' : 'phone.lost' });
      },
    });
  }

  /** What the rest of the call does with a fact once the machine has decided. */
  #note(fact: CallFact): void {
    switch (fact.type) {
      case 'model.finishedResponse':
        for (const itemId of this.#audio.responseOver(fact.responseId))
          this.#model.send({ type: 'conversation.item.delete', item_id: itemId });
        return;
      case 'model.lost':
        return this.#audio.modelLost();
      case 'caller.stoppedSpeaking':
        this.#quietSince = this.#factAt;
        return;
      case 'caller.said':
        this.#conversation.callerSaid(fact.text);
        return this.#line({ itemId: fact.itemId, speaker: 'caller', text: fact.text });
      default:
    }
  }

  #emitted(emission: CallEmission): void {
    this.#given.push(emission.type);
    try {
      if (isCommand(emission)) this.#perform(emission);
      else this.#news(emission);
    } catch (error) {
      this.#options.log.error('command_failed', { command: emission.type, error });
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
    if (news.type === 'news.bargedIn') this.#options.telemetry.bargedIn((performance.now() - this.#factAt) / 1000);
    if (news.type === 'news.modelStalled') this.#options.telemetry.fellSilent();
    if (news.type === 'news.ended') this.#ended(news.outcome);
  }

  #ended(outcome: string): void {
    this.#publish('ended', { outcome });
    this.#options.ended(this, outcome);
  }

  /** A fault in the machine itself or in the phone's audio ends this call and no other. */
  #broke(error: unknown): void {
    this.#options.log.error('call_broke', { error });
    this.#actor.stop();
    this.#model.close();
    this.#phone?.close();
    this.#phone = null;
    this.#audio.cut();
    this.#ended('broke');
  }

  #elapsedMs(): number {
    return Math.round(performance.now() - this.#clockStart);
  }

  #publish(type: string, more: object): void {
    this.#options.publish({ type, callSid: this.callSid, businessId: this.#options.opened.businessId, ...more });
  }

  #line(line: {
    itemId: string;
    speaker: 'caller' | 'assistant';
    text: string;
    heardMs?: number | null;
    cut?: boolean;
    startedMs?: number;
  }): void {
    const { heardMs = null, cut = false, startedMs = this.#elapsedMs() } = line;
    this.#options.eventLog.line({ ...line, heardMs, cut, startedMs });
  }

  #openModelLine(): VoiceModelLine {
    const { opened, voice, log } = this.#options;
    const instructions = () =>
      joinLayers(promptLayers({ callPrompt: opened.callPrompt, schedule: opened.schedule, now: Date.now() }));
    return new VoiceModelLine(() => ({ ...voice, instructions: instructions(), mayConcernBooking, log }), {
      fact: (fact) => {
        this.fact(fact);
        if (fact.type === 'model.ready') this.#uplink.flush();
      },
      audio: (delta) => this.#audio.audio(delta),
      words: (words) => this.#audio.words(words),
      wordsComplete: (words) => this.#audio.wordsComplete(words),
      itemStarted: (item) => this.#audio.itemStarted(item),
    });
  }

  #openAudioPath(): AudioPath {
    return new AudioPath({
      phone: {
        sendAudio: (payload) => this.#phone?.sendAudio(payload),
        sendMark: (name) => this.#phone?.sendMark(name),
        sendClear: () => this.#phone?.sendClear(),
      },
      pacer: this.#options.pacer,
      booked: () => [...this.#ledger.values()],
      elapsedMs: () => this.#elapsedMs(),
      fact: (fact) => this.fact(fact),
      firstAudio: () => this.#answered(),
      broke: (error) => this.#broke(error),
      over: (lines) => {
        for (const { line, heard } of lines) {
          this.#conversation.assistantSaid(heard);
          this.#line({ ...line, speaker: 'assistant' });
          this.#publish('heard', { text: heard, cut: line.cut });
        }
      },
    });
  }

  #answered(): void {
    if (this.#quietSince !== null) this.#options.telemetry.answered((performance.now() - this.#quietSince) / 1000);
    this.#quietSince = null;
  }

  #gatherTools(): CallTools {
    const { opened, database, parser, holdSeconds, telemetry, log } = this.#options;
    return {
      call: opened,
      database,
      parser,
      model: this.#model,
      speech: {
        open: (responseId) => this.#audio.open(responseId),
        cut: () => this.#audio.cut(),
        takeHeard: () => this.#audio.takeHeard(),
        hangUp: () => {
          this.#phone?.close();
          this.#phone = null;
        },
      },
      conversation: this.#conversation,
      ledger: this.#ledger,
      holdSeconds,
      now: Date.now,
      report: (fact) => this.fact(fact),
      telemetry,
      log,
    };
  }
}
