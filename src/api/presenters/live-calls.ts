import type { LiveCall } from '../live-port.ts';

/** A live call as the console shows it. */
export function presentLiveCall(call: LiveCall) {
  const { callSid, businessId, startedAt, state, kind, from, lastLine } = call;
  return { callSid, businessId, kind, from, startedAt: new Date(startedAt).toISOString(), state, lastLine };
}
