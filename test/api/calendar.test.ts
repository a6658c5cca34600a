import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { holdSlot } from '../../src/db/queries/hold-slot.ts';
import { halfHour } from '../db/salon.ts';
import { openSalonApi } from './salon-api.ts';
import type { SalonApi } from './salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

const DANA = { name: 'דנה לוי', phone: '0501234567' };

async function newFeed(businessId: string): Promise<string> {
  const { body } = await salon.api('POST', `/businesses/${businessId}/calendar`);
  return new URL((body as { url: string }).url).pathname;
}

/** Without a token; long lines joined again. */
async function feed(path: string) {
  const answer = await salon.ask('GET', path, { token: null });
  return { ...answer, text: String(answer.body).replaceAll('\r\n ', '') };
}

test('a calendar program reads the diary: names and times, cancelled ones too, no held slots and no numbers', async () => {
  const { id } = await salon.business({ settings: { bookingWindowDays: 200 } });
  const book = async (date: string, time: string, name: string) =>
    (await salon.api('POST', `/businesses/${id}/appointments`, { body: { date, time, ...DANA, name } })).body as {
      id: string;
      leadId: string;
    };
  const kept = await book('2026-12-08', '10:00', 'דנה, לוי');
  const summer = await book('2027-05-04', '10:00', 'נועה');
  const gone = await book('2026-12-09', '10:00', 'שי');
  await salon.api('PATCH', `/appointments/${gone.id}`, { body: { status: 'cancelled' } });
  await salon.database.inBusiness(id, (manager) =>
    holdSlot(manager, id, {
      slot: { ...halfHour({ callSid: 'CA1', leadId: kept.leadId }, '2026-12-08T12:00:00Z'), name: 'מוחזק' },
      holdSeconds: 90,
    }),
  );
  const { status, contentType, text, headers } = await feed(await newFeed(id));
  expect([status, contentType]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers.get('cache-control')).toContain('private');
  const events = text.split('BEGIN:VEVENT').slice(1);
  const eventOf = (row: { id: string }) => events.find((event) => event.includes(row.id)) ?? '';
  expect(events).toHaveLength(3);
  expect(eventOf(kept)).toContain('DTSTART;TZID=Asia/Jerusalem:20261208T100000\r\n');
  expect(eventOf(kept)).toContain('DTEND;TZID=Asia/Jerusalem:20261208T103000\r\n');
  expect(eventOf(kept)).toContain('SUMMARY:דנה\\, לוי\r\n');
  expect(eventOf(kept)).toContain('STATUS:CONFIRMED');
  expect(eventOf(summer)).toContain('DTSTART;TZID=Asia/Jerusalem:20270504T100000\r\n');
  expect(eventOf(gone)).toContain('STATUS:CANCELLED');
  expect(text).not.toMatch(/1234567|מוחזק/);
  expect(text).toContain('TZID:Asia/Jerusalem\r\n');
  expect(text).toContain(
    'BEGIN:DAYLIGHT\r\nDTSTART:20270326T020000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nEND:DAYLIGHT',
  );
});

test('a new address ends the old one; it is shown once and kept as a hash', async () => {
  const { id } = await salon.business();
  const about = async () => (await salon.api('GET', `/businesses/${id}/calendar`)).body;
  expect(await about()).toEqual({ active: false, since: null });
  const [first, second] = [await newFeed(id), await newFeed(id)];
  expect([(await feed(first)).status, (await feed(second)).status]).toEqual([404, 200]);
  expect(await about()).toEqual({ active: true, since: expect.any(String) as unknown });
  const secret = second.split('/').at(-1)?.replace('.ics', '') ?? '';
  const kept = await salon.database.inBusiness(id, (manager) => manager.query<unknown>('SELECT * FROM calendar_feed'));
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect((await salon.api('DELETE', `/businesses/${id}/calendar`)).status).toBe(204);
  expect((await feed(second)).status).toBe(404);
});

test.each(['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, '/calendar/..%2F..%2Fetc.ics', '/calendar/'])(
  'an unknown address %s is a 404 that tells nothing',
  async (path) => {
    const { status, contentType } = await feed(path);
    expect([status, contentType]).toEqual([404, 'application/problem+json; charset=utf-8']);
  },
);

test('shows one business alone', async () => {
  const [hair, garage] = [await salon.business(), await salon.business()];
  await salon.database.inBusiness(garage.id, async (manager) => {
    const [lead] = await manager.query<{ id: string }[]>(
      `INSERT INTO lead (business_id, phone) VALUES ($1, '+972501111111') RETURNING id`,
      [garage.id],
    );
    await confirmSlot(manager, garage.id, halfHour({ callSid: 'CA1', leadId: lead?.id ?? '' }, '2026-12-08T12:00:00Z'));
  });
  expect((await feed(await newFeed(hair.id))).text).not.toContain('VEVENT');
  expect((await feed(await newFeed(garage.id))).text).toContain('VEVENT');
});
