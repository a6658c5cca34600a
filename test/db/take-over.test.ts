import { randomUUID } from 'node:crypto';
import { cancelAppointmentFromRealtime } from '../../src/actions/cancel-appointment-from-realtime.ts';
import { createAppointmentFromRealtime } from '../../src/actions/create-appointment-from-realtime.ts';
import { callRegister, leaseBook } from '../../src/actions/call-register.ts';
import { announceCallEnd, closeCall } from '../../src/actions/close-call.ts';
import { holdSlot } from '../../src/actions/hold-slot.ts';
import { moveAppointmentFromRealtime } from '../../src/actions/move-appointment-from-realtime.ts';
import { bookedSlot } from '../../src/actions/open-call.ts';
import type { OpenedCall } from '../../src/actions/open-call.ts';
import { recordCalls } from '../../src/actions/record-calls.ts';
import { releaseHold } from '../../src/actions/release-hold.ts';
import { scheduleReminder } from '../../src/actions/schedule-reminder.ts';
import { ledgerOf } from '../../src/call/ledger-of.ts';
import type { Database } from '../../src/db/database.ts';
import { getCall } from '../../src/db/queries/get-call.ts';
import { houseSecret } from '../../src/db/queries/house-secret.ts';
import { loadCallEvents } from '../../src/db/queries/load-call-events.ts';
import { loadTranscript } from '../../src/db/queries/load-transcript.ts';
import { rescheduleAppointment } from '../../src/db/queries/reschedule-appointment.ts';
import { saveCallSession } from '../../src/db/queries/save-call-session.ts';
import { describeOnEachDatabase, describeOnServer } from '../support/databases.ts';
import { rememberedLog } from '../support/remembered-log.ts';
import { Salon } from './salon.ts';

const slot = { date: '2027-02-01', time: '10:00' };
const now = Date.parse('2027-01-20T10:00:00Z');
const PHONE = '+972501234567';
const wish = { date: null, time: null, name: 'דנה לוי', phone: PHONE };
const fenced = { kind: 'fenced' };

/** Two nodes of one database, and a salon that is called. */
async function twoNodes(database: Database) {
  const salon = await Salon.opens(database);
  const callSid = `CA${randomUUID().replaceAll('-', '')}`;
  const [here, there] = [callRegister(database, 'node-1'), callRegister(database, 'node-2')];
  const begins = async (node = here, stream = 0): Promise<OpenedCall> => {
    const session = await node.take({ callSid, stream, keptEpoch: null });
    if (!session) throw new Error('the stream may not come in');
    return node.open(session);
  };
  const ring = (node = here) => node.ring({ callSid, from: '+972501111111', to: salon.phoneNumber });
  const row = () => database.inBusiness(salon.id, (manager) => getCall(manager, salon.id, callSid));
  const asks = ({ businessId, leadId, epoch }: OpenedCall) => ({
    businessId,
    callSid,
    leadId,
    epoch,
    slot,
    name: 'דנה לוי',
    phone: PHONE,
    now,
  });
  const bookedBefore = async () => {
    const earlier = await salon.isCalledBy(PHONE);
    const booked = await createAppointmentFromRealtime(database, {
      ...earlier,
      slot,
      name: 'דנה לוי',
      phone: PHONE,
      now,
    });
    if (booked.kind !== 'created') throw new Error('not booked');
    return booked.appointment;
  };
  return { salon, callSid, here, there, ring, begins, row, asks, bookedBefore };
}

