import type { SlotTimes } from '../booking/reserve.ts';

/** A slot about to be written. `busyFrom`/`busyUntil` hold the buffers; `callSid` is null for one made by hand. */
export interface SlotWrite {
  callSid: string | null;
  leadId: string;
  startsAt: Date;
  endsAt: Date;
  busyFrom: Date;
  busyUntil: Date;
  name: string;
  phone: string;
  /** Who may take it, the preferred first; left out or empty: whoever there is. */
  resourceIds?: readonly string[];
}

/** When a slot is, and with whom it may be. */
export type SlotWhen = Pick<SlotWrite, 'startsAt' | 'endsAt' | 'busyFrom' | 'busyUntil' | 'resourceIds'>;

/** The times of a slot as the booking rules give them, as the database takes them. */
export function slotDates(times: SlotTimes): SlotWhen {
  return {
    startsAt: new Date(times.startsAt),
    endsAt: new Date(times.endsAt),
    busyFrom: new Date(times.busyFrom),
    busyUntil: new Date(times.busyUntil),
    resourceIds: times.resourceIds,
  };
}
