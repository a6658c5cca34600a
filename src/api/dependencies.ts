import type { Database } from '../db/database.ts';
import type { Log } from '../shared/log.ts';
import type { Doctor } from './doctor-port.ts';
import type { LiveCalls } from './live-port.ts';
import type { AdminToken } from './policies/admin-token.ts';
import type { AskedDatabase } from './policies/own-business.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { TrialCalls } from './trial-port.ts';

/** What the API is given from outside. `now` is in epoch milliseconds. */
export interface ApiDependencies {
  database: Database;
  liveCalls: LiveCalls;
  trials: TrialCalls;
  doctor: Doctor;
  /** What a minute of a call costs; null: nobody said. */
  costPerMinute: number | null;
  adminToken: AdminToken;
  /** Where browsers reach the console: scheme, host and port. */
  publicOrigin: string;
  log: Log;
  /** Whether events may be sent to this address (https, and nowhere inside a network). */
  mayBeTold: (url: string) => boolean;
  now?: () => number;
}

/** What the routes see of it. The database shows an asker what is theirs. */
export interface RouteDependencies {
  publicOrigin: string;
  database: AskedDatabase;
  liveCalls: LiveCalls;
  mayBeTold: (url: string) => boolean;
  doctor: Doctor;
  costPerMinute: number | null;
  trials: TrialCalls;
  /** Where browsers reach media streams: `ws` or `wss`, host and port. */
  socketOrigin: string;
  now: () => number;
}

/** What the routes of sessions and users see; here the database is the whole one. */
export interface PeopleDependencies {
  database: AskedDatabase;
  sessions: Sessions;
  adminToken: AdminToken;
  now: () => number;
  log: Log;
}
