import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

export interface Signing {
  /** The same for every try of one event: receivers drop what they have seen. */
  id: string;
  secret: string;
  body: string;
  /** Epoch milliseconds of this try. */
  now: number;
}

/** The three headers of the Standard Webhooks specification: HMAC-SHA256 over id, time and body. */
export function signedHeaders({ id, secret, body, now }: Signing): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
