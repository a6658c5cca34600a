import type { Telemetry } from '../actions/telemetry.ts';
import type { Metrics } from '../api/metrics.ts';

/** What calls measure, on the node's metrics. */
export function telemetryOf(metrics: Metrics): Telemetry {
  return {
    bargedIn: (seconds) => metrics.bargeIn.observe(seconds),
    answered: (seconds) => metrics.answer.observe(seconds),
    parsed: ({ seconds, outcome }) => metrics.parser.observe(seconds, outcome),
    booked: (outcome) => metrics.bookings.count(outcome),
    fellSilent: () => metrics.deadAir.count(),
  };
}
