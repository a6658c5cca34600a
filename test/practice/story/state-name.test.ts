import { stateName } from '../../../src/practice/story/state-name.ts';

test.each([
  ['connecting', 'connecting'],
  [{ connecting: 'dialing' }, 'connecting.dialing'],
  [{ inCall: { floor: 'listening', booking: 'idle', silenceGate: 'closed' } }, 'listening / idle'],
  [{ inCall: { floor: 'listening', booking: 'idle', silenceGate: 'hearing' } }, 'hearing / idle'],
  [
    { inCall: { floor: { aiSpeaking: 'draining' }, booking: 'offered', silenceGate: 'closed' } },
    'aiSpeaking.draining / offered',
  ],
])('%j is told as %s', (state, name) => {
  expect(stateName(state)).toBe(name);
});
