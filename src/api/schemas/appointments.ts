import { z } from 'zod';
import type { FieldCode } from '../field-codes.ts';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { anyId, dateShape, instant, nameText, realDate, timeShape } from './values.ts';

const appointmentStatus = z.enum(['held', 'confirmed', 'cancelled'], 'Give held, confirmed or cancelled.');

export const appointment = named(
  'Appointment',
  z.object({
    id: anyId,
    businessId: anyId,
    leadId: anyId,
    resourceId: anyId,
    callSid: z.string().nullable(),
    startsAt: instant,
    endsAt: instant,
    date: z.string(),
    time: z.string(),
    name: z.string(),
    phone: z.string(),
    status: appointmentStatus,
  }),
);

export const appointmentPage = pageOf('AppointmentPage', appointment);

export const appointmentQuery = z.object({
  from: realDate.optional(),
  to: realDate.optional(),
  status: appointmentStatus.optional(),
  resourceId: anyId.optional(),
  leadId: anyId.optional(),
  ...pageQuery(500, 1000),
});

export const newAppointment = named(
  'NewAppointment',
  z.strictObject({
    date: dateShape,
    time: timeShape,
    name: nameText(),
    phone: z.string('Give the phone number as text.').max(60, 'This is too long for a phone number.'),
    resourceId: anyId.optional(),
  }),
);

/** Either a new time (and with whom), or `status: "cancelled"`. */
export const appointmentChange = named(
  'AppointmentChange',
  z
    .strictObject({
      date: dateShape.optional(),
      time: timeShape.optional(),
      resourceId: anyId.optional(),
      status: z.literal('cancelled', 'The only status that can be set is cancelled.').optional(),
    })
    .superRefine((change, context) => {
      const isMove = [change.date, change.time, change.resourceId].some((given) => given !== undefined);
      const message = isMove
        ? 'Give either a new date and time or status: cancelled, not both.'
        : 'Give a new date and time, or status: cancelled.';
      const refuse = (code: FieldCode, field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message, params: { code } });
      if (isMove === (change.status !== undefined)) refuse('move-or-cancel', 'status', message);
      if (!isMove || change.status !== undefined) return;
      if (change.date === undefined) refuse('missing', 'date', 'Give the date of the new time.');
      if (change.time === undefined) refuse('missing', 'time', 'Give the time on the new date.');
    }),
);

export const appointmentParams = z.object({ appointmentId: anyId });
export type AppointmentChange = z.output<typeof appointmentChange>;
export type NewAppointment = z.output<typeof newAppointment>;
