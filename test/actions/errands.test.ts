import { cancelAppointmentFromRealtime } from '../../src/actions/cancel-appointment-from-realtime.ts';
import { createAppointmentFromRealtime } from '../../src/actions/create-appointment-from-realtime.ts';
import { holdSlot } from '../../src/actions/hold-slot.ts';
import { moveAppointmentFromRealtime } from '../../src/actions/move-appointment-from-realtime.ts';
import { bookedSlot } from '../../src/actions/open-call.ts';
import type { Appointment } from '../../src/db/appointment.ts';
import type { Database } from '../../src/db/database.ts';
import { appointmentsOfCall } from '../../src/db/queries/appointments-of-call.ts';
import { cancelAppointment } from '../../src/db/queries/cancel-appointment.ts';
import { findCallersAppointments } from '../../src/db/queries/find-callers-appointments.ts';
import { rescheduleAppointment } from '../../src/db/queries/reschedule-appointment.ts';
import { AppError } from '../../src/shared/errors.ts';
import { describeOnEachDatabase, describeOnServer } from '../support/databases.ts';
import { halfHour, Salon } from '../db/salon.ts';

const NOW = Date.parse('2027-02-01T05:00:00Z');
const TEN = { date: '2027-02-02', time: '10:00' };
const ELEVEN = { date: '2027-02-02', time: '11:00' };
const TWELVE = { date: '2027-02-02', time: '12:00' };
const hours = { startHour: '09:00', endHour: '18:00' };
const DANA = '+972501111111';
const RON = '+972502222222';

/** The answer to the next commit gets lost on the way. */
function losesOneAnswer(database: Database): Database {
  const state = { lost: 'notYet' as 'notYet' | 'lost' };
  return {
    ...database,
    async inBusiness(businessId, work) {
      const result = await database.inBusiness(businessId, work);
      if (state.lost === 'lost') return result;
      state.lost = 'lost';
      throw new AppError('database_unavailable', 'The answer is lost.');
    },
  };
}

/** What callers do in a salon; each call is a new one. */
async function salonOf(database: Database) {
  const salon = await Salon.opens(database, hours);
  const rings = async (phone: string | null) => ({ ...(await salon.isCalledBy(phone)), phone });
  type Call = Awaited<ReturnType<typeof rings>>;
  const booker = (phone: string | null) => ({ name: 'דנה לוי', phone: phone ?? '0503333333', now: NOW });
  return {
    salon,
    rings,
    books: async (call: Call, slot = TEN): Promise<Appointment> => {
      const created = await createAppointmentFromRealtime(database, { ...call, ...booker(call.phone), slot });
      if (created.kind !== 'created') throw new Error('not booked');
      return created.appointment;
    },
    holds: (call: Call, slot: typeof TEN, moving: string | null) =>
      holdSlot(database, { ...call, ...booker(call.phone), slot, holdSeconds: 90, moving }),
    finds: (call: Call) => database.inBusiness(salon.id, (manager) => findCallersAppointments(manager, salon.id, call)),
    moves: (call: Call, appointment: Appointment, { on = database, ...slot }: typeof TEN & { on?: Database }) =>
      moveAppointmentFromRealtime(on, { ...call, appointment: bookedSlot(appointment), slot, now: NOW }),
    cancels: (call: Call, appointment: Appointment, on = database) =>
      cancelAppointmentFromRealtime(on, { ...call, appointment: bookedSlot(appointment) }),
    rows: async () => (await salon.appointments()).map(({ date, time, status }) => `${date} ${time} ${status}`).sort(),
  };
}

