import { checkDatabase } from '../../../src/cli/checks/database.ts';
import { lawAudits } from '../../../src/cli/checks/law-audit.ts';
import { allMigrations } from '../../../src/db/migrations/all.ts';
import { describeOnServer } from '../../support/databases.ts';

describeOnServer('the doctor on a Postgres server', (opened) => {
  const look = () => {
    const { databaseUrl } = opened();
    return checkDatabase({ databaseUrl: databaseUrl ?? '', dataDir: '.data' });
  };

  test('finds the version, the migrations and every law the rows can prove in order', async () => {
    const [server, ...rest] = await look();
    expect(server?.what).toMatch(/^database: Postgres \d+\.\d+ answers$/);
    expect(rest).toMatchObject([
      { kind: 'ok', what: `migrations: all ${allMigrations.length} applied` },
      ...lawAudits.map(({ law }) => ({ kind: 'ok', what: `law ${law}` })),
    ]);
  });

  test('counts the calls that were left behind', async () => {
    await opened().database.anywhere(async (manager) => {
      const [business] = await manager.query<{ id: string }[]>(
        `INSERT INTO business (name, phone_number) VALUES ('salon', '+97235550000') RETURNING id`,
      );
      await manager.query(
        `INSERT INTO call_session (call_sid, business_id, started_at) VALUES ('CA1', $1, now() - interval '1 day')`,
        [business?.id],
      );
    });
    const broken = (await look()).filter(({ kind }) => kind === 'fix');
    expect(broken).toMatchObject([{ what: 'law L19 nothing is left behind: 1 rows break it' }]);
  });

  test('says that migrations wait for the next start, and proves no law before', async () => {
    await opened().database.dataSource.query('DROP TABLE migrations');
    const findings = await look();
    expect(findings).toHaveLength(2);
    expect(findings[1]).toMatchObject({
      kind: 'ok',
      what: `migrations: ${allMigrations.length} to apply; the next start does it`,
    });
  });
});

describe('the doctor on a database', () => {
  test('that is embedded in a folder is fine, and is not opened', async () => {
    const findings = await checkDatabase({ dataDir: 'no-such-folder/of/data' });
    expect(findings).toMatchObject([{ kind: 'ok' }]);
  });

  test('that forgets everything is to be fixed', async () => {
    expect(await checkDatabase({ dataDir: 'memory://' })).toMatchObject([{ kind: 'fix' }]);
  });

  test('that does not answer is named without its password', async () => {
    const findings = await checkDatabase({
      databaseUrl: 'postgres://dana:hidden-word@127.0.0.1:9/toran',
      dataDir: '.data',
    });
    expect(findings).toMatchObject([{ kind: 'fix', what: 'database: no answer (ECONNREFUSED)' }]);
    expect(JSON.stringify(findings)).not.toContain('hidden-word');
  });
});
