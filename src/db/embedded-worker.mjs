import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const database = await PGlite.create(workerData.dataDir, { extensions: { btree_gist, pgcrypto } });
const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 10 });
await server.start();

parentPort.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort.postMessage({ kind: 'stopped' });
  parentPort.close();
});
parentPort.postMessage({ kind: 'listening', address: server.getServerConn() });
