import { Browser, PASSWORD, settledUser, signedIn } from '../browser.ts';
import { ADMIN_TOKEN } from '../listening.ts';
import { openSalonApi, PUBLIC_ORIGIN } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());
beforeEach(() => salon.database.anywhere((manager) => manager.query('DELETE FROM login_attempt')));

const HOUR = 3_600_000;

async function hoursLater<T>(hours: number, work: () => Promise<T>): Promise<T> {
  salon.clock.now += hours * HOUR;
  try {
    return await work();
  } finally {
    salon.clock.now -= hours * HOUR;
  }
}

describe('signing in', () => {
  test('begins with the admin token until somebody is added, and then with a password', async () => {
    const begin = async () => (await new Browser(salon).ask('GET', '/session/way')).body;
    expect(await begin()).toEqual({ begin: 'token' });
    await settledUser(salon, { role: 'operator' });
    expect(await begin()).toEqual({ begin: 'password' });
  });

  test('with the admin token makes an operator without an account', async () => {
    const browser = new Browser(salon);
    const { status, body, headers } = await browser.signIn({ adminToken: ADMIN_TOKEN });
    expect(status).toBe(200);
    expect(body).toEqual({
      user: { id: null, email: null, name: 'admin', role: 'operator', businessId: null, password: 'own' },
      csrfToken: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-toran=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
    ]);
    expect((await browser.ask('GET', '/session')).body).toEqual(body);
    expect((await browser.ask('GET', '/users')).status).toBe(200);
  });

  test('with address and password makes the user, whatever the case of the address', async () => {
    const hair = await salon.business();
    const user = await settledUser(salon, { role: 'owner', businessId: hair.id });
    const { body } = await new Browser(salon).signIn({ email: ` ${user.email.toUpperCase()}`, password: PASSWORD });
    expect(body).toMatchObject({ user: { id: user.id, email: user.email, role: 'owner', businessId: hair.id } });
  });

  test('keeps neither password nor token: only an argon2id hash and a SHA-256', async () => {
    const { user, browser } = await signedIn(salon);
    const token = browser.cookie?.split('=')[1] ?? '';
    const rows = await salon.database.anywhere((manager) =>
      manager.query<{ all: string }[]>(
        `SELECT u.password_hash || ' ' || s::text AS all FROM console_user u JOIN console_session s ON s.user_id = u.id WHERE u.id = $1`,
        [user.id],
      ),
    );
    expect(rows[0]?.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain(PASSWORD);
  });

  test('a wrong password, an unknown address and a closed account look the same', async () => {
    const { email } = await settledUser(salon, { role: 'operator' });
    const closed = await settledUser(salon, { role: 'operator' });
    await salon.api('PATCH', `/users/${closed.id}`, { body: { active: false } });
    const answers = await Promise.all(
      [
        { email, password: 'not the password' },
        { email: 'nobody@example.com', password: PASSWORD },
        { email: closed.email, password: PASSWORD },
        { adminToken: 'not-the-admin-token' },
      ].map((credentials) => new Browser(salon).signIn(credentials)),
    );
    for (const { status, body, headers } of answers) {
      expect([status, body]).toEqual([401, answers[0]?.body]);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  test.each([
    [{ email: 'a@example.com' }],
    [{ password: PASSWORD }],
    [{ email: 'a@example.com', password: PASSWORD, role: 'operator' }],
    [{ email: ['a@example.com'], password: PASSWORD }],
    [{ email: { $ne: '' }, password: { $ne: '' } }],
    [{ adminToken: '' }],
  ])('refuses %j as malformed', async (credentials) => {
    expect((await new Browser(salon).signIn(credentials)).status).toBe(400);
  });
});

test('a browser that never signed in is told that there is no session, and no fault', async () => {
  for (const token of [null, ADMIN_TOKEN, 'a-token-of-somebody-else']) {
    const { status, body } = await salon.api('GET', '/session', { token });
    expect([status, body]).toEqual([204, '']);
  }
});

describe('too many tries', () => {
  const tries = (count: number, email: string) =>
    Promise.all(Array.from({ length: count }, () => new Browser(salon).signIn({ email, password: 'a wrong guess' })));

  test.each(['known', 'unknown'])('lock a %s account for a while, also for the right password', async (which) => {
    const { email } =
      which === 'known' ? await settledUser(salon, { role: 'operator' }) : { email: 'nobody@example.com' };
    const statuses = (await tries(14, email)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    const locked = await new Browser(salon).signIn({ email, password: PASSWORD });
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900']);
    const later = await hoursLater(1, () => new Browser(salon).signIn({ email, password: PASSWORD }));
    expect(later.status).toBe(which === 'known' ? 200 : 401);
  });

  test('from one address lock that address, whatever the accounts', async () => {
    const { email } = await settledUser(salon, { role: 'operator' });
    for (let account = 0; account < 5; account += 1) await tries(10, `guess${account}@example.com`);
    expect((await new Browser(salon).signIn({ email, password: PASSWORD })).status).toBe(429);
    expect((await new Browser(salon).signIn({ adminToken: ADMIN_TOKEN })).status).toBe(429);
    expect((await salon.api('GET', '/users')).status).toBe(200);
  });

  test('are forgotten by the right password', async () => {
    const { email } = await settledUser(salon, { role: 'operator' });
    await tries(9, email);
    expect((await new Browser(salon).signIn({ email, password: PASSWORD })).status).toBe(200);
    await tries(9, email);
    expect((await new Browser(salon).signIn({ email, password: PASSWORD })).status).toBe(200);
  });
});

describe('a session', () => {
  test('is never one that the browser brought along', async () => {
    const planted = `__Host-toran=${'a'.repeat(43)}`;
    const browser = new Browser(salon);
    browser.cookie = planted;
    await browser.signIn({ adminToken: ADMIN_TOKEN });
    expect(browser.cookie).not.toBe(planted);
    const thief = new Browser(salon);
    thief.cookie = planted;
    expect((await thief.ask('GET', '/session')).status).toBe(401);
  });

  test('is another one after signing in again, and the old one is over', async () => {
    const { user, browser } = await signedIn(salon);
    const before = browser.cookie;
    await browser.signIn({ email: user.email, password: PASSWORD });
    expect(browser.cookie).not.toBe(before);
    const old = new Browser(salon);
    old.cookie = before;
    expect((await old.ask('GET', '/session')).status).toBe(401);
  });

  test('is over after signing out', async () => {
    const { browser } = await signedIn(salon);
    const before = browser.cookie;
    expect((await browser.ask('DELETE', '/session')).status).toBe(204);
    expect(browser.cookie).toBeNull();
    browser.cookie = before;
    expect((await browser.ask('GET', '/session')).status).toBe(401);
  });

  test('is over after half a day without a request, and after a week with many', async () => {
    const { browser } = await signedIn(salon);
    const read = () => browser.ask('GET', '/session').then((answer) => answer.status);
    expect(await hoursLater(13, read)).toBe(401);
    for (let hour = 10; hour < 7 * 24; hour += 10) expect(await hoursLater(hour, read)).toBe(200);
    expect(await hoursLater(7 * 24 + 1, read)).toBe(401);
  });

  test('is over when its user is closed, changed in role or deleted', async () => {
    for (const end of ['close', 'change', 'delete'] as const) {
      const { user, browser } = await signedIn(salon);
      const hair = await salon.business();
      if (end === 'delete') await salon.api('DELETE', `/users/${user.id}`);
      else {
        const body = end === 'close' ? { active: false } : { role: 'owner', businessId: hair.id };
        await salon.api('PATCH', `/users/${user.id}`, { body });
      }
      expect((await browser.ask('GET', '/session')).status).toBe(401);
    }
  });

  test.each(['', 'x', 'a'.repeat(44), `${'a'.repeat(42)}'`, '../../etc/passwd'])('is not «%s»', async (token) => {
    const browser = new Browser(salon);
    browser.cookie = `__Host-toran=${token}`;
    expect((await browser.ask('GET', '/businesses')).status).toBe(401);
  });

  test('is not one of two cookies of the same name', async () => {
    const { browser } = await signedIn(salon);
    browser.cookie = `__Host-toran=${'a'.repeat(43)}; ${browser.cookie}`;
    expect((await browser.ask('GET', '/session')).status).toBe(204);
    expect((await browser.ask('GET', '/businesses')).status).toBe(401);
  });
});

describe('a request that another page makes the browser send', () => {
  test.each<[string, Record<string, string>]>([
    ['without the CSRF token', { 'x-csrf-token': '' }],
    ['with the CSRF token of another session', { 'x-csrf-token': 'a'.repeat(43) }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another origin that the browser names null', { origin: 'null' }],
    ['from another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('%s changes nothing', async (_what, headers) => {
    const { browser } = await signedIn(salon);
    const { body } = await browser.ask('GET', '/businesses');
    const made = { name: 'זרה', phoneNumber: '+97239999999' };
    for (const [method, path] of [
      ['POST', '/businesses'],
      ['DELETE', '/session'],
    ] as const) {
      const answer = await browser.ask(method, path, { body: made, headers });
      expect([answer.status, (answer.body as { type: string }).type]).toEqual([403, '/problems/forbidden']);
    }
    expect((await browser.ask('GET', '/businesses')).body).toEqual(body);
  });

  test('cannot sign the browser in as somebody else', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await new Browser(salon).ask('POST', '/session', { body: { adminToken: ADMIN_TOKEN }, headers });
      expect(answer.status).toBe(403);
    }
  });

  test('is told from one of our own by the public origin too, where a proxy rewrites the host', async () => {
    const { browser } = await signedIn(salon);
    expect((await browser.ask('DELETE', '/session', { headers: { origin: PUBLIC_ORIGIN } })).status).toBe(204);
  });

  test('with a bearer token needs neither cookie nor origin', async () => {
    expect((await salon.api('PATCH', '/users/6f1f0c3e-1111-4111-8111-111111111111', { body: {} })).status).toBe(404);
  });
});
