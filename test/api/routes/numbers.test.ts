import { randomUUID } from 'node:crypto';
import { cancelAppointmentFromRealtime } from '../../../src/actions/cancel-appointment-from-realtime.ts';
import { createAppointmentFromRealtime } from '../../../src/actions/create-appointment-from-realtime.ts';
import { holdSlot } from '../../../src/actions/hold-slot.ts';
import { moveAppointmentFromRealtime } from '../../../src/actions/move-appointment-from-realtime.ts';
import { bookedSlot } from '../../../src/actions/open-call.ts';
import type { Appointment } from '../../../src/db/appointment.ts';
import { closeCallSession } from '../../../src/db/queries/close-call-session.ts';
import { openCallSession } from '../../../src/db/queries/open-call-session.ts';
import { upsertLead } from '../../../src/db/queries/upsert-lead.ts';
import { signedIn } from '../browser.ts';
import { NOW } from '../dates.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

interface MadeCall {
  callSid?: string;
  startedAt: string;
  endedAt?: string | null;
  booked?: boolean;
  outcome?: string;
  fromNumber?: string;
  figures?: object;
  facts?: object[];
}

async function call(businessId: string, made: MadeCall): Promise<string> {
  const { callSid = `CA${randomUUID()}`, startedAt, endedAt = null, outcome = null, figures = null, facts = [] } = made;
  await salon.database.inBusiness(businessId, async (manager) => {
    await manager.query(
      `INSERT INTO call_session (call_sid, business_id, started_at, ended_at, outcome, figures, from_number)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        callSid,
        businessId,
        startedAt,
        endedAt,
        outcome,
        figures === null ? null : JSON.stringify(figures),
        made.fromNumber ?? null,
      ],
    );
    for (const [seq, fact] of facts.entries()) {
      await manager.query('INSERT INTO call_event (call_sid, seq, business_id, ms, fact) VALUES ($1, $2, $3, $4, $5)', [
        callSid,
        seq,
        businessId,
        seq * 10,
        JSON.stringify(fact),
      ]);
    }
  });
  if (made.booked === true) await books(await leadOf({ businessId, callSid }), '10:00');
  return callSid;
}

const DANA = { name: 'דנה לוי', phone: '+972501234567', now: NOW };
const at = (time: string) => ({ date: '2026-12-08', time });

interface Ringing {
  businessId: string;
  callSid: string;
}

async function leadOf({ businessId, callSid }: Ringing) {
  const lead = await salon.database.inBusiness(businessId, (manager) =>
    upsertLead(manager, businessId, { phone: DANA.phone, callSid }),
  );
  return { businessId, callSid, leadId: lead.id };
}
type Call = Awaited<ReturnType<typeof leadOf>>;

async function books(call: Call, time: string): Promise<Appointment> {
  const made = await createAppointmentFromRealtime(salon.database, { ...call, ...DANA, slot: at(time) });
  if (made.kind !== 'created') throw new Error('not booked');
  return made.appointment;
}

/** A call of the phone from its first ring to its end. */
async function rings<Done>(businessId: string, talk: (call: Call) => Promise<Done>): Promise<Done> {
  const call = await leadOf({ businessId, callSid: `CA${randomUUID()}` });
  const opening = { ...call, fromNumber: DANA.phone, nodeId: 'node-1', leaseSeconds: 60 };
  await salon.database.inBusiness(businessId, (manager) => openCallSession(manager, businessId, opening));
  const done = await talk(call);
  await salon.database.inBusiness(businessId, (manager) =>
    closeCallSession(manager, businessId, { callSid: call.callSid, epoch: 1, outcome: 'completed' }),
  );
  return done;
}

const busyDay = async (id: string): Promise<void> => {
  await call(id, {
    startedAt: '2026-12-01T21:59:00Z',
    endedAt: '2026-12-01T22:01:00Z',
    booked: true,
    outcome: 'booked',
    figures: { answersMs: [500, 700, 900], bargeInsMs: [2], deadAirs: 1 },
    facts: [
      { type: 'slot.refused', reason: 'taken' },
      { type: 'slot.refused', reason: 'taken' },
      { type: 'booking.refused', reason: 'too_soon' },
      { type: 'caller.said', reason: 'not one' },
    ],
  });
  await call(id, { startedAt: '2026-12-02T10:00:00Z', endedAt: '2026-12-02T10:01:00Z', outcome: 'hungUp' });
  await call(id, { startedAt: '2026-12-02T11:00:00Z' });
  await call(id, {
    callSid: `CApractice-${randomUUID()}`,
    startedAt: '2026-12-02T10:00:00Z',
    endedAt: '2026-12-02T10:30:00Z',
  });
};

describe('the numbers', () => {
  test('count ended calls of the phone by the days of the business, and nothing of trials', async () => {
    const { id } = await salon.business();
    await busyDay(id);
    const { status, body } = await salon.api('GET', `/numbers?businessId=${id}&from=2026-12-01&to=2026-12-03`);
    expect([status, body]).toEqual([
      200,
      {
        calls: 2,
        bookings: 1,
        callsWithBooking: 1,
        minutes: 3,
        answerMs: { p50: 700, p95: 880 },
        bargeIns: 1,
        bargeInMs: { p50: 2, p95: 2 },
        deadAirs: 1,
        refusals: [
          { reason: 'taken', count: 2 },
          { reason: 'too_soon', count: 1 },
        ],
        outcomes: [
          { outcome: 'booked', count: 1 },
          { outcome: 'hungUp', count: 1 },
        ],
        cost: { perMinute: 0.5, total: 1.5, perCall: 0.75 },
        days: [
          { date: '2026-12-01', calls: 1, bookings: 1, minutes: 2 },
          { date: '2026-12-02', calls: 1, bookings: 0, minutes: 1 },
          { date: '2026-12-03', calls: 0, bookings: 0, minutes: 0 },
        ],
      },
    ]);
  });

  test('count as booked what a call booked and did not give up itself: no move, no hold, whatever became of it later', async () => {
    const { id } = await salon.business();
    const cancelByHand = ({ id: appointmentId }: { id: string }) =>
      salon.api('PATCH', `/appointments/${appointmentId}`, { body: { status: 'cancelled' } });
    const stands = await rings(id, (call) => books(call, '10:00'));
    await rings(id, async (call) => {
      const moved = await moveAppointmentFromRealtime(salon.database, {
        ...{ ...call, ...DANA, appointment: bookedSlot(stands), slot: at('11:00') },
      });
      expect(moved.kind).toBe('moved');
    });
    await rings(id, async (call) => {
      const appointment = bookedSlot(await books(call, '12:00'));
      const gone = await cancelAppointmentFromRealtime(salon.database, { ...call, ...DANA, appointment });
      expect(gone.kind).toBe('cancelled');
    });
    await cancelByHand(await rings(id, (call) => books(call, '13:00')));
    await rings(id, async (call) => [await books(call, '14:00'), await books(call, '15:00')]);
    await rings(id, async (call) => {
      const held = await holdSlot(salon.database, { ...call, ...DANA, slot: at('16:00'), holdSeconds: 90 });
      if (held.kind !== 'held') throw new Error('not held');
      expect((await cancelByHand(held.appointment)).status).toBe(200);
    });
    const day = (by: number) => new Date(Date.now() + by * 86_400_000).toISOString().slice(0, 10);
    const { body } = await salon.api('GET', `/numbers?businessId=${id}&from=${day(-1)}&to=${day(1)}`);
    expect(body).toMatchObject({ calls: 6, bookings: 4, callsWithBooking: 3 });
    const { days } = body as { days: { bookings: number }[] };
    expect(days.reduce((sum, { bookings }) => sum + bookings, 0)).toBe(4);
  });

  test('of a quiet day are zero or unknown, never made up', async () => {
    const { id } = await salon.business();
    const { body } = await salon.api('GET', `/numbers?businessId=${id}&from=2026-12-01&to=2026-12-01`);
    expect(body).toMatchObject({ calls: 0, answerMs: { p50: null, p95: null }, cost: { total: 0, perCall: null } });
  });

  test('over all are over all that the asker sees', async () => {
    const [mine, other] = [await salon.business(), await salon.business()];
    await busyDay(mine.id);
    await busyDay(other.id);
    const { browser } = await signedIn(salon, { role: 'owner', businessId: mine.id });
    const days = 'from=2026-12-01&to=2026-12-03';
    expect((await browser.ask('GET', `/numbers?${days}`)).body).toMatchObject({ calls: 2 });
    expect((await browser.ask('GET', `/numbers?businessId=${other.id}&${days}`)).status).toBe(404);
    const all = (await salon.api('GET', `/numbers?${days}`)).body as { calls: number };
    expect(all.calls).toBeGreaterThanOrEqual(4);
  });

  test.each(['', '?from=2026-12-01', '?from=2026-12-02&to=2026-12-01', '?from=2020-01-01&to=2026-01-01'])(
    'refuse «%s»',
    async (query) => expect((await salon.api('GET', `/numbers${query}`)).status).toBe(400),
  );
});

describe('calls', () => {
  test('are found by kind, outcome, day, name and number', async () => {
    const { id } = await salon.business();
    const late = await call(id, {
      startedAt: '2026-12-01T22:30:00Z',
      endedAt: '2026-12-01T22:31:00Z',
      outcome: 'booked',
      fromNumber: '+972501234567',
    });
    const trial = await call(id, { callSid: `CAtest-${randomUUID()}`, startedAt: '2026-12-01T10:00:00Z' });
    const found = async (query: string) => {
      const { body } = await salon.api('GET', `/calls?businessId=${id}&${query}`);
      return (body as { items: { callSid: string }[] }).items.map(({ callSid }) => callSid);
    };
    expect(await found('kind=test')).toEqual([trial]);
    expect(await found('kind=phone')).toEqual([late]);
    expect(await found('outcome=booked')).toEqual([late]);
    expect(await found('from=2026-12-02&to=2026-12-02')).toEqual([late]);
    expect(await found('to=2026-12-01')).toEqual([trial]);
    expect(await found('q=050-1234')).toEqual([late]);
    expect(await found(`q=${trial}`)).toEqual([trial]);
    expect(await found("q=%25' OR 1=1")).toEqual([]);
    expect(await found('q=%25')).toEqual([]);
  });

  test('are replayed to where today’s machine differs, and downloaded as a file', async () => {
    const { id } = await salon.business();
    const limits = { silenceLineMs: 3000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 };
    const input = { callSid: 'CA1', businessId: id, callerPhone: null, limits };
    const sid = await call(id, {
      startedAt: '2026-12-01T10:00:00Z',
      facts: [
        { type: 'call.began', input, given: ['cmd.neverGiven'] },
        { type: 'phone.hungUp', given: [] },
      ],
    });
    const replay = await salon.api('GET', `/calls/${sid}/replay`);
    expect([replay.status, replay.body]).toMatchObject([
      200,
      {
        identical: false,
        firstDifference: {
          seq: 0,
          fact: 'call.began',
          recorded: expect.arrayContaining(['cmd.neverGiven']) as string[],
        },
        frames: [
          { seq: 0, ms: 0, fact: { type: 'call.began' } },
          { seq: 1, ms: 10, fact: { type: 'phone.hungUp' } },
        ],
      },
    ]);
    const log = await salon.api('GET', `/calls/${sid}/log`);
    expect(log.headers.get('content-disposition')).toBe(`attachment; filename="${sid}.json"`);
    expect(log.body).toMatchObject({ call: { callSid: sid, kind: 'phone' }, events: [{ seq: 0 }, { seq: 1 }] });
  });
});

test('the doctor is for operators alone', async () => {
  const { id } = await salon.business();
  const { browser } = await signedIn(salon, { role: 'owner', businessId: id });
  expect((await browser.ask('GET', '/doctor')).status).toBe(403);
  expect((await salon.api('GET', '/doctor')).body).toEqual({
    items: [{ kind: 'fix', code: 'z', values: { a: 1 }, what: 'x', how: 'y' }],
  });
});
