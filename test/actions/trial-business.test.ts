import { randomUUID } from 'node:crypto';
import { openCall, takeCall } from '../../src/actions/open-call.ts';
import { ringCall } from '../../src/actions/ring-call.ts';
import { giveBackTrial, withDraft } from '../../src/actions/trial-business.ts';
import { trialCallSid } from '../../src/actions/trial-call.ts';
import type { TrialCall } from '../../src/actions/trial-call.ts';
import { closeCallSession } from '../../src/db/queries/close-call-session.ts';
import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { enrichLead } from '../../src/db/queries/enrich-lead.ts';
import { insertWebhook } from '../../src/db/queries/insert-webhook.ts';
import { joinWaitlist } from '../../src/db/queries/join-waitlist.ts';
import { listLeads } from '../../src/db/queries/list-leads.ts';
import { listWaitlist } from '../../src/db/queries/list-waitlist.ts';
import { listWebhookDeliveries } from '../../src/db/queries/list-webhook-deliveries.ts';
import { loadSchedule } from '../../src/db/queries/load-schedule.ts';
import { saveDraft } from '../../src/db/queries/save-draft.ts';
import { webhookEvents } from '../../src/db/entities/webhook.ts';
import { halfHour, Salon } from '../db/salon.ts';
import { waitingJobs } from '../jobs/jobs-bench.ts';
import { describeOnEachDatabase } from '../support/databases.ts';

const trialSid = (on: TrialCall['on'] = 'published') => trialCallSid({ kind: 'practice', on }, randomUUID());

describeOnEachDatabase('a trial call', (database) => {
  const inside = <T>(salon: Salon, work: Parameters<ReturnType<typeof database>['inBusiness']>[1]) =>
    database().inBusiness(salon.id, work) as Promise<T>;

  async function taken(salon: Salon, callSid: string) {
    await ringCall(database(), { callSid, from: '+972501234567', to: salon.phoneNumber, nodeId: 'node-1' });
    const session = await takeCall(database(), { callSid, stream: 0, nodeId: 'node-1', keptEpoch: null });
    if (session === null) throw new Error('the call was not taken');
    return openCall(database(), session);
  }

  /** A whole call: it books, waits for another day, names its caller, ends, and gives back what is a trial's. */
  async function wholeCall(salon: Salon, callSid: string): Promise<void> {
    const opened = await taken(salon, callSid);
    const { leadId, epoch } = opened;
    await inside(salon, async (manager) => {
      await confirmSlot(manager, salon.id, halfHour({ callSid, leadId }, '2027-02-01T10:00:00Z'));
      const wish = { leadId, callSid, date: '2027-02-02', phone: '+972501234567', name: 'דנה לוי' };
      await joinWaitlist(manager, salon.id, wish);
      await enrichLead(manager, salon.id, { leadId, name: 'דנה לוי' });
      await closeCallSession(manager, salon.id, { callSid, epoch, outcome: 'booked' });
    });
    await giveBackTrial(database(), opened);
  }

  async function whatIsLeft(salon: Salon) {
    const booked = (await salon.appointments('confirmed')).length;
    return inside<unknown>(salon, async (manager) => ({
      leads: (await listLeads(manager, salon.id, { limit: 10 })).map(({ phone }) => phone),
      told: (await listWebhookDeliveries(manager, salon.id, { limit: 50 })).length,
      waiting: (await listWaitlist(manager, salon.id, { limit: 10 })).length,
      booked,
    }));
  }

  async function listenedSalon() {
    const salon = await Salon.opens(database());
    await inside(salon, (manager) =>
      insertWebhook(manager, salon.id, { url: 'https://example.com/', events: [...webhookEvents] }),
    );
    return salon;
  }

  test('leaves no lead, no appointment, nobody waiting, tells no webhook and gives no work', async () => {
    const salon = await listenedSalon();
    await wholeCall(salon, trialSid());
    expect(await whatIsLeft(salon)).toEqual({ leads: [], told: 0, waiting: 0, booked: 0 });
    expect(await waitingJobs(database(), salon.id)).toEqual([]);
  });

  test('is not a call of the telephone, which leaves all of these', async () => {
    const salon = await listenedSalon();
    await wholeCall(salon, `CA${randomUUID().replaceAll('-', '')}`);
    expect(await whatIsLeft(salon)).toEqual({
      leads: ['+972501234567'],
      told: expect.any(Number) as number,
      waiting: 1,
      booked: 1,
    });
    const names = (await waitingJobs(database(), salon.id)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['webhook', 'after-call']));
  });

  test('does not touch the lead whose number its caller has', async () => {
    const salon = await listenedSalon();
    const { leadId } = await salon.isCalledBy('+972501234567');
    expect((await taken(salon, trialSid())).leadId).not.toBe(leadId);
  });

  test('of the draft is held by its words and hours, every other call by what is published', async () => {
    const salon = await Salon.opens(database());
    const schedule = await inside<Awaited<ReturnType<typeof loadSchedule>>>(salon, (manager) =>
      loadSchedule(manager, salon.id),
    );
    if (schedule === null) throw new Error('a salon without hours');
    const { timezone: _zone, resources: _staff, ...settings } = schedule;
    const onDraft = trialSid('draft');
    const before = await taken(salon, onDraft);
    expect(await withDraft(database(), before)).toEqual(before);
    await inside(salon, (manager) =>
      saveDraft(manager, salon.id, {
        aiPrompt: { calls: 'מילים חדשות' },
        settings: { ...settings, activeDays: [2] },
        changedBy: 'דליה',
      }),
    );
    expect(await withDraft(database(), before)).toMatchObject({
      callPrompt: 'מילים חדשות',
      schedule: { activeDays: [2], timezone: schedule.timezone },
    });
    const published = await taken(salon, trialSid());
    expect(await withDraft(database(), published)).toEqual(published);
  });
});
