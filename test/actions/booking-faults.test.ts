import { randomUUID } from 'node:crypto';
import { createAppointmentFromRealtime } from '../../src/actions/create-appointment-from-realtime.ts';
import { holdSlot } from '../../src/actions/hold-slot.ts';
import { openCall, takeCall } from '../../src/actions/open-call.ts';
import { ringCall } from '../../src/actions/ring-call.ts';
import { openDatabase } from '../../src/db/database.ts';
import type { Database } from '../../src/db/database.ts';
import { retrying } from '../../src/db/retrying.ts';
import { Salon } from '../db/salon.ts';
import { describeOnServer } from '../support/databases.ts';
import { Road } from '../support/road.ts';

const slot = { date: '2027-02-01', time: '12:00' };
const now = Date.parse('2027-01-31T08:00:00Z');

describeOnServer('a call and a database that fails', (opened) => {
  const far: { road?: Road; database?: Database } = {};
  beforeEach(async () => {
    const url = opened().databaseUrl ?? '';
    far.road = new Road(url);
    far.database = await openDatabase({ databaseUrl: await far.road.open(url), dataDir: 'memory://', connections: 4 });
  }, 60_000);
  afterEach(async () => {
    await far.road?.close();
    await far.database?.close();
  });

  async function callAtTheSalon() {
    const { road, database } = far;
    if (road === undefined || database === undefined) throw new Error('not open');
    const salon = await Salon.opens(opened().database);
    const call = await salon.isCalledBy('+972501111111');
    const request = { ...call, slot, name: 'דנה', phone: '0501234567', now };
    return {
      road,
      database,
      salon,
      holds: () => holdSlot(database, { ...request, holdSeconds: 90 }),
      books: () => createAppointmentFromRealtime(database, request),
    };
  }

  test.each([
    ['when the business is looked for', 'FROM "business"'],
    ['before the session is written', 'INSERT INTO call_session'],
    ['before the commit of it', 'COMMIT'],
    ['when it is asked how the call stands', 'FROM call_session s JOIN business'],
  ])('%s: the ring is answered all the same, and one call is open', async (_when, text) => {
    const { road, database, salon } = await callAtTheSalon();
    const callSid = `CA${randomUUID()}`;
    road.cutsAtRequest(text);
    const ring = { callSid, from: '+972502222222', to: salon.phoneNumber, nodeId: 'n' };
    expect(await ringCall(database, ring)).toMatchObject({ businessId: salon.id, streams: 0 });
    expect(road.isClear).toBe(true);
  });

  test('while a node reads what it needs to know of a call: it reads it again', async () => {
    const { road, database, salon } = await callAtTheSalon();
    const callSid = `CA${randomUUID()}`;
    await ringCall(database, { callSid, from: '+972502222222', to: salon.phoneNumber, nodeId: 'n' });
    const session = await takeCall(database, { callSid, stream: 0, nodeId: 'n', keptEpoch: null });
    if (session === null) throw new Error('not taken');
    road.cutsAtRequest('FROM appointment_settings');
    expect(await openCall(database, session)).toMatchObject({ callSid, businessId: salon.id });
    expect(road.isClear).toBe(true);
  });

  test('at the start of a call is a fault at once, and none once it is back', async () => {
    const { road, database, salon } = await callAtTheSalon();
    const rings = () =>
      ringCall(database, { callSid: 'CAnew', from: '+972502222222', to: salon.phoneNumber, nodeId: 'n' });
    road.shuts();
    await expect(rings()).rejects.toMatchObject({ code: 'database_unavailable' });
    road.isClearAgain();
    expect(await rings()).not.toBe('unknownNumber');
  });

  test.each([
    ['before the hold is written', 'INSERT INTO appointment'],
    ['before its commit', 'COMMIT'],
  ])('%s: it is written once, on a new connection', async (_when, text) => {
    const { road, salon, holds } = await callAtTheSalon();
    road.cutsAtRequest(text);
    expect(await holds()).toMatchObject({ kind: 'held', appointment: slot });
    expect(await salon.rowCount()).toBe(1);
  });

  test('before the commit of a booking: nothing is lost and nothing is twice', async () => {
    const { road, salon, holds, books } = await callAtTheSalon();
    await holds();
    road.cutsAtRequest('COMMIT');
    expect(await books()).toMatchObject({ kind: 'created', repeated: 'first' });
    expect((await salon.appointments()).map(({ status }) => status)).toEqual(['confirmed']);
  });

  test('after the commit of a booking, before its answer: the same row is found', async () => {
    const { road, salon, holds, books } = await callAtTheSalon();
    await holds();
    road.cutsAfterTheNextCommit();
    expect(await books()).toMatchObject({ kind: 'created', repeated: 'again', appointment: slot });
    expect((await salon.appointments()).map(({ status }) => status)).toEqual(['confirmed']);
  });

  test('away all the time: a fault, no row, and the held slot can be booked when it is back', async () => {
    const { road, salon, holds, books } = await callAtTheSalon();
    await holds();
    road.shuts();
    await expect(books()).rejects.toMatchObject({ code: 'database_unavailable' });
    expect((await salon.appointments()).map(({ status }) => status)).toEqual(['held']);
    road.isClearAgain();
    expect(await books()).toMatchObject({ kind: 'created', repeated: 'first' });
  });

  test('that has become a reader: every old connection is left behind', async () => {
    const { database, salon, holds, books } = await callAtTheSalon();
    let here = 0;
    const meet: (() => void)[] = [];
    const oldConnection = () =>
      database.anywhere(async (manager) => {
        await manager.query('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
        here += 1;
        await new Promise<void>((resolve) => {
          meet.push(resolve);
          if (here === 4) for (const go of meet) go();
        });
      });
    await Promise.all([1, 2, 3, 4].map(oldConnection));
    expect(await holds()).toMatchObject({ kind: 'held' });
    expect(await books()).toMatchObject({ kind: 'created' });
    expect(await salon.rowCount()).toBe(1);
  });

  test.each(['40001', '40P01'])('%s is tried again three times at most, then told', async (state) => {
    const { database, salon } = await callAtTheSalon();
    let tries = 0;
    const fails = (times: number) =>
      retrying(database, salon.id, async (manager) => {
        tries += 1;
        if (tries <= times)
          await manager.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${state}'; END $$`);
        return tries;
      });
    expect(await fails(3)).toBe(4);
    tries = 0;
    await expect(fails(9)).rejects.toThrow('again');
    expect(tries).toBe(4);
  });
});
