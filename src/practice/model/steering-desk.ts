import type { PracticeBrain } from '../brain/brain.ts';
import type { ModelNews, ModelObserver, TimedModelNews } from './model-news.ts';
import type { SessionOptions } from './model-session.ts';
import type { Races } from './races.ts';
import { FAIR_WEATHER } from './races.ts';

/** Whose mind the model has for the sessions to come, and who watches. */
export interface Steering {
  brain: PracticeBrain;
  /** Only for sessions whose instructions hold these words, so that several calls are steered at once; unset: for all others. */
  whose?: string;
  races?: Partial<Races>;
  observe?: ModelObserver;
  /** HTTP status with which new voice sessions are refused. */
  refuseSessions?: number;
}

/**
 * Whose mind each session of the model has. A session is told whose it is by its instructions; the parser's requests name no call, so
 * they are of whoever was last heard to say those words.
 */
export class SteeringDesk {
  ofOthers: Steering;
  readonly #owned = new Map<string, Steering>();
  readonly #speakers = new Map<string, Steering>();
  #sessions = 0;

  constructor(ofOthers: Steering) {
    this.ofOthers = ofOthers;
  }

  /** Takes the place of an earlier steering of the same `whose`: what was said under that one is nobody's any more. */
  steer(steering: Steering): void {
    if (steering.whose === undefined) {
      this.ofOthers = steering;
      return;
    }
    const earlier = this.#owned.get(steering.whose);
    for (const [words, speaker] of this.#speakers) if (speaker === earlier) this.#speakers.delete(words);
    this.#owned.set(steering.whose, steering);
  }

  ofWords(text: string): Steering {
    return this.#speakers.get(text) ?? this.ofOthers;
  }

  newSession(): Pick<SessionOptions, 'steering' | 'tell'> {
    this.#sessions += 1;
    const session = this.#sessions;
    const early: TimedModelNews[] = [];
    let owner = this.#owned.size === 0 ? this.ofOthers : null;
    const steering = () => {
      const { brain, races } = owner ?? this.ofOthers;
      return { brain, races: { ...FAIR_WEATHER, ...races } };
    };
    const tell = (news: ModelNews) => {
      const timed = { ...news, session, atMs: performance.now() };
      if (owner === null) {
        early.push(timed);
        owner = this.#ownerBy(news);
        early.splice(0, owner === null ? 0 : Infinity).forEach((one) => owner?.observe?.(one));
        return;
      }
      if (news.kind === 'caller.transcribed' && owner.whose !== undefined) this.#speakers.set(news.text, owner);
      owner.observe?.(timed);
    };
    return { steering, tell };
  }

  /** Null until the session was told. */
  #ownerBy(news: ModelNews): Steering | null {
    if (news.kind !== 'client.sent' || news.event.type !== 'session.update') return null;
    const instructions = news.event.session.instructions ?? '';
    const [, owner] = [...this.#owned].find(([whose]) => instructions.includes(whose)) ?? [];
    return owner ?? this.ofOthers;
  }
}
