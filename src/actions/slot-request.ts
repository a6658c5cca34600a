import type { Slot } from '../../machines/vocabulary.ts';
import type { Refusal } from '../booking/schedule.ts';

/** What a call asks of the diary. */
export interface SlotRequest {
  businessId: string;
  callSid: string;
  /** The epoch the call was taken with: another node's take-over makes this request void. Left out where no node has the call. */
  epoch?: number | undefined;
  leadId: string;
  slot: Slot;
  name: string;
  phone: string;
  /** Epoch milliseconds; the clock's where it is left out. */
  now?: number;
}

/** Why not, and two or three free times near it, as `YYYY-MM-DD HH:MM`. */
export interface SlotRefused {
  kind: 'refused';
  reason: Refusal;
  alternatives: string[];
}
