import { randomUUID } from 'node:crypto';
import { trialCallSid, trialOf } from '../../src/actions/trial-call.ts';
import type { TrialCall } from '../../src/actions/trial-call.ts';

const all: TrialCall[] = [
  { kind: 'test', on: 'published' },
  { kind: 'test', on: 'draft' },
  { kind: 'practice', on: 'published' },
  { kind: 'practice', on: 'draft' },
];

describe('a trial call', () => {
  test.each(all)('says in its CallSid that it is %j', (trial) => {
    expect(trialOf(trialCallSid(trial, randomUUID()))).toEqual(trial);
  });

  test.each([
    `CA${'0123456789abcdef'.repeat(2)}`,
    'CAtest-',
    `CAtest-${'g'.repeat(36)}`,
    ` ${trialCallSid({ kind: 'test', on: 'draft' }, randomUUID())}`,
    '',
  ])('is not «%s»', (callSid) => expect(trialOf(callSid)).toBeNull());
});
