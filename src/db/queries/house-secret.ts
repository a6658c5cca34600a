import type { EntityManager } from 'typeorm';

/** A secret of all nodes of this database: the first one to ask makes it. Delete its row and restart the nodes to change it. Runs `anywhere`. */
export async function houseSecret(
  manager: EntityManager,
  { name, proposed }: { name: string; proposed: Buffer },
): Promise<Buffer> {
  await manager.query('INSERT INTO house_secret (name, secret) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
    name,
    proposed,
  ]);
  const [row] = await manager.query<{ secret: Buffer }[]>('SELECT secret FROM house_secret WHERE name = $1', [name]);
  if (row === undefined) throw new Error('a secret that was just written is not there');
  return row.secret;
}
