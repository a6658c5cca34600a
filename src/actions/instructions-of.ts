import { bookingHours } from '../booking/booking-hours.ts';
import { joinLayers, promptLayers } from '../speech/prompt.ts';
import type { OpenedCall } from './open-call.ts';

/** What the voice model is told at the beginning of a session; anew for each, since the day may have changed. */
export function instructionsOf({ callPrompt, schedule }: OpenedCall, now: number): string {
  return joinLayers(promptLayers({ callPrompt, schedule, hours: bookingHours(schedule, now), now }));
}
