import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { callOnABench } from '../support/call-on-a-bench.ts';

setFlagsFromString('--allow-natives-syntax');
const isFast = runInThisContext('(value) => %HasFastProperties(value)') as (value: object) => boolean;

/* XState copies the context at every assign. With 20 fields or more V8 makes each copy a hash table of 3 KB (docs/performance.md). */
test('what the machine copies at every step stays an object with fast properties', () => {
  const call = callOnABench().greeted();
  call.caller.says('מה יש לכם');
  call.model.beginsToAnswer();
  call.caller.startsSpeaking();
  const { context } = call.snapshot();
  expect(context.floor.cut).not.toBeNull();
  const parts = [context, ...Object.values({ ...context } satisfies Record<string, unknown>)];
  expect(parts.filter((part) => part instanceof Object && !isFast(part))).toEqual([]);
});
