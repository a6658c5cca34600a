import { Blob } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import pg from 'pg';

/** What one statement gave, as the `pg` driver has it. */
export interface Given {
  command: string;
  rows: unknown[];
  rowCount: number;
}

export type Run = (sql: string, values?: readonly unknown[]) => Promise<Given>;

/** A whole Postgres in this very thread: nothing it does takes a turn of the event loop, so that a simulation stays in step. */
export async function postgresInHere(): Promise<{ run: Run; close(): Promise<void> }> {
  const server = await PGlite.create('memory://', { extensions: { btree_gist, pgcrypto }, ...(await cluster()) });
  return {
    async run(sql, values) {
      const command = /\w+/.exec(sql)?.[0]?.toUpperCase() ?? '';
      try {
        const answers = values?.length ? [await server.query(sql, [...values])] : await server.exec(sql);
        const { rows = [], affectedRows = 0 } = answers.at(-1) ?? {};
        return { command, rows, rowCount: affectedRows || rows.length };
      } catch (error) {
        throw asDriverError(error);
      }
    },
    close: () => server.close(),
  };
}

const packages = new URL('../../../node_modules/', import.meta.url);

/** Where the embedded database has made an empty cluster before, a copy of it: most of a start is making one. */
async function cluster(): Promise<{ loadDataDir?: Blob & globalThis.Blob }> {
  const packageFile = await readFile(new URL('@electric-sql/pglite/package.json', packages), 'utf8');
  const { version } = JSON.parse(packageFile) as { version: string };
  const template = new URL(`.cache/toran/pglite-${version}.tar`, packages);
  if (!existsSync(template)) return {};
  return { loadDataDir: new Blob([await readFile(template)]) };
}

function asDriverError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return Object.assign(new pg.DatabaseError(error.message, 0, 'error'), error);
}
