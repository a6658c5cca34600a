import { busyRanges } from '../../src/db/queries/busy-ranges.ts';
import { cancelAppointment } from '../../src/db/queries/cancel-appointment.ts';
import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { holdSlot } from '../../src/db/queries/hold-slot.ts';
import { releaseHold } from '../../src/db/queries/release-hold.ts';
import { rescheduleAppointment } from '../../src/db/queries/reschedule-appointment.ts';
import type { SlotWrite } from '../../src/db/slot-write.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { halfHour, Salon } from './salon.ts';

const someId: unknown = expect.any(String);
const NOON = '2027-02-01T10:00:00Z';
const HALF_PAST = '2027-02-01T10:30:00Z';
const QUARTER_PAST = '2027-02-01T10:15:00Z';

describeOnEachDatabase('slots', (database) => {
  const hold = (salon: Salon, slot: SlotWrite & { callSid: string }, holdSeconds = 90) =>
    database().inBusiness(salon.id, (manager) => holdSlot(manager, salon.id, { slot, holdSeconds }));
  const confirm = (salon: Salon, slot: SlotWrite) =>
    database().inBusiness(salon.id, (manager) => confirmSlot(manager, salon.id, slot));

  test('a held slot is the call’s alone until it confirms it', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    const held = await hold(salon, halfHour(dana, NOON));
    expect(held).toEqual({
      kind: 'held',
      appointment: {
        id: someId,
        businessId: salon.id,
        leadId: dana.leadId,
        resourceId: someId,
        callSid: dana.callSid,
        startsAt: new Date(NOON),
        endsAt: new Date(HALF_PAST),
        date: '2027-02-01',
        time: '12:00',
        name: 'דנה לוי',
        phone: '+972501234567',
        status: 'held',
      },
    });
    expect(await hold(salon, halfHour(noa, NOON))).toEqual({ kind: 'taken' });
    expect(await hold(salon, halfHour(noa, QUARTER_PAST))).toEqual({ kind: 'taken' });
    expect(await confirm(salon, halfHour(noa, NOON))).toEqual({ kind: 'taken' });
    expect(await confirm(salon, halfHour(dana, NOON))).toMatchObject({
      kind: 'confirmed',
      repeated: 'first',
      appointment: { id: held.kind === 'held' ? held.appointment.id : '', status: 'confirmed' },
    });
    expect(await salon.rowCount()).toBe(1);
  });

  test('the slot right after is free', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    await hold(salon, halfHour(dana, NOON));
    expect((await hold(salon, halfHour(noa, HALF_PAST))).kind).toBe('held');
  });

  test('a call that holds another slot gives the first one back', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    await hold(salon, halfHour(dana, NOON));
    await hold(salon, halfHour(dana, QUARTER_PAST));
    expect((await salon.appointments('held')).map((row) => row.time)).toEqual(['12:15']);
    await database().inBusiness(salon.id, (manager) => releaseHold(manager, salon.id, { callSid: dana.callSid }));
    expect((await hold(salon, halfHour(noa, NOON))).kind).toBe('held');
  });

  test('the same hold again is the same row, kept longer', async () => {
    const salon = await Salon.opens(database());
    const dana = await salon.isCalledBy('+972501111111');
    const first = await hold(salon, halfHour(dana, NOON));
    expect(await hold(salon, halfHour(dana, NOON))).toEqual(first);
    expect(await salon.rowCount()).toBe(1);
  });

  test('an expired hold is in nobody’s way and is not seen', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    await hold(salon, halfHour(dana, NOON), 0);
    expect(await salon.appointments()).toEqual([]);
    expect(await salon.rowCount()).toBe(1);
    const day = { from: Date.parse(NOON) - 3_600_000, until: Date.parse(NOON) + 3_600_000 };
    expect(await database().inBusiness(salon.id, (manager) => busyRanges(manager, salon.id, day))).toEqual([]);
    expect((await hold(salon, halfHour(noa, QUARTER_PAST))).kind).toBe('held');
    expect(await salon.rowCount()).toBe(1);
  });

  test('an expired hold still becomes an appointment where the slot is free, and not where it is gone', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    await hold(salon, halfHour(dana, NOON), 0);
    expect(await confirm(salon, halfHour(dana, NOON))).toMatchObject({ kind: 'confirmed', repeated: 'first' });
    await hold(salon, halfHour(dana, HALF_PAST), 0);
    await confirm(salon, halfHour(noa, HALF_PAST));
    expect(await confirm(salon, halfHour(dana, HALF_PAST))).toEqual({ kind: 'taken' });
  });

  test('the same confirmation again is the same appointment', async () => {
    const salon = await Salon.opens(database());
    const dana = await salon.isCalledBy('+972501111111');
    const first = await confirm(salon, halfHour(dana, NOON));
    const again = await confirm(salon, halfHour(dana, NOON));
    expect(again).toEqual({ ...first, repeated: 'again' });
    expect(await salon.rowCount()).toBe(1);
  });

  test('a call’s own holds are not in its way, others’ are', async () => {
    const salon = await Salon.opens(database());
    const dana = await salon.isCalledBy('+972501111111');
    await hold(salon, halfHour(dana, NOON));
    const day = { from: Date.parse(NOON), until: Date.parse(HALF_PAST) };
    const busy = (exceptHoldsOf: string | null) =>
      database().inBusiness(salon.id, (manager) => busyRanges(manager, salon.id, { ...day, exceptHoldsOf }));
    const taken = { ...day, resourceId: someId, seat: 1 };
    expect(await busy(null)).toEqual([taken]);
    expect(await busy('CAother')).toEqual([taken]);
    expect(await busy(dana.callSid)).toEqual([]);
    await confirm(salon, halfHour(dana, NOON));
    expect(await busy(dana.callSid)).toEqual([taken]);
  });

  test('a cancelled appointment frees its time and stays cancelled', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    const made = await confirm(salon, halfHour(dana, NOON));
    const id = made.kind === 'confirmed' ? made.appointment.id : '';
    const cancel = () => database().inBusiness(salon.id, (manager) => cancelAppointment(manager, salon.id, id));
    const cancelled = await cancel();
    expect(cancelled).toMatchObject({ id, status: 'cancelled' });
    expect(await cancel()).toEqual(cancelled);
    expect((await confirm(salon, halfHour(noa, NOON))).kind).toBe('confirmed');
    expect((await confirm(salon, halfHour(dana, NOON))).kind).toBe('taken');
  });

  test('an appointment moves to a free time and not onto another', async () => {
    const salon = await Salon.opens(database());
    const [dana, noa] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    const made = await confirm(salon, halfHour(dana, NOON));
    await confirm(salon, halfHour(noa, HALF_PAST));
    const appointmentId = made.kind === 'confirmed' ? made.appointment.id : '';
    const move = (startsAt: string) =>
      database().inBusiness(salon.id, (manager) =>
        rescheduleAppointment(manager, salon.id, { ...halfHour(dana, startsAt), appointmentId }),
      );
    expect(await move(HALF_PAST)).toEqual({ kind: 'taken' });
    expect(await move('2027-02-01T09:45:00Z')).toMatchObject({
      kind: 'moved',
      appointment: { id: appointmentId, time: '11:45' },
    });
    expect((await salon.appointments()).map((row) => row.time)).toEqual(['11:45', '12:30']);
  });

  test('the database itself refuses a row that overlaps, takes no time or holds for nobody', async () => {
    const salon = await Salon.opens(database());
    const dana = await salon.isCalledBy('+972501111111');
    await confirm(salon, halfHour(dana, NOON));
    const insert = (startsAt: string, endsAt: string, status: string) =>
      database().inBusiness(salon.id, (manager) =>
        manager.query(
          `INSERT INTO appointment (business_id, resource_id, lead_id, starts_at, ends_at, busy_from, busy_until, status,
             held_until, name, phone)
           SELECT business_id, resource_id, lead_id, $1, $2, $1, $2, $3, CASE WHEN $3 = 'held' THEN now() END, name, phone
           FROM appointment`,
          [startsAt, endsAt, status],
        ),
      );
    await expect(insert(QUARTER_PAST, HALF_PAST, 'confirmed')).rejects.toThrow('appointment_no_overlap');
    await expect(insert(HALF_PAST, HALF_PAST, 'confirmed')).rejects.toThrow('appointment_takes_time');
    await expect(insert(HALF_PAST, '2027-02-01T11:00:00Z', 'held')).rejects.toThrow('appointment_hold_has_call');
    expect(await salon.rowCount()).toBe(1);
  });
});
