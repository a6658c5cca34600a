import { openCallSession } from '../../src/db/queries/open-call-session.ts';
import { signedIn } from './browser.ts';
import type { Browser } from './browser.ts';
import { openSalonApi } from './salon-api.ts';
import type { SalonApi } from './salon-api.ts';

let salon: SalonApi;
let hair: { id: string; owner: Browser };
let garage: Awaited<ReturnType<typeof openGarage>>;
beforeAll(async () => {
  salon = await openSalonApi();
  const { id } = await salon.business({ name: 'מספרה' });
  hair = { id, owner: (await signedIn(salon, { role: 'owner', businessId: id })).browser };
  garage = await openGarage();
}, 60_000);
afterAll(() => salon.close());

const SECRET_NAME = 'שי מוסכניק';

async function openGarage() {
  const { id } = await salon.business({ name: 'מוסך' });
  const user = (await signedIn(salon, { role: 'owner', businessId: id })).user;
  const body = { date: '2026-12-08', time: '10:00', name: SECRET_NAME, phone: '0541231231' };
  const row = (await salon.api('POST', `/businesses/${id}/appointments`, { body })).body as Record<string, string>;
  const callSid = `CA${id.replaceAll('-', '')}`;
  await salon.database.inBusiness(id, (manager) =>
    openCallSession(manager, id, {
      callSid,
      leadId: row['leadId'] ?? '',
      fromNumber: '+972541231231',
      nodeId: 'n',
      leaseSeconds: 9,
    }),
  );
  const { id: appointmentId = '', leadId = '', resourceId = '' } = row;
  const waits = await salon.api('POST', `/businesses/${id}/waitlist`, {
    body: { date: body.date, name: body.name, phone: body.phone },
  });
  const { id: entryId } = waits.body as { id: string };
  return { businessId: id, appointmentId, leadId, callSid, resourceId, entryId, userId: user.id };
}

interface Route {
  method: string;
  path: string;
  query: string[];
}

interface Operation {
  parameters?: { in: string; name: string }[];
}

