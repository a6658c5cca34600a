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
}

/** The times of a slot as the booking rules give them, in epoch milliseconds. */
export interface SlotTimes {
  startsAt: number;
  endsAt: number;
  busyFrom: number;
  busyUntil: number;
}

/** The same times as the database takes them. */
export function slotDates(times: SlotTimes): Pick<SlotWrite, 'startsAt' | 'endsAt' | 'busyFrom' | 'busyUntil'> {
  return {
    startsAt: new Date(times.startsAt),
    endsAt: new Date(times.endsAt),
    busyFrom: new Date(times.busyFrom),
    busyUntil: new Date(times.busyUntil),
  };
}
