import { Blob } from 'node:buffer';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const { dataDir, cacheDir } = workerData;
const packageFile = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
const { version } = JSON.parse(await readFile(packageFile, 'utf8'));
const templateFile = join(cacheDir, `pglite-${version}.tar`);

/* Four fifths of a start make the same empty cluster again; a copy of it is kept for the next new database. */
async function openFromTemplate() {
  const template = await readFile(templateFile).catch(() => null);
  if (template !== null) return open({ loadDataDir: new Blob([template]) });
  const opened = await open({});
  await keepTemplate(await opened.dumpDataDir('none')).catch(() => undefined);
  return opened;
}

/* Written aside and renamed, so that nobody reads half of it. */
async function keepTemplate(dump) {
  const halfWritten = `${templateFile}.${process.pid}-${threadId}`;
  await mkdir(cacheDir, { recursive: true });
  await writeFile(halfWritten, new Uint8Array(await dump.arrayBuffer()));
  await rename(halfWritten, templateFile);
}

function open(options) {
  return PGlite.create(dataDir, { extensions: { btree_gist, pgcrypto }, ...options });
}

const isNew = dataDir.startsWith('memory://') || !existsSync(join(dataDir, 'PG_VERSION'));
const database = isNew ? await openFromTemplate() : await open({});
const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 10 });
await server.start();

parentPort.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort.postMessage({ kind: 'stopped' });
  parentPort.close();
});
parentPort.postMessage({ kind: 'listening', address: server.getServerConn() });
