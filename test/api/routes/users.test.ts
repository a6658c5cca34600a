import { Browser, makeUser, PASSWORD, signedIn } from '../browser.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());
beforeEach(() => salon.database.anywhere((manager) => manager.query('DELETE FROM login_attempt')));

const UNKNOWN = '6f1f0c3e-1111-4111-8111-111111111111';
const NEW = 'another four words indeed';

describe('users', () => {
  test('are made, listed, changed and deleted by an operator; no answer has a password in it', async () => {
    const { browser } = await signedIn(salon);
    const hair = await salon.business();
    const fields = { email: 'Owner@Example.com', name: 'בעלים', role: 'owner', businessId: hair.id };
    const made = await browser.ask('POST', '/users', { body: { ...fields, password: PASSWORD } });
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: expect.any(String) as string,
        ...fields,
        email: 'owner@example.com',
        active: true,
        firstPasswordUntil: expect.any(String) as string,
        createdAt: expect.any(String) as string,
        updatedAt: expect.any(String) as string,
      },
    ]);
    const { id } = made.body as { id: string };
    const listed = await browser.ask('GET', '/users');
    expect((listed.body as { items: unknown[] }).items).toContainEqual(made.body);
    const changed = await browser.ask('PATCH', `/users/${id}`, { body: { name: 'אחרת' } });
    expect(changed.body).toMatchObject({ id, name: 'אחרת', role: 'owner', businessId: hair.id });
    expect(JSON.stringify([made, listed, changed])).not.toMatch(/argon2|three words|passwordHash/);
    expect((await browser.ask('DELETE', `/users/${id}`)).status).toBe(204);
    expect((await browser.ask('DELETE', `/users/${id}`)).status).toBe(404);
  });

  test('have one address each', async () => {
    const { email } = await makeUser(salon, { role: 'operator' });
    const body = { email: email.toUpperCase(), name: 'x', role: 'operator', password: PASSWORD };
    expect((await salon.api('POST', '/users', { body })).body).toMatchObject({
      type: '/problems/already-exists',
      errors: [{ field: 'email', code: 'taken' }],
    });
  });

  test.each<[string, object, string]>([
    ['an owner of nothing', { role: 'owner' }, 'businessId'],
    ['an operator of one business', { role: 'operator', businessId: UNKNOWN }, 'businessId'],
    ['an owner of an unknown business', { role: 'owner', businessId: UNKNOWN }, 'businessId'],
    ['an unknown role', { role: 'god' }, 'role'],
    ['a short password', { role: 'operator', password: 'elevenchars' }, 'password'],
    ['a password of many', { role: 'operator', password: 'Password1234' }, 'password'],
    ['a field of the table', { role: 'operator', passwordHash: '$argon2id$x' }, 'passwordHash'],
    ['an id', { role: 'operator', id: UNKNOWN }, 'id'],
  ])('%s is refused', async (_what, fields, field) => {
    const body = { email: 'new@example.com', name: 'x', password: PASSWORD, ...fields };
    const answer = await salon.api('POST', '/users', { body });
    expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ field }] }]);
  });

  test.each<[object, string]>([
    [{ businessId: UNKNOWN }, 'role'],
    [{ role: 'owner' }, 'businessId'],
    [{ passwordHash: 'x' }, 'passwordHash'],
    [{ createdAt: '2020-01-01T00:00:00Z' }, 'createdAt'],
  ])('cannot be changed by %j', async (body, field) => {
    const { id } = await makeUser(salon, { role: 'operator' });
    const answer = await salon.api('PATCH', `/users/${id}`, { body });
    expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ field }] }]);
  });

  test('cannot shut themselves out; another operator and the admin token can', async () => {
    const { user, browser } = await signedIn(salon);
    const path = `/users/${user.id}`;
    for (const asked of [
      await browser.ask('DELETE', path),
      await browser.ask('DELETE', path.toUpperCase().replace('/USERS', '/users')),
      await browser.ask('PATCH', path, { body: { active: false } }),
      await browser.ask('PATCH', path, { body: { role: 'owner', businessId: (await salon.business()).id } }),
    ]) {
      expect([asked.status, asked.body]).toMatchObject([409, { type: '/problems/own-account' }]);
    }
    expect((await browser.ask('PATCH', path, { body: { name: 'שם אחר' } })).status).toBe(200);
    const { browser: another } = await signedIn(salon);
    expect((await another.ask('PATCH', path, { body: { active: false } })).status).toBe(200);
    expect((await salon.api('DELETE', path)).status).toBe(204);
  });

  test('are no matter of an owner, not even themselves', async () => {
    const hair = await salon.business();
    const { user, browser } = await signedIn(salon, { role: 'owner', businessId: hair.id });
    const asked = [
      await browser.ask('GET', '/users'),
      await browser.ask('POST', '/users', { body: {} }),
      await browser.ask('PATCH', `/users/${user.id}`, { body: { role: 'operator', businessId: null } }),
      await browser.ask('DELETE', `/users/${user.id}`),
    ];
    expect(asked.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
  });
});

