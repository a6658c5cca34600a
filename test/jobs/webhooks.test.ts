import { closeCallSession } from '../../src/db/queries/close-call-session.ts';
import { cancelAppointment } from '../../src/db/queries/cancel-appointment.ts';
import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { enrichLead } from '../../src/db/queries/enrich-lead.ts';
import { holdSlot } from '../../src/db/queries/hold-slot.ts';
import { insertWebhook } from '../../src/db/queries/insert-webhook.ts';
import { listWebhookDeliveries } from '../../src/db/queries/list-webhook-deliveries.ts';
import { rescheduleAppointment } from '../../src/db/queries/reschedule-appointment.ts';
import { upsertLead } from '../../src/db/queries/upsert-lead.ts';
import { webhookEvents } from '../../src/db/entities/webhook.ts';
import type { WebhookEvent } from '../../src/db/entities/webhook.ts';
import { deliverWebhook } from '../../src/jobs/webhooks/deliver-webhook.ts';
import { giveUpDelivery } from '../../src/jobs/webhooks/give-up-delivery.ts';
import { createPostWebhook } from '../../src/transport/webhook/post-webhook.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { halfHour, Salon } from '../db/salon.ts';
import { jobsOnABench, letTimePass, loseWorker, waitingJobs } from './jobs-bench.ts';
import { openReceiver } from './webhook-receiver.ts';
import type { ReceiverAnswer } from './webhook-receiver.ts';

const ALL: WebhookEvent[] = [...webhookEvents];

