import { upsertLead } from '../../../src/db/queries/upsert-lead.ts';
import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';

let salon: SalonApi;
let businessId: string;
beforeAll(async () => {
  salon = await openSalonApi();
  businessId = (await salon.business()).id;
  await salon.database.inBusiness(businessId, async (manager) => {
    await upsertLead(manager, businessId, { phone: '+972501234567', callSid: 'CA1', name: 'דנה לוי' });
    await upsertLead(manager, businessId, { phone: '+972529876543', callSid: 'CA2', name: 'Noa Bar_100%' });
    await upsertLead(manager, businessId, { phone: null, callSid: 'CA3' });
  });
}, 60_000);
afterAll(() => salon.close());

interface Found {
  items: { id: string; name: string | null; followUp: string | null; notes: string | null }[];
}

async function found(query: string): Promise<Found['items']> {
  const { body } = await salon.api('GET', `/businesses/${businessId}/leads?${query}`);
  return (body as Found).items;
}

test.each([
  ['דנה', ['דנה לוי']],
  ['noa', ['Noa Bar_100%']],
  ['050-123', ['דנה לוי']],
  ['٠٥٠١٢٣', ['דנה לוי']],
  ['+972 52', ['Noa Bar_100%']],
  ['9876', ['Noa Bar_100%']],
  ['%', ['Noa Bar_100%']],
  ['r_1', ['Noa Bar_100%']],
  ['12', []],
  ['nobody', []],
  ['a7', []],
])('a search for %s finds by name or by the digits of the number', async (q, names) => {
  expect((await found(`q=${encodeURIComponent(q)}`)).map(({ name }) => name)).toEqual(names);
});

test('what is to be done about a lead is written, found and taken away', async () => {
  const [dana] = await found(`q=${encodeURIComponent('דנה')}`);
  const change = (body: object) => salon.api('PATCH', `/leads/${dana?.id}`, { body });
  expect(await change({ followUp: 'לחזור ביום ראשון', notes: 'מעדיפה בוקר', outcome: 'interested' })).toMatchObject({
    status: 200,
    body: { followUp: 'לחזור ביום ראשון', notes: 'מעדיפה בוקר' },
  });
  expect((await found('followUp=true')).map(({ id }) => id)).toEqual([dana?.id]);
  expect((await found('outcome=interested')).map(({ id }) => id)).toEqual([dana?.id]);
  expect(await found('followUp=false')).toHaveLength(2);
  await change({ followUp: null });
  expect(await found('followUp=true')).toEqual([]);
});

test('a wrong filter is named', async () => {
  expect(await salon.api('GET', `/businesses/${businessId}/leads?followUp=maybe`)).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'followUp' }] },
  });
});