describeOnEachDatabase('by voice', (database) => {
  test('what a call did to the diary is what it did itself, not what the owner did meanwhile', async () => {
    const { salon, rings, books, moves, cancels } = await salonOf(database());
    const dana = await rings(DANA);
    const kept: Appointment[] = [];
    for (const time of ['10:00', '11:00', '12:00', '13:00']) kept.push(await books(dana, { ...TEN, time }));
    const [moved, cancelled, movedByHand, cancelledByHand] = kept;
    if (!moved || !cancelled || !movedByHand || !cancelledByHand) throw new Error('not booked');
    const session = await rings(DANA);
    await moves(session, moved, { ...TEN, time: '15:00' });
    await cancels(session, cancelled);
    const did = await database().inBusiness(salon.id, async (manager) => {
      const move = { ...halfHour(dana, '2027-02-02T16:00:00+02:00'), appointmentId: movedByHand.id };
      expect((await rescheduleAppointment(manager, salon.id, move)).kind).toBe('moved');
      await cancelAppointment(manager, salon.id, cancelledByHand.id);
      return await appointmentsOfCall(manager, salon.id, session);
    });
    const ids = (rows: Appointment[]) => rows.map(({ id }) => id);
    expect([ids(did.booked), ids(did.moved), ids(did.cancelled)]).toEqual([[], [moved.id], [cancelled.id]]);
  });

  describe('a caller’s own appointments', () => {
    test('are those of the number the call comes from, still to come, in order of time', async () => {
      const { rings, books, finds, cancels } = await salonOf(database());
      const dana = await rings(DANA);
      const later = await books(dana, ELEVEN);
      const sooner = await books(await rings(DANA));
      const gone = await books(await rings(DANA), TWELVE);
      await cancels(dana, gone);
      const found = await finds(await rings(DANA));
      expect(found.map(({ id }) => id)).toEqual([sooner.id, later.id]);
    });

    test('are nobody else’s, whatever name or number is given, and a withheld number has none', async () => {
      const { rings, books, finds } = await salonOf(database());
      await books(await rings(DANA));
      expect(await finds(await rings(RON))).toEqual([]);
      expect(await finds(await rings(null))).toEqual([]);
    });

    test('include one booked for their number, and one an anonymous caller made in this very call', async () => {
      const { rings, books, finds } = await salonOf(database());
      const anonymous = await rings(null);
      const made = await books({ ...anonymous, phone: RON }, ELEVEN);
      expect((await finds(anonymous)).map(({ id }) => id)).toEqual([made.id]);
      expect((await finds(await rings(RON))).map(({ id }) => id)).toEqual([made.id]);
    });

    test('cannot be moved or cancelled by anybody else who knows their id', async () => {
      const { rings, books, moves, cancels, rows } = await salonOf(database());
      const appointment = await books(await rings(DANA));
      expect(await moves(await rings(RON), appointment, ELEVEN)).toEqual({ kind: 'gone' });
      expect(await cancels(await rings(null), appointment)).toEqual({ kind: 'gone' });
      expect(await rows()).toEqual(['2027-02-02 10:00 confirmed']);
    });
  });

  describe('a move', () => {
    test('goes from the hold to the row in one step, and leaves one appointment', async () => {
      const { rings, books, holds, moves, rows } = await salonOf(database());
      const appointment = await books(await rings(DANA));
      const call = await rings(DANA);
      expect(await holds(call, ELEVEN, appointment.id)).toMatchObject({ kind: 'held' });
      expect(await rows()).toEqual(['2027-02-02 10:00 confirmed', '2027-02-02 11:00 held']);
      expect(await moves(call, appointment, ELEVEN)).toMatchObject({
        kind: 'moved',
        appointment: { id: appointment.id, ...ELEVEN, status: 'confirmed' },
      });
      expect(await rows()).toEqual(['2027-02-02 11:00 confirmed']);
    });

    test('whose answer was lost is found done, and is not done twice', async () => {
      const { rings, books, moves, rows } = await salonOf(database());
      const appointment = await books(await rings(DANA));
      const result = await moves(await rings(DANA), appointment, { ...ELEVEN, on: losesOneAnswer(database()) });
      expect(result).toMatchObject({ kind: 'moved', appointment: { id: appointment.id, ...ELEVEN } });
      expect(await rows()).toEqual(['2027-02-02 11:00 confirmed']);
    });

    test('to a taken, a closed or a past time leaves the appointment where it is', async () => {
      const { rings, books, moves, rows } = await salonOf(database());
      const appointment = await books(await rings(DANA));
      await books(await rings(RON), ELEVEN);
      const call = await rings(DANA);
      const reasons = [];
      for (const slot of [ELEVEN, { date: '2027-02-02', time: '20:00' }, { date: '2027-01-01', time: '10:00' }]) {
        const result = await moves(call, appointment, slot);
        reasons.push(result.kind === 'refused' ? result.reason : result.kind);
      }
      expect(reasons).toEqual(['taken', 'outside_hours', 'past']);
      expect(await rows()).toEqual(['2027-02-02 10:00 confirmed', '2027-02-02 11:00 confirmed']);
    });

    test('by half its own length is not hindered by itself', async () => {
      const { salon, rings, books, holds, moves, rows } = await salonOf(database());
      await database().inBusiness(salon.id, (manager) =>
        manager.query('UPDATE appointment_settings SET slot_size_min = 60 WHERE business_id = $1', [salon.id]),
      );
      const appointment = await books(await rings(DANA));
      const call = await rings(DANA);
      const halfPast = { date: TEN.date, time: '10:30' };
      expect(await holds(call, halfPast, appointment.id)).toMatchObject({ kind: 'held' });
      expect(await moves(call, appointment, halfPast)).toMatchObject({ kind: 'moved' });
      expect(await rows()).toEqual(['2027-02-02 10:30 confirmed']);
    });

    test('of an appointment that stands elsewhere by now is refused', async () => {
      const { rings, books, moves, rows } = await salonOf(database());
      const appointment = await books(await rings(DANA));
      const [first, second] = [await rings(DANA), await rings(DANA)];
      await moves(first, appointment, ELEVEN);
      expect(await moves(second, appointment, TWELVE)).toEqual({ kind: 'gone' });
      expect(await rows()).toEqual(['2027-02-02 11:00 confirmed']);
    });
  });

  describe('a cancellation', () => {
    test('gives the same row again, also after a lost answer', async () => {
      const { rings, books, cancels, rows } = await salonOf(database());
      const appointment = await books(await rings(DANA));
      const call = await rings(DANA);
      const cancelled = { kind: 'cancelled', appointment: { id: appointment.id, ...TEN, status: 'cancelled' } };
      expect(await cancels(call, appointment, losesOneAnswer(database()))).toMatchObject(cancelled);
      expect(await cancels(call, appointment)).toMatchObject(cancelled);
      expect(await rows()).toEqual(['2027-02-02 10:00 cancelled']);
    });

    test('of an appointment that was moved in the meantime does nothing: that one was not named', async () => {
      const { rings, books, moves, cancels, rows } = await salonOf(database());
      const appointment = await books(await rings(DANA));
      await moves(await rings(DANA), appointment, ELEVEN);
      expect(await cancels(await rings(DANA), appointment)).toEqual({ kind: 'gone' });
      expect(await rows()).toEqual(['2027-02-02 11:00 confirmed']);
    });
  });
});

