import type { EntityManager } from 'typeorm';
import type { WebhookEvent } from '../entities/webhook.ts';

export interface Happening {
  type: WebhookEvent;
  leadId: string;
  subject: Readonly<Record<string, unknown>> & { id: string };
}

/** Puts an event on its way to every webhook that wants it. Says how many there are. */
export async function tellWebhooks(
  manager: EntityManager,
  businessId: string,
  { type, leadId, subject }: Happening,
): Promise<number> {
  const told = await manager.query<unknown[]>(
    `INSERT INTO webhook_delivery (business_id, webhook_id, type, subject_id, lead_id, subject)
     SELECT w.business_id, w.id, $2, $3, $4, $5 FROM webhook w WHERE w.business_id = $1 AND $2 = ANY (w.events)
     RETURNING id`,
    [businessId, type, subject.id, leadId, JSON.stringify(subject)],
  );
  return told.length;
}
