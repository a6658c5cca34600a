import { expect, test } from '@jest/globals';
import { readChart } from '../../web/build/read-chart.ts';
import { activeStates } from '../../web/src/pages/call/chart/active-states.ts';
import { whatGoesOn } from '../../web/src/pages/live-calls/what-goes-on.ts';

const inCall = (regions: object) => ({
  inCall: {
    connection: { phone: 'live', model: 'ready' },
    floor: 'listening',
    silenceGate: 'patience',
    keypad: 'idle',
    booking: 'idle',
    ...regions,
  },
});

test.each([
  ['connecting', { connecting: 'dialing' }],
  ['listening', inCall({})],
  ['hearing', inCall({ silenceGate: 'hearing', booking: { offered: 'slot' } })],
  ['typing', inCall({ keypad: 'collecting' })],
  ['thinking', inCall({ silenceGate: 'understanding' })],
  ['thinking', inCall({ floor: { aiSpeaking: 'preparing' }, silenceGate: 'closed' })],
  ['speaking', inCall({ floor: { aiSpeaking: 'draining' }, silenceGate: 'closed' })],
  ['checking', inCall({ booking: { asking: 'checking' } })],
  ['booking', inCall({ booking: { writing: 'creating' } })],
  ['moving', inCall({ booking: { writing: 'moving' } })],
  ['cancelling', inCall({ booking: { writing: 'cancelling' } })],
  ['reconnecting', inCall({ connection: { phone: 'live', model: { reconnecting: 'pausing' } } })],
  ['lineLost', inCall({ connection: { phone: 'lost', model: 'ready' } })],
  ['ending', 'ended'],
] as const)('a call is %s', (said, state) => {
  const active = activeStates(state);
  const known = new Set(readChart().states.map(({ id }) => id));
  expect([...active].filter((id) => !known.has(id))).toEqual([]);
  expect(whatGoesOn(active)).toBe(said);
});
