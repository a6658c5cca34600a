import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { PASSWORD, Browser, signedIn } from '../browser.ts';
import { ADMIN_TOKEN } from '../listening.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

const HEARTBEAT_MS = 15_000;
const HOUR = 3_600_000;
const businessId = '6f1f0c3e-1111-4111-8111-111111111111';
const said = { type: 'heard', callSid: 'CA1', businessId, text: 'שלום' };

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

/** Only what beats is simulated; sockets and the database keep their time. */
beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'Date'],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

/** An open stream: what has come of it, and how it is waited for. */
async function watching(headers: Record<string, string>) {
  const asking = request(`${salon.url}/api/v1/live`, { headers });
  asking.end();
  const [stream] = (await once(asking, 'response')) as [IncomingMessage];
  stream.setEncoding('utf8');
  await once(stream, 'data');
  return {
    /** What is told next; null where the stream is over. */
    next: async (): Promise<string | null> => {
      const [text] = (await Promise.race([once(stream, 'data'), once(stream, 'end')])) as [string?];
      return text ?? null;
    },
    leave: () => asking.destroy(),
  };
}

const cookieOf = (browser: Browser) => ({ cookie: browser.cookie ?? '' });

type Ending = (of: Awaited<ReturnType<typeof signedIn>>) => Promise<unknown>;

const endings: Record<string, Ending> = {
  'their account is closed': ({ user }) => salon.api('PATCH', `/users/${user.id}`, { body: { active: false } }),
  'they are deleted': ({ user }) => salon.api('DELETE', `/users/${user.id}`),
  'they become the owner of a business': async ({ user }) => {
    const { id } = await salon.business();
    await salon.api('PATCH', `/users/${user.id}`, { body: { role: 'owner', businessId: id } });
  },
  'they sign out in another tab': ({ browser }) => browser.ask('DELETE', '/session'),
  'they choose another password elsewhere': async ({ user }) => {
    const elsewhere = new Browser(salon);
    await elsewhere.signIn({ email: user.email, password: PASSWORD });
    const body = { newPassword: 'another four words still', currentPassword: PASSWORD };
    await elsewhere.ask('POST', `/users/${user.id}/password`, { body });
  },
};

describe('who watches live calls', () => {
  test.each(Object.keys(endings))('is told nothing more after a heartbeat when %s', async (how) => {
    const who = await signedIn(salon);
    const watch = await watching(cookieOf(who.browser));
    salon.liveCalls.publish(said);
    expect(await watch.next()).toContain('שלום');
    await endings[how]?.(who);
    jest.advanceTimersByTime(HEARTBEAT_MS);
    expect(await watch.next()).toBeNull();
    expect(salon.liveCalls.listenerCount).toBe(0);
  });

  test('stays while the session is open, which watching does not prolong', async () => {
    const { browser } = await signedIn(salon);
    const watch = await watching(cookieOf(browser));
    const begun = salon.clock.now;
    for (const hour of [5, 11]) {
      salon.clock.now = begun + hour * HOUR;
      jest.advanceTimersByTime(HEARTBEAT_MS);
      expect(await watch.next()).toBe(': still here\n\n');
    }
    salon.clock.now = begun + 13 * HOUR;
    jest.advanceTimersByTime(HEARTBEAT_MS);
    expect(await watch.next()).toBeNull();
    salon.clock.now = begun;
  });

  test('stays with the administrator’s token, whatever session is over', async () => {
    const { browser } = await signedIn(salon);
    const watch = await watching({ ...cookieOf(browser), authorization: `Bearer ${ADMIN_TOKEN}` });
    await browser.ask('DELETE', '/session');
    jest.advanceTimersByTime(HEARTBEAT_MS);
    expect(await watch.next()).toBe(': still here\n\n');
    watch.leave();
  });

  test('is told nothing more where nobody can say whether they may', async () => {
    const { browser } = await signedIn(salon);
    const watch = await watching(cookieOf(browser));
    const down = jest.spyOn(salon.database, 'anywhere').mockRejectedValue(new Error('the database is away'));
    jest.advanceTimersByTime(HEARTBEAT_MS);
    expect(await watch.next()).toBeNull();
    down.mockRestore();
  });
});
