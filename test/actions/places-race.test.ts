import { createAppointmentFromRealtime } from '../../src/actions/create-appointment-from-realtime.ts';
import { holdSlot } from '../../src/actions/hold-slot.ts';
import { releaseHold } from '../../src/actions/release-hold.ts';
import { openDatabase } from '../../src/db/database.ts';
import type { Database } from '../../src/db/database.ts';
import { insertResource } from '../../src/db/queries/insert-resource.ts';
import { Salon } from '../db/salon.ts';
import { describeOnServer } from '../support/databases.ts';

const slot = { date: '2027-02-01', time: '12:00' };
const now = Date.parse('2027-01-31T08:00:00Z');
const near = ['2027-02-01 11:30', '2027-02-01 12:30', '2027-02-01 11:00'];
const CALLERS = 60;
const PLACES = 3;

describeOnServer('sixty calls of two nodes that want one time with three places', (opened) => {
  const held: { other?: Database } = {};
  beforeAll(async () => {
    const databaseUrl = opened().databaseUrl ?? '';
    held.other = await openDatabase({ databaseUrl, dataDir: 'memory://', pace: 'patient' });
  });
  afterAll(() => held.other?.close());

  async function salonWith(capacities: readonly number[]) {
    const { database } = opened();
    const nodes = [database, held.other ?? database];
    const salon = await Salon.opens(database);
    const { leadId } = await salon.isCalledBy('+972501111111');
    const [first = 1, ...more] = capacities;
    await database.inBusiness(salon.id, async (manager) => {
      await manager.query('UPDATE resource SET capacity = $2 WHERE business_id = $1', [salon.id, first]);
      for (const capacity of more) await insertResource(manager, salon.id, { name: `עמדה ${capacity}`, capacity });
    });
    const nodeOf = (caller: number) => nodes[caller % 2] ?? database;
    const request = (caller: number) => {
      const wanted = { slot, name: 'דנה', phone: '0501234567', now };
      return { businessId: salon.id, callSid: `CA${caller}`, leadId, ...wanted };
    };
    return {
      ask: (callers: readonly number[]) =>
        Promise.all(callers.map((one) => holdSlot(nodeOf(one), { ...request(one), holdSeconds: 90 }))),
      confirm: (callers: readonly number[]) =>
        Promise.all(callers.map((one) => createAppointmentFromRealtime(nodeOf(one), request(one)))),
      decline: (caller: number) => releaseHold(nodeOf(caller), request(caller)),
      /** Who has a place, with what status; and on how many different places they sit. */
      seated: async () => {
        const rows = await database.inBusiness(salon.id, (manager) =>
          manager.query<{ call: string; place: string; status: string }[]>(
            `SELECT call_sid AS call, resource_id || ' ' || seat AS place, status FROM appointment WHERE business_id = $1`,
            [salon.id],
          ),
        );
        const places = new Set(rows.map(({ place }) => place)).size;
        return { places, calls: rows.map(({ call, status }) => `${call} ${status}`).sort() };
      },
    };
  }

  const deadlocks = async () => {
    const [row] = await opened().database.dataSource.query<{ deadlocks: number }[]>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    return row?.deadlocks;
  };

  const taken = { kind: 'refused', reason: 'taken', alternatives: near };
  /** Of those who asked: who was offered the time. All others heard that it is taken, and what is near. */
  function offered(callers: readonly number[], results: readonly { kind: string }[]): number[] {
    const refused = results.filter(({ kind }) => kind !== 'held');
    expect(refused).toEqual(refused.map(() => taken));
    return callers.filter((_, index) => results[index]?.kind === 'held');
  }

  const named = (callers: readonly number[], status: string) => callers.map((one) => `CA${one} ${status}`).sort();

  test.each([
    ['one resource of three', [3]],
    ['two resources, of one and of two', [1, 2]],
  ])(
    '%s: as many are offered it as there are places; who declines makes room for as many',
    async (_what, capacities) => {
      const { ask, confirm, decline, seated } = await salonWith(capacities);
      const deadlocksBefore = await deadlocks();
      const all = Array.from({ length: CALLERS }, (_, index) => index);

      const first = offered(all, await ask(all));
      expect(first).toHaveLength(PLACES);
      expect(await seated()).toEqual({ places: PLACES, calls: named(first, 'held') });

      const [staying = 0, ...leaving] = first;
      await Promise.all(leaving.map(decline));
      const others = all.filter((one) => !first.includes(one));
      const second = offered(others, await ask(others));
      expect(second).toHaveLength(leaving.length);
      const holders = [staying, ...second];
      expect(await seated()).toEqual({ places: PLACES, calls: named(holders, 'held') });

      const late = others.filter((one) => !second.includes(one)).slice(0, 10);
      const written = await confirm([...holders, ...late, ...holders]);
      expect(written.map(({ kind }) => kind)).toEqual([
        ...holders.map(() => 'created'),
        ...late.map(() => 'refused'),
        ...holders.map(() => 'created'),
      ]);
      expect(await seated()).toEqual({ places: PLACES, calls: named(holders, 'confirmed') });
      expect(await deadlocks()).toBe(deadlocksBefore);
    },
  );

  test('who holds a place asks again together with the others: they keep it, and nobody gets one more', async () => {
    const { ask, seated } = await salonWith([1, 2]);
    const all = Array.from({ length: CALLERS }, (_, index) => index);
    const first = offered(all, await ask(all));
    expect(offered(all, await ask(all))).toEqual(first);
    expect(await seated()).toEqual({ places: PLACES, calls: named(first, 'held') });
  });
});
