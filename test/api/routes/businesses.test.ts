import { businessWithSettings } from '../../../src/api/schemas/businesses.ts';
import { freshNumber, openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

const UNKNOWN = '6f1f0c3e-1111-4111-8111-111111111111';
const ODD_PROMPT =
  ' \t את נציגה.\r\n\n  «מחיר»: 70 ₪ {"a": "*"} \\n \\u0041 %s $1 \' " ` </script> \u200f\u202b\ufeff 👩🏽‍🦰 e\u0301 \n ';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

describe('making a business', () => {
  test('answers 201 with the business, its address and all default settings', async () => {
    const phoneNumber = freshNumber();
    const { status, headers, body } = await salon.api('POST', '/businesses', { body: { name: 'מוסך', phoneNumber } });
    const made = businessWithSettings.parse(body);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/businesses/${made.id}`);
    expect(made).toEqual({
      id: made.id,
      name: 'מוסך',
      phoneNumber,
      timezone: 'Asia/Jerusalem',
      language: 'he',
      active: true,
      fallbackNumber: null,
      aiPrompt: { calls: '' },
      createdAt: made.createdAt,
      updatedAt: made.updatedAt,
      settings: {
        activeDays: [0, 1, 2, 3, 4],
        startHour: '09:00',
        endHour: '18:00',
        slotIntervalMinutes: 30,
        slotSizeMin: 30,
        minNoticeMin: 0,
        bookingWindowDays: 60,
        bufferBeforeMin: 0,
        bufferAfterMin: 0,
        openingHours: null,
        overrides: [],
        observeHolidays: false,
        reminderHoursBefore: 24,
        holidays: {},
        shortDays: [],
        shortDayEnds: '13:00',
        bookingRange: null,
      },
    });
    expect((await salon.api('GET', `/businesses/${made.id}`)).body).toEqual(body);
  });

  test('keeps the prompt to the letter', async () => {
    const { id } = await salon.business({ aiPrompt: { calls: ODD_PROMPT } });
    expect((await salon.api('GET', `/businesses/${id}`)).body).toMatchObject({ aiPrompt: { calls: ODD_PROMPT } });
    const { body } = await salon.api('GET', `/businesses/${id}/prompt`);
    expect(body).toMatchObject({
      layers: [{ name: 'critical' }, { name: 'business', text: ODD_PROMPT }, { name: 'dynamic' }],
    });
    expect(body).toHaveProperty('text', expect.stringContaining(ODD_PROMPT));
  });

  test('refuses what cannot be stored instead of changing it', async () => {
    const sent = { name: 'א', phoneNumber: freshNumber(), aiPrompt: { calls: 'a\u0000b' } };
    const { status, body } = await salon.api('POST', '/businesses', { body: sent });
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field: 'aiPrompt.calls' }] });
  });

  test.each([
    ['no name and no number', {}, ['name', 'phoneNumber']],
    ['a blank name', { name: '  ', phoneNumber: '+97231234567' }, ['name']],
    ['a number without its country', { name: 'א', phoneNumber: '031234567' }, ['phoneNumber']],
    ['a zone that is not there', { name: 'א', phoneNumber: '+97231234567', timezone: 'Mars/Olympus' }, ['timezone']],
    ['an offset for a zone', { name: 'א', phoneNumber: '+97231234567', timezone: '+02:00' }, ['timezone']],
    ['a greeting', { name: 'א', phoneNumber: '+97231234567', greeting: 'שלום' }, ['greeting']],
    ['its own id', { name: 'א', phoneNumber: '+97231234567', id: UNKNOWN, active: false }, ['id', 'active']],
    [
      'a day that ends before it starts',
      { name: 'א', phoneNumber: '+97231234567', settings: { startHour: '18:00', endHour: '09:00' } },
      ['settings.endHour'],
    ],
    [
      'a wrong setting',
      { name: 'א', phoneNumber: '+97231234567', settings: { slotSizeMin: 0 } },
      ['settings.slotSizeMin'],
    ],
  ])('with %s is refused and each field is named', async (_what, sent, fields) => {
    const { status, contentType, body } = await salon.api('POST', '/businesses', { body: sent });
    expect(status).toBe(400);
    expect(contentType).toContain('application/problem+json');
    expect(body).toMatchObject({
      type: '/problems/invalid-request',
      errors: fields.map((field) => ({ field, message: expect.stringMatching(/\.$/) as unknown })),
    });
  });

  test('refuses a phone number that another business has, even an inactive one', async () => {
    const { id, phoneNumber } = await salon.business();
    await salon.api('DELETE', `/businesses/${id}`);
    const { status, body } = await salon.api('POST', '/businesses', { body: { name: 'אחר', phoneNumber } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: '/problems/already-exists', errors: [{ field: 'phoneNumber' }] });
  });
});

describe('changing a business', () => {
  test('changes what is given and nothing else', async () => {
    const { id, phoneNumber } = await salon.business({ aiPrompt: { calls: ODD_PROMPT } });
    const { status, body } = await salon.api('PATCH', `/businesses/${id}`, {
      body: { name: 'שם חדש', fallbackNumber: '+972-50 123 4567', timezone: 'Europe/London' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      phoneNumber,
      name: 'שם חדש',
      fallbackNumber: '+972501234567',
      timezone: 'Europe/London',
      aiPrompt: { calls: ODD_PROMPT },
      active: true,
    });
  });

  test('refuses the number of another business and stays as it was', async () => {
    const [one, other] = [await salon.business(), await salon.business()];
    const { status } = await salon.api('PATCH', `/businesses/${one.id}`, {
      body: { phoneNumber: other.phoneNumber, name: 'x' },
    });
    expect(status).toBe(409);
    expect((await salon.api('GET', `/businesses/${one.id}`)).body).toMatchObject({
      phoneNumber: one.phoneNumber,
      name: 'מספרת הגל',
    });
  });

  test('deleting makes it inactive and loses nothing', async () => {
    const { id } = await salon.business();
    expect(await salon.api('DELETE', `/businesses/${id}`)).toMatchObject({ status: 204, body: '' });
    expect((await salon.api('GET', `/businesses/${id}`)).body).toMatchObject({ id, active: false });
    const back = await salon.api('PATCH', `/businesses/${id}`, { body: { active: true } });
    expect(back.body).toMatchObject({ id, active: true });
  });

  test('every business is listed', async () => {
    const [one, other] = [await salon.business(), await salon.business()];
    const { status, body } = await salon.api('GET', '/businesses');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: expect.arrayContaining([expect.objectContaining(one), expect.objectContaining(other)]) as unknown,
    });
  });
});

describe('settings', () => {
  test('a part is laid over what is there', async () => {
    const { id } = await salon.business({ settings: { slotSizeMin: 45, endHour: '24:00' } });
    const openingHours = {
      '0': [
        ['09:00', '13:00'],
        ['16:00', '19:00'],
      ],
      '5': [['08:00', '12:00']],
    };
    const overrides = [{ date: '2026-12-31', closed: true, label: 'חופש' }];
    const { status, body } = await salon.api('PUT', `/businesses/${id}/settings`, {
      body: { openingHours, overrides, bufferAfterMin: 10 },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      activeDays: [0, 1, 2, 3, 4],
      startHour: '09:00',
      endHour: '24:00',
      slotIntervalMinutes: 30,
      slotSizeMin: 45,
      minNoticeMin: 0,
      bookingWindowDays: 60,
      bufferBeforeMin: 0,
      bufferAfterMin: 10,
      openingHours,
      overrides,
      observeHolidays: false,
      reminderHoursBefore: 24,
      holidays: {},
      shortDays: [],
      shortDayEnds: '13:00',
      bookingRange: null,
    });
    expect((await salon.api('GET', `/businesses/${id}/settings`)).body).toEqual(body);
  });

  test('a change that contradicts what is there is refused and nothing is changed', async () => {
    const { id } = await salon.business({ settings: { startHour: '10:00' } });
    const { status, body } = await salon.api('PUT', `/businesses/${id}/settings`, {
      body: { endHour: '09:30', slotSizeMin: 60 },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: [{ field: 'endHour', message: expect.stringContaining('10:00') as unknown }],
    });
    expect((await salon.api('GET', `/businesses/${id}/settings`)).body).toMatchObject({
      endHour: '18:00',
      slotSizeMin: 30,
    });
  });

  test.each([
    ['every day closed', { activeDays: [] }, 'activeDays'],
    ['no ranges at all', { openingHours: {} }, 'openingHours'],
    ['appointments longer than the day', { slotSizeMin: 600 }, 'slotSizeMin'],
  ])('%s is allowed, with a warning', async (_what, sent, field) => {
    const { id } = await salon.business();
    const { status, body } = await salon.api('PUT', `/businesses/${id}/settings`, { body: sent });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...sent, warnings: [{ field }] });
    expect((await salon.api('GET', `/businesses/${id}/settings`)).body).toEqual(body);
  });
});

describe('what is not there', () => {
  test.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['GET', '/settings'],
    ['PUT', '/settings'],
    ['GET', '/prompt'],
    ['GET', '/availability?date=2026-12-08'],
    ['GET', '/appointments'],
    ['GET', '/leads'],
  ])('%s of an unknown business%s is a 404', async (method, path) => {
    for (const id of [UNKNOWN, 'nobody', '1%27--', '%00']) {
      const asked = method === 'PUT' || method === 'PATCH' ? { body: {} } : {};
      const { status, contentType } = await salon.api(method, `/businesses/${id}${path}`, asked);
      expect([status, contentType]).toEqual([404, 'application/problem+json; charset=utf-8']);
    }
  });
});
