import type { CallSessionRow } from '../../db/entities/call-session.ts';
import { getCall } from '../../db/queries/get-call.ts';
import { locateCall } from '../../db/queries/locate-call.ts';
import { notFound } from '../problem.ts';
import { refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { AskedDatabase } from './own-business.ts';
import { insideOwner } from './tenancy.ts';
import type { Inside } from './tenancy.ts';

interface InsideCall extends Inside {
  call: CallSessionRow;
}

/** Works inside the business whose call it is; an unknown call, or one of another business than asked for, answers 404. */
export function insideCall(
  database: AskedDatabase,
  { callSid, businessId }: { callSid: string; businessId?: string | undefined },
  work: (inside: InsideCall) => Promise<Reply>,
): Promise<Reply> {
  return insideOwner({ database, locate: locateCall }, { what: 'call', id: callSid, businessId }, async (inside) => {
    const call = await getCall(inside.manager, inside.business.id, callSid);
    return call === null ? refuse(notFound('call')) : work({ ...inside, call });
  });
}
