import { once } from '../once.ts';
import type { SentKey } from '../once.ts';
import type { Reply } from '../reply.ts';
import type { AskedDatabase } from './own-business.ts';
import { insideBusiness } from './tenancy.ts';
import type { Inside } from './tenancy.ts';

/** Works inside one business, once for each key that was sent. */
export function insideOnce(
  database: AskedDatabase,
  { businessId, sent }: { businessId: string; sent: SentKey | null },
  work: (inside: Inside) => Promise<Reply>,
): Promise<Reply> {
  return insideBusiness(database, businessId, (inside) =>
    once({ ...inside, businessId: inside.business.id, sent }, () => work(inside)),
  );
}
