import type PgBoss from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { cancelAppointment } from '../../src/db/queries/cancel-appointment.ts';
import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { joinWaitlist } from '../../src/db/queries/join-waitlist.ts';
import { listWaitlist } from '../../src/db/queries/list-waitlist.ts';
import { upsertLead } from '../../src/db/queries/upsert-lead.ts';
import { giveUpMessage } from '../../src/jobs/messages/give-up-message.ts';
import { sendMessage } from '../../src/jobs/messages/send-message.ts';
import { tellWaiting } from '../../src/jobs/waitlist/tell-waiting.ts';
import { halfHour, Salon } from '../db/salon.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { fakeTwilio } from './fake-twilio.ts';
import { jobsOnABench, letTimePass, loseWorker, messagesOf } from './jobs-bench.ts';

const NOW = Date.parse('2027-02-01T10:00:00+02:00');

describeOnEachDatabase('the waitlist', (database) => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  async function fullDay() {
    const twilio = await fakeTwilio();
    const salon = await Salon.opens(database());
    const clock = { now: NOW };
    const tools = { database: database(), now: () => clock.now };
    const jobs = await jobsOnABench(database(), {
      waitlist: tellWaiting(tools),
      message: sendMessage({ ...tools, sms: twilio.sms, smsFrom: null }),
      'message-given-up': giveUpMessage({ ...tools, sms: twilio.sms, smsFrom: null }),
    });
    opened.push(twilio, { close: () => jobs.stop() });
    const inside = <T>(work: (manager: EntityManager) => Promise<T>) => database().inBusiness(salon.id, work);
    const book = (phone: string, startsAt: string) =>
      inside(async (manager) => {
        const lead = await upsertLead(manager, salon.id, { phone, callSid: null });
        const slot = { ...halfHour({ callSid: '', leadId: lead.id }, startsAt), callSid: null };
        const write = await confirmSlot(manager, salon.id, slot);
        if (write.kind !== 'confirmed') throw new Error('taken');
        return write.appointment.id;
      });
    const wait = (phone: string, date = '2027-02-03') =>
      inside(async (manager) => {
        const lead = await upsertLead(manager, salon.id, { phone, callSid: null });
        await joinWaitlist(manager, salon.id, { leadId: lead.id, callSid: null, date, phone, name: 'נועה' });
      });
    const cancel = (id: string) => inside((manager) => cancelAppointment(manager, salon.id, id));
    const told = async () =>
      (await inside((manager) => listWaitlist(manager, salon.id, { status: 'told', limit: 10 }))).map(
        ({ phone }) => phone,
      );
    /** Does the jobs of the waitlist that are due and leaves the messages that come of them in the queue. */
    const hearOfFreed = async () => {
      const due = await jobs.boss.fetch<Record<string, string>>('waitlist', { batchSize: 10 });
      await Promise.all(due.map(({ data: details }) => tellWaiting(tools)({ details, attempt: 'more' })));
      for (const { id } of due) await jobs.boss.complete('waitlist', id);
      return due.length;
    };
    /** The clock and the queues go on to this moment. */
    const itIs = async (now: string) => {
      clock.now = Date.parse(now);
      await letTimePass(database(), salon.id);
      await jobs.look();
    };
    return { salon, twilio, jobs, book, wait, cancel, told, hearOfFreed, itIs, clock };
  }

  test('who waits longest is told of the time that became free, once; the next of the next; nothing is booked', async () => {
    const { salon, twilio, jobs, book, wait, cancel, told } = await fullDay();
    const ids = [
      await book('+972501111111', '2027-02-03T10:00:00Z'),
      await book('+972501111112', '2027-02-03T11:00:00Z'),
    ];
    for (const phone of ['+972502222221', '+972502222222', '+972502222223']) await wait(phone);
    await wait('+972502222224', '2027-02-04');
    await cancel(ids[0] ?? '');
    await jobs.doDue();
    expect(await told()).toEqual(['+972502222221']);
    expect(twilio.sent).toMatchObject([{ to: '+972502222221', from: salon.phoneNumber }]);
    expect(twilio.sent[0]?.body).toContain('ביום רביעי, 3 בפברואר, בשעה 12:00, התפנה תור');
    await cancel(ids[1] ?? '');
    await jobs.doDue();
    expect(await told()).toEqual(['+972502222221', '+972502222222']);
    expect(await salon.appointments('confirmed')).toEqual([]);
  });

  test('a worker that dies after it told: nobody else is told of the same time', async () => {
    const { salon, twilio, jobs, book, wait, cancel, told } = await fullDay();
    const id = await book('+972501111111', '2027-02-03T10:00:00Z');
    for (const phone of ['+972502222221', '+972502222222']) await wait(phone);
    await cancel(id);
    const [job] = await jobs.boss.fetch<Record<string, string>>('waitlist');
    if (job === undefined) throw new Error('no job');
    await tellWaiting({ database: database(), now: () => NOW })({ details: job.data, attempt: 'more' });
    await loseWorker(database(), jobs.boss);
    await letTimePass(database(), salon.id);
    await jobs.doDue();
    expect(await told()).toEqual(['+972502222221']);
    expect(twilio.sent).toHaveLength(1);
  });

  test('a time that was taken again meanwhile is told to nobody', async () => {
    const { twilio, jobs, book, wait, cancel, told } = await fullDay();
    const id = await book('+972501111111', '2027-02-03T10:00:00Z');
    await wait('+972502222221');
    await cancel(id);
    await book('+972503333333', '2027-02-03T10:00:00Z');
    await jobs.doDue();
    expect([await told(), twilio.sent]).toEqual([[], []]);
  });

  test('two times became free at once: one each for two of them, and nobody counts as told before their message left', async () => {
    const { twilio, jobs, book, wait, cancel, told, hearOfFreed } = await fullDay();
    const ids = [
      await book('+972501111111', '2027-02-03T10:00:00Z'),
      await book('+972501111112', '2027-02-03T11:00:00Z'),
    ];
    for (const phone of ['+972502222221', '+972502222222']) await wait(phone);
    for (const id of ids) await cancel(id);
    expect(await hearOfFreed()).toBe(2);
    expect([await told(), twilio.sent]).toEqual([[], []]);
    await jobs.doDue();
    expect(await told()).toEqual(['+972502222221', '+972502222222']);
    expect(twilio.sent.map(({ to }) => to).sort()).toEqual(['+972502222221', '+972502222222']);
  });

  test('a message that missed the evening is of the morning; until then nobody was told', async () => {
    const { twilio, book, wait, cancel, told, hearOfFreed, itIs, clock } = await fullDay();
    const id = await book('+972501111111', '2027-02-03T10:00:00Z');
    await wait('+972502222221');
    clock.now = Date.parse('2027-02-02T20:59:59+02:00');
    await cancel(id);
    await hearOfFreed();
    await itIs('2027-02-02T21:00:01+02:00');
    expect([await told(), twilio.sent]).toEqual([[], []]);
    await itIs('2027-02-03T08:00:00+02:00');
    expect(await told()).toEqual(['+972502222221']);
    expect(twilio.sent).toHaveLength(1);
  });

  test('a time that was taken again before its message left: nothing is sent, and they are the first of the next', async () => {
    const { twilio, jobs, book, wait, cancel, told, hearOfFreed } = await fullDay();
    const ids = [
      await book('+972501111111', '2027-02-03T10:00:00Z'),
      await book('+972501111112', '2027-02-03T11:00:00Z'),
    ];
    for (const phone of ['+972502222221', '+972502222222']) await wait(phone);
    await cancel(ids[0] ?? '');
    await hearOfFreed();
    await book('+972503333333', '2027-02-03T10:00:00Z');
    await jobs.doDue();
    expect([await told(), twilio.sent]).toEqual([[], []]);
    await cancel(ids[1] ?? '');
    await jobs.doDue();
    expect(await told()).toEqual(['+972502222221']);
    expect(twilio.sent).toMatchObject([{ to: '+972502222221', body: expect.stringContaining('בשעה 13:00') as string }]);
  });

  test('a time nobody may be written to of any more is for the owner alone; who waits goes on waiting', async () => {
    const { twilio, jobs, book, wait, cancel, told, clock } = await fullDay();
    const ids = [
      await book('+972501111111', '2027-02-03T04:00:00+02:00'),
      await book('+972501111112', '2027-02-03T13:00:00+02:00'),
    ];
    await wait('+972502222221');
    clock.now = Date.parse('2027-02-03T00:30:00+02:00');
    await cancel(ids[0] ?? '');
    await jobs.doDue();
    expect([await told(), twilio.sent]).toEqual([[], []]);
    clock.now = Date.parse('2027-02-03T09:00:00+02:00');
    await cancel(ids[1] ?? '');
    await jobs.doDue();
    expect(await told()).toEqual(['+972502222221']);
    expect(twilio.sent).toMatchObject([{ body: expect.stringContaining('בשעה 13:00') as string }]);
  });

  describe('a message that failed at every try', () => {
    const TRIES = 6;
    const tries = <T>(mood: T): T[] => Array<T>(TRIES).fill(mood);

    async function loseEveryWorker(salon: Salon, boss: PgBoss) {
      for (let tried = 0; tried < TRIES; tried += 1) {
        await letTimePass(database(), salon.id);
        expect(await boss.fetch('message')).toHaveLength(1);
        await loseWorker(database(), boss);
      }
      await letTimePass(database(), salon.id);
    }

    async function oneFreedForTwo() {
      const day = await fullDay();
      const freed = await day.book('+972501111111', '2027-02-03T10:00:00Z');
      const other = await day.book('+972501111112', '2027-02-03T11:00:00Z');
      for (const phone of ['+972502222221', '+972502222222']) await day.wait(phone);
      await day.cancel(freed);
      await day.hearOfFreed();
      const messages = () => messagesOf(day.salon);
      return { ...day, other, messages };
    }

    test('Twilio in trouble: the next is told of the time at once, and who it was for of the next time', async () => {
      const { salon, twilio, jobs, cancel, other, told, messages } = await oneFreedForTwo();
      twilio.moods.push(...tries('inTrouble' as const));
      for (let tried = 0; tried < TRIES; tried += 1) {
        await letTimePass(database(), salon.id);
        await jobs.look();
      }
      await jobs.doDue();
      expect(await messages()).toMatchObject([
        { phone: '+972502222221', status: 'failed', note: 'gave_up', channel: null },
        { phone: '+972502222222', status: 'sent', channel: 'sms' },
      ]);
      expect(await told()).toEqual(['+972502222222']);
      await cancel(other);
      await jobs.doDue();
      expect(await told()).toEqual(['+972502222221', '+972502222222']);
      expect(twilio.sent.map(({ to }) => to)).toEqual(['+972502222222', '+972502222221']);
    });

    test('a worker killed at each of them: likewise', async () => {
      const { salon, twilio, jobs, told, messages } = await oneFreedForTwo();
      await loseEveryWorker(salon, jobs.boss);
      await jobs.doDue();
      expect(await messages()).toMatchObject([
        { phone: '+972502222221', status: 'failed', note: 'gave_up' },
        { phone: '+972502222222', status: 'sent' },
      ]);
      expect(await told()).toEqual(['+972502222222']);
      expect(twilio.sent.map(({ to }) => to)).toEqual(['+972502222222']);
    });

    test('the time was taken meanwhile: nobody is told of it, and they are the first of the next', async () => {
      const { salon, twilio, jobs, book, cancel, other, told, messages } = await oneFreedForTwo();
      await loseEveryWorker(salon, jobs.boss);
      await book('+972503333333', '2027-02-03T10:00:00Z');
      await jobs.doDue();
      expect(await messages()).toMatchObject([{ phone: '+972502222221', status: 'cancelled' }]);
      expect([await told(), twilio.sent]).toEqual([[], []]);
      await cancel(other);
      await jobs.doDue();
      expect(await told()).toEqual(['+972502222221']);
    });

    test('it went out and no answer said so: Twilio knows it, so it is sent and nobody else is asked', async () => {
      const { salon, twilio, jobs, told, messages } = await oneFreedForTwo();
      twilio.moods.push(...tries('inTrouble' as const).slice(1), 'lost');
      for (let tried = 0; tried < TRIES; tried += 1) {
        await letTimePass(database(), salon.id);
        await jobs.look();
      }
      await jobs.doDue();
      expect(await messages()).toMatchObject([{ phone: '+972502222221', status: 'sent', channel: 'sms' }]);
      expect(await told()).toEqual(['+972502222221']);
      expect(twilio.sent).toHaveLength(1);
    });

    test('none of those who wait can be reached: each was tried once for this time, and all wait on', async () => {
      const { salon, twilio, jobs, told, messages } = await oneFreedForTwo();
      twilio.moods.push(...tries('inTrouble' as const), ...tries('inTrouble' as const));
      for (let tried = 0; tried < 3 * TRIES; tried += 1) {
        await letTimePass(database(), salon.id);
        await jobs.look();
      }
      expect((await messages()).map(({ phone, status }) => [phone, status])).toEqual([
        ['+972502222221', 'failed'],
        ['+972502222222', 'failed'],
      ]);
      expect([await told(), twilio.sent, twilio.moods]).toEqual([[], [], []]);
    });
  });
});
