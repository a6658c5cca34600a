import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../../db/entities/message.ts';
import { endMessage } from '../../db/queries/end-message.ts';
import { waitOn } from '../../db/queries/wait-on.ts';

export interface Untold {
  status: 'kept' | 'cancelled' | 'failed';
  note?: string;
}

/** It reached nobody; whoever waits for a time goes on waiting in their place. */
export async function endUntold(
  manager: EntityManager,
  { businessId, id: messageId }: MessageRow,
  end: Untold,
): Promise<void> {
  await endMessage(manager, businessId, { messageId, channel: null, ...end });
  await waitOn(manager, businessId, messageId);
}
