import { appendCallEvents } from '../../src/db/queries/append-call-events.ts';
import { closeCallSession } from '../../src/db/queries/close-call-session.ts';
import { enrichLead } from '../../src/db/queries/enrich-lead.ts';
import { getCall } from '../../src/db/queries/get-call.ts';
import { holdSlot } from '../../src/db/queries/hold-slot.ts';
import { lastCallEvent } from '../../src/db/queries/last-call-event.ts';
import { listCalls } from '../../src/db/queries/list-calls.ts';
import { listLeads } from '../../src/db/queries/list-leads.ts';
import { loadCallEvents } from '../../src/db/queries/load-call-events.ts';
import { loadSchedule } from '../../src/db/queries/load-schedule.ts';
import { loadTranscript } from '../../src/db/queries/load-transcript.ts';
import { saveCallSession } from '../../src/db/queries/save-call-session.ts';
import { saveSchedule } from '../../src/db/queries/save-schedule.ts';
import { saveTranscriptLines } from '../../src/db/queries/save-transcript-lines.ts';
import { takeCallSession } from '../../src/db/queries/take-call-session.ts';
import { upsertLead } from '../../src/db/queries/upsert-lead.ts';
import type { Schedule } from '../../src/booking/schedule.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { halfHour, Salon } from './salon.ts';

const someInstant: unknown = expect.any(Date);
const nothingKnown = { date: null, time: null, name: null, phone: null };

