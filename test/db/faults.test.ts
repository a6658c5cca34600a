import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { openDatabase } from '../../src/db/database.ts';
import type { Database } from '../../src/db/database.ts';
import { retrying } from '../../src/db/retrying.ts';
import { describeOnServer } from '../support/databases.ts';
import { Road } from '../support/road.ts';
import { halfHour, Salon } from './salon.ts';

const NOON = '2027-02-01T10:00:00Z';

describeOnServer('a database that fails', (opened) => {
  const far: { road?: Road; database?: Database } = {};
  beforeEach(async () => {
    const url = opened().databaseUrl ?? '';
    far.road = new Road(url);
    far.database = await openDatabase({ databaseUrl: await far.road.open(url), dataDir: 'memory://' });
  });
  afterEach(async () => {
    await far.road?.close();
    await far.database?.close();
  });
  const there = (): { road: Road; database: Database } => {
    const { road, database } = far;
    if (road === undefined || database === undefined) throw new Error('not open');
    return { road, database };
  };

  test('a lost connection is a fault at once, and the next work has a new one', async () => {
    const { road, database } = there();
    const salon = await Salon.opens(database);
    const cut = database.inBusiness(salon.id, async (manager) => {
      road.cutsNow();
      return manager.query<unknown>('SELECT 1');
    });
    await expect(cut).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(await salon.rowCount()).toBe(0);
    expect(await database.ready()).toBe(true);
  });

  test('a database that answers nothing is a fault within two and a half seconds', async () => {
    const { road, database } = there();
    const salon = await Salon.opens(database);
    road.swallows();
    const started = performance.now();
    await expect(salon.rowCount()).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(performance.now() - started).toBeLessThan(2600);
  });

  test('a database that is away is a fault, and no fault once it is back', async () => {
    const { road, database } = there();
    const salon = await Salon.opens(database);
    await road.close();
    expect(await database.ready()).toBe(false);
    await expect(salon.rowCount()).rejects.toMatchObject({ code: 'database_unavailable' });
  });

  test('an appointment whose commit was not answered is made once and found again', async () => {
    const { road, database } = there();
    const salon = await Salon.opens(database);
    const slot = halfHour(await salon.isCalledBy('+972501111111'), NOON);
    road.cutsAfterTheNextCommit();
    const made = await retrying(database, salon.id, (manager) => confirmSlot(manager, salon.id, slot));
    expect(made).toMatchObject({ kind: 'confirmed', repeated: 'again' });
    expect(await salon.rowCount()).toBe(1);
  });

  test('a statement prepared before a table changed is a fault once; then every connection is a new one', async () => {
    const { database } = there();
    const reads = () =>
      database.anywhere((manager) => manager.query<unknown[]>('SELECT * FROM changing WHERE one = $1', [1]));
    await database.anywhere((manager) => manager.query('CREATE TABLE changing (one int)'));
    await Promise.all([reads(), reads(), reads()]);
    await database.anywhere((manager) => manager.query('ALTER TABLE changing ADD COLUMN two int'));
    await expect(reads()).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(await Promise.all([reads(), reads(), reads()])).toEqual([[], [], []]);
  });

  test('what failed half way leaves nothing', async () => {
    const { database } = there();
    const salon = await Salon.opens(database);
    const slot = halfHour(await salon.isCalledBy('+972501111111'), NOON);
    const failed = database.inBusiness(salon.id, async (manager) => {
      await confirmSlot(manager, salon.id, slot);
      throw new Error('something else');
    });
    await expect(failed).rejects.toThrow('something else');
    expect(await salon.rowCount()).toBe(0);
  });

  test('a deadlock is tried again and not seen', async () => {
    const { database } = there();
    const salon = await Salon.opens(database);
    const waiting: (() => void)[] = [];
    const bothHaveOne = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length >= 2) for (const release of waiting) release();
      });
    const lockBoth = (order: readonly number[]) =>
      retrying(database, salon.id, async (manager) => {
        await manager.query('SELECT pg_advisory_xact_lock($1)', [order[0]]);
        await bothHaveOne();
        await manager.query('SELECT pg_advisory_xact_lock($1)', [order[1]]);
        return 'done';
      });
    expect(await Promise.all([lockBoth([1, 2]), lockBoth([2, 1])])).toEqual(['done', 'done']);
  });

  test('a database that only reads is a fault, and its connection is not used again', async () => {
    const { database } = there();
    const salon = await Salon.opens(database);
    const write = database.inBusiness(salon.id, async (manager) => {
      await manager.query('SET TRANSACTION READ ONLY');
      return confirmSlot(manager, salon.id, halfHour({ callSid: 'CA1', leadId: salon.id }, NOON));
    });
    await expect(write).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(await salon.rowCount()).toBe(0);
  });

  test('two nodes that start at once bring the schema up to date once', async () => {
    const url = new URL(opened().databaseUrl ?? '');
    const fresh = `${url.pathname.slice(1)}_fresh`;
    await opened().database.dataSource.query(`CREATE DATABASE ${fresh}`);
    url.pathname = `/${fresh}`;
    const nodes = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: url.href, dataDir: 'memory://' })));
    const ready = await Promise.all(nodes.map((node) => node.ready()));
    await Promise.all(nodes.map((node) => node.close()));
    await opened().database.dataSource.query(`DROP DATABASE ${fresh}`);
    expect(ready).toEqual([true, true, true]);
  });

  test('a start without a database says so', async () => {
    const url = new URL(opened().databaseUrl ?? '');
    url.port = '1';
    const start = openDatabase({ databaseUrl: url.href, dataDir: 'memory://' });
    await expect(start).rejects.toMatchObject({ code: 'database_unavailable' });
  });
});
