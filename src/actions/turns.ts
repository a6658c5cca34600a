/** What one attempt found out: the answer to who asked, and what it found out for others who waited meanwhile. */
export interface Found<Asker, Answer> {
  answer: Answer;
  shared: ReadonlyMap<Asker, Answer>;
}

/** Looks for the answer to one asker. `waiting` tells who else has asked by now: only they may share what is read from then on. */
export type Attempt<Asker, Answer> = (asker: Asker, waiting: () => readonly Asker[]) => Promise<Found<Asker, Answer>>;

interface Waiting<Asker, Answer> {
  asker: Asker;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Askers of one key go one at a time, and what is found out is shared with those it is true for: only such as asked before it was
 * read, so nobody hears something older than their question. A fault is everybody's who waits, so that nobody waits for two.
 */
export class Turns<Asker, Answer> {
  readonly #attempt: Attempt<Asker, Answer>;
  readonly #queues = new Map<string, Waiting<Asker, Answer>[]>();

  constructor(attempt: Attempt<Asker, Answer>) {
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
      queue.push(...(await this.#serveOne(first, queue)));
    }
    this.#queues.delete(key);
  }

  /** Empties the queue and gives back those who still have to ask for themselves. */
  async #serveOne(
    first: Waiting<Asker, Answer>,
    queue: Waiting<Asker, Answer>[],
  ): Promise<readonly Waiting<Asker, Answer>[]> {
    try {
      const { answer, shared } = await this.#attempt(first.asker, () => queue.map(({ asker }) => asker));
      first.resolve(answer);
      return queue.splice(0).filter(({ asker, resolve }) => {
        const heard = shared.get(asker);
        if (heard !== undefined) resolve(heard);
        return heard === undefined;
      });
    } catch (error) {
      for (const { reject } of [first, ...queue.splice(0)]) reject(error);
      return [];
    }
  }
}
