import { claimIdempotencyKey } from '../../src/db/queries/claim-idempotency-key.ts';
import { joinWaitlist } from '../../src/db/queries/join-waitlist.ts';
import { setCalendarFeed } from '../../src/db/queries/set-calendar-feed.ts';
import { insertSlot } from '../../src/db/queries/insert-slot.ts';
import { findAppointments } from '../../src/db/queries/find-appointments.ts';
import { listBusinesses } from '../../src/db/queries/list-businesses.ts';
import { locateCall } from '../../src/db/queries/locate-call.ts';
import { openCallSession } from '../../src/db/queries/open-call-session.ts';
import { updateBusiness } from '../../src/db/queries/update-business.ts';
import { openDatabase } from '../../src/db/database.ts';
import type { Database } from '../../src/db/database.ts';
import { describeOnEachDatabase, describeOnServer, onServer } from '../support/databases.ts';
import { halfHour, Salon } from './salon.ts';

/** Tables of no business: tries to sign in, by address and e-mail, and the schema's own. */
const OF_NO_BUSINESS = ['login_attempt', 'migrations'];

interface Table {
  name: string;
  hasBusiness: boolean;
  isGuarded: boolean;
  /** Shut to the work of businesses altogether. */
  isShut: boolean;
}

/** Every table there is, from the catalogue: a new one is covered the day it is made. */
async function tablesOf(database: Database): Promise<Table[]> {
  return database.dataSource.query<Table[]>(
    `SELECT c.relname AS name,
       c.relname = 'business' OR EXISTS (SELECT 1 FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attname = 'business_id' AND NOT a.attisdropped) AS "hasBusiness",
       c.relrowsecurity AND c.relforcerowsecurity
         AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) AS "isGuarded",
       NOT has_table_privilege('toran_app', c.oid, 'SELECT') AS "isShut"
     FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace ORDER BY 1`,
  );
}

const businessColumn = (table: string): string => (table === 'business' ? 'id' : 'business_id');

/** What `busySalon` puts a row into. */
const FILLED = [
  ...['business', 'appointment_settings', 'resource', 'lead', 'call_session', 'call_event', 'transcript_line'],
  ...['appointment', 'reminder', 'waitlist', 'calendar_feed', 'idempotency_key'],
];

/** A salon with a row in every table of the booking. */
async function busySalon(...opening: Parameters<typeof Salon.opens>): Promise<Salon> {
  const salon = await Salon.opens(...opening);
  const dana = await salon.isCalledBy('+972501111111');
  const slot = halfHour(dana, '2027-02-01T10:00:00Z');
  await salon.database.inBusiness(salon.id, async (manager) => {
    const row = await insertSlot(manager, salon.id, { slot, holdSeconds: null });
    const here = [salon.id, dana.callSid];
    await joinWaitlist(manager, salon.id, { ...dana, date: '2027-02-01', phone: '+972501111111', name: 'דנה' });
    await setCalendarFeed(manager, salon.id, `hash of ${salon.id}`);
    await claimIdempotencyKey(manager, salon.id, { key: 'one', fingerprint: 'x' });
    await manager.query(`INSERT INTO reminder (business_id, appointment_id, due_at) VALUES ($1, $2, now())`, [
      salon.id,
      row?.id,
    ]);
    await manager.query(`INSERT INTO call_event VALUES ($2, 0, $1, 0, '{"type": "phone.hungUp"}')`, here);
    await manager.query(`INSERT INTO transcript_line VALUES ($2, 'item', $1, 'caller', 'שלום', 0, NULL, false)`, here);
  });
  return salon;
}

