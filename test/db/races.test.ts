import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { holdSlot } from '../../src/db/queries/hold-slot.ts';
import { rescheduleAppointment } from '../../src/db/queries/reschedule-appointment.ts';
import { describeOnServer } from '../support/databases.ts';
import { halfHour, Salon } from './salon.ts';

const NOON = Date.parse('2027-02-01T10:00:00Z');
const minutes = (count: number) => new Date(NOON + count * 60_000).toISOString();

function counted(kinds: readonly { kind: string }[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(kinds.map(({ kind }) => kind))].map((kind) => [kind, kinds.filter((one) => one.kind === kind).length]),
  );
}

describeOnServer('races', (opened) => {
  const deadlocks = async () => {
    const [row] = await opened().database.dataSource.query<{ deadlocks: number }[]>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    return row?.deadlocks;
  };

  test('sixteen retries of one call make one appointment', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    const dana = await salon.isCalledBy('+972501111111');
    const slot = halfHour(dana, minutes(0));
    const results = await Promise.all(
      Array.from({ length: 16 }, () =>
        database.inBusiness(salon.id, (manager) => confirmSlot(manager, salon.id, slot)),
      ),
    );
    const repeated = results.map((result) => (result.kind === 'confirmed' ? result.repeated : 'taken'));
    expect(repeated.sort()).toEqual([...Array.from({ length: 15 }, () => 'again'), 'first']);
    expect(await salon.rowCount()).toBe(1);
  });

  test('sixteen confirmations of one hold make one appointment', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    const dana = await salon.isCalledBy('+972501111111');
    const slot = halfHour(dana, minutes(0));
    await database.inBusiness(salon.id, (manager) => holdSlot(manager, salon.id, { slot, holdSeconds: 90 }));
    const results = await Promise.all(
      Array.from({ length: 16 }, () =>
        database.inBusiness(salon.id, (manager) => confirmSlot(manager, salon.id, slot)),
      ),
    );
    expect(counted(results)).toEqual({ confirmed: 16 });
    expect(results.filter((result) => result.kind === 'confirmed' && result.repeated === 'first')).toHaveLength(1);
    expect(await salon.rowCount()).toBe(1);
  });

  test('of a hundred callers on one slot, at overlapping times, one gets it, quickly and without a deadlock', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    const caller = await salon.isCalledBy('+972501111111');
    const before = await deadlocks();
    const started = performance.now();
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const slot = halfHour({ ...caller, callSid: `CA${index}` }, minutes((index % 3) * 5));
        return database.inBusiness<{ kind: string }>(salon.id, (manager) =>
          index % 2 === 0
            ? holdSlot(manager, salon.id, { slot, holdSeconds: 90 })
            : confirmSlot(manager, salon.id, slot),
        );
      }),
    );
    expect(results.filter((result) => result.kind === 'taken')).toHaveLength(99);
    expect(await salon.rowCount()).toBe(1);
    expect(await deadlocks()).toBe(before);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('expired holds in the way of fifty callers end with one row', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    const caller = await salon.isCalledBy('+972501111111');
    for (const offset of [0, 30]) {
      const slot = halfHour({ ...caller, callSid: `CAold${offset}` }, minutes(offset));
      await database.inBusiness(salon.id, (manager) => holdSlot(manager, salon.id, { slot, holdSeconds: 0 }));
    }
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const slot = halfHour({ ...caller, callSid: `CA${index}` }, minutes(15));
        return database.inBusiness(salon.id, (manager) => confirmSlot(manager, salon.id, slot));
      }),
    );
    expect(counted(results)).toEqual({ confirmed: 1, taken: 49 });
    expect(await salon.rowCount()).toBe(1);
  });

  test('moves that cross each other neither overlap nor deadlock', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    const caller = await salon.isCalledBy('+972501111111');
    const ids = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const slot = halfHour({ ...caller, callSid: `CA${index}` }, minutes(index * 30));
        const made = await database.inBusiness(salon.id, (manager) => confirmSlot(manager, salon.id, slot));
        return made.kind === 'confirmed' ? made.appointment.id : '';
      }),
    );
    const before = await deadlocks();
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const move = { ...halfHour(caller, minutes(240 + (index % 5) * 10)), appointmentId: ids[index % 8] ?? '' };
        return database.inBusiness(salon.id, (manager) => rescheduleAppointment(manager, salon.id, move));
      }),
    );
    expect(counted(results)['unknown']).toBeUndefined();
    expect(counted(results)['moved']).toBeGreaterThanOrEqual(1);
    expect(await salon.rowCount()).toBe(8);
    expect(await deadlocks()).toBe(before);
  });
});
