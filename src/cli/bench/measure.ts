import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Circumstances, Contestant } from './contestants.ts';
import { Instrument } from './instrument.ts';
import { loadReport } from './load-report.ts';
import type { LoadReport, LoadRequest } from './load-report.ts';
import { busySeconds, cpuSeconds, residentMiB } from './process-figures.ts';
import { upstreamReport } from './upstream-report.ts';
import type { UpstreamReport, UpstreamRequest } from './upstream-report.ts';

const SETTLE_MS = 1500;
const MEMORY_EVERY_MS = 500;

export interface MeasurePlan {
  calls: number;
  seconds: number;
  warmUpMs: number;
}

/** What one server cost and did in the measured window. */
export interface Measurement {
  seconds: number;
  /** Null where the system does not tell. */
  cpuSeconds: number | null;
  idleMiB: number | null;
  mostMiB: number | null;
  /** CPUs kept busy by the bench itself, and by everything that is not part of it. */
  ownCpus: number | null;
  otherCpus: number | null;
  phones: LoadReport;
  model: UpstreamReport;
}

type Start = (circumstances: Circumstances) => Promise<Contestant>;

interface Rig {
  contestant: Contestant;
  load: Instrument<LoadRequest>;
  upstream: Instrument<UpstreamRequest>;
}

/** Calls one server: starts it, warms it up, measures it, ends it and its instruments. */
export async function measure(start: Start, plan: MeasurePlan): Promise<Measurement> {
  const upstream = new Instrument<UpstreamRequest>('upstream', new URL('./upstream.ts', import.meta.url));
  const load = new Instrument<LoadRequest>('load', new URL('./load.ts', import.meta.url));
  try {
    const { port } = await upstream.ask({ kind: 'listen' }, z.object({ port: z.number() }));
    const contestant = await start({ modelPort: port, calls: plan.calls });
    try {
      return await runCalls({ contestant, load, upstream }, plan);
    } finally {
      await contestant.server.stop();
    }
  } finally {
    await Promise.all([load.stop(), upstream.stop()]);
  }
}

async function runCalls(rig: Rig, { calls, seconds, warmUpMs }: MeasurePlan): Promise<Measurement> {
  const { load, contestant } = rig;
  await pause(SETTLE_MS);
  const idleMiB = residentMiB(contestant.server.pid);
  await load.ask({ kind: 'place', calls, route: contestant.route }, z.unknown());
  await pause(warmUpMs);
  const measured = await measureWindow(rig, seconds);
  await load.ask({ kind: 'hangUp' }, z.unknown());
  return { ...measured, idleMiB };
}

async function measureWindow(rig: Rig, seconds: number): Promise<Omit<Measurement, 'idleMiB'>> {
  const { load, upstream, contestant } = rig;
  await upstream.ask({ kind: 'begin' }, z.unknown());
  await load.ask({ kind: 'begin' }, z.unknown());
  const began = reading(rig);
  const mostMiB = await mostResidentMiB(contestant.server.pid, seconds * 1000);
  const ended = reading(rig);
  const phones = await load.ask({ kind: 'report' }, loadReport);
  const model = await upstream.ask({ kind: 'report' }, upstreamReport);
  const spent = ended.atSeconds - began.atSeconds;
  const used = (of: Exclude<keyof Reading, 'atSeconds'>): number | null => difference(ended[of], began[of]);
  const [server, own, machine] = [used('server'), used('own'), used('machine')];
  const other = machine === null || server === null || own === null ? null : Math.max(0, machine - server - own);
  const perSecond = (cpu: number | null): number | null => (cpu === null ? null : cpu / spent);
  const cpus = { cpuSeconds: server, ownCpus: perSecond(own), otherCpus: perSecond(other) };
  return { seconds: spent, ...cpus, mostMiB, phones, model };
}

interface Reading {
  atSeconds: number;
  server: number | null;
  own: number | null;
  machine: number | null;
}

function reading({ contestant, load, upstream }: Rig): Reading {
  const own = [load.pid, upstream.pid, process.pid].map(cpuSeconds);
  return {
    atSeconds: performance.now() / 1000,
    server: cpuSeconds(contestant.server.pid),
    own: own.reduce((sum, seconds) => (sum === null || seconds === null ? null : sum + seconds), 0),
    machine: busySeconds(),
  };
}

async function mostResidentMiB(pid: number, forMs: number): Promise<number | null> {
  const until = performance.now() + forMs;
  let most = residentMiB(pid);
  for (let leftMs = forMs; leftMs > 0; leftMs = until - performance.now()) {
    await pause(Math.min(MEMORY_EVERY_MS, leftMs));
    const now = residentMiB(pid);
    if (most === null || (now !== null && now > most)) most = now;
  }
  return most;
}

function difference(later: number | null, earlier: number | null): number | null {
  return later === null || earlier === null ? null : later - earlier;
}
