import { readBenchPlan } from './bench/arguments.ts';
import { startRelay, startService } from './bench/contestants.ts';
import { figureLines } from './bench/figures-table.ts';
import { figuresOf } from './bench/figures.ts';
import type { Measurement } from './bench/measure.ts';
import { measure } from './bench/measure.ts';

const WARM_UP_MS = 6000;
const CROWDED_CPUS = 0.3;
const TIRED_CPUS = 1;

const HOW_TO_READ =
  'The relay passes messages on unread: it is the floor of node and ws on this machine, in these minutes; compare the ratio, not the values. ' +
  'It cannot truncate, pace or wait for words. The embedded database is part of the service, a server of DATABASE_URL is not. "–" was not measured.';

/** `npm run bench -- --calls 50 --seconds 20`: the same calls against a bare relay and against the service, loopback only (docs/performance.md). */
async function bench(): Promise<void> {
  const plan = { ...readBenchPlan(process.argv.slice(2)), warmUpMs: WARM_UP_MS };
  const database = process.env['DATABASE_URL']
    ? 'DATABASE_URL (a scratch database: the calls stay in it)'
    : 'its embedded database';
  console.log(
    `${plan.calls} calls, ${plan.seconds} s measured after ${WARM_UP_MS / 1000} s of warm-up, 127.0.0.1 only; each server alone in its process, the service on ${database}.`,
  );
  console.log('calling the relay …');
  const relay = await measure(startRelay, plan);
  console.log('calling the service …');
  const service = await measure(startService, plan);
  console.log('');
  for (const line of figureLines({ service: figuresOf(service), relay: figuresOf(relay) })) console.log(line);
  console.log(`\n${HOW_TO_READ}`);
  for (const line of doubts({ relay, service })) console.log(line);
}

function doubts(measurements: Record<string, Measurement>): string[] {
  return Object.entries(measurements).flatMap(([name, { ownCpus, otherCpus, cpuSeconds, model }]) => [
    ...(cpuSeconds === null ? [`${name}: CPU and memory are not measured on this system (no /proc).`] : []),
    ...((otherCpus ?? 0) > CROWDED_CPUS
      ? [
          `${name}: other processes kept ${(otherCpus ?? 0).toFixed(1)} CPUs busy meanwhile; measure again when the machine is quiet.`,
        ]
      : []),
    ...((ownCpus ?? 0) > TIRED_CPUS
      ? [
          `${name}: the callers and the model side took ${(ownCpus ?? 0).toFixed(1)} CPUs; latencies may be theirs, use fewer calls.`,
        ]
      : []),
    ...Object.entries(model.errors).map(([code, count]) => `${name}: provoked ${code} ${count} times.`),
  ]);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await bench();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