describeOnEachDatabase('calls and leads', (database) => {
  test('a caller is one lead however often they call, and a name once known stays', async () => {
    const salon = await Salon.opens(database());
    const phone = '+972501111111';
    const ring = (callSid: string, name?: string) =>
      database().inBusiness(salon.id, (manager) =>
        upsertLead(manager, salon.id, { phone, callSid, ...(name === undefined ? {} : { name }) }),
      );
    const first = await ring('CA1', 'דנה לוי');
    expect(await ring('CA2')).toMatchObject({ id: first.id, name: 'דנה לוי', phone });
    const leads = await database().inBusiness(salon.id, (manager) => listLeads(manager, salon.id, { limit: 10 }));
    expect(leads.map((lead) => lead.id)).toEqual([first.id]);
  });

  test('callers who hide their number are a lead for each call', async () => {
    const salon = await Salon.opens(database());
    const leads = ['CA1', 'CA2', 'CA1'].map((callSid) =>
      database().inBusiness(salon.id, (manager) => upsertLead(manager, salon.id, { phone: null, callSid })),
    );
    expect((await Promise.all(leads)).map((lead) => lead.phone)).toEqual([
      'anonymous:CA1',
      'anonymous:CA2',
      'anonymous:CA1',
    ]);
  });

  test('a lead learns what is new and keeps the rest', async () => {
    const salon = await Salon.opens(database());
    const { leadId } = await salon.isCalledBy('+972501111111');
    const enrich = (patch: object) =>
      database().inBusiness(salon.id, (manager) => enrichLead(manager, salon.id, { leadId, ...patch }));
    await enrich({ name: 'דנה', wish: { ...nothingKnown, date: '2027-02-01' } });
    expect(await enrich({ outcome: 'booked', name: undefined })).toMatchObject({
      id: leadId,
      name: 'דנה',
      outcome: 'booked',
      wish: { ...nothingKnown, date: '2027-02-01' },
    });
  });

  test('a call is opened, saved, taken over by another node and closed once', async () => {
    const salon = await Salon.opens(database());
    const { callSid, leadId } = await salon.isCalledBy('+972501111111');
    const save = (epoch: number, time: string) =>
      database().inBusiness(salon.id, (manager) =>
        saveCallSession(manager, salon.id, {
          callSid,
          epoch,
          patch: { wish: { ...nothingKnown, time }, lastRequestedTime: new Date('2027-02-01T10:00:00Z') },
          leaseSeconds: 60,
        }),
      );
    expect(await save(1, '12:00')).toBe('saved');
    const taking = { callSid, nodeId: 'node-2', leaseSeconds: 60, keptEpoch: null };
    const taken = await database().anywhere(async (manager) => {
      await takeCallSession(manager, { ...taking, stream: 0 });
      return takeCallSession(manager, { ...taking, stream: 1 });
    });
    expect(taken).toMatchObject({ epoch: 2, ownerNode: 'node-2', wish: { ...nothingKnown, time: '12:00' } });
    expect(await save(1, '13:00')).toBe('fenced');
    await database().inBusiness(salon.id, (manager) =>
      holdSlot(manager, salon.id, { slot: halfHour({ callSid, leadId }, '2027-02-01T10:00:00Z'), holdSeconds: 90 }),
    );
    const close = (epoch: number, outcome: string) =>
      database().inBusiness(salon.id, (manager) => closeCallSession(manager, salon.id, { callSid, epoch, outcome }));
    expect(await close(1, 'phoneLost')).toBe('fenced');
    expect(await salon.rowCount()).toBe(1);
    expect(await close(2, 'completed')).toBe('saved');
    expect(await close(2, 'silent')).toBe('saved');
    expect(await database().inBusiness(salon.id, (manager) => getCall(manager, salon.id, callSid))).toMatchObject({
      outcome: 'completed',
      endedAt: someInstant,
      leaseUntil: null,
      lastRequestedTime: new Date('2027-02-01T10:00:00Z'),
      wish: { ...nothingKnown, time: '12:00' },
    });
    expect(await salon.rowCount()).toBe(0);
  });

  test('live and ended calls are listed apart, of one business or of all', async () => {
    const salon = await Salon.opens(database());
    const [first, second] = [await salon.isCalledBy('+972501111111'), await salon.isCalledBy('+972502222222')];
    await database().inBusiness(salon.id, (manager) =>
      closeCallSession(manager, salon.id, { callSid: first.callSid, epoch: 1, outcome: 'completed' }),
    );
    const list = async (live?: 'only' | 'ended') =>
      (await database().inBusiness(salon.id, (manager) => listCalls(manager, salon.id, { limit: 10, live }))).map(
        (call) => call.callSid,
      );
    expect(await list('only')).toEqual([second.callSid]);
    expect(await list('ended')).toEqual([first.callSid]);
    expect(await list()).toEqual([second.callSid, first.callSid]);
    const everywhere = await database().anywhere((manager) => listCalls(manager, null, { limit: 1000, live: 'only' }));
    expect(everywhere.map((call) => call.callSid)).toContain(second.callSid);
  });

  test('facts are kept once and in order, whatever is sent again', async () => {
    const salon = await Salon.opens(database());
    const { callSid } = await salon.isCalledBy('+972501111111');
    const events = [
      { seq: 0, ms: 0.4, fact: { type: 'model.ready' } },
      { seq: 1, ms: 20, fact: { type: 'caller.said', text: "'); DROP TABLE lead; -- שלום" } },
    ];
    const append = (batch: typeof events) =>
      database().inBusiness(salon.id, (manager) =>
        appendCallEvents(
          manager,
          salon.id,
          batch.map((event) => ({ ...event, callSid })),
        ),
      );
    await append([]);
    await append(events);
    await append([...events, { seq: 2, ms: 30, fact: { type: 'phone.hungUp' } }]);
    expect(await database().inBusiness(salon.id, (manager) => loadCallEvents(manager, salon.id, callSid))).toEqual([
      { callSid, businessId: salon.id, seq: 0, ms: 0, fact: { type: 'model.ready' } },
      { callSid, businessId: salon.id, ...events[1] },
      { callSid, businessId: salon.id, seq: 2, ms: 30, fact: { type: 'phone.hungUp' } },
    ]);
    const last = (sid: string) => database().inBusiness(salon.id, (manager) => lastCallEvent(manager, salon.id, sid));
    expect(await last(callSid)).toEqual({ seq: 2, ms: 30 });
    expect(await last('CAnone')).toEqual({ seq: -1, ms: 0 });
  });

  test('a transcript line is replaced by what was really heard', async () => {
    const salon = await Salon.opens(database());
    const { callSid } = await salon.isCalledBy('+972501111111');
    const line = { itemId: 'i1', speaker: 'assistant', text: 'שלום', startedMs: 5, heardMs: null, cut: false } as const;
    const sentence = { text: 'שלום', heardText: 'של', generatedMs: 840, sentMs: 500, heardMs: 420, cutAtMs: 420 };
    const heard = { ...line, heardMs: 420, cut: true, heardText: 'של', sentences: [sentence] };
    for (const lines of [[line], [line, heard]]) {
      await database().inBusiness(salon.id, (manager) =>
        saveTranscriptLines(
          manager,
          salon.id,
          lines.map((line) => ({ ...line, callSid })),
        ),
      );
    }
    expect(await database().inBusiness(salon.id, (manager) => loadTranscript(manager, salon.id, callSid))).toEqual([
      { ...heard, callSid, businessId: salon.id, generatedMs: null, sentMs: null },
    ]);
  });

  test('settings come back as they were saved', async () => {
    const salon = await Salon.opens(database());
    const schedule: Schedule = {
      timezone: 'Asia/Jerusalem',
      activeDays: [0, 5],
      startHour: '08:30',
      endHour: '24:00',
      slotIntervalMinutes: 15,
      slotSizeMin: 45,
      minNoticeMin: 120,
      bookingWindowDays: 14,
      bufferBeforeMin: 5,
      bufferAfterMin: 10,
      openingHours: { '0': [['09:00', '13:00']], '5': [] },
      overrides: [{ date: '2027-04-01', closed: true, label: 'חופשה' }],
      observeHolidays: true,
      holidays: { cholHamoed: 'closed' },
      shortDays: [5],
      shortDayEnds: '12:30',
      bookingRange: { from: '2027-01-01', until: '2027-03-31' },
      reminderHoursBefore: 48,
    };
    await database().inBusiness(salon.id, (manager) => saveSchedule(manager, salon.id, schedule));
    expect(await database().inBusiness(salon.id, (manager) => loadSchedule(manager, salon.id))).toEqual({
      ...schedule,
      resources: [
        { id: expect.any(String) as unknown, name: 'הסלון של דנה', capacity: 1, openingHours: null, overrides: [] },
      ],
    });
  });
});
