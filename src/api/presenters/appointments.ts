import type { Appointment } from '../../db/appointment.ts';
import { nationalPhone } from './phone.ts';
import { zonedTime } from './zoned-time.ts';

/** An appointment as contract §5 shows it: instants with the zone's offset, the number as people write it. */
export function presentAppointment(row: Appointment, timezone: string) {
  const { id, businessId, leadId, resourceId, callSid, date, time, name, status } = row;
  return {
    id,
    businessId,
    leadId,
    resourceId,
    callSid,
    startsAt: zonedTime(row.startsAt, timezone),
    endsAt: zonedTime(row.endsAt, timezone),
    date,
    time,
    name,
    phone: nationalPhone(row.phone),
    status,
  };
}
