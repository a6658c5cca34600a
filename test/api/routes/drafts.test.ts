import { signedIn } from '../browser.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

const WORDS = { calls: 'דברי\nלאט,  ובחום. ' };

interface Copy {
  aiPrompt: { calls: string };
  settings: { startHour: string; slotSizeMin: number };
}
interface Version extends Copy {
  number: number;
  cause: string;
  madeBy: string;
}

async function versionsOf(id: string): Promise<Version[]> {
  return ((await salon.api('GET', `/businesses/${id}/versions`)).body as { items: Version[] }).items;
}

describe('a draft', () => {
  test('is made of what counts, changed part by part, and changes nothing that counts', async () => {
    const { id } = await salon.business();
    const none = (await salon.api('GET', `/businesses/${id}/draft`)).body as { draft: null; published: Copy };
    expect(none).toMatchObject({
      draft: null,
      published: { aiPrompt: { calls: '' }, settings: { startHour: '09:00' } },
    });
    await salon.api('PUT', `/businesses/${id}/draft`, { body: { aiPrompt: WORDS } });
    const { body } = await salon.api('PUT', `/businesses/${id}/draft`, { body: { settings: { slotSizeMin: 45 } } });
    expect(body).toMatchObject({
      draft: { aiPrompt: WORDS, settings: { startHour: '09:00', slotSizeMin: 45 }, changedBy: 'admin' },
      published: none.published,
    });
    expect((await salon.api('GET', `/businesses/${id}`)).body).toMatchObject(none.published);
  });

  test('can be thrown away', async () => {
    const { id } = await salon.business();
    await salon.api('PUT', `/businesses/${id}/draft`, { body: { aiPrompt: WORDS } });
    expect((await salon.api('DELETE', `/businesses/${id}/draft`)).status).toBe(204);
    expect((await salon.api('GET', `/businesses/${id}/draft`)).body).toMatchObject({ draft: null });
    expect((await salon.api('POST', `/businesses/${id}/publish`)).status).toBe(409);
  });

  test('is not changed, published or thrown away by somebody who saw another one', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/draft`;
    const seen = async () => (await salon.api('GET', path)).headers.get('etag') ?? '';
    const ask = async (method: string, at: string, { version, body }: { version: string; body?: object }) =>
      (await salon.api(method, at, { headers: { 'if-match': version }, ...(body && { body }) })).status;
    const stale = await seen();
    const first = await salon.api('PUT', path, { body: { aiPrompt: WORDS }, headers: { 'if-match': stale } });
    const version = first.headers.get('etag') ?? '';
    expect([first.status, version]).toEqual([200, await seen()]);
    const body = { settings: { slotSizeMin: 45 } };
    expect(await ask('PUT', path, { version: stale, body })).toBe(412);
    expect(await ask('POST', `/businesses/${id}/publish`, { version: stale })).toBe(412);
    expect(await ask('DELETE', path, { version: stale })).toBe(412);
    expect((await salon.api('GET', path)).body).toMatchObject({ draft: { aiPrompt: WORDS } });
    expect(await ask('POST', `/businesses/${id}/publish`, { version })).toBe(200);
    expect(await ask('PUT', path, { version, body })).toBe(412);
    expect(await ask('DELETE', path, { version: await seen() })).toBe(204);
  });

  test('is kept for one of those who save at the same moment, also behind a proxy that weakens versions', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/draft`;
    const version = `W/${(await salon.api('GET', path)).headers.get('etag') ?? ''}`;
    const answers = await Promise.all(
      [20, 25, 35, 40].map((slotSizeMin) =>
        salon.api('PUT', path, { body: { settings: { slotSizeMin } }, headers: { 'if-match': version } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  test.each<[object, string]>([
    [{ settings: { startHour: '19:00' } }, 'startHour'],
    [{ settings: { openingHours: { 0: [['09:00', '09:00']] } } }, 'settings.openingHours.0.0'],
    [{ greeting: 'שלום' }, 'greeting'],
    [{ aiPrompt: { greeting: 'שלום' } }, 'aiPrompt'],
    [{ settings: { timezone: 'Asia/Tokyo' } }, 'settings.timezone'],
  ])('refuses %j', async (body, field) => {
    const { id } = await salon.business();
    const answer = await salon.api('PUT', `/businesses/${id}/draft`, { body });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining(field)]);
  });
});

describe('versions', () => {
  test('are kept of everything that ever counted, by whom, and each can count again', async () => {
    const { id } = await salon.business({ aiPrompt: { calls: 'ראשון' } });
    const { browser } = await signedIn(salon, { role: 'owner', businessId: id, name: 'דליה' });
    await browser.ask('PUT', `/businesses/${id}/draft`, { body: { aiPrompt: WORDS, settings: { slotSizeMin: 45 } } });
    const published = await browser.ask('POST', `/businesses/${id}/publish`);
    expect([published.status, published.body]).toMatchObject([
      200,
      { number: 2, cause: 'published', madeBy: 'דליה', aiPrompt: WORDS, settings: { slotSizeMin: 45 } },
    ]);
    await browser.ask('PUT', `/businesses/${id}/settings`, { body: { startHour: '10:00' } });
    await browser.ask('PATCH', `/businesses/${id}`, { body: { aiPrompt: { calls: 'אחרון' } } });
    await browser.ask('PATCH', `/businesses/${id}`, { body: { name: 'שם' } });
    expect((await browser.ask('POST', `/businesses/${id}/versions/1/restore`)).body).toMatchObject({
      number: 5,
      cause: 'restored',
      restoredFrom: 1,
    });
    expect((await salon.api('GET', `/businesses/${id}`)).body).toMatchObject({
      name: 'שם',
      aiPrompt: { calls: 'ראשון' },
      settings: { startHour: '09:00', slotSizeMin: 30 },
    });
    const kept = await versionsOf(id);
    expect(
      kept.map(({ number, cause, madeBy, aiPrompt, settings }) => [
        number,
        cause,
        madeBy,
        aiPrompt.calls,
        settings.startHour,
        settings.slotSizeMin,
      ]),
    ).toEqual([
      [5, 'restored', 'דליה', 'ראשון', '09:00', 30],
      [4, 'prompt', 'דליה', 'אחרון', '10:00', 45],
      [3, 'settings', 'דליה', WORDS.calls, '10:00', 45],
      [2, 'published', 'דליה', WORDS.calls, '09:00', 45],
      [1, 'first', 'admin', 'ראשון', '09:00', 30],
    ]);
  });

  test('begin with what a business was before versions were kept', async () => {
    const { id } = await salon.business();
    await salon.database.inBusiness(id, (manager) => manager.query('DELETE FROM business_version'));
    await salon.api('PUT', `/businesses/${id}/settings`, { body: { slotSizeMin: 15 } });
    expect((await versionsOf(id)).map(({ cause, settings }) => [cause, settings.slotSizeMin])).toEqual([
      ['settings', 15],
      ['first', 30],
    ]);
  });

  test('written at the same moment get numbers of their own', async () => {
    const { id } = await salon.business();
    const changes = [10, 15, 20, 25, 40].map((slotSizeMin) =>
      salon.api('PUT', `/businesses/${id}/settings`, { body: { slotSizeMin } }),
    );
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await versionsOf(id)).map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test.each(['0', '9', '1.5', 'x', '99999999999999999999'])('number %s is a 404', async (number) => {
    const { id } = await salon.business();
    expect((await salon.api('POST', `/businesses/${id}/versions/${number}/restore`)).status).toBe(404);
  });
});

describe('a preview', () => {
  const look = (id: string, body: object) =>
    salon.api('POST', `/businesses/${id}/preview`, { body: { from: '2026-12-08', days: 2, ...body } });

  test('shows the prompt layer by layer and the free times of each day, and keeps nothing', async () => {
    const { id } = await salon.business();
    const row = { date: '2026-12-08', time: '10:00', name: 'דנה', phone: '0501234567' };
    await salon.api('POST', `/businesses/${id}/appointments`, { body: row });
    const settings = { startHour: '10:00', endHour: '12:00', slotSizeMin: 60, slotIntervalMinutes: 30 };
    const { status, body } = await look(id, { aiPrompt: WORDS, settings });
    expect(status).toBe(200);
    const seen = body as { layers: { name: string; text: string; characters: number }[] };
    expect(body).toMatchObject({
      criticalLimit: 600,
      days: [
        { date: '2026-12-08', slots: ['10:30', '11:00'] },
        { date: '2026-12-09', slots: ['10:00', '10:30', '11:00'] },
      ],
      warnings: [],
    });
    expect(seen.layers.map(({ name }) => name)).toEqual(['critical', 'business', 'dynamic']);
    expect(seen.layers[1]?.text).toBe(WORDS.calls);
    expect(seen.layers[0]?.characters).toBe([...(seen.layers[0]?.text ?? '')].length);
    expect(seen.layers[0]?.characters).toBeLessThanOrEqual(600);
    expect((await salon.api('GET', `/businesses/${id}/settings`)).body).toMatchObject({ startHour: '09:00' });
  });

  test('warns where the settings close everything, and where nothing is free on the days shown', async () => {
    const { id } = await salon.business();
    expect((await look(id, { settings: { activeDays: [] } })).body).toMatchObject({
      days: [{ slots: [] }, { slots: [] }],
      warnings: [{ field: 'activeDays' }, { field: 'days' }],
    });
    expect((await look(id, { from: '2026-12-11' })).body).toMatchObject({ warnings: [{ field: 'days' }] });
  });

  test.each<object>([{ days: 0 }, { days: 63 }, { from: '2026-02-30' }, { settings: { startHour: '25:00' } }])(
    'refuses %j',
    async (body) => {
      const { id } = await salon.business();
      expect((await look(id, body)).status).toBe(400);
    },
  );
});
