import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors.ts';

const MOST_CALLS = 300;
const MOST_SECONDS = 120;

export interface BenchPlan {
  calls: number;
  /** The measured window of each server, after the warm-up. */
  seconds: number;
}

/** Reads `--calls` and `--seconds`; both are bounded, so that a slip cannot occupy the machine. */
export function readBenchPlan(args: string[]): BenchPlan {
  const { values } = parseArgs({
    args,
    options: { calls: { type: 'string', default: '50' }, seconds: { type: 'string', default: '20' } },
  });
  return {
    calls: wholeNumber('--calls', values.calls, MOST_CALLS),
    seconds: wholeNumber('--seconds', values.seconds, MOST_SECONDS),
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= 1 && number <= most) return number;
  throw new AppError('invalid_input', `${option} must be a whole number from 1 to ${most}, not "${text}".`);
}
