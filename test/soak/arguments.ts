import { parseArgs } from 'node:util';
import { AppError } from '../../src/shared/errors.ts';

export interface SoakPlan {
  minutes: number;
  calls: number;
  /** The same dice again; the timing of sockets is their own. */
  seed: number;
  /** A folder for two heap snapshots of the service, after the warm-up and at the end: what grew is what they differ in. */
  heap: string | null;
}

const MOST = { minutes: 240, calls: 200, seed: 4_294_967_295 };

/** Reads `--minutes`, `--calls`, `--seed` and `--heap`; the numbers are bounded, so that a slip cannot occupy the machine. */
export function readSoakPlan(args: string[]): SoakPlan {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { minutes: text, calls: text, seed: text, heap: text } });
  return {
    minutes: wholeNumber('minutes', values.minutes ?? '30'),
    calls: wholeNumber('calls', values.calls ?? '50'),
    seed: wholeNumber('seed', values.seed ?? String(Date.now() % MOST.seed)),
    heap: values.heap ?? null,
  };
}

function wholeNumber(option: keyof typeof MOST, text: string): number {
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= 1 && number <= MOST[option]) return number;
  throw new AppError('invalid_input', `--${option} must be a whole number from 1 to ${MOST[option]}, not "${text}".`);
}
