import type { RecordedFact } from '../../call/replay.ts';

/** A recorded call as a jest test: it fails as soon as the chart would treat this caller otherwise. For `test/calls/`. */
export function testOfCall(callSid: string, records: readonly RecordedFact[]): string {
  return `import { replayCall } from '../../src/call/replay.ts';

const record = ${JSON.stringify(records, null, 2)};

test('the call ${callSid} is the same call today', () => {
  expect(replayCall(record)).toMatchObject({ kind: 'identical', facts: ${records.length} });
});
`;
}