describeOnEachDatabase('nothing crosses between businesses', (database) => {
  test('each table shows a business its own rows and no other', async () => {
    const [mine, other] = [await busySalon(database()), await busySalon(database())];
    const open = (await tablesOf(database())).filter(({ hasBusiness, isShut }) => hasBusiness && !isShut);
    expect(open.map(({ name }) => name)).toEqual(expect.arrayContaining(FILLED));
    for (const { name: table } of open) {
      const column = businessColumn(table);
      const owners = await database().inBusiness(mine.id, (manager) =>
        manager.query<{ owner: string }[]>(`SELECT DISTINCT ${column} AS owner FROM ${table}`),
      );
      const others = owners.filter(({ owner }) => owner !== mine.id);
      expect({ table, others }).toEqual({ table, others: [] });
      if (FILLED.includes(table)) expect({ table, rows: owners.length }).toEqual({ table, rows: 1 });
      const [, changed] = await database().inBusiness(mine.id, (manager) =>
        manager.query<[unknown, number]>(`UPDATE ${table} SET ${column} = ${column} WHERE ${column} = $1`, [other.id]),
      );
      expect({ table, changed }).toEqual({ table, changed: 0 });
    }
  });

  test('each table there is is guarded, or is of no business on purpose', async () => {
    const tables = await tablesOf(database());
    expect(tables.length).toBeGreaterThan(FILLED.length);
    const unguarded = tables.filter(({ isGuarded }) => !isGuarded).map(({ name }) => name);
    expect(unguarded).toEqual(OF_NO_BUSINESS);
  });

  test('no row can be written into another business', async () => {
    const [mine, other] = [await busySalon(database()), await busySalon(database())];
    const write = database().inBusiness(mine.id, (manager) =>
      manager.query(`INSERT INTO lead (business_id, phone) VALUES ($1, '+972503333333')`, [other.id]),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  test('no row can be tied to another business’s, even past row-level security', async () => {
    const [mine, other] = [await busySalon(database()), await busySalon(database())];
    const lead = await other.isCalledBy('+972504444444');
    const tie = database().dataSource.query(
      `INSERT INTO call_session (call_sid, business_id, lead_id) VALUES ('CAtied', $1, $2)`,
      [mine.id, lead.leadId],
    );
    await expect(tie).rejects.toThrow('call_session_lead');
  });

  test('a query with the wrong business finds nothing', async () => {
    const [mine, other] = [await busySalon(database()), await busySalon(database())];
    const found = await database().inBusiness(mine.id, (manager) =>
      findAppointments(manager, other.id, { limit: 100 }),
    );
    expect(found).toEqual([]);
  });

  test('a call cannot be taken over by another business', async () => {
    const [mine, other] = [await Salon.opens(database()), await Salon.opens(database())];
    const { callSid } = await mine.isCalledBy('+972505555555');
    const opening = { callSid, leadId: null, fromNumber: null, nodeId: 'node-2', leaseSeconds: 60 };
    const taken = await database().inBusiness(other.id, (manager) => openCallSession(manager, other.id, opening));
    expect(taken).toBeNull();
    expect(await database().anywhere((manager) => locateCall(manager, callSid))).toBe(mine.id);
  });

  test('the business set for one transaction is gone in the next', async () => {
    const salon = await Salon.opens(database());
    await database().inBusiness(salon.id, (manager) => manager.query('SELECT 1'));
    const [row] = await database().dataSource.query<unknown[]>(
      `SELECT COALESCE(current_setting('app.business_id', true), '') AS id, current_user AS who`,
    );
    expect(row).toEqual({ id: '', who: 'postgres' });
  });

  test('two businesses cannot have the same phone number', async () => {
    const [mine, other] = [await Salon.opens(database()), await Salon.opens(database())];
    const take = database().inBusiness(mine.id, (manager) =>
      updateBusiness(manager, mine.id, { phoneNumber: other.phoneNumber }),
    );
    expect(await take).toEqual({ kind: 'numberTaken' });
    const rename = await database().inBusiness(mine.id, (manager) =>
      updateBusiness(manager, mine.id, { name: 'סלון חדש', aiPrompt: { calls: ' לאות \n‏' } }),
    );
    expect(rename).toMatchObject({
      kind: 'written',
      business: { name: 'סלון חדש', phoneNumber: mine.phoneNumber, aiPrompt: { calls: ' לאות \n‏' } },
    });
  });
});

describeOnServer('nothing crosses for a database user without rights over roles', (opened) => {
  test('the same policies hold for the owner of the tables itself', async () => {
    const url = new URL(opened().databaseUrl ?? '');
    const name = `${url.pathname.slice(1)}_plain`;
    await onServer(`CREATE ROLE ${name} LOGIN PASSWORD 'plain' NOSUPERUSER NOCREATEROLE`);
    await onServer(`CREATE DATABASE ${name} OWNER ${name}`);
    Object.assign(url, { username: name, password: 'plain', pathname: `/${name}` });
    const database = await openDatabase({ databaseUrl: url.href, dataDir: 'memory://' });
    const [mine, other] = [await busySalon(database), await busySalon(database)];
    const seen = await database.inBusiness(mine.id, (manager) =>
      manager.query<unknown>(`SELECT current_user AS who, array_agg(DISTINCT business_id) AS owners FROM appointment`),
    );
    const unscoped = await database.dataSource.query<unknown>('SELECT count(*)::int AS rows FROM appointment');
    const everywhere = await database.anywhere((manager) => listBusinesses(manager));
    await database.close();
    await onServer(`DROP DATABASE ${name}`);
    await onServer(`DROP ROLE ${name}`);
    expect(seen).toEqual([{ who: name, owners: [mine.id] }]);
    expect(unscoped).toEqual([{ rows: 0 }]);
    expect(everywhere.map((business) => business.id).sort()).toEqual([mine.id, other.id].sort());
  });
});
