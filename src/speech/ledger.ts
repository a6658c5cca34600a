import type { Appointment, CancelledAppointment, MovedAppointment } from '../db/appointment.ts';
import type { Truth } from './claims.ts';

/**
 * What the database holds for this caller, as far as this call has read or written it: the only source of what may be
 * announced and claimed. Each row enters with the mark of the query that read it, so that none can be made up.
 */
export class Ledger {
  readonly #callSid: string;
  readonly #standing = new Map<string, Appointment>();
  readonly #moved = new Map<string, MovedAppointment>();
  readonly #cancelled = new Map<string, CancelledAppointment>();
  readonly #waitlisted = new Set<string>();

  constructor(callSid: string) {
    this.#callSid = callSid;
  }

  /** The caller's coming appointments as they are now; what is not among them does not stand any more. */
  found(appointments: readonly Appointment[]): void {
    this.#standing.clear();
    for (const appointment of appointments) this.#standing.set(appointment.id, appointment);
  }

  booked(appointment: Appointment): void {
    this.#standing.set(appointment.id, appointment);
  }

  moved(appointment: MovedAppointment): void {
    this.#standing.set(appointment.id, appointment);
    this.#moved.set(appointment.id, appointment);
  }

  cancelled(appointment: CancelledAppointment): void {
    this.#standing.delete(appointment.id);
    this.#moved.delete(appointment.id);
    this.#cancelled.set(appointment.id, appointment);
  }

  /** The caller is on the waitlist of this day, `YYYY-MM-DD`. */
  waitlisted(date: string): void {
    this.#waitlisted.add(date);
  }

  standing(id: string): Appointment | null {
    return this.#standing.get(id) ?? null;
  }

  movedTo(id: string): MovedAppointment | null {
    return this.#moved.get(id) ?? null;
  }

  cancelledOne(id: string): CancelledAppointment | null {
    return this.#cancelled.get(id) ?? null;
  }

  isWaitlisted(date: string): boolean {
    return this.#waitlisted.has(date);
  }

  /** What the claims of the model are held against. What an earlier call booked stands, but this one did not book it. */
  truthOn(today: string): Truth {
    const standing = [...this.#standing.values()];
    return {
      today,
      booked: standing.filter(({ id, callSid }) => callSid === this.#callSid || this.#moved.has(id)),
      standing,
      moved: [...this.#moved.values()],
      cancelled: [...this.#cancelled.values()],
      waitlisted: [...this.#waitlisted],
    };
  }
}
