import type { Trap } from '../support/database-tap.ts';
import { describeOnServer } from '../support/databases.ts';
import { until } from '../support/until.ts';
import { JobHouse } from './job-house.ts';

const PATIENCE_MS = 300_000;
const HANDS_OVER = 'reminder.due';
const WRITES_DELIVERED = 'SET status = $3, last_status = $4';

type Salon = Awaited<ReturnType<JobHouse['remindsSomebody']>>;

describeOnServer('a message on its way', (opened) => {
  const held: { house?: JobHouse } = {};
  const house = (): JobHouse => {
    if (held.house === undefined) throw new Error('the house is open only inside tests and hooks');
    return held.house;
  };
  beforeAll(async () => {
    held.house = new JobHouse(opened());
    await held.house.open();
  }, PATIENCE_MS);
  afterAll(() => held.house?.close(), PATIENCE_MS);

  /** However often it was sent: under one id; and the rows say once that it arrived. */
  async function arrivesOnce({ receiver, reminder, deliveries, isDone }: Salon, requests: number) {
    await until(async () => (await deliveries())[0]?.status === 'delivered');
    await isDone();
    expect(await reminder()).toMatchObject({ status: 'sent', channel: 'webhook' });
    const sent = await deliveries();
    expect(sent).toMatchObject([{ type: HANDS_OVER, status: 'delivered', lastStatus: 204 }]);
    const id = `msg_${sent[0]?.id}`;
    expect(receiver.received.map(({ id, body }) => [id, body.type])).toEqual(Array(requests).fill([id, HANDS_OVER]));
  }

  /** A reminder is on its way, and the wire to the database is cut at this point of it. */
  async function snappedAt(point: Trap): Promise<Salon> {
    const snapped = house().tap.set(point);
    const salon = await house().remindsSomebody();
    await snapped;
    return salon;
  }

  const moments = {
    'while it is handed to the webhook': {
      requests: 1,
      arrives: () => snappedAt({ statement: HANDS_OVER, stops: 'statement' }),
    },
    'after COMMIT of that, before its answer': {
      requests: 1,
      arrives: async () => {
        const salon = await snappedAt({ statement: HANDS_OVER, stops: 'answerToCommit' });
        await until(async () => (await salon.reminder())?.status === 'sent');
        return salon;
      },
    },
    'while the receiver has it and does not answer': {
      requests: 2,
      arrives: async () => {
        const salon = await house().remindsSomebody(['never']);
        await until(() => salon.receiver.received.length > 0);
        return salon;
      },
    },
    'after the receiver took it, before the row says so': {
      requests: 2,
      arrives: () => snappedAt({ statement: WRITES_DELIVERED, stops: 'statement' }),
    },
  };

  test.each(Object.entries(moments))(
    'whose node is killed %s arrives from the next one, under one id, and is sent once',
    async (_when, { requests, arrives }) => {
      const salon = await arrives();
      await house().killNode();
      expect((await salon.deliveries()).map(({ status }) => status)).not.toContain('delivered');
      await house().startNode();
      await arrivesOnce(salon, requests);
    },
    PATIENCE_MS,
  );

  test(
    'whose database falls after the receiver took it, before the row says so: again under the same id',
    async () => {
      const salon = await snappedAt({ statement: WRITES_DELIVERED, stops: 'statement' });
      house().tap.cut();
      await arrivesOnce(salon, 2);
    },
    PATIENCE_MS,
  );

  test(
    'whose database falls after COMMIT of that, before its answer: not sent again',
    async () => {
      const salon = await snappedAt({ statement: WRITES_DELIVERED, stops: 'answerToCommit' });
      await until(async () => (await salon.deliveries())[0]?.status === 'delivered');
      house().tap.cut();
      await arrivesOnce(salon, 1);
    },
    PATIENCE_MS,
  );
});
