import type { Slot } from '../../machines/vocabulary.ts';

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
