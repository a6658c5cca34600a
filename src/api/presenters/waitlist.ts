import type { WaitlistRow } from '../../db/entities/waitlist.ts';
import { nationalPhone } from './phone.ts';

export function presentWaitlistEntry(row: WaitlistRow) {
  const { id, businessId, leadId, callSid, date, name } = row;
  return {
    id,
    businessId,
    leadId,
    callSid,
    date,
    name,
    phone: nationalPhone(row.phone),
    status: row.toldAt === null ? 'waiting' : 'told',
    createdAt: row.createdAt.toISOString(),
    toldAt: row.toldAt?.toISOString() ?? null,
  };
}
