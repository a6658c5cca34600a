import { parseArgs } from 'node:util';
import { startPostgresServer } from '../../src/cli/bench/postgres-server.ts';
import { killPoints } from './kill-points.ts';
import { killRound } from './kill-round.ts';
import type { RoundResult } from './kill-round.ts';
import { TwoNodes } from './two-nodes.ts';

/* `npm run chaos -- --rounds 20`: kill -9 at every moment of a booking, so many times each; exit 1 where a booking was lost or doubled. */

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '1' }, only: { type: 'string' }, story: { type: 'boolean' } },
});
const rounds = Number(values.rounds);
const points = killPoints.filter(({ name }) => values.only === undefined || name.includes(values.only));

function faultsOf(result: RoundResult): string[] {
  const wants: [string, boolean][] = [
    [`${result.rows} rows`, result.rows === 1],
    [`${result.sessions} sessions`, result.sessions === 1],
    [`${result.overlaps} overlaps`, result.overlaps === 0],
    [`${result.reminders} reminders`, result.reminders <= 1],
    [`epoch ${result.epoch}`, result.epoch === 2],
    [`ended ${result.outcome ?? 'never'}`, result.outcome === 'booked'],
    ['not told aloud', result.confirmedAloud === 'told'],
    ['no voice on the new stream', result.voiceMs !== null],
  ];
  return wants.filter(([, isSo]) => !isSo).map(([fault]) => fault);
}

const server = await startPostgresServer();
const house = new TwoNodes(server.url);
const all: { result: RoundResult; faults: string[] }[] = [];
try {
  await house.open();
  for (let round = 1; round <= rounds; round += 1) {
    for (const point of points) {
      await house.replace();
      const result = await killRound(house, point);
      const faults = faultsOf(result);
      all.push({ result, faults });
      const voice = result.voiceMs === null ? '-' : `${result.voiceMs} ms`;
      console.log(`${round}/${rounds} ${point.name.padEnd(34)} voice ${voice.padEnd(8)} ${faults.join(', ') || 'ok'}`);
      if (values.story === true || faults.length > 0)
        console.log(result.story.map((line) => `      ${line}`).join('\n'));
    }
  }
} finally {
  await house.close();
  await server.stop();
}

console.log(`\n${'killed'.padEnd(34)} rounds  booked once  lost  double  voice p50  worst`);
for (const { name } of points) {
  const of = all.filter(({ result }) => result.point === name).map(({ result }) => result);
  const voices = of.flatMap(({ voiceMs }) => (voiceMs === null ? [] : [voiceMs])).sort((a, b) => a - b);
  const cells = [
    of.length,
    of.filter(({ rows }) => rows === 1).length,
    of.filter(({ rows }) => rows === 0).length,
    of.filter(({ rows, overlaps }) => rows > 1 || overlaps > 0).length,
    voices[Math.floor(voices.length / 2)] ?? '-',
    voices.at(-1) ?? '-',
  ];
  const [count, once, lost, double, middle, worst] = cells.map(String);
  console.log(
    `${name.padEnd(34)} ${count?.padEnd(7)} ${once?.padEnd(12)} ${lost?.padEnd(5)} ${double?.padEnd(7)} ${middle?.padEnd(10)} ${worst}`,
  );
}
process.exitCode = all.some(({ faults }) => faults.length > 0) ? 1 : 0;
