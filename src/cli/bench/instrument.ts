import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { childAnswer } from './answer-requests.ts';

/** A measuring child process: asked one thing at a time, ended by its id. */
export class Instrument<Request extends object> {
  readonly name: string;
  readonly #child: ChildProcess;

  constructor(name: string, program: URL) {
    this.name = name;
    this.#child = fork(fileURLToPath(program), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async ask<Answer>(request: Request, schema: z.ZodType<Answer>): Promise<Answer> {
    const over = new AbortController();
    try {
      const ended = once(this.#child, 'exit', { signal: over.signal }).then(() => this.#fail('ended'));
      ended.catch(() => undefined);
      const answered: Promise<unknown[]> = once(this.#child, 'message', { signal: over.signal });
      this.#child.send(request);
      const [message] = await Promise.race([answered, ended]);
      const answer = childAnswer.parse(message);
      return answer.kind === 'done' ? schema.parse(answer.answer) : this.#fail(answer.why);
    } finally {
      over.abort();
    }
  }

  /** Without its parent's channel the child ends by itself. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }

  #fail(why: string): never {
    throw new AppError('practice_failed', `The ${this.name} process of the bench failed: ${why}`);
  }
}
