import { insertMessage } from '../../src/db/queries/insert-message.ts';
import { joinWaitlist } from '../../src/db/queries/join-waitlist.ts';
import { keepToTell } from '../../src/db/queries/keep-to-tell.ts';
import { leaveWaitlist } from '../../src/db/queries/leave-waitlist.ts';
import { listWaitlist } from '../../src/db/queries/list-waitlist.ts';
import type { WaitlistQuery } from '../../src/db/queries/list-waitlist.ts';
import { markWaitlistTold } from '../../src/db/queries/mark-waitlist-told.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { Salon } from './salon.ts';

const someId: unknown = expect.any(String);
const someTime: unknown = expect.any(Date);
const DAY = '2027-02-01';

describeOnEachDatabase('the waitlist', (database) => {
  const joins = (salon: Salon, call: { leadId: string; callSid: string }, more: { phone: string; date?: string }) =>
    database().inBusiness(salon.id, (manager) =>
      joinWaitlist(manager, salon.id, { ...call, date: DAY, name: 'דנה לוי', ...more }),
    );
  const names = async (salon: Salon, query: Partial<WaitlistQuery> = {}) => {
    const rows = await database().inBusiness(salon.id, (manager) =>
      listWaitlist(manager, salon.id, { limit: 100, ...query }),
    );
    return rows.map(({ date, phone }) => `${date} ${phone}`);
  };

  test('a caller waits for a day once, however often and however written they ask', async () => {
    const salon = await Salon.opens(database());
    const dana = await salon.isCalledBy('+972501234567');
    const { leadId, callSid } = dana;
    const first = await joins(salon, { leadId, callSid }, { phone: '050-123 4567' });
    expect(first).toEqual({
      repeated: 'first',
      entry: {
        id: someId,
        businessId: salon.id,
        leadId,
        callSid,
        date: DAY,
        name: 'דנה לוי',
        phone: '+972501234567',
        toldAt: null,
        createdAt: someTime,
      },
    });
    const again = await joins(salon, { leadId, callSid: 'CAlater' }, { phone: '+972 50 1234567' });
    expect(again).toEqual({ repeated: 'again', entry: { ...first.entry, callSid: 'CAlater' } });
    expect(await names(salon)).toEqual([`${DAY} +972501234567`]);
  });

  test('who came first is first, day by day', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    await joins(salon, noa, { phone: '+972502222222', date: '2027-02-02' });
    await joins(salon, noa, { phone: '+972502222222' });
    await joins(salon, dana, { phone: '+972501111111' });
    expect(await names(salon)).toEqual([
      '2027-02-01 +972502222222',
      '2027-02-01 +972501111111',
      '2027-02-02 +972502222222',
    ]);
    expect(await names(salon, { date: '2027-02-02' })).toEqual(['2027-02-02 +972502222222']);
  });

  test('who was told waits no more, until they ask again', async () => {
    const salon = await Salon.opens(database());
    const dana = await salon.isCalledBy('+972501111111');
    const { entry } = await joins(salon, dana, { phone: '+972501111111' });
    await database().inBusiness(salon.id, async (manager) => {
      const messageId = await insertMessage(manager, salon.id, {
        leadId: dana.leadId,
        kind: 'waitlist',
        onceKey: 'a time',
        appointmentId: null,
        startsAt: new Date(`${DAY}T10:00:00Z`),
        phone: '+972501111111',
        text: 'התפנה תור',
      });
      if (messageId === null) throw new Error('not written');
      await keepToTell(manager, salon.id, { entryId: entry.id, messageId });
      await markWaitlistTold(manager, salon.id, messageId);
    });
    expect(await names(salon, { status: 'waiting' })).toEqual([]);
    expect(await names(salon, { status: 'told' })).toHaveLength(1);
    await joins(salon, dana, { phone: '+972501111111' });
    expect(await names(salon, { status: 'waiting' })).toHaveLength(1);
  });

  test('who leaves is gone', async () => {
    const salon = await Salon.opens(database());
    const dana = await salon.isCalledBy('+972501111111');
    const { entry } = await joins(salon, dana, { phone: '+972501111111' });
    const leave = () => database().inBusiness(salon.id, (manager) => leaveWaitlist(manager, salon.id, entry.id));
    await leave();
    await leave();
    expect(await names(salon)).toEqual([]);
  });

  test('nobody waits with another business’s lead, nor is seen by it', async () => {
    const [mine, other] = [await Salon.opens(database()), await Salon.opens(database())];
    const dana = await mine.isCalledBy('+972501111111');
    await joins(mine, dana, { phone: '+972501111111' });
    expect(await names(other)).toEqual([]);
    await expect(joins(other, dana, { phone: '+972501111111' })).rejects.toThrow('waitlist_lead');
  });
});