async function allRoutes(): Promise<Route[]> {
  const { paths } = (await salon.api('GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    })),
  );
}

/** A body that each route takes, where one is needed to get past its schema. */
const BODIES: Readonly<Record<string, object>> = {
  'PATCH /appointments/{appointmentId}': { status: 'cancelled' },
  'POST /businesses/{businessId}/appointments': { date: '2026-12-08', time: '11:00', name: 'x', phone: '0521111111' },
  'POST /businesses/{businessId}/waitlist': { date: '2026-12-08', name: 'x', phone: '0521111111' },
  'POST /businesses/{businessId}/resources': { name: 'x' },
  'POST /users/{userId}/password': { newPassword: 'another four words indeed' },
  'POST /businesses/{businessId}/preview': { from: '2026-12-08', days: 1 },
};

/** A request that is refused whoever sends it tells nothing. */
async function isMalformedForAnybody(route: Route, status: number, body: object): Promise<boolean> {
  return status === 400 && (await salon.api(route.method, addressOf(route), body)).status === 400;
}

function addressOf({ method, path }: Route): string {
  return (path + (QUERIES[`${method} ${path}`] ?? '')).replaceAll(/\{(\w+)\}/g, (_braces, name: string) =>
    String((garage as Record<string, string>)[name] ?? '1'),
  );
}

const QUERIES: Readonly<Record<string, string>> = {
  'GET /businesses/{businessId}/availability': '?date=2026-12-08&time=10:00',
};

async function everythingOfTheGarage(): Promise<unknown> {
  const tables = await salon.database.anywhere((manager) =>
    manager.query<{ name: string }[]>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE column_name = 'business_id' AND table_schema = current_schema() ORDER BY 1`,
    ),
  );
  return salon.database.anywhere(async (manager) => {
    const rows: Record<string, unknown> = {
      business: await manager.query('SELECT * FROM business WHERE id = $1', [garage.businessId]),
    };
    for (const { name } of tables) {
      rows[name] = await manager.query(`SELECT * FROM ${name} WHERE business_id = $1 ORDER BY 1::text`, [
        garage.businessId,
      ]);
    }
    return rows;
  });
}

function tells(text: string): string[] {
  return [...Object.values(garage), SECRET_NAME, '1231231'].filter((secret) => text.includes(secret));
}

describe('the owner of another business', () => {
  test('finds nothing under any id, on any route, and changes nothing', async () => {
    const before = await everythingOfTheGarage();
    const routes = (await allRoutes()).filter(({ path }) => path.includes('{'));
    expect(routes.length).toBeGreaterThan(15);
    for (const route of routes) {
      const body = route.method === 'GET' ? {} : { body: BODIES[`${route.method} ${route.path}`] ?? {} };
      const answer = await hair.owner.ask(route.method, addressOf(route), body);
      const what = `${route.method} ${route.path} ${answer.status}`;
      const isShut = [403, 404].includes(answer.status) || (await isMalformedForAnybody(route, answer.status, body));
      expect({ what, isShut }).toEqual({ what, isShut: true });
      expect({ what, told: tells(JSON.stringify(answer.body)) }).toEqual({ what, told: [] });
    }
    expect(await everythingOfTheGarage()).toEqual(before);
  });

  test('is told nothing by any list, filtered or not', async () => {
    const routes = (await allRoutes()).filter(({ path, method }) => method === 'GET' && !path.includes('{'));
    for (const { path, query } of routes.filter((route) => !['/live', '/openapi.json'].includes(route.path))) {
      const days = query.includes('from') ? '&from=2026-01-01&to=2026-12-31' : '';
      const filtered = query.includes('businessId') ? [`${path}?businessId=${garage.businessId}${days}`] : [];
      for (const address of [path, ...filtered]) {
        const answer = await hair.owner.ask('GET', address);
        expect({ address, told: tells(JSON.stringify(answer.body)) }).toEqual({ address, told: [] });
        if (address !== path) expect([address, answer.status]).toEqual([address, 404]);
      }
    }
  });

  test('sees and changes their own', async () => {
    const businesses = await hair.owner.ask('GET', '/businesses');
    expect((businesses.body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([hair.id]);
    const body = { date: '2026-12-08', time: '10:00', name: 'דנה', phone: '0521111111' };
    expect((await hair.owner.ask('POST', `/businesses/${hair.id}/appointments`, { body })).status).toBe(201);
    expect((await hair.owner.ask('PATCH', `/businesses/${hair.id}`, { body: { name: 'חדש' } })).status).toBe(200);
    expect((await hair.owner.ask('GET', '/calls')).status).toBe(200);
  });

  test('cannot make, close or hand over a business', async () => {
    const asked = [
      await hair.owner.ask('POST', '/businesses', { body: { name: 'x', phoneNumber: '+97239999991' } }),
      await hair.owner.ask('DELETE', `/businesses/${hair.id}`),
      await hair.owner.ask('PATCH', `/businesses/${hair.id}`, { body: { id: garage.businessId } }),
      await hair.owner.ask('PATCH', `/businesses/${hair.id}`, { body: { createdAt: '2020-01-01T00:00:00Z' } }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 400, 400]);
  });

  test.each([
    '/calls?limit=1;DROP TABLE lead',
    "/calls?cursor=after-0'--",
    "/calls?businessId=' OR '1'='1",
    '/calls?live[]=true&live[]=false',
    "/calls/x' OR '1'='1",
    '/calls?businessId=*',
  ])('gets nothing out of %s', async (address) => {
    const answer = await hair.owner.ask('GET', encodeURI(address));
    expect([200, 400, 404]).toContain(answer.status);
    expect(tells(JSON.stringify(answer.body))).toEqual([]);
  });
});

test('a transaction of one business cannot read passwords or sessions at all', async () => {
  for (const table of ['console_user', 'console_session', 'login_attempt']) {
    const read = salon.database.inBusiness(hair.id, (manager) => manager.query(`SELECT * FROM ${table}`));
    await expect(read).rejects.toThrow('permission denied');
  }
});
