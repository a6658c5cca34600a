import type { IncomingMessage } from 'node:http';
import { mediaGuests } from '../../../src/api/policies/guests.ts';
import { administrator } from '../../../src/api/policies/visit.ts';
import type { Sessions } from '../../../src/api/sessions/sessions.ts';

const TOKEN = 'a'.repeat(43);
const cookie = `__Host-toran=${TOKEN}`;
const origin = 'https://console.example';
const sessions = {
  find: async (token: string) => (token === TOKEN ? administrator : null),
} as Pick<Sessions, 'find'> as Sessions;
const { isGuest, practiceHeaders } = mediaGuests({ sessions, publicOrigin: origin });
const asks = (headers: Record<string, string>) =>
  isGuest({ headers } as Pick<IncomingMessage, 'headers'> as IncomingMessage);

describe('who may open a media stream besides Twilio', () => {
  test('a page of ours with a session, and our own practice phone', async () => {
    expect(await asks({ cookie, origin })).toBe(true);
    expect(await asks({ cookie, origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(true);
    expect(await asks({ ...practiceHeaders })).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['a stranger', {}],
    ['a page of ours without a session', { origin }],
    ['a session that is over', { cookie: `__Host-toran=${'b'.repeat(43)}`, origin }],
    ['a page of somebody else in a browser with a session', { cookie, origin: 'https://evil.example' }],
    ['a program with a stolen cookie and no origin', { cookie }],
    ['a phone that guesses', { 'x-toran-practice': 'x' }],
    ['a phone that guesses, with a session', { 'x-toran-practice': '', cookie, origin }],
  ])('not %s', async (_who, headers) => {
    expect(await asks(headers)).toBe(false);
  });
});
