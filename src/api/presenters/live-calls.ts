import type { LiveCall } from '../live-port.ts';

/** A live call as the console shows it. */
export function presentLiveCall(call: LiveCall) {
  const { callSid, businessId, startedAt, state } = call;
  return { callSid, businessId, startedAt: new Date(startedAt).toISOString(), state };
}
