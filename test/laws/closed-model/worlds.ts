import type { Bounds } from './world.ts';

const plain: Bounds = {
  name: '',
  callerPhone: null,
  wishName: null,
  sounds: ['long'],
  words: ['plain'],
  meanings: ['none'],
  keys: [],
  modelFaults: [],
  phoneFaults: [],
  deskRefusals: [],
  deskFailures: [],
  parserFaults: [],
  faults: 0,
  mostTranscripts: 1,
  mostParses: 1,
  caller: 'bargesIn',
  model: 'slow',
  hangsUp: 'never',
};
const known = { callerPhone: '0501234567', wishName: 'דנה' };

/** Every bounded world that is explored on every commit: each lets loose one part of what may happen. */
export const worlds: readonly Bounds[] = [
  { ...plain, name: 'sounds', sounds: ['long', 'short'], words: ['plain', 'badWord', 'nothing', 'unheard'], model: 'prompt', mostTranscripts: 2 },
  { ...plain, name: 'barge-in', words: ['plain', 'nothing'], hangsUp: 'atAnyMoment' },
  { ...plain, name: 'model faults', words: ['plain'], modelFaults: ['lost', 'refuses', 'mute', 'lies', 'unasked', 'fatal'], faults: 1, caller: 'waits' },
  { ...plain, name: 'model faults, barge-in', words: ['plain'], modelFaults: ['lost', 'refuses', 'mute', 'lies'], faults: 1 },
  { ...plain, name: 'dead model', words: ['plain'], modelFaults: ['lost', 'refuses', 'mute', 'lies'], faults: 4, caller: 'waits' },
  { ...plain, name: 'phone', words: ['plain'], phoneFaults: ['lost'], faults: 1, hangsUp: 'atAnyMoment' },
  { ...plain, name: 'parser', words: ['booking'], meanings: ['none'], parserFaults: ['failed', 'late'], faults: 2, mostParses: 2, model: 'prompt' },
  { ...plain, ...known, name: 'booking', words: ['booking'], meanings: ['asksA', 'asksB', 'confirms', 'declines', 'none'], deskRefusals: ['refused', 'conflict'], caller: 'waits', model: 'prompt' },
  { ...plain, name: 'questions', words: ['booking'], meanings: ['asks', 'asksA', 'asksAll', 'confirms', 'givesName', 'none'], keys: ['5', '#'], caller: 'waits', model: 'prompt' },
  { ...plain, ...known, name: 'booking, barge-in', words: ['booking'], meanings: ['asksA', 'confirms', 'none'], model: 'prompt' },
  { ...plain, ...known, name: 'booking, late words', words: ['booking'], meanings: ['asksA', 'confirms'], model: 'prompt', mostTranscripts: 2, mostParses: 2 },
  { ...plain, ...known, name: 'failing desk', words: ['booking'], meanings: ['asksA', 'confirms'], deskRefusals: ['conflict'], deskFailures: ['failed', 'late'], parserFaults: ['late', 'failed'], faults: 2, caller: 'waits', model: 'prompt' },
  { ...plain, ...known, name: 'booking, lost sockets', words: ['booking'], meanings: ['asksA', 'confirms'], modelFaults: ['lost'], phoneFaults: ['lost'], faults: 1, caller: 'waits', model: 'prompt', hangsUp: 'atAnyMoment' },
];
