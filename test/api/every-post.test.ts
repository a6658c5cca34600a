import { freshNumber, openSalonApi } from './salon-api.ts';
import type { SalonApi } from './salon-api.ts';

const TUESDAY = '2026-12-08';
const DANA = { name: 'דנה לוי', phone: '0501234567' };
const NOA = { name: 'נועה', phone: '0507654321' };

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

interface Sent {
  path: string;
  body?: object;
}

interface Heeding {
  /** What is sent twice, and what the same key refuses. */
  one: Sent;
  other: Sent;
  /** Where what was made is listed. */
  list: string;
  before?: () => Promise<unknown>;
}

/** Every POST that heeds a key, by the name of its operation. */
const heeding: Record<string, (of: string) => Heeding> = {
  createBusiness: () => {
    const body = { name: 'מספרה', phoneNumber: freshNumber() };
    const path = '/businesses';
    return { one: { path, body }, other: { path, body: { ...body, name: 'אחרת' } }, list: path };
  },
  createAppointment: (of) => {
    const path = `${of}/appointments`;
    const body = { date: TUESDAY, time: '10:00', ...DANA };
    return { one: { path, body }, other: { path, body: { ...body, time: '11:00' } }, list: path };
  },
  joinWaitlist: (of) => {
    const path = `${of}/waitlist`;
    const body = { date: TUESDAY, ...DANA };
    return { one: { path, body }, other: { path, body: { date: TUESDAY, ...NOA } }, list: path };
  },
  createResource: (of) => {
    const path = `${of}/resources`;
    return { one: { path, body: { name: 'נועה' } }, other: { path, body: { name: 'שי' } }, list: path };
  },
  createWebhook: (of) => {
    const path = `${of}/webhooks`;
    const body = { url: 'https://hooks.example.com/toran', events: ['appointment.created'] };
    return { one: { path, body }, other: { path, body: { ...body, events: ['call.ended'] } }, list: path };
  },
  publishDraft: (of) => ({
    one: { path: `${of}/publish` },
    other: { path: `${of}/publish`, body: { and: 'more' } },
    list: `${of}/versions`,
    before: () => salon.api('PUT', `${of}/draft`, { body: { settings: { slotSizeMin: 45 } } }),
  }),
  restoreVersion: (of) => ({
    one: { path: `${of}/versions/1/restore` },
    other: { path: `${of}/versions/2/restore` },
    list: `${of}/versions`,
    before: () => salon.api('PUT', `${of}/settings`, { body: { slotSizeMin: 45 } }),
  }),
};

/** Every POST that heeds none. What each does when it is sent twice is in its description. */
const heedless = [
  'changePassword',
  'createUser',
  'makeCalendarFeed',
  'makeDemoBusiness',
  'openSession',
  'previewBusiness',
  'renewFirstPassword',
  'startPracticeCall',
  'startTestCall',
];

interface Operation {
  operationId: string;
  description?: string;
  parameters?: { name: string }[];
}

async function everyPost(): Promise<Operation[]> {
  const { paths } = (await salon.api('GET', '/openapi.json')).body as { paths: Record<string, { post?: Operation }> };
  return Object.values(paths).flatMap(({ post }) => (post === undefined ? [] : [post]));
}

const heedsKey = ({ parameters = [] }: Operation): boolean => parameters.some(({ name }) => name === 'Idempotency-Key');

test('every POST heeds an Idempotency-Key, or says why it does not', async () => {
  const posts = await everyPost();
  const names = (operations: Operation[]) => operations.map(({ operationId }) => operationId).sort();
  expect(names(posts.filter(heedsKey))).toEqual(Object.keys(heeding).sort());
  const others = posts.filter((post) => !heedsKey(post));
  expect(names(others)).toEqual(heedless);
  for (const { description } of others) expect(description).toMatch(/^Heeds no `Idempotency-Key`: \S.{20,}\.$/);
});

test.each(Object.entries(heeding))(
  '%s: the same key twice is one row and one answer, with another request it is refused',
  async (name, of) => {
    const { id } = await salon.business();
    const { one, other, list, before } = of(`/businesses/${id}`);
    await before?.();
    const send = ({ path, body }: Sent) =>
      salon.api('POST', path, { ...(body && { body }), headers: { 'idempotency-key': `${name}-twice` } });
    const rows = async () => ((await salon.api('GET', list)).body as { items: unknown[] }).items.length;
    const rowsBefore = await rows();
    const [first, again] = [await send(one), await send(one)];
    expect([200, 201]).toContain(first.status);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(await send(other)).toMatchObject({ status: 422, body: { type: '/problems/key-reused' } });
    expect((await rows()) - rowsBefore).toBe(1);
  },
);

test('a demo business is the same one; of two users with one address the second is refused', async () => {
  const demos = [await salon.api('POST', '/demo-business'), await salon.api('POST', '/demo-business')];
  expect(demos.map(({ status }) => status)).toEqual([201, 200]);
  expect(demos[1]?.body).toEqual(demos[0]?.body);
  const body = { email: 'twice@example.com', name: 'דנה', password: 'a long enough password', role: 'operator' };
  const users = [await salon.api('POST', '/users', { body }), await salon.api('POST', '/users', { body })];
  expect(users.map(({ status }) => status)).toEqual([201, 409]);
});
