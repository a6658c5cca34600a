import type { EntityManager } from 'typeorm';
import { scheduleReminder } from '../../src/actions/schedule-reminder.ts';
import type { Appointment } from '../../src/db/appointment.ts';
import type { WebhookEvent } from '../../src/db/entities/webhook.ts';
import { cancelAppointment } from '../../src/db/queries/cancel-appointment.ts';
import { closeCallSession } from '../../src/db/queries/close-call-session.ts';
import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { insertWebhook } from '../../src/db/queries/insert-webhook.ts';
import { listReminders } from '../../src/db/queries/list-reminders.ts';
import { listWebhookDeliveries } from '../../src/db/queries/list-webhook-deliveries.ts';
import { rescheduleAppointment } from '../../src/db/queries/reschedule-appointment.ts';
import { giveUpMessage } from '../../src/jobs/messages/give-up-message.ts';
import { sendMessage } from '../../src/jobs/messages/send-message.ts';
import { giveUpReminder } from '../../src/jobs/reminders/give-up-reminder.ts';
import { planReminder } from '../../src/jobs/reminders/plan-reminder.ts';
import { sendReminder } from '../../src/jobs/reminders/send-reminder.ts';
import { halfHour, Salon } from '../db/salon.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { fakeTwilio } from './fake-twilio.ts';
import { jobsOnABench, letTimePass, loseWorker } from './jobs-bench.ts';

const BOOKED_AT = Date.parse('2027-02-01T10:00:00+02:00');
const STARTS = '2027-02-03T12:00:00+02:00';
const DUE = Date.parse('2027-02-02T12:00:00+02:00');

