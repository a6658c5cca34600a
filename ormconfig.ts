import { DataSource } from 'typeorm';
import { connectionOptions } from './src/db/connection-options.ts';

const databaseUrl = process.env['DATABASE_URL'] ?? 'postgres://postgres:postgres@127.0.0.1:5432/postgres';

/** For the TypeORM command line: `npm run typeorm -- migration:show -d ormconfig.ts`. */
export default new DataSource(connectionOptions({ databaseUrl, connections: 1, pace: 'patient' }));