describeOnEachDatabase('a call of any node', (database) => {
  test('rings at one node and begins at the other, which becomes its owner', async () => {
    const { ring, begins, there, row, salon } = await twoNodes(database());
    expect(await ring()).toEqual({
      businessId: salon.id,
      streams: 0,
      outcome: null,
      owner: 'alive',
      fallbackNumber: null,
    });
    expect(await begins(there)).toMatchObject({ epoch: 1, earlier: null, callerPhone: '+972501111111' });
    expect(await row()).toMatchObject({ ownerNode: 'node-2', epoch: 1, streams: 1 });
  });

  test('lets in each stream once, whichever node it comes to', async () => {
    const { ring, here, there, callSid, row } = await twoNodes(database());
    await ring();
    const takes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 ? here : there).take({ callSid, stream: 0, keptEpoch: null })),
    );
    expect(takes.filter((taken) => taken !== null)).toHaveLength(1);
    expect(await row()).toMatchObject({ streams: 1, epoch: 1 });
  });

  test('stays with the node that has it when only the stream is new', async () => {
    const { ring, begins, here, there, callSid, row } = await twoNodes(database());
    await ring();
    const { epoch } = await begins();
    expect(await here.take({ callSid, stream: 1, keptEpoch: epoch })).toMatchObject({ epoch: 1, streams: 2 });
    expect(await there.take({ callSid, stream: 2, keptEpoch: null })).toMatchObject({ epoch: 2, streams: 3 });
    expect(await here.take({ callSid, stream: 3, keptEpoch: epoch })).toBeNull();
    expect(await row()).toMatchObject({ ownerNode: 'node-2', epoch: 2, streams: 3 });
  });

  test('tells its next node what was held, booked, heard and said', async () => {
    const { ring, begins, there, salon, callSid, asks } = await twoNodes(database());
    await ring();
    const first = await begins();
    await holdSlot(database(), { ...asks(first), holdSeconds: 3600 });
    const line = {
      callSid,
      itemId: 'i1',
      speaker: 'assistant',
      text: 'שלום',
      startedMs: 5,
      heardMs: 200,
      cut: true,
    } as const;
    await recordCalls({ database: database(), log: rememberedLog().log }, salon.id, {
      events: [],
      lines: [{ ...line, epoch: first.epoch }],
    });
    expect(await begins(there, 1)).toMatchObject({
      epoch: 2,
      appointment: null,
      earlier: {
        offered: slot,
        errand: null,
        change: null,
        announced: 'untold',
        lines: [{ text: 'שלום', heardMs: 200, cut: true }],
      },
    });
    const booked = await createAppointmentFromRealtime(database(), { ...asks(first), epoch: 2 });
    expect(booked).toMatchObject({ kind: 'created' });
    expect(await begins(there, 2)).toMatchObject({
      appointment: slot,
      earlier: { offered: null, change: { kind: 'appointment_created', appointment: slot }, announced: 'untold' },
    });
    await database().inBusiness(salon.id, (manager) =>
      saveCallSession(manager, salon.id, { callSid, epoch: 3, patch: {}, announced: 'told' }),
    );
    expect(await begins(there, 3)).toMatchObject({ appointment: slot, earlier: { announced: 'told' } });
  });

  test('tells its next node of a move: offered, then made, then heard of; and the same of a cancellation', async () => {
    const { ring, begins, there, salon, callSid, asks, bookedBefore } = await twoNodes(database());
    await ring();
    const first = await begins();
    const appointment = bookedSlot(await bookedBefore());
    const later = { ...slot, time: '10:30' };
    const hold = await holdSlot(database(), { ...asks(first), slot: later, moving: appointment.id, holdSeconds: 3600 });
    expect(hold).toMatchObject({ kind: 'held' });
    const second = await begins(there, 1);
    expect(second.earlier).toMatchObject({
      offered: later,
      errand: 'move',
      meant: { id: appointment.id },
      change: null,
    });
    const asked = { businessId: salon.id, callSid, phone: PHONE, now, appointment };
    const moved = await moveAppointmentFromRealtime(database(), { ...asked, epoch: 2, slot: later });
    expect(moved).toMatchObject({ kind: 'moved' });
    const change = { kind: 'appointment_moved', appointment: { id: appointment.id, ...later } };
    expect((await begins(there, 2)).earlier).toMatchObject({
      offered: null,
      errand: null,
      change,
      announced: 'untold',
    });
    await database().inBusiness(salon.id, (manager) =>
      saveCallSession(manager, salon.id, { callSid, epoch: 3, patch: {}, announced: 'told' }),
    );
    expect((await begins(there, 3)).earlier).toMatchObject({ change, announced: 'told' });
    const nowAt = { ...appointment, slot: later };
    await cancelAppointmentFromRealtime(database(), { ...asked, appointment: nowAt, epoch: 4 });
    const last = await begins(there, 4);
    expect(last).toMatchObject({
      appointment: null,
      earlier: {
        change: { kind: 'appointment_cancelled', appointment: { id: appointment.id, status: 'cancelled' } },
        announced: 'untold',
      },
    });
    expect(ledgerOf(last).cancelledOne(appointment.id)).toMatchObject({ status: 'cancelled' });
  });

  test('does not tell of a move that the owner has undone since', async () => {
    const { ring, begins, there, salon, callSid, bookedBefore } = await twoNodes(database());
    await ring();
    await begins();
    const { startsAt, endsAt, ...before } = await bookedBefore();
    const appointment = bookedSlot({ startsAt, endsAt, ...before });
    const later = { ...slot, time: '12:00' };
    const asked = { businessId: salon.id, callSid, phone: PHONE, now, appointment };
    await moveAppointmentFromRealtime(database(), { ...asked, epoch: 1, slot: later });
    await database().inBusiness(salon.id, (manager) =>
      rescheduleAppointment(manager, salon.id, {
        appointmentId: appointment.id,
        startsAt,
        endsAt,
        busyFrom: startsAt,
        busyUntil: endsAt,
      }),
    );
    const taken = await begins(there, 1);
    expect(taken).toMatchObject({ appointment: { id: appointment.id, ...slot }, earlier: { change: null } });
    expect(ledgerOf(taken).truthOn(slot.date).moved).toEqual([]);
  });

  test('is over for every node as soon as its end is announced, and takes no stream any more', async () => {
    const { ring, begins, there, callSid } = await twoNodes(database());
    await ring();
    const call = await begins();
    await announceCallEnd(database(), call, 'tooLong');
    expect(await there.standing(callSid)).toMatchObject({ outcome: 'tooLong', streams: 1 });
    expect(await there.take({ callSid, stream: 1, keptEpoch: null })).toBeNull();
    await closeCall(database(), call, 'booked');
    expect(await ring(there)).toMatchObject({ outcome: 'booked' });
  });

  test('a ring that repeats itself takes nothing away from the node that has the call', async () => {
    const { ring, begins, there, row } = await twoNodes(database());
    await ring();
    await begins();
    expect(await ring(there)).toMatchObject({ streams: 1, owner: 'alive' });
    expect(await row()).toMatchObject({ ownerNode: 'node-1', epoch: 1 });
  });
});

