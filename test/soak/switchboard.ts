import type { TimedModelNews } from '../../src/practice/model/model-news.ts';
import type { SoakCall } from './soak-call.ts';

/** Gives each call the news of its own sessions: a session belongs to the call of the business whose name is in its instructions. */
export class Switchboard {
  readonly #calls = new Map<string, SoakCall>();
  readonly #owners = new Map<number, SoakCall>();
  readonly #early = new Map<number, TimedModelNews[]>();

  /** From now on sessions that speak for this business are this caller's. */
  connect(businessName: string, call: SoakCall): void {
    this.#calls.set(businessName, call);
  }

  observe = (news: TimedModelNews): void => {
    if (news.session === undefined) return this.#ofParser(news);
    const owner = this.#owners.get(news.session) ?? this.#findOwner(news.session, news);
    if (owner) owner.observe(news);
    else this.#early.set(news.session, [...(this.#early.get(news.session) ?? []), news]);
    if (news.kind === 'session.closed') this.#forget(news.session);
  };

  /** The parser's requests name no call, but no two callers use the same words within one turn. */
  #ofParser(news: TimedModelNews): void {
    if (news.kind !== 'parser.asked') return;
    for (const call of this.#calls.values())
      if (call.caller.phoneNews.some((one) => one.kind === 'caller.ends' && one.text === news.text)) call.observe(news);
  }

  #findOwner(session: number, news: TimedModelNews): SoakCall | undefined {
    if (news.kind !== 'client.sent' || news.event.type !== 'session.update') return undefined;
    const instructions = news.event.session.instructions ?? '';
    const name = [...this.#calls.keys()].find((one) => instructions.includes(one));
    const owner = name === undefined ? undefined : this.#calls.get(name);
    if (!owner) return undefined;
    this.#owners.set(session, owner);
    for (const earlier of this.#early.get(session) ?? []) owner.observe(earlier);
    this.#early.delete(session);
    return owner;
  }

  #forget(session: number): void {
    this.#owners.delete(session);
    this.#early.delete(session);
  }
}
