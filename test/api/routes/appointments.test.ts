import { appointment } from '../../../src/api/schemas/appointments.ts';
import { confirmSlot } from '../../../src/db/queries/confirm-slot.ts';
import { openCallSession } from '../../../src/db/queries/open-call-session.ts';
import { upsertLead } from '../../../src/db/queries/upsert-lead.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

const TUESDAY = '2026-12-08';
const SATURDAY = '2026-12-12';
const DANA = { name: 'דנה לוי', phone: '050-123 4567' };

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

async function book(businessId: string, date: string, time: string) {
  const { body } = await salon.api('POST', `/businesses/${businessId}/appointments`, { body: { date, time, ...DANA } });
  return appointment.parse(body);
}

async function rows(businessId: string, query = '') {
  return (await salon.api('GET', `/businesses/${businessId}/appointments${query}`)).body;
}

describe('availability', () => {
  test('lists the free times of a day', async () => {
    const { id } = await salon.business({ settings: { startHour: '09:00', endHour: '11:00' } });
    await book(id, TUESDAY, '09:30');
    const { status, body } = await salon.api('GET', `/businesses/${id}/availability?date=${TUESDAY}`);
    expect([status, body]).toEqual([200, { slots: ['09:00', '10:00', '10:30'] }]);
  });

  test('an available time needs no alternatives', async () => {
    const { id } = await salon.business();
    const { body } = await salon.api('GET', `/businesses/${id}/availability?date=${TUESDAY}&time=09:00`);
    expect(body).toEqual({ status: 'available', alternatives: [] });
  });

  test.each([
    ['taken', TUESDAY, '12:00'],
    ['closed_day', SATURDAY, '12:00'],
    ['outside_hours', TUESDAY, '21:00'],
    ['off_grid', TUESDAY, '10:10'],
    ['too_soon', '2026-12-07', '09:00'],
    ['too_far', '2027-06-08', '12:00'],
    ['past', '2026-12-06', '12:00'],
    ['bad_time', '2027-02-31', '10:00'],
    ['bad_time', TUESDAY, '25:00'],
  ])('says %s with alternatives that are really free (%s %s)', async (status, date, time) => {
    const { id } = await salon.business({ settings: { minNoticeMin: 120 } });
    await book(id, TUESDAY, '12:00');
    const { body } = await salon.api('GET', `/businesses/${id}/availability?date=${date}&time=${time}`);
    expect(body).toEqual({ status, alternatives: expect.any(Array) as unknown });
    const { alternatives } = body as { alternatives: string[] };
    for (const alternative of alternatives) {
      const [freeDate, freeTime] = alternative.split(' ');
      const again = await salon.api('GET', `/businesses/${id}/availability?date=${freeDate}&time=${freeTime}`);
      expect(again.body).toEqual({ status: 'available', alternatives: [] });
    }
    if (status !== 'bad_time') expect(alternatives.length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ['no date', '', ['date']],
    ['a date in words', '?date=tomorrow', ['date']],
    ['a day that does not exist', '?date=2027-02-31', ['date']],
    ['a time in words', `?date=${TUESDAY}&time=noon`, ['time']],
    ['two dates', `?date=${TUESDAY}&date=${SATURDAY}`, ['date']],
  ])('with %s is refused by the name of the field', async (_what, query, fields) => {
    const { id } = await salon.business();
    const { status, body } = await salon.api('GET', `/businesses/${id}/availability${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: fields.map((field) => ({ field })) });
  });
});

describe('an appointment made by hand', () => {
  test('is a row exactly as the contract shows it, and makes a lead', async () => {
    const { id } = await salon.business();
    const { status, headers, body } = await salon.api('POST', `/businesses/${id}/appointments`, {
      body: { date: TUESDAY, time: '10:00', ...DANA },
    });
    const made = appointment.parse(body);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/appointments/${made.id}`);
    expect(body).toEqual({
      id: made.id,
      businessId: id,
      leadId: made.leadId,
      resourceId: made.resourceId,
      callSid: null,
      startsAt: '2026-12-08T10:00:00+02:00',
      endsAt: '2026-12-08T10:30:00+02:00',
      date: TUESDAY,
      time: '10:00',
      name: 'דנה לוי',
      phone: '0501234567',
      status: 'confirmed',
    });
    expect(await rows(id)).toEqual({ items: [body] });
    expect((await salon.api('GET', `/appointments/${made.id}`)).body).toEqual(body);
    expect((await salon.api('GET', `/leads/${made.leadId}`)).body).toMatchObject({
      name: 'דנה לוי',
      phone: '0501234567',
    });
  });

  test('carries the offset of summer in summer', async () => {
    const { id } = await salon.business({ settings: { bookingWindowDays: 300 } });
    const made = await book(id, '2027-07-06', '10:00');
    expect(made).toMatchObject({ startsAt: '2027-07-06T10:00:00+03:00', date: '2027-07-06', time: '10:00' });
  });

  test('is refused where the time is taken, with the reason and alternatives', async () => {
    const { id } = await salon.business();
    await book(id, TUESDAY, '10:00');
    const { status, contentType, body } = await salon.api('POST', `/businesses/${id}/appointments`, {
      body: { date: TUESDAY, time: '10:00', name: 'רון', phone: '0521112233' },
    });
    const alternatives = [`${TUESDAY} 09:30`, `${TUESDAY} 10:30`, `${TUESDAY} 09:00`];
    expect(status).toBe(409);
    expect(contentType).toContain('application/problem+json');
    expect(body).toEqual({
      type: '/problems/time-not-available',
      title: 'That time cannot be booked',
      status: 409,
      detail: 'This time cannot be booked: taken.',
      reason: 'taken',
      alternatives: expect.arrayContaining(alternatives) as unknown,
      availability: { status: 'taken', alternatives: expect.arrayContaining(alternatives) as unknown },
    });
    expect(await rows(id)).toMatchObject({ items: [{ name: 'דנה לוי' }] });
  });

  test.each([
    [SATURDAY, '10:00', 'closed_day'],
    ['2027-02-31', '10:00', 'bad_time'],
    [TUESDAY, '24:30', 'bad_time'],
  ])('at %s %s is refused as %s and nothing is written', async (date, time, reason) => {
    const { id } = await salon.business();
    const { status, body } = await salon.api('POST', `/businesses/${id}/appointments`, {
      body: { date, time, ...DANA },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ reason });
    expect(await rows(id)).toEqual({ items: [] });
    expect((await salon.api('GET', `/businesses/${id}/leads`)).body).toEqual({ items: [] });
  });

  test.each([
    ['nothing', {}, ['date', 'time', 'name', 'phone']],
    ['a blank name', { date: TUESDAY, time: '10:00', ...DANA, name: ' ' }, ['name']],
    ['no real number', { date: TUESDAY, time: '10:00', ...DANA, phone: 'חסוי' }, ['phone']],
    ['a date in words', { date: 'tomorrow', time: 'ten', ...DANA }, ['date', 'time']],
    [
      'a status of its own',
      { date: TUESDAY, time: '10:00', ...DANA, status: 'held', callSid: 'CA1' },
      ['status', 'callSid'],
    ],
  ])('from %s is refused by the name of each field', async (_what, sent, fields) => {
    const { id } = await salon.business();
    const { status, body } = await salon.api('POST', `/businesses/${id}/appointments`, { body: sent });
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: fields.map((field) => ({ field })) });
    expect(await rows(id)).toEqual({ items: [] });
  });

  test('twenty at once on one slot make one row and nineteen reasons', async () => {
    const { id } = await salon.business();
    const asked = { body: { date: TUESDAY, time: '15:00', ...DANA } };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => salon.api('POST', `/businesses/${id}/appointments`, asked)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(await rows(id)).toMatchObject({ items: [{ time: '15:00' }] });
  });
});

