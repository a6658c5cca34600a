import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { adminTokenOf } from '../../../src/api/policies/admin-token.ts';
import { firstAdminToken, showAdminToken } from '../../../src/api/policies/first-admin-token.ts';

describe('the first admin token', () => {
  let dataDir = '';
  beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'toran-token-'))));
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const hashFile = () => join(dataDir, 'admin-token.sha256');

  async function start(fromEnvironment: string | null = null) {
    const shown: string[] = [];
    const token = await firstAdminToken({ fromEnvironment, dataDir, show: (made) => void shown.push(made) });
    return { token, shown };
  }

  test('is shown at the first start, and from then on known by its hash alone', async () => {
    const first = await start();
    expect(first.shown).toHaveLength(1);
    expect(first.token).toEqual(adminTokenOf(first.shown[0] ?? ''));
    expect(await readFile(hashFile(), 'utf8')).toBe(`${first.token.sha256}\n`);
    expect(await start()).toEqual({ token: first.token, shown: [] });
  });

  test('is not kept before it was shown: a start that breaks in between makes another one', async () => {
    const broken = firstAdminToken({
      fromEnvironment: null,
      dataDir,
      show: () => {
        throw new Error('nobody saw it');
      },
    });
    await expect(broken).rejects.toThrow('nobody saw it');
    expect(existsSync(hashFile())).toBe(false);
    expect((await start()).shown).toHaveLength(1);
  });

  test('of the environment is neither shown nor kept', async () => {
    expect(await start('ours')).toEqual({ token: adminTokenOf('ours'), shown: [] });
    expect(existsSync(hashFile())).toBe(false);
  });

  test('is shown as one line like those of the log, and is out before anything else happens', () => {
    const written: string[] = [];
    const stdout = new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) });
    showAdminToken('made-just-now', stdout);
    expect(written.map((line): unknown => JSON.parse(line))).toMatchObject([
      { level: 'info', event: 'admin_token_made', token: 'made-just-now' },
    ]);
  });
});