describeOnEachDatabase('a hold for a move that overlaps its own appointment', (database) => {
  const HALF_PAST = { date: TEN.date, time: '10:30' };

  async function heldHalfAnHourLater() {
    const house = await salonOf(database());
    const { salon, rings, books, holds } = house;
    await database().inBusiness(salon.id, (manager) =>
      manager.query('UPDATE appointment_settings SET slot_size_min = 60 WHERE business_id = $1', [salon.id]),
    );
    const appointment = await books(await rings(DANA));
    const call = await rings(DANA);
    expect(await holds(call, HALF_PAST, appointment.id)).toMatchObject({ kind: 'held', appointment: HALF_PAST });
    return { ...house, appointment, call };
  }

  test('keeps the half that is new from everybody else, by voice and by hand', async () => {
    const { rings, books, holds, moves, salon, appointment, call, rows } = await heldHalfAnHourLater();
    expect(await holds(await rings(RON), ELEVEN, null)).toMatchObject({ kind: 'refused', reason: 'taken' });
    const other = await books(await rings(RON), TWELVE);
    const byHand = { ...halfHour(call, '2027-02-02T11:00:00+02:00'), appointmentId: other.id };
    const move = database().inBusiness(salon.id, (manager) => rescheduleAppointment(manager, salon.id, byHand));
    expect(await move).toEqual({ kind: 'taken' });
    expect(await moves(call, appointment, HALF_PAST)).toMatchObject({ kind: 'moved', appointment: HALF_PAST });
    expect(await rows()).toEqual(['2027-02-02 10:30 confirmed', '2027-02-02 12:00 confirmed']);
  });

  test('books nothing: a call that now wants one more appointment there is refused', async () => {
    const { call, holds, rows } = await heldHalfAnHourLater();
    const booker = { ...call, name: 'דנה לוי', phone: DANA, now: NOW };
    const created = await createAppointmentFromRealtime(database(), { ...booker, slot: HALF_PAST });
    expect(created).toMatchObject({ kind: 'refused', reason: 'taken' });
    expect(await holds(call, HALF_PAST, null)).toMatchObject({ kind: 'refused', reason: 'taken' });
    expect(await rows()).toEqual(['2027-02-02 10:00 confirmed']);
  });

  test('lies over no other appointment, and ends with a cancelled one', async () => {
    const { rings, books, holds, salon, call, appointment, rows } = await heldHalfAnHourLater();
    const other = await books(await rings(RON), TWELVE);
    expect(await holds(call, { ...TWELVE, time: '12:30' }, appointment.id)).toMatchObject({ reason: 'taken' });
    expect(await holds(call, { ...TWELVE, time: '13:00' }, other.id)).toMatchObject({ kind: 'held' });
    await database().inBusiness(salon.id, (manager) => cancelAppointment(manager, salon.id, appointment.id));
    expect(await rows()).toEqual(['2027-02-02 10:00 cancelled', '2027-02-02 12:00 confirmed', '2027-02-02 13:00 held']);
  });
});

