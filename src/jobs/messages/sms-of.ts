import type { BusinessRow } from '../../db/entities/business.ts';
import type { MessageRow } from '../../db/entities/message.ts';
import type { Sms } from '../../transport/twilio/sms.ts';
import type { MessageTools } from './message-tools.ts';

/** A message as an SMS; null where there is no account, or no number that one could go to. */
export function smsOf({ phone, text }: MessageRow, { phoneNumber }: BusinessRow, tools: MessageTools): Sms | null {
  if (tools.sms === null || !phone.startsWith('+')) return null;
  return { to: phone, from: tools.smsFrom ?? phoneNumber, body: text };
}
