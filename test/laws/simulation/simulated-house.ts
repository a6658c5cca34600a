import { randomUUID } from 'node:crypto';
import { insertBusiness } from '../../../src/db/queries/insert-business.ts';
import type { Database } from '../../../src/db/database.ts';
import { simulatedPostgres } from './simulated-postgres.ts';
import type { SimulatedPostgres } from './simulated-postgres.ts';
import { SimulatedTime } from './simulated-time.ts';
import { salon } from '../../booking/salon.ts';

export const SALON_NUMBER = '+97231234567';

export interface SimulatedHouse {
  postgres: SimulatedPostgres;
  salon: string;
  neighbour: string;
  /** Nobody ever called. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

const { timezone, ...settings } = salon({ openingHours: null });

/** The salon that every simulated caller rings, and a neighbour that must never notice. */
export async function openSimulatedHouse(): Promise<SimulatedHouse> {
  const postgres = await simulatedPostgres();
  const [salon, neighbour] = [
    await open(postgres, 'מספרת דליה', SALON_NUMBER),
    await open(postgres, 'המספרה ממול', '+97237654321'),
  ];
  return {
    postgres,
    salon,
    neighbour,
    forget: async () => {
      await postgres.look(FORGET);
    },
    close: () => postgres.close(),
  };
}

const FORGET = 'DELETE FROM reminder; DELETE FROM appointment; DELETE FROM call_session; DELETE FROM lead';

async function open(postgres: SimulatedPostgres, name: string, phoneNumber: string): Promise<string> {
  const id = randomUUID();
  const business = { name, phoneNumber, timezone, aiPrompt: { calls: 'דברי קצר.' }, settings };
  await atOnce(postgres, (database) => database.inBusiness(id, (manager) => insertBusiness(manager, id, business)));
  return id;
}

/** Work on the database outside of any story, without a fault. */
async function atOnce<T>(postgres: SimulatedPostgres, work: (database: Database) => Promise<T>): Promise<T> {
  const time = new SimulatedTime(0);
  postgres.behave({ time, fault: () => null, wayMs: () => 0 });
  const working = work(postgres.database);
  const over = { is: 'no' as 'no' | 'yes' };
  void working.catch(() => undefined).finally(() => (over.is = 'yes'));
  while (over.is === 'no') {
    await new Promise(setImmediate);
    if (postgres.atWork() === 0) time.advance(time.now() + 1);
  }
  return working;
}
