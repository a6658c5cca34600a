import { appendCallEvents } from '../../../src/db/queries/append-call-events.ts';
import { closeCallSession } from '../../../src/db/queries/close-call-session.ts';
import { openCallSession } from '../../../src/db/queries/open-call-session.ts';
import { saveCallSession } from '../../../src/db/queries/save-call-session.ts';
import { saveTranscriptLines } from '../../../src/db/queries/save-transcript-lines.ts';
import { upsertLead } from '../../../src/db/queries/upsert-lead.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

let callsMade = 0;

/** A caller rings: the call is live, its lead is there. */
async function rings(businessId: string, phone: string | null = '+972501234567') {
  callsMade += 1;
  const callSid = `CA${businessId.replaceAll('-', '')}${callsMade}`;
  const lead = await salon.database.inBusiness(businessId, async (manager) => {
    const made = await upsertLead(manager, businessId, { phone, callSid });
    const opening = { callSid, leadId: made.id, fromNumber: phone, nodeId: 'node-1', leaseSeconds: 60 };
    await openCallSession(manager, businessId, opening);
    return made;
  });
  return { callSid, leadId: lead.id };
}

async function ends(businessId: string, callSid: string, outcome = 'completed') {
  await salon.database.inBusiness(businessId, (manager) =>
    closeCallSession(manager, businessId, { callSid, epoch: 1, outcome }),
  );
}

function callSids(body: unknown): string[] {
  return (body as { items: { callSid: string }[] }).items.map((call) => call.callSid);
}

describe('calls', () => {
  test('a live call is shown as it is known', async () => {
    const { id } = await salon.business();
    const { callSid, leadId } = await rings(id);
    const { status, body } = await salon.api('GET', `/calls?businessId=${id}&live=true`);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          callSid,
          kind: 'phone',
          businessId: id,
          leadId,
          from: '0501234567',
          startedAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
          endedAt: null,
          live: true,
          outcome: null,
          wish: { date: null, time: null, name: null, phone: null },
          lastRequestedTime: null,
          lastConfirmedTime: null,
          lastAppointmentId: null,
          node: 'node-1',
          epoch: 1,
        },
      ],
    });
  });

  test('live and ended ones can be told apart, and pages follow one another', async () => {
    const { id } = await salon.business();
    const [first, second] = [await rings(id), await rings(id, null)];
    await ends(id, first.callSid);
    const list = async (query: string) => (await salon.api('GET', `/calls?businessId=${id}${query}`)).body;
    expect(callSids(await list('&live=true'))).toEqual([second.callSid]);
    expect(callSids(await list('&live=false'))).toEqual([first.callSid]);
    expect(callSids(await list('&live='))).toEqual([second.callSid, first.callSid]);
    expect(await list('&limit=1')).toMatchObject({ items: [{ from: null }], nextCursor: 'after-1' });
    expect(callSids(await list('&limit=1&cursor=after-1'))).toEqual([first.callSid]);
  });

  test('those of one lead are found, whatever others call', async () => {
    const { id } = await salon.business();
    const [first, other] = [await rings(id), await rings(id, '+972529999999')];
    const second = await rings(id);
    expect(second.leadId).toBe(first.leadId);
    const of = async (query: string) => callSids((await salon.api('GET', `/calls?${query}`)).body);
    expect(await of(`businessId=${id}&leadId=${first.leadId}`)).toEqual([second.callSid, first.callSid]);
    expect(await of(`leadId=${other.leadId}`)).toEqual([other.callSid]);
    expect((await salon.api('GET', '/calls?leadId=me')).body).toMatchObject({ errors: [{ field: 'leadId' }] });
  });

  test('are found by the name that was said in them', async () => {
    const { id } = await salon.business();
    const { callSid } = await rings(id, null);
    await salon.database.inBusiness(id, (manager) =>
      saveCallSession(manager, id, {
        callSid,
        epoch: 1,
        patch: { wish: { date: null, time: null, name: 'נועה ברק', phone: null } },
      }),
    );
    const { body } = await salon.api('GET', `/calls?businessId=${id}&q=${encodeURIComponent('נועה')}`);
    expect(callSids(body)).toEqual([callSid]);
  });

  test('without a business the calls of all are listed', async () => {
    const [one, other] = [await salon.business(), await salon.business()];
    const made = [(await rings(one.id)).callSid, (await rings(other.id)).callSid];
    expect(callSids((await salon.api('GET', '/calls?limit=500')).body)).toEqual(expect.arrayContaining(made));
  });

  test('one call tells its session, its timeline, what was heard, and its state while it lives', async () => {
    const { id } = await salon.business();
    const { callSid } = await rings(id);
    const events = [
      { seq: 0, ms: 0, fact: { type: 'model.ready' } },
      { seq: 1, ms: 1200, fact: { type: 'caller.startedSpeaking', itemId: 'item_1' } },
    ];
    const line = {
      itemId: 'item_1',
      speaker: 'assistant' as const,
      text: 'שלום, מספרת הגל',
      startedMs: 80,
      heardMs: 640,
      cut: true,
      generatedMs: 1_500,
      sentMs: 840,
      heardText: 'שלום, ',
      sentences: [
        {
          ...{ text: 'שלום, מספרת הגל', heardText: 'שלום, ', cutAtMs: 640 },
          ...{ generatedMs: 1_500, sentMs: 840, heardMs: 640 },
        },
      ],
    };
    const callers = {
      itemId: 'item_2',
      speaker: 'caller' as const,
      text: 'כן',
      startedMs: 900,
      heardMs: null,
      cut: false,
    };
    await salon.database.inBusiness(id, async (manager) => {
      await appendCallEvents(
        manager,
        id,
        events.map((event) => ({ ...event, callSid })),
      );
      await saveTranscriptLines(
        manager,
        id,
        [line, callers].map((one) => ({ ...one, callSid })),
      );
    });
    const state = { inCall: { floor: 'listening' } };
    const live = { callSid, businessId: id, startedAt: 0, kind: 'phone', from: null, state, lastLine: null } as const;
    salon.liveCalls.calls.push(live);
    const story = await salon.api('GET', `/calls/${callSid}`);
    expect(story.status).toBe(200);
    expect(story.body).toMatchObject({ session: { callSid, live: true }, state, timeline: events });
    expect(story.body).toHaveProperty('transcript', [
      line,
      { ...callers, generatedMs: null, sentMs: null, heardText: 'כן', sentences: [] },
    ]);
    const script = await salon.api('GET', `/calls/${callSid}/script`);
    expect(script.body).toEqual({ yaml: expect.stringContaining(`title: recorded call ${callSid}`) as unknown });
    expect((await salon.api('GET', `/calls/${callSid}/events`)).body).toEqual({ items: events });
    salon.liveCalls.calls.length = 0;
    await ends(id, callSid, 'booked');
    expect((await salon.api('GET', `/calls/${callSid}`)).body).toMatchObject({
      session: { live: false, outcome: 'booked' },
      state: null,
    });
  });

  test.each(['/calls/CAnobody', '/calls/CAnobody/events', '/calls/%00', '/calls/a%20b'])(
    '%s is a 404',
    async (path) => {
      expect((await salon.api('GET', path)).status).toBe(404);
    },
  );

  test.each([
    ['businessId=me', 'businessId'],
    ['live=maybe', 'live'],
  ])('?%s is refused by the name of the field', async (query, field) => {
    const { status, body } = await salon.api('GET', `/calls?${query}`);
    expect([status, body]).toMatchObject([400, { errors: [{ field }] }]);
  });
});

