import { enrichLead } from '../../src/db/queries/enrich-lead.ts';
import { insertWebhook } from '../../src/db/queries/insert-webhook.ts';
import { done } from '../../src/jobs/job.ts';
import type { JobHandler } from '../../src/jobs/job.ts';
import { Salon } from '../db/salon.ts';
import { describeOnServer } from '../support/databases.ts';
import { jobsOnABench, letTimePass, waitingJobs } from './jobs-bench.ts';

/** A promise that the test itself fulfils. */
function gateway() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((fulfil) => (resolve = fulfil));
  return { promise, resolve };
}

describeOnServer('the job loop', (opened) => {
  const database = () => opened().database;

  async function salonWithWork(count: number): Promise<Salon> {
    const salon = await Salon.opens(database());
    const webhook = { url: 'https://hooks.example.com/', events: ['lead.created' as const] };
    await database().inBusiness(salon.id, (manager) => insertWebhook(manager, salon.id, webhook));
    for (let caller = 0; caller < count; caller += 1) await salon.isCalledBy(`+97250111${1000 + caller}`);
    return salon;
  }

  test('two nodes share the work: each job is done once', async () => {
    const salon = await salonWithWork(20);
    const seen: string[] = [];
    const note: JobHandler = async ({ details }) => {
      seen.push(String(details['deliveryId']));
      return done;
    };
    const nodes = [
      await jobsOnABench(database(), { webhook: note }),
      await jobsOnABench(database(), { webhook: note }),
    ];
    while ((await waitingJobs(database(), salon.id)).length > 0) {
      await Promise.all(nodes.map((node) => node.doDue()));
    }
    for (const node of nodes) await node.stop();
    expect(seen).toHaveLength(20);
    expect(new Set(seen).size).toBe(20);
  });

  test('what is under way is finished before the loop stops', async () => {
    await salonWithWork(1);
    const steps: string[] = [];
    const gate = gateway();
    const begun = gateway();
    const jobs = await jobsOnABench(database(), {
      webhook: async () => {
        steps.push('begun');
        begun.resolve();
        await gate.promise;
        steps.push('done');
        return done;
      },
    });
    const looking = jobs.look();
    await begun.promise;
    const stopped = jobs.stop().then(() => steps.push('stopped'));
    gate.resolve();
    await Promise.all([looking, stopped]);
    expect(steps).toEqual(['begun', 'done', 'stopped']);
  });

  test('a database that goes away in the middle costs neither the process nor the job', async () => {
    const salon = await salonWithWork(1);
    let tries = 0;
    const jobs = await jobsOnABench(database(), {
      webhook: async () => {
        tries += 1;
        if (tries > 1) return done;
        await database().dataSource.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'toran-jobs'`,
        );
        return done;
      },
    });
    await jobs.doDue();
    await database().dataSource.query(
      `UPDATE pgboss.job SET started_on = now() - interval '1 day' WHERE state = 'active'`,
    );
    await jobs.boss.expire();
    await letTimePass(database(), salon.id);
    await jobs.doDue();
    await jobs.stop();
    expect(tries).toBeGreaterThanOrEqual(1);
    expect(await waitingJobs(database(), salon.id)).toEqual([]);
  });

  test('the work of a business may not touch the queues themselves', async () => {
    const salon = await salonWithWork(0);
    const reach = (sql: string) => database().inBusiness(salon.id, (manager) => manager.query(sql));
    await expect(reach('SELECT * FROM pgboss.job')).rejects.toThrow('permission denied');
    await expect(reach(`SELECT enqueue_job('webhook', '{}')`)).rejects.toThrow('permission denied');
  });

  test('a change that changes nothing puts nothing into the queue', async () => {
    const salon = await salonWithWork(0);
    const { leadId } = await salon.isCalledBy('+972501119999');
    const before = await waitingJobs(database(), salon.id);
    await database().inBusiness(salon.id, (manager) =>
      enrichLead(manager, salon.id, { leadId, lastCallAt: new Date() }),
    );
    expect(await waitingJobs(database(), salon.id)).toEqual(before);
  });
});
