import { createAppointmentFromRealtime } from '../../src/actions/create-appointment-from-realtime.ts';
import { holdSlot } from '../../src/actions/hold-slot.ts';
import { releaseHold } from '../../src/actions/release-hold.ts';
import { scheduleReminder } from '../../src/actions/schedule-reminder.ts';
import { getCall } from '../../src/db/queries/get-call.ts';
import { findLead } from '../../src/db/queries/find-lead.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { Salon } from '../db/salon.ts';

const NOW = Date.parse('2027-02-01T05:00:00Z');
const TEN = { date: '2027-02-02', time: '10:00' };
const ELEVEN = { date: '2027-02-02', time: '11:00' };
const someId: unknown = expect.any(String);
const someTimes: unknown = expect.any(Array);
const hours = { startHour: '09:00', endHour: '18:00' };
const dana = { name: 'דנה לוי', phone: '050-1234567', now: NOW };

describeOnEachDatabase('booking by a call', (database) => {
  const rings = async (salon: Salon, phone: string | null = '+972501111111') => salon.isCalledBy(phone);
  type Call = Awaited<ReturnType<typeof rings>>;
  const hold = (call: Call, slot = TEN, holdSeconds = 90) =>
    holdSlot(database(), { ...call, ...dana, slot, holdSeconds });
  const create = (call: Call, slot = TEN) => createAppointmentFromRealtime(database(), { ...call, ...dana, slot });

  test('an offered slot is kept and becomes the appointment, with session and lead', async () => {
    const salon = await Salon.opens(database(), hours);
    const call = await rings(salon);
    const held = await hold(call);
    const created = await create(call);
    expect(created).toMatchObject({
      kind: 'created',
      repeated: 'first',
      appointment: { ...TEN, callSid: call.callSid, name: 'דנה לוי', phone: '+972501234567', status: 'confirmed' },
    });
    if (held.kind !== 'held' || created.kind !== 'created') throw new Error('not booked');
    expect(created.appointment.id).toBe(held.appointment.id);
    expect(await salon.appointments()).toEqual([created.appointment]);
    const session = await database().inBusiness(salon.id, (manager) => getCall(manager, salon.id, call.callSid));
    expect(session).toMatchObject({
      lastAppointmentId: created.appointment.id,
      lastConfirmedTime: created.appointment.startsAt,
    });
    const lead = await database().inBusiness(salon.id, (manager) => findLead(manager, salon.id, call.leadId));
    expect(lead).toMatchObject({ name: 'דנה לוי', phone: '+972501111111' });
  });

  test('a slot held for one call is taken for the next, with free times the same day', async () => {
    const salon = await Salon.opens(database(), hours);
    const [first, second] = [await rings(salon), await rings(salon, '+972502222222')];
    await hold(first);
    const refused = { kind: 'refused', reason: 'taken', alternatives: someTimes };
    expect(await hold(second)).toEqual(refused);
    const createdInstead = await create(second);
    expect(createdInstead).toEqual(refused);
    const near = createdInstead.kind === 'refused' ? createdInstead.alternatives : [];
    expect(near.slice(0, 2).sort()).toEqual(['2027-02-02 09:30', '2027-02-02 10:30']);
    await releaseHold(database(), first);
    expect((await hold(second)).kind).toBe('held');
  });

  test('asking again, also years later, gives the same appointment', async () => {
    const salon = await Salon.opens(database(), hours);
    const call = await rings(salon);
    const first = await create(call);
    expect(await create(call)).toEqual({ ...first, repeated: 'again' });
    const late = { ...call, ...dana, slot: TEN, now: Date.parse('2029-01-01T00:00:00Z') };
    expect(await createAppointmentFromRealtime(database(), late)).toEqual({ ...first, repeated: 'again' });
    expect(await salon.rowCount()).toBe(1);
  });

  test('a call that asks for another slot, free or not, gives the first one back', async () => {
    const salon = await Salon.opens(database(), hours);
    const call = await rings(salon);
    await hold(call);
    expect(await hold(call, { date: '2027-02-02', time: '20:00' })).toMatchObject({ reason: 'outside_hours' });
    expect(await salon.rowCount()).toBe(0);
    await hold(call);
    await hold(call, ELEVEN);
    expect((await salon.appointments()).map((row) => row.time)).toEqual(['11:00']);
  });

  test('booking another slot than the held one leaves no hold', async () => {
    const salon = await Salon.opens(database(), hours);
    const call = await rings(salon);
    await hold(call);
    await create(call, ELEVEN);
    expect((await salon.appointments()).map(({ time, status }) => ({ time, status }))).toEqual([
      { time: '11:00', status: 'confirmed' },
    ]);
  });

  test('the rules hold for a booking too', async () => {
    const salon = await Salon.opens(database(), hours);
    const call = await rings(salon);
    const reasons = [
      { date: '2027-02-31', time: '10:00' },
      { date: '2027-01-31', time: '10:00' },
      { date: '2027-02-02', time: '10:10' },
      { date: '2028-03-02', time: '10:00' },
    ].map(async (slot) => {
      const result = await create(call, slot);
      return result.kind === 'refused' ? result.reason : result.kind;
    });
    expect(await Promise.all(reasons)).toEqual(['bad_time', 'past', 'off_grid', 'too_far']);
    expect(await salon.rowCount()).toBe(0);
  });

  test('an anonymous caller’s lead gets the number they named', async () => {
    const salon = await Salon.opens(database(), hours);
    const call = await rings(salon, null);
    await create(call);
    const lead = (leadId: string) => database().inBusiness(salon.id, (manager) => findLead(manager, salon.id, leadId));
    expect(await lead(call.leadId)).toMatchObject({ phone: '+972501234567', name: 'דנה לוי' });
    const again = await rings(salon, null);
    await create(again, ELEVEN);
    expect(await lead(again.leadId)).toMatchObject({ phone: `anonymous:${again.callSid}`, name: 'דנה לוי' });
  });

  test('a business that is not there is a fault', async () => {
    const salon = await Salon.opens(database(), hours);
    const call = await rings(salon);
    const stranger = { ...call, ...dana, businessId: '00000000-0000-4000-8000-000000000000', slot: TEN };
    await expect(createAppointmentFromRealtime(database(), stranger)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a reminder is queued once, a day ahead or as far as is left', async () => {
    const salon = await Salon.opens(database(), hours);
    const created = await create(await rings(salon));
    if (created.kind !== 'created') throw new Error('not booked');
    const { id: appointmentId, startsAt } = created.appointment;
    const remind = async (now: number) => {
      const result = await scheduleReminder(database(), { businessId: salon.id, appointmentId, now });
      if (result.kind === 'fenced') throw new Error('no call asked for it');
      return result.kind === 'scheduled'
        ? { id: result.reminder.id, minutesAhead: (startsAt.getTime() - result.reminder.dueAt.getTime()) / 60_000 }
        : result.reason;
    };
    const first = await remind(NOW);
    expect(first).toEqual({ id: someId, minutesAhead: 24 * 60 });
    const id = typeof first === 'string' ? '' : first.id;
    expect(await remind(startsAt.getTime() - 3 * 3_600_000)).toEqual({ id, minutesAhead: 120 });
    expect(await remind(startsAt.getTime() - 40 * 60_000)).toEqual({ id, minutesAhead: 30 });
    expect(await remind(startsAt.getTime() - 60_000)).toBe('too_late');
    const unknown = scheduleReminder(database(), {
      businessId: salon.id,
      appointmentId: '00000000-0000-4000-8000-000000000000',
    });
    expect(await unknown).toEqual({ kind: 'refused', reason: 'unknown' });
  });
});