describeOnEachDatabase('webhooks', (database) => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  async function listeningSalon({
    answers = [],
    events = ALL,
  }: { answers?: ReceiverAnswer[]; events?: WebhookEvent[] } = {}) {
    const receiver = await openReceiver(answers);
    const salon = await Salon.opens(database());
    const webhook = await database().inBusiness(salon.id, (manager) =>
      insertWebhook(manager, salon.id, { url: receiver.url, events }),
    );
    const post = createPostWebhook({ reach: 'loopback', timeoutMs: 1_000 });
    const jobs = await jobsOnABench(database(), {
      webhook: deliverWebhook({ database: database(), post, now: Date.now }),
      'webhook-given-up': giveUpDelivery({ database: database() }),
    });
    opened.push(receiver, { close: () => jobs.stop() });
    const deliveries = () =>
      database().inBusiness(salon.id, (manager) => listWebhookDeliveries(manager, salon.id, { limit: 100 }));
    return { salon, webhook, receiver, jobs, deliveries };
  }

  async function bookByHand(salon: Salon, startsAt: string) {
    return database().inBusiness(salon.id, async (manager) => {
      const lead = await upsertLead(manager, salon.id, { phone: '+972501234567', callSid: null, name: 'דנה' });
      const slot = { ...halfHour({ callSid: '', leadId: lead.id }, startsAt), callSid: null };
      const write = await confirmSlot(manager, salon.id, slot);
      if (write.kind !== 'confirmed') throw new Error('taken');
      return write.appointment;
    });
  }

  test('a committed booking has its job and its event; one that is rolled back has neither', async () => {
    const { salon, deliveries } = await listeningSalon({ events: ['appointment.created'] });
    const lost = database().inBusiness(salon.id, async (manager) => {
      const lead = await upsertLead(manager, salon.id, { phone: '+972501234567', callSid: null });
      await confirmSlot(manager, salon.id, {
        ...halfHour({ callSid: '', leadId: lead.id }, '2027-02-01T10:00:00Z'),
        callSid: null,
      });
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    expect([await deliveries(), await waitingJobs(database(), salon.id)]).toEqual([[], []]);
    const booked = await bookByHand(salon, '2027-02-01T10:00:00Z');
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ type: 'appointment.created', subjectId: booked.id, status: 'waiting' });
    const jobs = await waitingJobs(database(), salon.id);
    expect(jobs).toMatchObject([{ name: 'webhook', data: { businessId: salon.id, deliveryId: delivery?.id } }]);
  });

  test('made, moved and cancelled arrive once each, signed, with the wall clock of the business', async () => {
    const { salon, webhook, receiver, jobs } = await listeningSalon({
      events: ['appointment.created', 'appointment.moved', 'appointment.cancelled'],
    });
    const booked = await bookByHand(salon, '2027-02-01T10:00:00Z');
    await jobs.doDue();
    await database().inBusiness(salon.id, (manager) =>
      rescheduleAppointment(manager, salon.id, {
        ...halfHour({ callSid: '', leadId: '' }, '2027-02-01T11:00:00Z'),
        appointmentId: booked.id,
      }),
    );
    await jobs.doDue();
    for (const _again of [1, 2]) {
      await database().inBusiness(salon.id, (manager) => cancelAppointment(manager, salon.id, booked.id));
    }
    await jobs.doDue();
    expect(
      receiver.received.map(({ body }) => [body.type, body.data['date'], body.data['time'], body.data['status']]),
    ).toEqual([
      ['appointment.created', '2027-02-01', '12:00', 'confirmed'],
      ['appointment.moved', '2027-02-01', '13:00', 'confirmed'],
      ['appointment.cancelled', '2027-02-01', '13:00', 'cancelled'],
    ]);
    expect(receiver.received.map((one) => one.isSignedBy(webhook.secret))).toEqual([true, true, true]);
    expect(receiver.received[0]?.isSignedBy('whsec_AAAA')).toBe(false);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
  });

  test('a hold says nothing; nothing is told while the caller is on the line; then all of it, a changed lead once', async () => {
    const { salon, receiver, jobs } = await listeningSalon();
    const call = await salon.isCalledBy('+972501111111');
    const slot = halfHour(call, '2027-02-01T10:00:00Z');
    await database().inBusiness(salon.id, (manager) => holdSlot(manager, salon.id, { slot, holdSeconds: 60 }));
    await database().inBusiness(salon.id, (manager) => confirmSlot(manager, salon.id, slot));
    for (const name of ['דנה', 'דנה לוי']) {
      await database().inBusiness(salon.id, (manager) => enrichLead(manager, salon.id, { leadId: call.leadId, name }));
    }
    await jobs.doDue();
    expect(receiver.received).toEqual([]);
    await database().inBusiness(salon.id, (manager) =>
      closeCallSession(manager, salon.id, { callSid: call.callSid, epoch: 1, outcome: 'booked' }),
    );
    await letTimePass(database(), salon.id);
    await jobs.doDue();
    const told = receiver.received.map(({ body }) => body.type).sort();
    expect(told).toEqual(['appointment.created', 'call.ended', 'lead.created', 'lead.updated']);
    expect(receiver.received.find(({ body }) => body.type === 'lead.updated')?.body.data).toMatchObject({
      name: 'דנה לוי',
    });
  });

  test('a receiver that fails, hangs or sends us elsewhere is tried again under the same id', async () => {
    const elsewhere = { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } };
    const { salon, receiver, jobs, deliveries } = await listeningSalon({
      events: ['lead.created'],
      answers: [{ status: 500 }, 'never', elsewhere, { status: 200, body: 'thanks' }],
    });
    await bookByHand(salon, '2027-02-01T10:00:00Z');
    for (const _try of [1, 2, 3, 4]) {
      await letTimePass(database(), salon.id);
      await jobs.doDue();
    }
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(receiver.received).toHaveLength(4);
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 4, lastStatus: 200 }]);
    expect(jobs.ended).toEqual(['webhook failed', 'webhook failed', 'webhook failed', 'webhook done']);
  });

  test('who never takes it is given up and seen; who says it is gone at once', async () => {
    const { salon, jobs, deliveries } = await listeningSalon({
      events: ['lead.created', 'appointment.created'],
      answers: [{ status: 410 }, ...Array.from({ length: 20 }, () => ({ status: 503 }))],
    });
    await bookByHand(salon, '2027-02-01T10:00:00Z');
    for (let round = 0; round < 14; round += 1) {
      await letTimePass(database(), salon.id);
      await jobs.doDue();
    }
    const dead = await deliveries();
    expect(dead.map(({ status, lastStatus, attempts }) => [status, lastStatus, attempts]).sort()).toEqual([
      ['dead', 410, 1],
      ['dead', 503, 13],
    ]);
  });

  test('a worker lost at each of the thirteen tries: given up and seen, not waiting for ever', async () => {
    const { salon, receiver, jobs, deliveries } = await listeningSalon({ events: ['lead.created'] });
    await bookByHand(salon, '2027-02-01T10:00:00Z');
    for (let tried = 0; tried < 13; tried += 1) {
      await letTimePass(database(), salon.id);
      expect(await jobs.boss.fetch('webhook')).toHaveLength(1);
      await loseWorker(database(), jobs.boss);
    }
    await letTimePass(database(), salon.id);
    await jobs.doDue();
    expect(await deliveries()).toMatchObject([{ status: 'dead', lastError: 'gave_up' }]);
    expect(receiver.received).toEqual([]);
  });

  test('a worker that dies in the middle: the event is given out anew, under the same id', async () => {
    const { salon, receiver, jobs, deliveries } = await listeningSalon({ events: ['lead.created'] });
    await bookByHand(salon, '2027-02-01T10:00:00Z');
    const [taken] = await jobs.boss.fetch('webhook');
    expect(taken?.data).toMatchObject({ businessId: salon.id });
    await jobs.doDue();
    expect(receiver.received).toEqual([]);
    await loseWorker(database(), jobs.boss);
    await letTimePass(database(), salon.id);
    await jobs.doDue();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });

  test('no business is told of another', async () => {
    const { receiver, jobs } = await listeningSalon();
    const other = await Salon.opens(database());
    await bookByHand(other, '2027-02-01T10:00:00Z');
    await jobs.doDue();
    expect(receiver.received).toEqual([]);
  });
});