describeOnServer('a move that is held against those who want its time', (opened) => {
  test.each(Array.from({ length: 5 }, (_, round) => round + 1))(
    'is made, while eight others try and hear that it is taken (round %i)',
    async () => {
      const { salon, rings, books, holds, moves, rows } = await salonOf(opened().database);
      await opened().database.inBusiness(salon.id, (manager) =>
        manager.query('UPDATE appointment_settings SET slot_size_min = 60 WHERE business_id = $1', [salon.id]),
      );
      const appointment = await books(await rings(DANA));
      const call = await rings(DANA);
      const halfPast = { date: TEN.date, time: '10:30' };
      await holds(call, halfPast, appointment.id);
      const others = await Promise.all(Array.from({ length: 8 }, (_, at) => rings(`+97250777777${at}`)));
      const [moved, ...held] = await Promise.all([
        moves(call, appointment, halfPast),
        ...others.map((other) => holds(other, ELEVEN, null)),
      ]);
      expect(moved).toMatchObject({ kind: 'moved' });
      expect(held.map((one) => (one.kind === 'refused' ? one.reason : one.kind))).toEqual(Array(8).fill('taken'));
      expect(await rows()).toEqual(['2027-02-02 10:30 confirmed']);
    },
  );
});

describeOnServer('two calls about one appointment at once', (opened) => {
  test.each(Array.from({ length: 5 }, (_, round) => round + 1))(
    'move it to two times: one of them, and one appointment (round %i)',
    async () => {
      const { rings, books, moves, rows } = await salonOf(opened().database);
      const appointment = await books(await rings(DANA));
      const [first, second] = [await rings(DANA), await rings(DANA)];
      const results = await Promise.all([moves(first, appointment, ELEVEN), moves(second, appointment, TWELVE)]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['gone', 'moved']);
      const time = results[0]?.kind === 'moved' ? ELEVEN.time : TWELVE.time;
      expect(await rows()).toEqual([`2027-02-02 ${time} confirmed`]);
    },
  );

  test.each(Array.from({ length: 5 }, (_, round) => round + 1))(
    'move it and cancel it: what was told to each is true (round %i)',
    async () => {
      const { rings, books, moves, cancels, rows } = await salonOf(opened().database);
      const appointment = await books(await rings(DANA));
      const [first, second] = [await rings(DANA), await rings(DANA)];
      const [moved, cancelled] = await Promise.all([moves(first, appointment, ELEVEN), cancels(second, appointment)]);
      const outcomes = `${moved.kind}, ${cancelled.kind}`;
      expect(['moved, gone', 'gone, cancelled']).toContain(outcomes);
      expect(await rows()).toEqual([
        outcomes === 'moved, gone' ? '2027-02-02 11:00 confirmed' : '2027-02-02 10:00 cancelled',
      ]);
    },
  );

  test('eight callers cross each other: nobody ends with none or two', async () => {
    const { rings, books, moves, rows } = await salonOf(opened().database);
    const times = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30'];
    const phones = times.map((_, at) => `+97250444444${at}`);
    const appointments = await Promise.all(
      phones.map(async (phone, at) => books(await rings(phone), { date: TEN.date, time: times[at] ?? '' })),
    );
    await Promise.all(
      appointments.map(async (appointment, at) =>
        moves(await rings(phones[at] ?? ''), appointment, { date: TEN.date, time: times[(at + 1) % 8] ?? '' }),
      ),
    );
    expect(await rows()).toHaveLength(8);
  });
});
