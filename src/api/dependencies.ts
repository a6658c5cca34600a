import type { Database } from '../db/database.ts';
import type { LiveCalls } from './live-port.ts';
import type { AdminToken } from './policies/admin-token.ts';

/** What the API is given from outside. `now` is in epoch milliseconds. */
export interface ApiDependencies {
  database: Database;
  liveCalls: LiveCalls;
  adminToken: AdminToken;
  now?: () => number;
}

/** What the routes see of it. */
export interface RouteDependencies {
  database: Database;
  liveCalls: LiveCalls;
  now: () => number;
}
