import { randomInt, randomUUID } from 'node:crypto';
import type { Schedule } from '../../src/booking/schedule.ts';
import type { Appointment } from '../../src/db/appointment.ts';
import type { Database } from '../../src/db/database.ts';
import type { AppointmentStatus } from '../../src/db/entities/appointment.ts';
import { findAppointments } from '../../src/db/queries/find-appointments.ts';
import { insertBusiness } from '../../src/db/queries/insert-business.ts';
import { openCallSession } from '../../src/db/queries/open-call-session.ts';
import { upsertLead } from '../../src/db/queries/upsert-lead.ts';
import type { SlotWrite } from '../../src/db/slot-write.ts';

/** A salon of its own, open around the clock unless told otherwise. */
export class Salon {
  readonly id = randomUUID();
  readonly phoneNumber = `+9723${randomInt(1_000_000, 9_999_999)}`;
  readonly database: Database;

  private constructor(database: Database) {
    this.database = database;
  }

  static async opens(database: Database, settings: Partial<Omit<Schedule, 'timezone'>> = {}): Promise<Salon> {
    const salon = new Salon(database);
    const { id, phoneNumber } = salon;
    await database.inBusiness(id, (manager) =>
      insertBusiness(manager, id, { name: 'הסלון של דנה', phoneNumber, settings: { ...alwaysOpen, ...settings } }),
    );
    return salon;
  }

  /** Somebody calls: a lead and a session. */
  async isCalledBy(phone: string | null, callSid = `CA${randomUUID().replaceAll('-', '')}`) {
    return this.database.inBusiness(this.id, async (manager) => {
      const lead = await upsertLead(manager, this.id, { phone, callSid });
      await openCallSession(manager, this.id, {
        callSid,
        leadId: lead.id,
        fromNumber: phone,
        nodeId: 'node-1',
        leaseSeconds: 60,
      });
      return { businessId: this.id, callSid, leadId: lead.id };
    });
  }

  async appointments(status?: AppointmentStatus): Promise<Appointment[]> {
    return this.database.inBusiness(this.id, (manager) => findAppointments(manager, this.id, { status, limit: 1000 }));
  }

  /** Rows as they are, expired holds too. */
  async rowCount(): Promise<number> {
    const [row] = await this.database.inBusiness(this.id, (manager) =>
      manager.query<{ rows: number }[]>('SELECT count(*)::int AS rows FROM appointment'),
    );
    return row?.rows ?? 0;
  }
}

const alwaysOpen = { activeDays: [0, 1, 2, 3, 4, 5, 6], startHour: '00:00', endHour: '24:00', bookingWindowDays: 365 };

/** Half an hour from this instant on, for Dana. */
export function halfHour(call: { callSid: string; leadId: string }, startsAt: string): SlotWrite & { callSid: string } {
  const from = new Date(startsAt);
  const until = new Date(from.getTime() + 30 * 60_000);
  return {
    callSid: call.callSid,
    leadId: call.leadId,
    startsAt: from,
    endsAt: until,
    busyFrom: from,
    busyUntil: until,
    name: 'דנה לוי',
    phone: '+972501234567',
  };
}