describeOnEachDatabase('reminders', (database) => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  async function openSalon({ withSms = true }: { withSms?: boolean } = {}) {
    const twilio = await fakeTwilio();
    const salon = await Salon.opens(database());
    const clock = { now: BOOKED_AT };
    const tools = { database: database(), now: () => clock.now };
    const messages = { ...tools, sms: withSms ? twilio.sms : null, smsFrom: '+972500000000' };
    const jobs = await jobsOnABench(database(), {
      reminder: sendReminder(tools),
      'reminder-plan': planReminder(tools),
      message: sendMessage(messages),
      'message-given-up': giveUpMessage(messages),
      'reminder-given-up': giveUpReminder(tools),
    });
    opened.push(twilio, { close: () => jobs.stop() });
    const inside = <T>(work: (manager: EntityManager) => Promise<T>) => database().inBusiness(salon.id, work);
    const call = await salon.isCalledBy('+972501111111');
    const booked = await inside((manager) => confirmSlot(manager, salon.id, halfHour(call, STARTS)));
    if (booked.kind !== 'confirmed') throw new Error('taken');
    const { appointment } = booked;
    const remind = () =>
      scheduleReminder(database(), { businessId: salon.id, appointmentId: appointment.id, now: clock.now });
    /** The clock and the queues go on to this moment. */
    const itIs = async (now: number) => {
      clock.now = now;
      await letTimePass(database(), salon.id);
      await jobs.look();
    };
    const reminders = () => inside((manager) => listReminders(manager, salon.id, { limit: 10 }));
    const hangUp = () =>
      inside((manager) => closeCallSession(manager, salon.id, { callSid: call.callSid, epoch: 1, outcome: 'booked' }));
    /** The reminder is due: its message is written and left in the queue. */
    const writeMessage = async () => {
      clock.now = DUE;
      await letTimePass(database(), salon.id);
      const [job] = await jobs.boss.fetch<Record<string, string>>('reminder');
      if (job === undefined) throw new Error('no reminder is due');
      await sendReminder(tools)({ details: job.data, attempt: 'more' });
      await jobs.boss.complete('reminder', job.id);
    };
    return { salon, twilio, jobs, call, appointment, inside, remind, itIs, reminders, hangUp, writeMessage };
  }

  type Opened = Awaited<ReturnType<typeof openSalon>>;
  const move = ({ inside, salon }: Opened, { id }: Appointment, to: string) =>
    inside((manager) =>
      rescheduleAppointment(manager, salon.id, { ...halfHour({ callSid: '', leadId: '' }, to), appointmentId: id }),
    );

  test('sent a day before, by SMS, once, in Hebrew', async () => {
    const { remind, itIs, twilio, reminders, hangUp } = await openSalon();
    await hangUp();
    expect(await remind()).toMatchObject({ kind: 'scheduled', reminder: { dueAt: new Date(DUE), status: 'pending' } });
    await itIs(DUE - 60_000);
    expect(twilio.sent).toEqual([]);
    for (const later of [0, 60_000, 120_000]) await itIs(DUE + later);
    expect(twilio.sent).toMatchObject([
      {
        to: '+972501234567',
        from: '+972500000000',
        body: 'שלום דנה לוי, תזכורת מהסלון של דנה: יש לך תור ביום רביעי, 3 בפברואר, בשעה 12:00.',
      },
    ]);
    expect(await reminders()).toMatchObject([{ status: 'sent', channel: 'sms' }]);
  });

  test('never during a call of that person; as soon as it is over', async () => {
    const opening = await openSalon();
    const { remind, itIs, twilio, hangUp, inside, salon, call } = opening;
    await remind();
    await inside((manager) =>
      manager.query('UPDATE call_session SET started_at = $3 WHERE business_id = $1 AND call_sid = $2', [
        salon.id,
        call.callSid,
        new Date(DUE - 60_000),
      ]),
    );
    for (const later of [0, 30_000, 60_000]) await itIs(DUE + later);
    expect(twilio.sent).toEqual([]);
    await hangUp();
    await itIs(DUE + 90_000);
    expect(twilio.sent).toHaveLength(1);
  });

  test('moved with its appointment, also once it was sent; cancelled with it', async () => {
    const opening = await openSalon();
    const { remind, itIs, twilio, reminders, hangUp, appointment, inside, salon } = opening;
    await hangUp();
    await remind();
    await move(opening, appointment, '2027-02-05T12:00:00+02:00');
    await itIs(DUE);
    expect(twilio.sent).toEqual([]);
    expect(await reminders()).toMatchObject([{ status: 'pending', dueAt: new Date('2027-02-04T12:00:00+02:00') }]);
    await itIs(Date.parse('2027-02-04T12:00:00+02:00'));
    expect(twilio.sent).toHaveLength(1);
    await move(opening, appointment, '2027-02-08T16:00:00+02:00');
    await itIs(Date.parse('2027-02-04T13:00:00+02:00'));
    await itIs(Date.parse('2027-02-07T16:00:00+02:00'));
    expect(twilio.sent.map(({ body }) => body.slice(-35))).toEqual([
      expect.stringContaining('יום שישי, 5 בפברואר'),
      expect.stringContaining('יום שני, 8 בפברואר'),
    ]);
    await move(opening, appointment, '2027-02-11T16:00:00+02:00');
    await itIs(Date.parse('2027-02-07T17:00:00+02:00'));
    await inside((manager) => cancelAppointment(manager, salon.id, appointment.id));
    await itIs(Date.parse('2027-02-10T16:00:00+02:00'));
    expect(twilio.sent).toHaveLength(2);
    expect(await reminders()).toMatchObject([{ status: 'cancelled' }]);
  });

  test('a worker that dies after the SMS went out: nothing goes out twice', async () => {
    const { remind, itIs, twilio, reminders, hangUp, jobs, salon } = await openSalon();
    await hangUp();
    await remind();
    twilio.moods.push('lost');
    await itIs(DUE);
    expect(twilio.sent).toHaveLength(1);
    expect(await reminders()).toMatchObject([{ status: 'queued' }]);
    await letTimePass(database(), salon.id);
    await jobs.boss.fetch('message');
    await loseWorker(database(), jobs.boss);
    await itIs(DUE + 60_000);
    expect(twilio.sent).toHaveLength(1);
    expect(await reminders()).toMatchObject([{ status: 'sent', channel: 'sms' }]);
  });

  test('Twilio in trouble: again later; a number it refuses: the business’s systems, or the owner', async () => {
    const trouble = await openSalon();
    await trouble.hangUp();
    await trouble.remind();
    trouble.twilio.moods.push('inTrouble', 'inTrouble');
    for (const later of [0, 1, 2, 3]) await trouble.itIs(DUE + later * 60_000);
    expect(trouble.twilio.sent).toHaveLength(1);

    const refused = await openSalon();
    await refused.hangUp();
    await refused.remind();
    refused.twilio.moods.push('refusing');
    await refused.itIs(DUE);
    await refused.itIs(DUE);
    expect(await refused.reminders()).toMatchObject([{ status: 'kept', channel: null, note: 'sms_refused_21614' }]);
  });

  const TRIES = 6;

  test('Twilio in trouble at every try: failed, and shown with its words; to a webhook where one asked for it', async () => {
    const asked: WebhookEvent[] = ['reminder.due'];
    const ends = [
      { events: [], end: { status: 'failed', channel: null, note: 'gave_up' } },
      { events: asked, end: { status: 'sent', channel: 'webhook', note: 'gave_up' } },
    ];
    for (const { events, end } of ends) {
      const { inside, salon, hangUp, remind, itIs, twilio, jobs, reminders } = await openSalon();
      for (const event of events) {
        const webhook = { url: 'https://hooks.example.com/', events: [event] };
        await inside((manager) => insertWebhook(manager, salon.id, webhook));
      }
      await hangUp();
      await remind();
      twilio.moods.push(...Array<'inTrouble'>(TRIES).fill('inTrouble'));
      for (let tried = 0; tried <= TRIES; tried += 1) await itIs(DUE + tried * 1_000);
      await jobs.doDue();
      expect(await reminders()).toMatchObject([{ ...end, text: expect.stringContaining('תזכורת') as unknown }]);
      expect([twilio.sent, twilio.moods]).toEqual([[], []]);
    }
  });

  test('a worker killed at each of its tries, before or after the message was written: failed', async () => {
    for (const queue of ['reminder', 'message']) {
      const { salon, hangUp, remind, itIs, jobs, reminders, writeMessage } = await openSalon();
      await hangUp();
      await remind();
      if (queue === 'message') await writeMessage();
      for (let tried = 0; tried < TRIES; tried += 1) {
        await letTimePass(database(), salon.id);
        expect(await jobs.boss.fetch(queue)).toHaveLength(1);
        await loseWorker(database(), jobs.boss);
      }
      await itIs(DUE + 1_000);
      await jobs.doDue();
      expect(await reminders()).toMatchObject([{ status: 'failed' }]);
    }
  });

  test('without SMS: to a webhook that asked for it; without one it is kept and shown', async () => {
    const kept = await openSalon({ withSms: false });
    await kept.hangUp();
    await kept.remind();
    await kept.itIs(DUE);
    await kept.itIs(DUE);
    const text = expect.stringContaining('תזכורת') as unknown;
    expect(await kept.reminders()).toMatchObject([{ status: 'kept', note: 'no_channel', text }]);

    const told = await openSalon({ withSms: false });
    const { inside, salon } = told;
    const webhook = { url: 'https://hooks.example.com/', events: ['reminder.due'] as WebhookEvent[] };
    await inside((manager) => insertWebhook(manager, salon.id, webhook));
    await told.hangUp();
    await told.remind();
    await told.itIs(DUE);
    await told.itIs(DUE);
    expect(await told.reminders()).toMatchObject([{ status: 'sent', channel: 'webhook' }]);
    const deliveries = await inside((manager) => listWebhookDeliveries(manager, salon.id, { limit: 10 }));
    expect(deliveries).toMatchObject([{ type: 'reminder.due', subject: { phone: '+972501234567', text } }]);
  });

  test('due in a night that a late worker only sees then: in the morning', async () => {
    const { remind, itIs, twilio, hangUp } = await openSalon();
    await hangUp();
    await remind();
    await itIs(Date.parse('2027-02-02T23:00:00+02:00'));
    await itIs(Date.parse('2027-02-02T23:01:00+02:00'));
    expect(twilio.sent).toEqual([]);
    await itIs(Date.parse('2027-02-03T08:00:00+02:00'));
    expect(twilio.sent).toHaveLength(1);
  });
});