describeOnEachDatabase('a node that believes it still has a call', (database) => {
  async function zombie() {
    const nodes = await twoNodes(database());
    await nodes.ring();
    const old = await nodes.begins();
    await holdSlot(database(), { ...nodes.asks(old), holdSeconds: 3600 });
    const taker = await nodes.begins(nodes.there, 1);
    return { ...nodes, old, taker };
  }

  test('writes nothing: no hold, no appointment, no reminder, no record, no end', async () => {
    const { old, salon, callSid, asks, row } = await zombie();
    const otherSlot = { ...asks(old), slot: { ...slot, time: '11:00' } };
    expect(await holdSlot(database(), { ...otherSlot, holdSeconds: 90 })).toEqual(fenced);
    expect(await createAppointmentFromRealtime(database(), asks(old))).toEqual(fenced);
    expect(await releaseHold(database(), old)).toEqual(fenced);
    expect(
      await scheduleReminder(database(), { businessId: salon.id, appointmentId: randomUUID(), call: old, now }),
    ).toEqual(fenced);
    await recordCalls({ database: database(), log: rememberedLog().log }, salon.id, {
      events: [{ callSid, epoch: old.epoch, seq: 7, ms: 1, fact: { type: 'phone.lost' } }],
      lines: [
        {
          callSid,
          epoch: old.epoch,
          itemId: 'i',
          speaker: 'caller',
          text: 'א',
          startedMs: 1,
          heardMs: null,
          cut: false,
        },
      ],
    });
    expect(await closeCall(database(), old, 'phoneLost')).toEqual(fenced);
    await announceCallEnd(database(), old, 'phoneLost');
    const save = database().inBusiness(salon.id, (manager) =>
      saveCallSession(manager, salon.id, { callSid, epoch: old.epoch, patch: { wish } }),
    );
    expect(await save).toBe('fenced');

    expect(await row()).toMatchObject({ ownerNode: 'node-2', epoch: 2, outcome: null, endedAt: null });
    expect((await salon.appointments()).map(({ time, status }) => ({ time, status }))).toEqual([
      { time: '10:00', status: 'held' },
    ]);
    const [events, lines] = await database().inBusiness(salon.id, async (manager) => [
      await loadCallEvents(manager, salon.id, callSid),
      await loadTranscript(manager, salon.id, callSid),
    ]);
    expect([events, lines]).toEqual([[], []]);
  });

  test('while the one that took it books, once', async () => {
    const { old, taker, asks, salon } = await zombie();
    const books = [asks(old), asks(taker), asks(old), asks(taker)].map((one) =>
      createAppointmentFromRealtime(database(), one),
    );
    expect((await Promise.all(books)).map(({ kind }) => kind)).toEqual(['fenced', 'created', 'fenced', 'created']);
    expect(await salon.appointments('confirmed')).toHaveLength(1);
  });

  test('learns it when it renews its leases', async () => {
    const { old, taker, callSid } = await zombie();
    const book = leaseBook(database());
    expect(await book.renew([{ callSid, epoch: old.epoch }])).toEqual([]);
    expect(await book.renew([{ callSid, epoch: taker.epoch }])).toEqual([callSid]);
    expect(await book.renew([])).toEqual([]);
  });
});

