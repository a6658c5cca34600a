import { openSalonApi } from '../salon-api.ts';
import type { SalonApi } from '../salon-api.ts';
import type { PracticeRing, WantedTrial } from '../../../src/api/trial-port.ts';

describe('trial calls', () => {
  let salon: SalonApi;
  beforeAll(async () => {
    salon = await openSalonApi();
  });
  afterAll(() => salon.close());

  const ring = (answer: PracticeRing) => {
    const wanted: WantedTrial[] = [];
    salon.trials.practise = async (given) => {
      wanted.push(given);
      return answer;
    };
    return wanted;
  };

  test('name the callers there are', async () => {
    salon.trials.scripts = async () => [{ name: 'demo', title: 'הדגמה', description: 'one call' }];
    const { body } = await salon.api('GET', '/practice-scripts');
    expect(body).toEqual({ items: [{ name: 'demo', title: 'הדגמה', description: 'one call' }] });
  });

  test('by a script ring at once, of what is published unless the draft is asked for', async () => {
    const { id } = await salon.business();
    const wanted = ring({ kind: 'ringing', callSid: 'CApractice-1' });
    const path = `/businesses/${id}/practice-calls`;
    const published = await salon.api('POST', path, { body: { script: 'demo' } });
    expect([published.status, published.body]).toEqual([201, { callSid: 'CApractice-1' }]);
    expect(published.headers.get('location')).toBe('/api/v1/calls/CApractice-1');
    await salon.api('POST', path, { body: { script: 'demo', draft: true } });
    expect(wanted).toEqual([
      { businessId: id, on: 'published', script: 'demo' },
      { businessId: id, on: 'draft', script: 'demo' },
    ]);
  });

  test('by a script that is not there are refused, and so are those no line is free for', async () => {
    const { id } = await salon.business();
    const path = `/businesses/${id}/practice-calls`;
    ring({ kind: 'unknownScript' });
    const unknown = await salon.api('POST', path, { body: { script: 'nobody' } });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ field: 'script' }] } });
    ring({ kind: 'busy' });
    expect((await salon.api('POST', path, { body: { script: 'demo' } })).status).toBe(503);
  });

  test('in a browser are told where to speak and with which token', async () => {
    const { id } = await salon.business();
    salon.trials.invite = async () => ({ kind: 'invited', callSid: 'CAtest-1', token: 'once' });
    const { status, body } = await salon.api('POST', `/businesses/${id}/test-calls`, { body: {} });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      callSid: 'CAtest-1',
      streamUrl: 'wss://console.example/twilio/media',
      customParameters: { token: 'once' },
    });
  });

  test('of no business ring nowhere', async () => {
    const wanted = ring({ kind: 'ringing', callSid: 'CApractice-1' });
    const path = '/businesses/00000000-0000-4000-8000-000000000000/practice-calls';
    expect((await salon.api('POST', path, { body: { script: 'demo' } })).status).toBe(404);
    expect(wanted).toEqual([]);
  });
});

describe('the salon for the first try', () => {
  test('is made once, with hours and a first version, and found again', async () => {
    const salon = await openSalonApi();
    const made = await salon.api('POST', '/demo-business');
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    const versions = await salon.api('GET', `/businesses/${id}/versions`);
    expect(versions.body).toMatchObject({ items: [{ number: 1, cause: 'first' }] });
    const again = await salon.api('POST', '/demo-business');
    expect([again.status, (again.body as { id: string }).id]).toEqual([200, id]);
    await salon.close();
  });
});