describe('a password', () => {
  test('is changed by its owner with the old one; other sessions end, this one stays', async () => {
    const { user, browser } = await signedIn(salon);
    const elsewhere = new Browser(salon);
    await elsewhere.signIn({ email: user.email, password: PASSWORD });
    const wrong = { newPassword: NEW, currentPassword: 'not my password' };
    const path = `/users/${user.id}/password`;
    expect((await browser.ask('POST', path, { body: wrong })).body).toMatchObject({
      errors: [{ field: 'currentPassword', code: 'wrong-password' }],
    });
    expect((await browser.ask('POST', path, { body: { newPassword: NEW } })).status).toBe(400);
    const right = { newPassword: NEW, currentPassword: PASSWORD };
    expect((await browser.ask('POST', path, { body: right })).status).toBe(204);
    expect((await browser.ask('GET', '/session')).status).toBe(200);
    expect((await elsewhere.ask('GET', '/session')).status).toBe(401);
    expect((await elsewhere.signIn({ email: user.email, password: PASSWORD })).status).toBe(401);
    expect((await elsewhere.signIn({ email: user.email, password: NEW })).status).toBe(200);
  });

  test('is set by an operator without the old one, and all sessions of that user end', async () => {
    const { user, browser } = await signedIn(salon);
    const answer = await salon.api('POST', `/users/${user.id}/password`, { body: { newPassword: NEW } });
    expect(answer.status).toBe(204);
    expect((await browser.ask('GET', '/session')).status).toBe(401);
  });

  test('of somebody else is a 404 for an owner', async () => {
    const hair = await salon.business();
    const other = await makeUser(salon, { role: 'owner', businessId: hair.id });
    const { browser } = await signedIn(salon, { role: 'owner', businessId: hair.id });
    for (const id of [other.id, UNKNOWN]) {
      const answer = await browser.ask('POST', `/users/${id}/password`, { body: { newPassword: NEW } });
      expect(answer.status).toBe(404);
    }
  });

  test('cannot be one that many people use', async () => {
    const { user, browser } = await signedIn(salon);
    const body = { newPassword: 'Qwertyuiop123', currentPassword: PASSWORD };
    const answer = await browser.ask('POST', `/users/${user.id}/password`, { body });
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { errors: [{ field: 'newPassword', message: expect.stringContaining('Choose') as string }] },
    ]);
    expect((await new Browser(salon).signIn({ email: user.email, password: PASSWORD })).status).toBe(200);
  });

  test('cannot be guessed through its change', async () => {
    const { user, browser } = await signedIn(salon);
    const body = { newPassword: NEW, currentPassword: 'a guess' };
    const answers = [];
    for (let guess = 0; guess < 12; guess += 1)
      answers.push((await browser.ask('POST', `/users/${user.id}/password`, { body })).status);
    expect(answers.at(-1)).toBe(429);
  });
});