describeOnEachDatabase('calls that nobody has', (database) => {
  const age = (callSid: string, seconds: number) =>
    database().anywhere((manager) =>
      manager.query('UPDATE call_session SET lease_until = now() - make_interval(secs => $2) WHERE call_sid = $1', [
        callSid,
        seconds,
      ]),
    );

  test('are closed after 90 s without a node, their holds given back, and their node wakes up fenced', async () => {
    const { ring, begins, asks, callSid, row, salon, there } = await twoNodes(database());
    await ring();
    const call = await begins();
    await holdSlot(database(), { ...asks(call), holdSeconds: 3600 });
    await age(callSid, 60);
    expect(await leaseBook(database()).sweep()).not.toContain(callSid);
    expect(await there.standing(callSid)).toMatchObject({ outcome: null, owner: 'gone' });
    await age(callSid, 71);
    expect(await leaseBook(database()).sweep()).toContain(callSid);
    expect(await row()).toMatchObject({ outcome: 'lost', ownerNode: null, leaseUntil: null, epoch: 2 });
    expect(await salon.appointments()).toEqual([]);
    expect(await createAppointmentFromRealtime(database(), asks(call))).toEqual(fenced);
  });

  test('count as booked where they had booked', async () => {
    const { ring, begins, asks, callSid, row } = await twoNodes(database());
    await ring();
    await createAppointmentFromRealtime(database(), asks(await begins()));
    await age(callSid, 100);
    await leaseBook(database()).sweep();
    expect(await row()).toMatchObject({ outcome: 'booked', confirmedAloudAt: null });
  });

  test('a ring whose stream never came is closed when its token is long dead', async () => {
    const { ring, callSid, row, here } = await twoNodes(database());
    await ring();
    expect(await leaseBook(database()).sweep()).not.toContain(callSid);
    await age(callSid, 1);
    expect(await leaseBook(database()).sweep()).toContain(callSid);
    expect(await row()).toMatchObject({ outcome: 'neverConnected' });
    expect(await here.take({ callSid, stream: 0, keptEpoch: null })).toBeNull();
  });
});

describeOnEachDatabase('the secret of the house', (database) => {
  test('is the same for all nodes, and seen by no business', async () => {
    const ask = (byte: number) =>
      database().anywhere((manager) => houseSecret(manager, { name: 'test', proposed: Buffer.alloc(32, byte) }));
    expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual(Array(3).fill(await ask(4)));
    const salon = await Salon.opens(database());
    const peek = database().inBusiness(salon.id, (manager) => manager.query('SELECT secret FROM house_secret'));
    await expect(peek.then((rows: unknown) => rows as unknown[])).rejects.toThrow('permission denied');
  });
});

describeOnServer('a node that gives its calls up', (opened) => {
  test('gives up one that is being written as well, right after', async () => {
    const { database } = opened();
    const { ring, begins, row, callSid } = await twoNodes(database);
    await ring();
    const { epoch } = await begins();
    let [written, isWritten] = [() => {}, Promise.resolve()];
    const attempts: (() => void)[] = [() => undefined, () => written()];
    const watched = Object.create(database, {
      anywhere: {
        value: (work: Parameters<Database['anywhere']>[0]) => {
          attempts.shift()?.();
          return database.anywhere(work);
        },
      },
    }) as Database;
    await new Promise<void>((locked) => {
      isWritten = database.anywhere(async (manager) => {
        await manager.query('UPDATE call_session SET wish = wish WHERE call_sid = $1', [callSid]);
        await new Promise<void>((resolve) => {
          written = resolve;
          locked();
        });
      });
    });
    await leaseBook(watched).release([{ callSid, epoch }]);
    await isWritten;
    expect(await row()).toMatchObject({ ownerNode: null, endedAt: null });
  });
});
