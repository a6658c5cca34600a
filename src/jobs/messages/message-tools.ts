import type { Database } from '../../db/database.ts';
import type { SmsSender } from '../../transport/twilio/sms.ts';

/** The ways to reach a person after a call, best first: SMS, the business's own systems, the owner who sees what was kept. */
export interface MessageTools {
  database: Database;
  /** Null where no account is set. */
  sms: SmsSender | null;
  /** Who a message comes from; null: the business's own number. */
  smsFrom: string | null;
  now: () => number;
}