describe('the list of appointments', () => {
  test('keeps to the dates, the status and the page asked for', async () => {
    const { id } = await salon.business();
    const [first, second] = [await book(id, TUESDAY, '09:00'), await book(id, '2026-12-09', '09:00')];
    const third = await book(id, '2026-12-09', '10:00');
    await salon.api('PATCH', `/appointments/${third.id}`, { body: { status: 'cancelled' } });
    const cancelled = { ...third, status: 'cancelled' };
    expect(await rows(id)).toEqual({ items: [first, second, cancelled] });
    expect(await rows(id, `?from=${TUESDAY}&to=${TUESDAY}&status=`)).toEqual({ items: [first] });
    expect(await rows(id, '?from=2026-12-09&to=2026-12-09')).toEqual({ items: [second, cancelled] });
    expect(await rows(id, '?status=cancelled')).toEqual({ items: [cancelled] });
    expect(await rows(id, '?limit=2')).toEqual({ items: [first, second], nextCursor: 'after-2' });
    expect(await rows(id, '?limit=2&cursor=after-2')).toEqual({ items: [cancelled] });
  });

  test.each([
    'from=yesterday',
    'to=2026-02-30',
    'status=done',
    'limit=0',
    'limit=5000',
    'cursor=1;DROP',
    'from=0000-01-01',
  ])('refuses ?%s by the name of the field', async (query) => {
    const { id } = await salon.business();
    const { status, body } = await salon.api('GET', `/businesses/${id}/appointments?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field: query.split('=')[0] }] });
  });
});

describe('changing an appointment', () => {
  test('moves it to a free time and frees the old one', async () => {
    const { id } = await salon.business();
    const made = await book(id, TUESDAY, '10:00');
    const { status, body } = await salon.api('PATCH', `/appointments/${made.id}`, {
      body: { date: TUESDAY, time: '10:30' },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...made,
      time: '10:30',
      startsAt: '2026-12-08T10:30:00+02:00',
      endsAt: '2026-12-08T11:00:00+02:00',
    });
    expect(await rows(id)).toEqual({ items: [body] });
    expect(await book(id, TUESDAY, '10:00')).toMatchObject({ status: 'confirmed' });
  });

  test('its own time does not stand in its way', async () => {
    const { id } = await salon.business({ settings: { slotSizeMin: 60 } });
    const made = await book(id, TUESDAY, '10:00');
    const same = await salon.api('PATCH', `/appointments/${made.id}`, { body: { date: TUESDAY, time: '10:00' } });
    expect([same.status, same.body]).toEqual([200, made]);
    const overlapping = await salon.api('PATCH', `/appointments/${made.id}`, {
      body: { date: TUESDAY, time: '10:30' },
    });
    expect([overlapping.status, overlapping.body]).toMatchObject([200, { id: made.id, time: '10:30' }]);
  });

  test('refuses a taken time and leaves it where it was', async () => {
    const { id } = await salon.business();
    const [made, other] = [await book(id, TUESDAY, '10:00'), await book(id, TUESDAY, '11:00')];
    const { status, body } = await salon.api('PATCH', `/appointments/${made.id}`, {
      body: { date: TUESDAY, time: '11:00' },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      reason: 'taken',
      alternatives: expect.arrayContaining([`${TUESDAY} 11:30`]) as unknown,
    });
    expect(await rows(id)).toEqual({ items: [made, other] });
  });

  test('cancels it, again with the same answer, and never moves it afterwards', async () => {
    const { id } = await salon.business();
    const made = await book(id, TUESDAY, '10:00');
    const cancel = () => salon.api('PATCH', `/appointments/${made.id}`, { body: { status: 'cancelled' } });
    expect(await cancel()).toMatchObject({ status: 200, body: { ...made, status: 'cancelled' } });
    expect(await cancel()).toMatchObject({ status: 200, body: { ...made, status: 'cancelled' } });
    const move = await salon.api('PATCH', `/appointments/${made.id}`, { body: { date: TUESDAY, time: '12:00' } });
    expect(move).toMatchObject({ status: 409, body: { type: '/problems/not-changeable' } });
    expect(await book(id, TUESDAY, '10:00')).toMatchObject({ status: 'confirmed' });
  });

  test.each([
    ['nothing', {}, ['status']],
    ['half a time', { time: '10:00' }, ['date']],
    ['another status', { status: 'confirmed' }, ['status']],
    ['two things at once', { date: TUESDAY, time: '10:00', status: 'cancelled' }, ['status']],
    ['another owner', { status: 'cancelled', businessId: 'x' }, ['businessId']],
  ])('to %s is refused by the name of the field', async (_what, sent, fields) => {
    const { id } = await salon.business();
    const made = await book(id, TUESDAY, '10:00');
    const { status, body } = await salon.api('PATCH', `/appointments/${made.id}`, { body: sent });
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: fields.map((field) => ({ field })) });
    expect(await rows(id)).toEqual({ items: [made] });
  });
});

test('an appointment of a call shows the call', async () => {
  const { id } = await salon.business();
  const callSid = `CA${id.replaceAll('-', '')}`;
  await salon.database.inBusiness(id, async (manager) => {
    const lead = await upsertLead(manager, id, { phone: '+972501234567', callSid, name: 'דנה' });
    await openCallSession(manager, id, {
      callSid,
      leadId: lead.id,
      fromNumber: '+972501234567',
      nodeId: 'n1',
      leaseSeconds: 60,
    });
    const startsAt = new Date('2026-12-08T08:00:00Z');
    const endsAt = new Date('2026-12-08T08:30:00Z');
    await confirmSlot(manager, id, {
      callSid,
      leadId: lead.id,
      startsAt,
      endsAt,
      busyFrom: startsAt,
      busyUntil: endsAt,
      name: 'דנה',
      phone: '+972501234567',
    });
  });
  expect(await rows(id)).toMatchObject({ items: [{ callSid, date: TUESDAY, time: '10:00', phone: '0501234567' }] });
});