describe('leads', () => {
  test('are there from the first ring, withheld numbers too, and can be enriched by hand', async () => {
    const { id } = await salon.business();
    const [known, hidden] = [await rings(id), await rings(id, null)];
    const { body } = await salon.api('GET', `/businesses/${id}/leads`);
    expect(body).toEqual({
      items: [
        expect.objectContaining({ id: hidden.leadId, businessId: id, phone: null, name: null }),
        expect.objectContaining({ id: known.leadId, businessId: id, phone: '0501234567', name: null }),
      ],
    });
    expect((await salon.api('GET', `/businesses/${id}/leads?limit=1`)).body).toMatchObject({ nextCursor: 'after-1' });
    const change = { name: 'דנה לוי', notes: 'מעדיפה בוקר\n', outcome: 'booked' };
    const changed = await salon.api('PATCH', `/leads/${known.leadId}`, { body: change });
    expect([changed.status, changed.body]).toMatchObject([200, { id: known.leadId, phone: '0501234567', ...change }]);
    expect((await salon.api('GET', `/leads/${known.leadId}`)).body).toEqual(changed.body);
    const forgotten = await salon.api('PATCH', `/leads/${known.leadId}`, { body: { notes: null } });
    expect(forgotten.body).toMatchObject({ name: 'דנה לוי', notes: null });
  });

  test('come first who called last, known for long or not', async () => {
    const { id } = await salon.business();
    const [dana, noa] = [await rings(id), await rings(id, '+972529999999')];
    const listed = async () => {
      const { items } = (await salon.api('GET', `/businesses/${id}/leads`)).body as { items: { id: string }[] };
      return items.map((lead) => lead.id);
    };
    expect(await listed()).toEqual([noa.leadId, dana.leadId]);
    await rings(id);
    expect(await listed()).toEqual([dana.leadId, noa.leadId]);
  });

  test.each([
    ['another number', { phone: '0509999999' }, 'phone'],
    ['another owner', { businessId: 'x' }, 'businessId'],
    ['no name at all', { name: '' }, 'name'],
  ])('cannot be given %s', async (_what, sent, field) => {
    const { id } = await salon.business();
    const { leadId } = await rings(id);
    const { status, body } = await salon.api('PATCH', `/leads/${leadId}`, { body: sent });
    expect([status, body]).toMatchObject([400, { errors: [{ field }] }]);
  });
});
