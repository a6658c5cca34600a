import { openSalonApi } from './salon-api.ts';
import type { SalonApi } from './salon-api.ts';

const TUESDAY = '2026-12-08';
const DANA = { name: 'דנה לוי', phone: '0501234567' };

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

const send = (path: string, body: object, key: string) =>
  salon.api('POST', path, { body, headers: { 'idempotency-key': key } });

async function rows(businessId: string): Promise<unknown[]> {
  const { body } = await salon.api('GET', `/businesses/${businessId}/appointments`);
  return (body as { items: unknown[] }).items;
}

describe('a request sent again under its key', () => {
  test('is answered the same and done once', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/appointments`;
    const wish = { date: TUESDAY, time: '10:00', ...DANA };
    const first = await send(path, wish, 'one');
    const again = await send(path, wish, 'one');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(await rows(id)).toEqual([first.body]);
  });

  test('at the same moment is done once', async () => {
    const { id } = await salon.business();
    const wish = { date: TUESDAY, time: '10:00', ...DANA };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(`/businesses/${id}/appointments`, wish, 'together')),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(await rows(id)).toHaveLength(1);
  });

  test('with another body is refused and not done', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/appointments`;
    await send(path, { date: TUESDAY, time: '10:00', ...DANA }, 'reused');
    const other = await send(path, { date: TUESDAY, time: '11:00', ...DANA }, 'reused');
    expect(other).toMatchObject({ status: 422, body: { type: '/problems/key-reused' } });
    expect(await rows(id)).toHaveLength(1);
  });

  test('is refused again where it was refused, though it could be done by now', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/appointments`;
    const wish = { date: TUESDAY, time: '10:00', ...DANA };
    const standing = await send(path, wish, 'standing');
    const refused = await send(path, wish, 'refused');
    const { id: appointmentId } = standing.body as { id: string };
    await salon.api('PATCH', `/appointments/${appointmentId}`, { body: { status: 'cancelled' } });
    const again = await send(path, wish, 'refused');
    expect([refused.status, again.status]).toEqual([409, 409]);
    expect(again.body).toEqual(refused.body);
  });

  test('is its business’s own key', async () => {
    const [hair, garage] = [await salon.business(), await salon.business()];
    const wish = { date: TUESDAY, time: '10:00', ...DANA };
    const made = [
      await send(`/businesses/${hair.id}/appointments`, wish, 'shared'),
      await send(`/businesses/${garage.id}/appointments`, wish, 'shared'),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    expect([await rows(hair.id), await rows(garage.id)]).toEqual([[made[0]?.body], [made[1]?.body]]);
  });

  test('is forgotten after a day', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/resources`;
    await send(path, { name: 'נועה' }, 'old');
    await salon.database.inBusiness(id, (manager) =>
      manager.query(`UPDATE idempotency_key SET created_at = now() - interval '25 hours'`),
    );
    expect((await send(path, { name: 'שי' }, 'old')).status).toBe(201);
  });

  test('makes one business', async () => {
    const body = { name: 'מספרה', phoneNumber: '+97239876501' };
    const [first, again] = [
      await send('/businesses', body, 'business-one'),
      await send('/businesses', body, 'business-one'),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });

  test('needs a key of visible characters', async () => {
    const { id } = await salon.business();
    const refused = await send(`/businesses/${id}/resources`, { name: 'נ' }, 'k'.repeat(201));
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'Idempotency-Key' }] } });
  });
});

describe('a change of what was read', () => {
  const read = async (path: string) => (await salon.api('GET', path)).headers.get('etag') ?? '';
  const change = (method: string, path: string, { body, version }: { body: object; version: string }) =>
    salon.api(method, path, { body, headers: { 'if-match': version } });

  test.each([
    { method: 'PUT', under: '/settings', one: { slotSizeMin: 45 }, other: { slotSizeMin: 60 } },
    { method: 'PATCH', under: '', one: { name: 'אחר' }, other: { name: 'עוד אחר' } },
  ])('$method of a business$under is refused where somebody was faster', async ({ method, under, one, other }) => {
    const { id } = await salon.business();
    const path = `/businesses/${id}${under}`;
    const version = await read(path);
    const first = await change(method, path, { body: one, version });
    expect([first.status, first.headers.get('etag')]).toEqual([200, await read(path)]);
    expect(await change(method, path, { body: other, version })).toMatchObject({
      status: 412,
      body: { type: '/problems/changed-meanwhile' },
    });
    expect((await salon.api('GET', path)).body).toMatchObject(one);
    expect((await change(method, path, { body: other, version: '*' })).status).toBe(200);
    expect((await salon.api(method, path, { body: one })).status).toBe(200);
  });

  test('of an appointment, a lead and a resource as well', async () => {
    const { id } = await salon.business();
    const made = await salon.api('POST', `/businesses/${id}/appointments`, {
      body: { date: TUESDAY, time: '10:00', ...DANA },
    });
    const row = made.body as { id: string; leadId: string; resourceId: string };
    const changes = [
      [`/appointments/${row.id}`, { date: TUESDAY, time: '11:00' }],
      [`/leads/${row.leadId}`, { notes: 'אוהבת קפה' }],
      [`/resources/${row.resourceId}`, { name: 'דנה' }],
    ] as const;
    expect(made.headers.get('etag')).toBe(await read(`/appointments/${row.id}`));
    for (const [path, body] of changes) {
      const version = await read(path);
      expect((await change('PATCH', path, { body, version })).status).toBe(200);
      expect([path, (await change('PATCH', path, { body, version })).status]).toEqual([path, 412]);
    }
  });

  test('at the same moment is made by one', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/settings`;
    const version = await read(path);
    const answers = await Promise.all(
      [20, 25, 35, 40].map((slotSizeMin) => change('PUT', path, { body: { slotSizeMin }, version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});
