import type pg from 'pg';
import { createFreePracticeBrain } from '../../src/practice/brain/free-practice-brain.ts';
import type { PracticeModel } from '../../src/practice/model/practice-model.ts';
import { startLagWatch } from '../../src/practice/runner/lag-watch.ts';
import { readScriptDate } from '../../src/practice/script/script-dates.ts';
import { rowsOfBusiness } from '../soak/database-audit.ts';
import { listenerTo, SoakCall } from '../soak/soak-call.ts';
import type { CallEnd, SoakBusiness } from '../soak/soak-call.ts';

interface HealthyHouse {
  serviceUrl: string;
  authToken: string;
  database: pg.Pool;
  model: PracticeModel;
}

/** Calls that must not notice anything: one after another at each business, until told to stop. */
export function keepCalling(
  { model, ...house }: HealthyHouse,
  businesses: readonly SoakBusiness[],
): () => Promise<CallEnd[]> {
  const lag = startLagWatch();
  const stopping = new AbortController();
  const whole = {
    ...house,
    lag,
    confirmedRows: (id: string) => rowsOfBusiness(house.database, id),
    listen: listenerTo(model, createFreePracticeBrain()),
  };
  const sit = async (business: SoakBusiness, chair: number): Promise<CallEnd[]> => {
    const ends: CallEnd[] = [];
    do {
      const wanted = {
        date: readScriptDate('in 3 days') ?? '',
        time: `${String(ends.length % 24).padStart(2, '0')}:00`,
      };
      const from = `+97250${1_000_000 + chair * 1_000 + ends.length}`;
      const call = new SoakCall(whole, { business, from, wanted, manner: () => 'hearsOut' });
      ends.push(await call.play());
    } while (!stopping.signal.aborted);
    return ends;
  };
  const sitting = Promise.all(businesses.map(sit));
  return async () => {
    stopping.abort();
    const ends = await sitting;
    lag.stop();
    return ends.flat();
  };
}
