import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/db/database.ts';
import { listBusinesses } from '../../src/db/queries/list-businesses.ts';
import { Salon } from './salon.ts';

const patienceMs = 60_000;

test(
  'the embedded database keeps what was written, through a stop and a start',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'toran-embedded-'));
    try {
      const before = await openDatabase({ dataDir });
      const salon = await Salon.opens(before);
      await before.close();
      const after = await openDatabase({ dataDir });
      const kept = await after.anywhere((manager) => listBusinesses(manager));
      const isReady = await after.ready();
      await after.close();
      expect(kept.map((business) => business.id)).toEqual([salon.id]);
      expect(isReady).toBe(true);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  2 * patienceMs,
);

test(
  'work done at the same time takes turns and is all done',
  async () => {
    const database = await openDatabase({ dataDir: 'memory://', pace: 'patient' });
    const salons = await Promise.all(Array.from({ length: 20 }, () => Salon.opens(database)));
    const kept = await database.anywhere((manager) => listBusinesses(manager));
    await database.close();
    expect(kept.map((business) => business.id).sort()).toEqual(salons.map((salon) => salon.id).sort());
  },
  patienceMs,
);
