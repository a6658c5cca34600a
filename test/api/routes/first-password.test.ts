import { Browser, FIRST_PASSWORD, makeUser, PASSWORD, signedIn } from '../browser.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());
beforeEach(() => salon.database.anywhere((manager) => manager.query('DELETE FROM login_attempt')));

const FORM = /^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/;
const UNKNOWN = '6f1f0c3e-1111-4111-8111-111111111111';

async function cameInFor(user: { email: string }, password: string) {
  const browser = new Browser(salon);
  const { status, body } = await browser.signIn({ email: user.email, password });
  return { browser, status, body };
}

async function madeWithoutPassword(email: string) {
  const body = { email, name: 'דנה', role: 'operator' };
  return (await salon.api('POST', '/users', { body })).body as { id: string; email: string; firstPassword: string };
}

test('where none is given one is made, each another, and told once', async () => {
  const made = [await madeWithoutPassword('first1@example.com'), await madeWithoutPassword('first2@example.com')];
  for (const user of made) expect(user.firstPassword).toMatch(FORM);
  expect(made[0]?.firstPassword).not.toBe(made[1]?.firstPassword);
  const listed = await salon.api('GET', '/users');
  for (const user of made) expect(JSON.stringify(listed.body)).not.toContain(user.firstPassword);
});

test('it opens nothing but choosing a password of their own', async () => {
  const other = await makeUser(salon, { role: 'operator' });
  const user = await madeWithoutPassword('newcomer@example.com');
  const { browser, body } = await cameInFor(user, user.firstPassword);
  expect(body).toMatchObject({ user: { id: user.id, password: 'first' } });
  const refused = [
    await browser.ask('GET', '/users'),
    await browser.ask('GET', '/businesses'),
    await browser.ask('GET', '/live'),
    await browser.ask('POST', `/users/${other.id}/first-password`),
  ];
  for (const { status, body: why } of refused)
    expect([status, why]).toMatchObject([403, { type: '/problems/first-password' }]);
  const ofOther = await browser.ask('POST', `/users/${other.id}/password`, { body: { newPassword: PASSWORD } });
  expect(ofOther.status).toBe(404);

  const choice = { newPassword: PASSWORD, currentPassword: user.firstPassword };
  expect((await browser.ask('POST', `/users/${user.id}/password`, { body: choice })).status).toBe(204);
  expect((await browser.ask('GET', '/session')).body).toMatchObject({ user: { password: 'own' } });
  expect((await browser.ask('GET', '/businesses')).status).toBe(200);
  expect((await cameInFor(user, user.firstPassword)).status).toBe(401);
});

test('it cannot stay', async () => {
  const user = await makeUser(salon, { role: 'operator' });
  const { browser } = await cameInFor(user, FIRST_PASSWORD);
  const body = { newPassword: FIRST_PASSWORD, currentPassword: FIRST_PASSWORD };
  const answer = await browser.ask('POST', `/users/${user.id}/password`, { body });
  expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ field: 'newPassword' }] }]);
  expect((await browser.ask('GET', '/session')).body).toMatchObject({ user: { password: 'first' } });
});

test('after three days it is over, and so is the session that it opened', async () => {
  const user = await makeUser(salon, { role: 'operator' });
  const { browser } = await cameInFor(user, FIRST_PASSWORD);
  salon.clock.now += 72 * 3_600_000 - 60_000;
  try {
    const late = await cameInFor(user, FIRST_PASSWORD);
    expect(late.status).toBe(200);
    salon.clock.now += 120_000;
    expect((await cameInFor(user, FIRST_PASSWORD)).status).toBe(401);
    expect((await late.browser.ask('GET', '/session')).status).toBe(401);
    expect((await browser.ask('GET', '/session')).status).toBe(401);
  } finally {
    salon.clock.now -= 72 * 3_600_000 + 60_000;
  }
});

describe('an operator', () => {
  test('makes a new one for somebody who forgot theirs: the old one and its sessions are over', async () => {
    const { user, browser } = await signedIn(salon);
    const renewed = await salon.api('POST', `/users/${user.id}/first-password`);
    const { firstPassword } = renewed.body as { firstPassword: string };
    expect([renewed.status, firstPassword]).toEqual([200, expect.stringMatching(FORM)]);
    expect((await browser.ask('GET', '/session')).status).toBe(401);
    expect((await cameInFor(user, PASSWORD)).status).toBe(401);
    expect((await cameInFor(user, firstPassword)).body).toMatchObject({ user: { password: 'first' } });
    expect((await salon.api('POST', `/users/${UNKNOWN}/first-password`)).status).toBe(404);
  });

  test('who sets the password of another sets a first one', async () => {
    const { user } = await signedIn(salon);
    await salon.api('POST', `/users/${user.id}/password`, { body: { newPassword: 'four words of an operator' } });
    expect((await cameInFor(user, 'four words of an operator')).body).toMatchObject({ user: { password: 'first' } });
  });

  test('does not get past the current password by making themselves one', async () => {
    const { user, browser } = await signedIn(salon);
    expect((await browser.ask('POST', `/users/${user.id}/first-password`)).status).toBe(409);
  });
});
