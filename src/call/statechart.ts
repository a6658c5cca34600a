import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import type { CallClock } from '../speech/call-clock.ts';
import type {
  CallCommand,
  CallEmission,
  CallFact,
  CallInput,
  CallNews,
  CallOutcome,
} from '../../machines/vocabulary.ts';

/** What the running chart tells its call. */
export interface StatechartListener {
  command(command: CallCommand): void;
  news(news: CallNews): void;
  /** A wait of the chart ran out: as much a fact as any other. */
  waited(event: { type: string }): void;
  /** It came to rest in a new state. */
  moved(): void;
  broke(error: unknown): void;
}

const isCommand = (emission: CallEmission): emission is CallCommand => emission.type.startsWith('cmd.');

/** The machine as it is, telling of each wait just before it takes it. An inspector would be told of every step, which costs each fact a tenth more. */
function tellingWaits(waited: StatechartListener['waited']): typeof callMachine {
  const transition: typeof callMachine.transition = (snapshot, event, scope) => {
    if (event.type.startsWith('xstate.after.')) waited(event);
    return callMachine.transition(snapshot, event, scope);
  };
  return Object.create(callMachine, { transition: { value: transition } }) as typeof callMachine;
}

/** `machines/call.machine.ts` running for one call. */
export class Statechart {
  readonly #actor: Actor<typeof callMachine>;

  constructor({ input, clock }: { input: CallInput; clock: CallClock }, listener: StatechartListener) {
    const machine = tellingWaits((event) => listener.waited(event));
    this.#actor = createActor(machine, { input, id: input.callSid, clock });
    this.#actor.on('*', (emission) => {
      if (isCommand(emission)) listener.command(emission);
      else listener.news(emission);
    });
    this.#actor.subscribe({ next: () => listener.moved(), error: (error) => listener.broke(error) });
  }

  get state(): unknown {
    return this.#actor.getSnapshot().value;
  }

  /** False where it was broken off: nothing that happens reaches it any more. */
  get isListening(): boolean {
    const { status } = this.#actor.getSnapshot();
    return status === 'active' || status === 'done';
  }

  /** How the call ends, once it does; null while it goes on. */
  get outcome(): CallOutcome | null {
    const snapshot = this.#actor.getSnapshot();
    return snapshot.hasTag('over') ? snapshot.context.outcome : null;
  }

  /** Whether the desk still owes an answer to something it was asked to write. */
  get isWriting(): boolean {
    return this.#actor.getSnapshot().context.pending.desk !== null;
  }

  start(): void {
    this.#actor.start();
  }

  send(fact: CallFact): void {
    this.#actor.send(fact);
  }

  stop(): void {
    this.#actor.stop();
  }
}
