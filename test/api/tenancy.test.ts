import { appointment } from '../../src/api/schemas/appointments.ts';
import { openCallSession } from '../../src/db/queries/open-call-session.ts';
import { openSalonApi } from './salon-api.ts';
import type { SalonApi } from './salon-api.ts';

const UNKNOWN = '6f1f0c3e-1111-4111-8111-111111111111';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

async function twoBusinesses() {
  const [hair, garage] = [await salon.business({ name: 'מספרה' }), await salon.business({ name: 'מוסך' })];
  const { body } = await salon.api('POST', `/businesses/${garage.id}/appointments`, {
    body: { date: '2026-12-08', time: '10:00', name: 'שי הר', phone: '0541231231' },
  });
  const row = appointment.parse(body);
  const callSid = `CA${garage.id.replaceAll('-', '')}`;
  await salon.database.inBusiness(garage.id, (manager) =>
    openCallSession(manager, garage.id, {
      callSid,
      leadId: row.leadId,
      fromNumber: null,
      nodeId: 'n',
      leaseSeconds: 9,
    }),
  );
  return { hair, garage, row, callSid };
}

describe('two businesses', () => {
  test('see nothing of one another in any list', async () => {
    const { hair } = await twoBusinesses();
    for (const path of [
      `/businesses/${hair.id}/appointments`,
      `/businesses/${hair.id}/leads`,
      `/calls?businessId=${hair.id}`,
    ]) {
      expect((await salon.api('GET', path)).body).toEqual({ items: [] });
    }
    const free = await salon.api('GET', `/businesses/${hair.id}/availability?date=2026-12-08&time=10:00`);
    expect(free.body).toEqual({ status: 'available', alternatives: [] });
  });

  test('the row of one is unknown under the id of the other, and stays as it was', async () => {
    const { hair, garage, row, callSid } = await twoBusinesses();
    const asked = [
      await salon.api('GET', `/appointments/${row.id}?businessId=${hair.id}`),
      await salon.api('PATCH', `/appointments/${row.id}?businessId=${hair.id}`, { body: { status: 'cancelled' } }),
      await salon.api('GET', `/leads/${row.leadId}?businessId=${hair.id}`),
      await salon.api('PATCH', `/leads/${row.leadId}?businessId=${hair.id}`, { body: { name: 'אחר' } }),
      await salon.api('GET', `/calls/${callSid}?businessId=${hair.id}`),
      await salon.api('GET', `/calls/${callSid}/events?businessId=${hair.id}`),
    ];
    expect(asked.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(JSON.stringify(asked)).not.toContain('שי הר');
    const own = await salon.api('GET', `/appointments/${row.id}?businessId=${garage.id.toUpperCase()}`);
    expect([own.status, own.body]).toEqual([200, row]);
  });

  test.each([
    ['GET', `/appointments/${UNKNOWN}`],
    ['PATCH', `/appointments/${UNKNOWN}`],
    ['GET', `/leads/${UNKNOWN}`],
    ['PATCH', `/leads/${UNKNOWN}`],
    ['GET', '/appointments/1'],
  ])('%s %s is a 404', async (method, path) => {
    const asked = method === 'PATCH' ? { body: path.startsWith('/a') ? { status: 'cancelled' } : {} } : {};
    expect((await salon.api(method, path, asked)).status).toBe(404);
  });
});
