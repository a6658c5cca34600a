import { waitlistEntry } from '../../../src/api/schemas/waitlist.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

const someId: unknown = expect.any(String);
const someInstant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
const TUESDAY = '2026-12-08';
const DANA = { name: 'דנה לוי', phone: '050-123 4567' };

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

const join = (businessId: string, body: object) => salon.api('POST', `/businesses/${businessId}/waitlist`, { body });
const list = async (businessId: string, query = '') =>
  (await salon.api('GET', `/businesses/${businessId}/waitlist${query}`)).body;

test('somebody waits for a day, once', async () => {
  const { id } = await salon.business();
  const made = await join(id, { date: TUESDAY, ...DANA });
  expect(made.status).toBe(201);
  expect(made.body).toEqual({
    id: someId,
    businessId: id,
    leadId: someId,
    callSid: null,
    date: TUESDAY,
    name: 'דנה לוי',
    phone: '0501234567',
    status: 'waiting',
    createdAt: someInstant,
    toldAt: null,
  });
  const again = await join(id, { date: TUESDAY, name: 'דנה', phone: '+972501234567' });
  expect([again.status, again.body]).toEqual([200, { ...waitlistEntry.parse(made.body), name: 'דנה' }]);
  expect(await list(id)).toEqual({ items: [again.body] });
});

test('the list is filtered by day and comes in pages', async () => {
  const { id } = await salon.business();
  await join(id, { date: '2026-12-09', ...DANA });
  await join(id, { date: TUESDAY, ...DANA });
  await join(id, { date: TUESDAY, name: 'נועה', phone: '0521111111' });
  expect(await list(id, '?limit=1')).toMatchObject({
    items: [{ date: TUESDAY, name: 'דנה לוי' }],
    nextCursor: 'after-1',
  });
  expect(await list(id, '?limit=2&cursor=after-1')).toMatchObject({
    items: [{ name: 'נועה' }, { date: '2026-12-09' }],
  });
  expect(await list(id, '?date=2026-12-09')).toMatchObject({ items: [{ date: '2026-12-09' }] });
  expect(await list(id, '?status=told')).toEqual({ items: [] });
});

test('days that are over where the business is are listed only where asked', async () => {
  const { id } = await salon.business();
  await join(id, { date: '2026-12-07', ...DANA });
  await join(id, { date: TUESDAY, ...DANA });
  const today = salon.clock.now;
  salon.clock.now = Date.parse('2026-12-07T21:59:00Z');
  expect(await list(id)).toMatchObject({ items: [{ date: '2026-12-07' }, { date: TUESDAY }] });
  salon.clock.now = Date.parse('2026-12-07T22:00:00Z');
  expect(await list(id)).toMatchObject({ items: [{ date: TUESDAY }] });
  expect(await list(id, '?from=2026-12-01')).toMatchObject({ items: [{ date: '2026-12-07' }, { date: TUESDAY }] });
  expect(await list(id, '?date=2026-12-07')).toMatchObject({ items: [{ date: '2026-12-07' }] });
  salon.clock.now = today;
});

test.each([
  ['date', 'outside-booking-window', { date: '2026-12-06', ...DANA }],
  ['date', 'outside-booking-window', { date: '2027-06-08', ...DANA }],
  ['date', 'not-a-date', { date: '2027-02-31', ...DANA }],
  ['phone', 'not-a-phone-number', { date: TUESDAY, name: 'דנה', phone: '12' }],
  ['name', 'blank', { date: TUESDAY, name: ' ', phone: '0501234567' }],
])('a wrong %s is named: %s', async (field, code, body) => {
  const { id } = await salon.business();
  const refused = await join(id, body);
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ errors: [{ field, code }] });
  expect(await list(id)).toEqual({ items: [] });
});

test('who is taken off is gone; another business cannot do it', async () => {
  const [hair, garage] = [await salon.business(), await salon.business()];
  const { id } = waitlistEntry.parse((await join(hair.id, { date: TUESDAY, ...DANA })).body);
  expect((await salon.api('DELETE', `/waitlist/${id}?businessId=${garage.id}`)).status).toBe(404);
  expect(await list(garage.id)).toEqual({ items: [] });
  expect((await salon.api('DELETE', `/waitlist/${id}`)).status).toBe(204);
  expect((await salon.api('DELETE', `/waitlist/${id}`)).status).toBe(404);
  expect(await list(hair.id)).toEqual({ items: [] });
});
