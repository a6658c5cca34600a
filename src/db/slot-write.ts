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
