import { Router } from 'express';
import { createApi } from '../../src/api/api.ts';
import { createApp } from '../../src/api/app.ts';
import { createCalendar } from '../../src/api/calendar.ts';
import type { LiveCall, LiveCalls, LiveEvent } from '../../src/api/live-port.ts';
import { adminTokenOf } from '../../src/api/policies/admin-token.ts';
import type { TrialCalls } from '../../src/api/trial-port.ts';
import type { Database } from '../../src/db/database.ts';
import { createLog } from '../../src/shared/log.ts';
import { mayBeTold } from '../../src/transport/webhook/post-webhook.ts';
import { openTestDatabase } from '../support/databases.ts';
import { NOW, ZONE } from './dates.ts';
import { ADMIN_TOKEN, listening } from './listening.ts';
import type { Answer, Asked, Listening } from './listening.ts';

/** Calls as a test wants them. */
export class ScriptedLiveCalls implements LiveCalls {
  readonly calls: LiveCall[] = [];
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  /** Told whenever a listener leaves. */
  unsubscribed: () => void = () => undefined;

  list(): LiveCall[] {
    return this.calls;
  }

  find(callSid: string): LiveCall | undefined {
    return this.calls.find((call) => call.callSid === callSid);
  }

  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      this.unsubscribed();
    };
  }

  publish(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }
}

interface MadeBusiness {
  id: string;
  phoneNumber: string;
}

export interface SalonApi extends Listening {
  database: Database;
  /** What the API takes for the present moment. */
  clock: { now: number };
  liveCalls: ScriptedLiveCalls;
  /** Nobody rings unless a test says so. */
  trials: TrialCalls;
  /** `ask` under `/api/v1`. */
  api(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** A business with the given extra fields; Sunday to Thursday, 09:00 to 18:00, every half hour. */
  business(fields?: object): Promise<MadeBusiness>;
}

const BUSY = { kind: 'busy' } as const;
export const PUBLIC_ORIGIN = 'https://console.example';

let numbersGiven = 0;

/** A phone number that no other business of any test has. */
export function freshNumber(): string {
  numbersGiven += 1;
  return `+9723${String(process.pid % 1000).padStart(3, '0')}${String(Date.now() % 1000).padStart(3, '0')}${String(numbersGiven).padStart(3, '0')}`;
}

function madeBusiness(body: unknown): MadeBusiness {
  if (typeof body !== 'object' || body === null || !('id' in body) || !('phoneNumber' in body)) {
    throw new Error(`no business was made: ${JSON.stringify(body)}`);
  }
  return { id: String(body.id), phoneNumber: String(body.phoneNumber) };
}

/** The whole API on a real database, where it is always Monday 7 December 2026, 08:00 in Israel. */
export async function openSalonApi(): Promise<SalonApi> {
  return await salonApiOn(await openTestDatabase());
}

/** The same on this database, which it closes. */
export async function salonApiOn(database: Database): Promise<SalonApi> {
  const liveCalls = new ScriptedLiveCalls();
  const log = createLog({ level: 'error', pii: 'masked' });
  const clock = { now: NOW };
  const trials: TrialCalls = { scripts: async () => [], invite: async () => BUSY, practise: async () => BUSY };
  const api = createApi({
    database,
    liveCalls,
    doctor: async () => [{ kind: 'fix', code: 'z', values: { a: 1 }, what: 'x', how: 'y' }],
    costPerMinute: 0.5,
    trials,
    adminToken: adminTokenOf(ADMIN_TOKEN),
    publicOrigin: PUBLIC_ORIGIN,
    mayBeTold: (url) => mayBeTold(url, 'loopback'),
    log,
    now: () => clock.now,
  });
  const app = createApp({ api, calendar: createCalendar({ database, now: () => NOW }), operations: Router(), log });
  const http = await listening(app);
  const ask = (method: string, path: string, asked?: Asked) => http.ask(method, `/api/v1${path}`, asked);
  return {
    ...http,
    clock,
    database,
    liveCalls,
    trials,
    api: ask,
    async business(fields = {}) {
      const body = { name: 'מספרת הגל', phoneNumber: freshNumber(), timezone: ZONE, ...fields };
      return madeBusiness((await ask('POST', '/businesses', { body })).body);
    },
    async close() {
      await http.close();
      await database.close();
    },
  };
}
