import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { holdSlot } from '../../src/db/queries/hold-slot.ts';
import { insertResource } from '../../src/db/queries/insert-resource.ts';
import type { NewResource } from '../../src/db/queries/insert-resource.ts';
import { rescheduleAppointment } from '../../src/db/queries/reschedule-appointment.ts';
import type { SlotWrite } from '../../src/db/slot-write.ts';
import { describeOnEachDatabase, describeOnServer } from '../support/databases.ts';
import { halfHour, Salon } from './salon.ts';

const NOON = '2027-02-01T10:00:00Z';
const HALF_PAST = '2027-02-01T10:30:00Z';

const hires = (salon: Salon, fields: NewResource) =>
  salon.database.inBusiness(salon.id, (manager) => insertResource(manager, salon.id, fields));

const confirms = (salon: Salon, slot: SlotWrite) =>
  salon.database.inBusiness(salon.id, (manager) => confirmSlot(manager, salon.id, slot));

async function places(salon: Salon): Promise<string[]> {
  const rows = await salon.database.inBusiness(salon.id, (manager) =>
    manager.query<{ place: string }[]>(
      `SELECT r.name || ' ' || a.seat AS place FROM appointment a JOIN resource r ON r.id = a.resource_id
       WHERE a.status <> 'cancelled' ORDER BY 1`,
    ),
  );
  return rows.map(({ place }) => place);
}

describeOnEachDatabase('several resources', (database) => {
  test('an appointment goes to the first who is free, and to nobody when all are taken', async () => {
    const salon = await Salon.opens(database());
    const noa = await hires(salon, { name: 'נועה', capacity: 2 });
    const caller = await salon.isCalledBy('+972501111111');
    const kinds: string[] = [];
    for (const callSid of ['CA1', 'CA2', 'CA3', 'CA4']) {
      kinds.push((await confirms(salon, halfHour({ ...caller, callSid }, NOON))).kind);
    }
    expect(kinds).toEqual(['confirmed', 'confirmed', 'confirmed', 'taken']);
    expect(await places(salon)).toEqual(['הסלון של דנה 1', 'נועה 1', 'נועה 2']);
    const withNoa = { ...halfHour({ ...caller, callSid: 'CA5' }, HALF_PAST), resourceIds: [noa.id] };
    expect(await confirms(salon, withNoa)).toMatchObject({ kind: 'confirmed', appointment: { resourceId: noa.id } });
  });

  test('one call has one place, however often it asks', async () => {
    const salon = await Salon.opens(database());
    await hires(salon, { name: 'נועה', capacity: 3 });
    const dana = await salon.isCalledBy('+972501111111');
    const slot = halfHour(dana, NOON);
    const hold = () =>
      database().inBusiness(salon.id, (manager) => holdSlot(manager, salon.id, { slot, holdSeconds: 90 }));
    const first = await hold();
    expect(await hold()).toEqual(first);
    await confirms(salon, slot);
    expect(await confirms(salon, slot)).toMatchObject({ repeated: 'again' });
    expect(await salon.rowCount()).toBe(1);
  });

  test('a move stays with the same one where they are free, else goes to another', async () => {
    const salon = await Salon.opens(database());
    const noa = await hires(salon, { name: 'נועה' });
    const caller = await salon.isCalledBy('+972501111111');
    const made = await confirms(salon, { ...halfHour({ ...caller, callSid: 'CA1' }, NOON), resourceIds: [noa.id] });
    const appointmentId = made.kind === 'confirmed' ? made.appointment.id : '';
    const moveTo = (startsAt: string, resourceIds?: string[]) =>
      database().inBusiness(salon.id, (manager) => {
        const move = { ...halfHour(caller, startsAt), appointmentId };
        return rescheduleAppointment(manager, salon.id, resourceIds === undefined ? move : { ...move, resourceIds });
      });
    expect(await moveTo(HALF_PAST)).toMatchObject({ kind: 'moved', appointment: { resourceId: noa.id } });
    await confirms(salon, { ...halfHour({ ...caller, callSid: 'CA2' }, NOON), resourceIds: [noa.id] });
    expect(await moveTo(NOON, [noa.id])).toEqual({ kind: 'taken' });
    expect(await moveTo(NOON)).toMatchObject({ kind: 'moved' });
    expect(await places(salon)).toEqual(['הסלון של דנה 1', 'נועה 1']);
  });
});

describeOnServer('races for several resources', (opened) => {
  const deadlocks = async () => {
    const [row] = await opened().database.dataSource.query<{ deadlocks: number }[]>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    return row?.deadlocks;
  };

  test('eighty callers get exactly the places there are', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    await hires(salon, { name: 'נועה', capacity: 3 });
    await hires(salon, { name: 'שי' });
    const caller = await salon.isCalledBy('+972501111111');
    const before = await deadlocks();
    const results = await Promise.all(
      Array.from({ length: 80 }, (_, index) => {
        const slot = halfHour({ ...caller, callSid: `CA${index}` }, index % 2 === 0 ? NOON : '2027-02-01T10:15:00Z');
        return database.inBusiness<{ kind: string }>(salon.id, (manager) =>
          index % 3 === 0
            ? holdSlot(manager, salon.id, { slot, holdSeconds: 90 })
            : confirmSlot(manager, salon.id, slot),
        );
      }),
    );
    expect(results.filter(({ kind }) => kind === 'taken')).toHaveLength(75);
    expect(await places(salon)).toEqual(['הסלון של דנה 1', 'נועה 1', 'נועה 2', 'נועה 3', 'שי 1']);
    expect(await deadlocks()).toBe(before);
  });

  test('sixteen retries of one call take one place of many', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    await hires(salon, { name: 'נועה', capacity: 20 });
    const slot = halfHour(await salon.isCalledBy('+972501111111'), NOON);
    const results = await Promise.all(Array.from({ length: 16 }, () => confirms(salon, slot)));
    expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 16 }, () => 'confirmed'));
    expect(await salon.rowCount()).toBe(1);
  });

  test('moves onto places that others take at the same moment find the ones that are left', async () => {
    const { database } = opened();
    const salon = await Salon.opens(database);
    await hires(salon, { name: 'נועה', capacity: 9 });
    const caller = await salon.isCalledBy('+972501111111');
    const ids = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const made = await confirms(salon, halfHour({ ...caller, callSid: `CA${index}` }, NOON));
        return made.kind === 'confirmed' ? made.appointment.id : '';
      }),
    );
    const before = await deadlocks();
    const moves = ids.map((appointmentId) =>
      database.inBusiness<{ kind: string }>(salon.id, (manager) =>
        rescheduleAppointment(manager, salon.id, { ...halfHour(caller, HALF_PAST), appointmentId }),
      ),
    );
    const bookings = ids.map((_, index) =>
      confirms(salon, halfHour({ ...caller, callSid: `CAnew${index}` }, HALF_PAST)),
    );
    const kinds = (await Promise.all<{ kind: string }>([...moves, ...bookings])).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'taken')).toHaveLength(10);
    expect(await deadlocks()).toBe(before);
  });
});
