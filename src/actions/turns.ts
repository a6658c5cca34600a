/** What one attempt found out, and for which of the others it is true as well. */
export interface Found<Asker, Answer> {
  answer: Answer;
  alsoFor: readonly Asker[];
}

interface Waiting<Asker, Answer> {
  asker: Asker;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Askers of one key go one at a time, and an answer is shared with those it is true for: only such as asked before it was looked
 * for, so nobody hears something older than their question. A fault is everybody's who waited, so that nobody waits for two.
 */
export class Turns<Asker, Answer> {
  readonly #attempt: (asker: Asker, others: readonly Asker[]) => Promise<Found<Asker, Answer>>;
  readonly #queues = new Map<string, Waiting<Asker, Answer>[]>();

  constructor(attempt: (asker: Asker, others: readonly Asker[]) => Promise<Found<Asker, Answer>>) {
    this.#attempt = attempt;
  }

  ask(key: string, asker: Asker): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(key);
      const waiting = { asker, resolve, reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      const started = [waiting];
      this.#queues.set(key, started);
      void this.#serve(key, started);
    });
  }

  async #serve(key: string, queue: Waiting<Asker, Answer>[]): Promise<void> {
    for (let first = queue.shift(); first !== undefined; first = queue.shift()) {
      const others = queue.splice(0);
      queue.unshift(...(await this.#serveOne(first, others)));
    }
    this.#queues.delete(key);
  }

  /** Gives back those who still have to ask for themselves. */
  async #serveOne(
    first: Waiting<Asker, Answer>,
    others: readonly Waiting<Asker, Answer>[],
  ): Promise<readonly Waiting<Asker, Answer>[]> {
    try {
      const found = await this.#attempt(
        first.asker,
        others.map(({ asker }) => asker),
      );
      first.resolve(found.answer);
      const sharing = new Set(found.alsoFor);
      for (const other of others) if (sharing.has(other.asker)) other.resolve(found.answer);
      return others.filter(({ asker }) => !sharing.has(asker));
    } catch (error) {
      for (const { reject } of [first, ...others]) reject(error);
      return [];
    }
  }
}
