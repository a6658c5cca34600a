import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
beforeAll(async () => {
  salon = await openSalonApi();
}, 60_000);
afterAll(() => salon.close());

const url = 'https://hooks.example.com/toran';

async function made(businessId: string, body: object = { url }) {
  return await salon.api('POST', `/businesses/${businessId}/webhooks`, { body });
}

test('a webhook shows its secret once, and is gone when it is deleted', async () => {
  const { id } = await salon.business();
  const answer = await made(id, { url, events: ['appointment.created'] });
  expect(answer.status).toBe(201);
  const webhook = answer.body as { id: string; secret: string };
  expect(webhook).toMatchObject({ businessId: id, url, events: ['appointment.created'] });
  expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/=]{44}$/);
  const list = await salon.api('GET', `/businesses/${id}/webhooks`);
  expect(list.body).toMatchObject({ items: [{ id: webhook.id, url }] });
  expect(JSON.stringify(list.body)).not.toContain('whsec_');
  expect((await salon.api('DELETE', `/businesses/${id}/webhooks/${webhook.id}`)).status).toBe(204);
  expect((await salon.api('DELETE', `/businesses/${id}/webhooks/${webhook.id}`)).status).toBe(404);
  expect((await salon.api('GET', `/businesses/${id}/webhooks`)).body).toEqual({ items: [] });
});

test.each([
  [{ url: 'https://10.0.0.1/' }, 'url'],
  [{ url: 'http://hooks.example.com/' }, 'url'],
  [{ url, events: ['appointment.exploded'] }, 'events'],
  [{ url, events: [] }, 'events'],
  [{}, 'url'],
])('%j is refused by name of the field', async (body, field) => {
  const { id } = await salon.business();
  const answer = await made(id, body);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(field);
});

test('a booking by REST is on its way to the webhook, and to no other business', async () => {
  const [mine, other] = [await salon.business(), await salon.business()];
  for (const { id } of [mine, other]) await made(id);
  const body = { date: '2026-12-08', time: '10:00', name: 'דנה', phone: '0501234567' };
  expect((await salon.api('POST', `/businesses/${mine.id}/appointments`, { body })).status).toBe(201);
  const deliveries = await salon.api('GET', `/businesses/${mine.id}/webhook-deliveries?status=waiting`);
  const { items } = deliveries.body as { items: { type: string; id: string }[] };
  expect(items.map(({ type }) => type).sort()).toEqual(['appointment.created', 'lead.created']);
  expect(items[0]?.id).toMatch(/^msg_/);
  expect((await salon.api('GET', `/businesses/${other.id}/webhook-deliveries`)).body).toEqual({ items: [] });
});

test('another business’s webhook cannot be deleted', async () => {
  const [mine, other] = [await salon.business(), await salon.business()];
  const webhook = (await made(other.id)).body as { id: string };
  expect((await salon.api('DELETE', `/businesses/${mine.id}/webhooks/${webhook.id}`)).status).toBe(404);
  expect((await salon.api('GET', `/businesses/${other.id}/webhooks`)).body).toMatchObject({
    items: [{ id: webhook.id }],
  });
});

test('how long before an appointment its reminder is sent is a setting', async () => {
  const { id } = await salon.business();
  expect((await salon.api('GET', `/businesses/${id}/settings`)).body).toMatchObject({ reminderHoursBefore: 24 });
  const put = (reminderHoursBefore: number) =>
    salon.api('PUT', `/businesses/${id}/settings`, { body: { reminderHoursBefore } });
  expect((await put(3)).body).toMatchObject({ reminderHoursBefore: 3 });
  expect((await put(0)).status).toBe(400);
});
