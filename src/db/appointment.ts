import type { EntityManager } from 'typeorm';
import type { AppointmentRow, AppointmentStatus } from './entities/appointment.ts';
import { wallClock } from './wall-clock.ts';

declare const readFromTheDatabase: unique symbol;

/**
 * An appointment that exists: only the queries of this folder can make one (law L8), because only they can put the mark on it.
 * `date` and `time` are the wall clock of the business's zone.
 */
export interface Appointment {
  readonly id: string;
  readonly businessId: string;
  readonly leadId: string;
  readonly resourceId: string;
  readonly callSid: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly date: string;
  readonly time: string;
  readonly name: string;
  readonly phone: string;
  readonly status: AppointmentStatus;
  readonly [readFromTheDatabase]: true;
}

declare const movedInTheDatabase: unique symbol;

/** An appointment that stands where a move of it was to bring it. Only the moving query makes one. */
export interface MovedAppointment extends Appointment {
  readonly [movedInTheDatabase]: true;
}

/** A row that says it is cancelled. */
export interface CancelledAppointment extends Appointment {
  readonly status: 'cancelled';
}

/** Columns of `appointment a JOIN business b`, named as `Appointment` has them. */
export const appointmentColumns = `a.id, a.business_id AS "businessId", a.lead_id AS "leadId",
  a.resource_id AS "resourceId", a.call_sid AS "callSid", a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.name, a.phone, a.status, b.timezone`;

/** A row of `appointmentColumns`. */
export type AppointmentRead = Pick<
  AppointmentRow,
  'id' | 'businessId' | 'leadId' | 'resourceId' | 'callSid' | 'startsAt' | 'endsAt' | 'name' | 'phone' | 'status'
> & { timezone: string };

/** Runs a SELECT of `appointmentColumns`. For the queries of `src/db/queries` alone. */
export async function readAppointments(manager: EntityManager, sql: string, values: unknown[]): Promise<Appointment[]> {
  const rows = await manager.query<AppointmentRead[]>(sql, values);
  return rows.map(asAppointment);
}

/** Puts the mark on what was read. For `src/db/queries` alone. */
export function asAppointment({ timezone, ...row }: AppointmentRead): Appointment {
  return { ...row, ...wallClock(row.startsAt, timezone) } as Appointment;
}

/** Runs an INSERT or UPDATE of `appointment` (without RETURNING) and reads what it wrote. For `src/db/queries` alone. */
export async function writeAppointment(
  manager: EntityManager,
  statement: string,
  values: unknown[],
): Promise<Appointment | null> {
  const sql = `WITH a AS (${statement} RETURNING appointment.*) SELECT ${appointmentColumns} FROM a JOIN business b ON b.id = a.business_id`;
  const [written] = await readAppointments(manager, sql, values);
  return written ?? null;
}
