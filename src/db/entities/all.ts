import { AppointmentSettingsEntity } from './appointment-settings.ts';
import { AppointmentEntity } from './appointment.ts';
import { BusinessEntity } from './business.ts';
import { CallEventEntity } from './call-event.ts';
import { CallSessionEntity } from './call-session.ts';
import { ConsoleUserEntity } from './console-user.ts';
import { LeadEntity } from './lead.ts';
import { MessageEntity } from './message.ts';
import { ReminderEntity } from './reminder.ts';
import { ResourceEntity } from './resource.ts';
import { TranscriptLineEntity } from './transcript-line.ts';
import { WaitlistEntity } from './waitlist.ts';
import { WebhookDeliveryEntity } from './webhook-delivery.ts';
import { WebhookEntity } from './webhook.ts';

/** Every table there is. */
export const allEntities = [
  BusinessEntity,
  AppointmentSettingsEntity,
  ResourceEntity,
  LeadEntity,
  CallSessionEntity,
  CallEventEntity,
  TranscriptLineEntity,
  AppointmentEntity,
  ReminderEntity,
  WaitlistEntity,
  ConsoleUserEntity,
  WebhookEntity,
  WebhookDeliveryEntity,
  MessageEntity,
];
