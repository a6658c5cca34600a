import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What the service measures about itself, in seconds. Outcomes are few fixed words; nothing personal. */
export interface Metrics {
  bargeIn: { observe(seconds: number): void };
  answer: { observe(seconds: number): void };
  parser: { observe(seconds: number, outcome: string): void };
  bookings: { count(outcome: string): void };
  deadAir: { count(): void };
  jobs: { ended(queue: string, outcome: string): void; waited(queue: string, seconds: number): void };
  /** The text of `GET /metrics`. */
  exposition(): Promise<{ contentType: string; text: string }>;
}

/** Each sample wakes the process; at the default of 10 ms an idle node would cost a fiftieth of a core. */
const LAG_SAMPLE_MS = 200;
const FAST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1];
const SPOKEN_SECONDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8];

function measures(registry: Registry) {
  const registers = [registry];
  return {
    bargeIn: new Histogram({
      name: 'toran_barge_in_seconds',
      help: 'From the caller starting to speak to Twilio clear sent',
      buckets: FAST_SECONDS,
      registers,
    }),
    answer: new Histogram({
      name: 'toran_answer_seconds',
      help: 'From the end of the caller speaking to the first audio of the answer',
      buckets: SPOKEN_SECONDS,
      registers,
    }),
    parserSeconds: new Histogram({
      name: 'toran_parser_seconds',
      help: 'How long the parser took',
      buckets: SPOKEN_SECONDS,
      registers,
    }),
    parserTotal: new Counter({
      name: 'toran_parser_total',
      help: 'Parses by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    bookings: new Counter({
      name: 'toran_bookings_total',
      help: 'Attempts to book by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    deadAir: new Counter({
      name: 'toran_dead_air_total',
      help: 'Times a caller waited longer than promised for any sound',
      registers,
    }),
  };
}

function jobMeasures(registry: Registry) {
  const registers = [registry];
  return {
    ended: new Counter({
      name: 'toran_jobs_total',
      help: 'Jobs after the calls by queue and outcome',
      labelNames: ['queue', 'outcome'],
      registers,
    }),
    waited: new Gauge({
      name: 'toran_job_wait_seconds',
      help: 'How long the oldest due job of a queue has waited, as this node last saw it',
      labelNames: ['queue'],
      registers,
    }),
  };
}

/** Makes the measures on a registry of their own. `countLiveCalls` is asked at each scrape. */
export function createMetrics(countLiveCalls: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_SAMPLE_MS });
  new Gauge({
    name: 'toran_live_calls',
    help: 'Calls alive on this node',
    registers: [registry],
    collect() {
      this.set(countLiveCalls());
    },
  });
  const made = measures(registry);
  const jobs = jobMeasures(registry);
  return {
    bargeIn: made.bargeIn,
    answer: made.answer,
    parser: {
      observe(seconds, outcome) {
        made.parserSeconds.observe(seconds);
        made.parserTotal.inc({ outcome });
      },
    },
    bookings: { count: (outcome) => made.bookings.inc({ outcome }) },
    deadAir: { count: () => made.deadAir.inc() },
    jobs: {
      ended: (queue, outcome) => jobs.ended.inc({ queue, outcome }),
      waited: (queue, seconds) => jobs.waited.set({ queue }, seconds),
    },
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
