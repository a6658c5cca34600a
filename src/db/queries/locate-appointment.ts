import type { EntityManager } from 'typeorm';

/** Whose appointment this id (a UUID) is. Runs `anywhere`. */
export async function locateAppointment(manager: EntityManager, appointmentId: string): Promise<string | null> {
  const [row] = await manager.query<{ businessId: string }[]>(
    `SELECT business_id AS "businessId" FROM appointment WHERE id = $1`,
    [appointmentId],
  );
  return row?.businessId ?? null;
}
