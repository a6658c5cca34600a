import { openDatabase } from '../../src/db/database.ts';
import { lockForChange } from '../../src/db/queries/lock-for-change.ts';
import { describeOnServer } from '../support/databases.ts';
import { Road } from '../support/road.ts';
import { salonApiOn } from './salon-api.ts';
import type { SalonApi } from './salon-api.ts';

const TUESDAY = '2026-12-08';
const DANA = { name: 'דנה לוי', phone: '0501234567' };
const wish = { date: TUESDAY, time: '10:00', ...DANA };

describeOnServer('a request and a database that fails', (opened) => {
  const far: { road?: Road; salon?: SalonApi } = {};
  beforeEach(async () => {
    const url = opened().databaseUrl ?? '';
    far.road = new Road(url);
    const databaseUrl = await far.road.open(url);
    far.salon = await salonApiOn(await openDatabase({ databaseUrl, dataDir: 'memory://', connections: 2 }));
  }, 60_000);
  afterEach(async () => {
    await far.road?.close();
    await far.salon?.close();
    await near().query('DROP SEQUENCE IF EXISTS tries CASCADE; DROP FUNCTION IF EXISTS fail_at_first CASCADE');
  });

  const near = () => opened().database.dataSource;

  async function aSalon() {
    const { road, salon } = far;
    if (road === undefined || salon === undefined) throw new Error('not open');
    const { id } = await salon.business();
    const path = `/businesses/${id}/appointments`;
    const book = (headers: Record<string, string> = {}) => salon.api('POST', path, { body: wish, headers });
    const rows = async () => ((await salon.api('GET', path)).body as { items: { id: string; time: string }[] }).items;
    return { road, salon, id, path, book, rows };
  }

  async function somebodyWaits(): Promise<void> {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await near().query<unknown[]>(waiting)).length === 0);
  }

  /** The first so many appointments are refused by the database with this state; says how many it saw. */
  async function failsAtFirst(state: string, times: number): Promise<() => Promise<number>> {
    await near().query(`CREATE SEQUENCE tries; GRANT USAGE ON SEQUENCE tries TO PUBLIC;
      CREATE FUNCTION fail_at_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('tries') <= ${times} THEN RAISE EXCEPTION 'again' USING ERRCODE = '${state}'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER fails BEFORE INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION fail_at_first()`);
    return async () => {
      const [row] = await near().query<{ tries: number }[]>('SELECT last_value::int AS tries FROM tries');
      return row?.tries ?? 0;
    };
  }

  test.each(['40001', '40P01', '55P03'])('%s: tried again, and done once', async (state) => {
    const { book, rows } = await aSalon();
    const tries = await failsAtFirst(state, 2);
    const made = await book();
    expect(made.status).toBe(201);
    expect([await tries(), await rows()]).toEqual([3, [made.body]]);
  });

  test('four times, no more: then it is a fault and nothing is written', async () => {
    const { book, rows } = await aSalon();
    const tries = await failsAtFirst('40001', 9);
    expect((await book()).status).toBe(503);
    expect([await tries(), await rows()]).toEqual([4, []]);
  });

  test('the victim of a deadlock gets what it asked for', async () => {
    const { salon, id, book, rows } = await aSalon();
    const { id: appointmentId } = (await book()).body as { id: string };
    const { moving } = await near().transaction(async (manager) => {
      await manager.query(`SET LOCAL deadlock_timeout = '20s'`);
      await manager.query('SELECT id FROM appointment WHERE id = $1 FOR UPDATE', [appointmentId]);
      const asked = salon.api('PATCH', `/appointments/${appointmentId}`, { body: { date: TUESDAY, time: '11:00' } });
      await somebodyWaits();
      await lockForChange(manager, id, appointmentId);
      return { moving: asked };
    });
    expect((await moving).status).toBe(200);
    expect(await rows()).toMatchObject([{ id: appointmentId, time: '11:00' }]);
  });

  test('whose answer to a commit is lost: with a key it is done once, and answered', async () => {
    const { road, book, rows } = await aSalon();
    road.cutsAfterTheNextCommit();
    const made = await book({ 'idempotency-key': 'lost' });
    expect(made.status).toBe(201);
    expect(await rows()).toEqual([made.body]);
  });

  test('whose answer to a commit is lost: without a key nobody guesses', async () => {
    const { road, book, rows } = await aSalon();
    road.cutsAfterTheNextCommit();
    expect((await book()).status).toBe(503);
    expect(await rows()).toHaveLength(1);
  });

  test('that dropped its connections is read on new ones', async () => {
    const { road, rows } = await aSalon();
    road.cutsAtRequest('FROM appointment');
    expect(await rows()).toEqual([]);
  });
});
