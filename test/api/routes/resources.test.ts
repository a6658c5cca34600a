import { appointment } from '../../../src/api/schemas/appointments.ts';
import { resource, resourcePage } from '../../../src/api/schemas/resources.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

const someId: unknown = expect.any(String);
const someInstant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
const TUESDAY = '2026-12-08';
const DANA = { name: 'דנה לוי', phone: '0501234567' };

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

async function hire(businessId: string, body: object) {
  return resource.parse((await salon.api('POST', `/businesses/${businessId}/resources`, { body })).body);
}

const book = (businessId: string, body: object) =>
  salon.api('POST', `/businesses/${businessId}/appointments`, {
    body: { date: TUESDAY, time: '10:00', ...DANA, ...body },
  });

test('a business begins with one resource of its own name and may have more', async () => {
  const { id } = await salon.business();
  const made = await salon.api('POST', `/businesses/${id}/resources`, { body: { name: 'נועה', capacity: 2 } });
  expect([made.status, made.headers.get('location')]).toEqual([
    201,
    `/api/v1/resources/${resource.parse(made.body).id}`,
  ]);
  const first = { ...resource.parse(made.body), id: someId, name: 'מספרת הגל', capacity: 1 };
  expect((await salon.api('GET', `/businesses/${id}/resources`)).body).toEqual({
    items: [{ ...first, createdAt: someInstant, updatedAt: someInstant }, made.body],
  });
});

test('appointments are with anybody who is free, or with the one that is wanted', async () => {
  const { id } = await salon.business();
  const noa = await hire(id, { name: 'נועה' });
  const withNoa = await book(id, { resourceId: noa.id });
  expect([withNoa.status, withNoa.body]).toMatchObject([201, { resourceId: noa.id }]);
  const withAnybody = await book(id, {});
  expect([withAnybody.status, withAnybody.body]).toMatchObject([
    201,
    { resourceId: expect.not.stringMatching(noa.id) as unknown },
  ]);
  expect(await book(id, {})).toMatchObject({ status: 409, body: { reason: 'taken' } });
  const path = `/businesses/${id}/appointments?resourceId=${noa.id}`;
  expect((await salon.api('GET', path)).body).toEqual({ items: [withNoa.body] });
});

test('availability is of anybody, or of the one that is asked for, in their own hours', async () => {
  const { id } = await salon.business({ settings: { startHour: '09:00', endHour: '10:00' } });
  const noa = await hire(id, { name: 'נועה', openingHours: { '2': [['10:00', '11:00']] } });
  const free = async (query = '') =>
    (await salon.api('GET', `/businesses/${id}/availability?date=${TUESDAY}${query}`)).body;
  expect(await free()).toEqual({ slots: ['09:00', '09:30', '10:00', '10:30'] });
  expect(await free(`&resourceId=${noa.id}`)).toEqual({ slots: ['10:00', '10:30'] });
  expect(await free(`&resourceId=${noa.id}&time=09:00`)).toMatchObject({ status: 'outside_hours' });
  expect(await free('&time=09:00')).toMatchObject({ status: 'available' });
});

test('an appointment is moved to another person at the same time', async () => {
  const { id } = await salon.business();
  const noa = await hire(id, { name: 'נועה' });
  const { body } = await book(id, {});
  const { id: appointmentId } = resource.pick({ id: true }).parse(body);
  const move = (more: object) =>
    salon.api('PATCH', `/appointments/${appointmentId}`, { body: { date: TUESDAY, time: '10:00', ...more } });
  expect((await move({})).body).toEqual(body);
  expect(await move({ resourceId: noa.id })).toMatchObject({
    status: 200,
    body: { resourceId: noa.id, time: '10:00' },
  });
});

test('a move that names who has it never goes to another, and who is free then can be asked', async () => {
  const { id } = await salon.business();
  const noa = await hire(id, { name: 'נועה' });
  const [withNoa] = [await book(id, { resourceId: noa.id }), await book(id, { time: '11:00', resourceId: noa.id })];
  const { id: appointmentId, resourceId } = appointment.parse(withNoa.body);
  const toEleven = { date: TUESDAY, time: '11:00' };
  const named = await salon.api('PATCH', `/appointments/${appointmentId}`, { body: { ...toEleven, resourceId } });
  expect(named).toMatchObject({ status: 409, body: { reason: 'taken' } });
  expect((await salon.api('GET', `/appointments/${appointmentId}`)).body).toEqual(withNoa.body);
  const { items } = resourcePage.parse((await salon.api('GET', `/businesses/${id}/resources`)).body);
  const free = (of: string) =>
    salon.api('GET', `/businesses/${id}/availability?date=${TUESDAY}&time=11:00&resourceId=${of}`);
  const answers = await Promise.all(items.map((one) => free(one.id)));
  expect(answers.map(({ body }) => body)).toMatchObject([{ status: 'available' }, { status: 'taken' }]);
});

test('one who no longer takes appointments gets none and keeps those there are', async () => {
  const { id } = await salon.business();
  const noa = await hire(id, { name: 'נועה' });
  await book(id, { resourceId: noa.id });
  const left = await salon.api('PATCH', `/resources/${noa.id}`, { body: { active: false } });
  expect([left.status, left.body]).toMatchObject([200, { active: false, name: 'נועה' }]);
  expect(await book(id, { time: '11:00', resourceId: noa.id })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'resourceId' }] },
  });
  expect((await book(id, {})).status).toBe(201);
  expect((await book(id, {})).status).toBe(409);
});

test('a resource of another business is unknown', async () => {
  const [hair, garage] = [await salon.business(), await salon.business()];
  const noa = await hire(hair.id, { name: 'נועה' });
  expect((await salon.api('PATCH', `/resources/${noa.id}?businessId=${garage.id}`, { body: {} })).status).toBe(404);
  expect((await salon.api('GET', `/resources/${noa.id}?businessId=${garage.id}`)).status).toBe(404);
  expect((await book(garage.id, { resourceId: noa.id })).status).toBe(400);
  expect((await salon.api('GET', `/resources/${noa.id}`)).body).toEqual(noa);
});

test.each([
  ['no name', {}, ['name']],
  ['no room', { name: 'נ', capacity: 0 }, ['capacity']],
  [
    'hours that end before they start',
    { name: 'נ', openingHours: { '0': [['12:00', '09:00']] } },
    ['openingHours.0.0'],
  ],
])('a resource with %s is refused by the name of the field', async (_what, body, fields) => {
  const { id } = await salon.business();
  const refused = await salon.api('POST', `/businesses/${id}/resources`, { body });
  expect(refused).toMatchObject({ status: 400, body: { errors: fields.map((field) => ({ field })) } });
});
