import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { jobQueues, queueOptions } from '../../src/db/job-queues.ts';
import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { insertBusiness } from '../../src/db/queries/insert-business.ts';
import { insertReminder } from '../../src/db/queries/insert-reminder.ts';
import { insertWebhook } from '../../src/db/queries/insert-webhook.ts';
import { listReminders } from '../../src/db/queries/list-reminders.ts';
import { listWebhookDeliveries } from '../../src/db/queries/list-webhook-deliveries.ts';
import { upsertLead } from '../../src/db/queries/upsert-lead.ts';
import { halfHour } from '../db/salon.ts';
import { jobsOnABench, waitingJobs } from '../jobs/jobs-bench.ts';
import { openReceiver } from '../jobs/webhook-receiver.ts';
import type { ReceiverAnswer } from '../jobs/webhook-receiver.ts';
import { DatabaseTap } from '../support/database-tap.ts';
import type { TestDatabase } from '../support/databases.ts';
import { ServiceNode } from '../support/service-node.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;
const alwaysOpen = { activeDays: [0, 1, 2, 3, 4, 5, 6], startHour: '00:00', endHour: '24:00', bookingWindowDays: 365 };
/** Short enough that nobody waits a minute for a worker that is dead, long enough for one that is slow. */
const quick = { expireInSeconds: 5, retryDelay: 1 };

/** Service processes that do the jobs, one at a time; the wire between them and the database can be cut. */
export class JobHouse {
  readonly tap: DatabaseTap;
  readonly #database: Database;
  #node: ServiceNode | null = null;
  #started = 0;
  readonly #receivers: { close(): Promise<void> }[] = [];

  constructor({ database, databaseUrl }: TestDatabase) {
    this.#database = database;
    this.tap = new DatabaseTap(databaseUrl ?? '');
  }

  async open(): Promise<void> {
    await this.tap.open();
    const jobs = await jobsOnABench(this.#database, {});
    for (const queue of jobQueues)
      await jobs.boss.updateQueue(queue.name, { name: queue.name, ...queueOptions({ ...queue, ...quick }) });
    await jobs.stop();
    await this.startNode();
  }

  async startNode(): Promise<void> {
    this.#started += 1;
    this.#node = await ServiceNode.start({
      name: `worker-${this.#started}`,
      databaseUrl: this.tap.databaseUrl,
      modelBaseUrl: '',
      twilioAuthToken: '',
      adminToken: randomBytes(16).toString('hex'),
      // Practice: only then a webhook may be of this machine.
      env: { OPENAI_API_KEY: '' },
    });
  }

  /** Ends the node in the middle of what it does; resolves once the time of its jobs is over. */
  async killNode(): Promise<void> {
    await this.#node?.kill();
    await until(async () => {
      const [row] = await this.#database.dataSource.query<{ held: number }[]>(
        `SELECT count(*)::int AS held FROM pgboss.job
         WHERE state = 'active' AND name IN ('message', 'webhook') AND started_on + expire_in > now()`,
      );
      return row?.held === 0;
    });
  }

  /** A salon with a reminder that is due now and a system of its own that is to be told of it. */
  async remindsSomebody(answers: ReceiverAnswer[] = []) {
    const receiver = await openReceiver(answers);
    this.#receivers.push(receiver);
    const id = randomUUID();
    const database = this.#database;
    await database.inBusiness(id, async (manager) => {
      const phoneNumber = `+9723${randomInt(1_000_000, 9_999_999)}`;
      const settings = { ...alwaysOpen, observeHolidays: false };
      await insertBusiness(manager, id, { name: 'הסלון של דנה', phoneNumber, timezone: whereItIsNoon(), settings });
      await insertWebhook(manager, id, { url: receiver.url, events: ['reminder.due'] });
      const lead = await upsertLead(manager, id, { phone: '+972501234567', callSid: null });
      const tomorrow = new Date(Date.now() + DAY_MS).toISOString();
      const slot = { ...halfHour({ callSid: '', leadId: lead.id }, tomorrow), callSid: null };
      const booked = await confirmSlot(manager, id, slot);
      if (booked.kind !== 'confirmed') throw new Error('taken');
      await insertReminder(manager, id, { appointmentId: booked.appointment.id, dueAt: new Date() });
    });
    const inside = database.inBusiness;
    return {
      receiver,
      reminder: async () => (await inside(id, (manager) => listReminders(manager, id, { limit: 10 })))[0],
      deliveries: () => inside(id, (manager) => listWebhookDeliveries(manager, id, { limit: 10 })),
      /** Nothing of this salon is in the queues any more. */
      isDone: () => until(async () => (await waitingJobs(database, id)).length === 0),
    };
  }

  async close(): Promise<void> {
    await this.#node?.kill();
    for (const receiver of this.#receivers) await receiver.close();
    this.tap.close();
  }
}

/** Messages go out by day: a zone where it is day now, whenever the test runs. */
function whereItIsNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead >= 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}
