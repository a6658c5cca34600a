import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { replayCall } from '../call/replay.ts';
import type { RecordedFact } from '../call/replay.ts';
import { scriptOfCall } from '../call/script-of-call.ts';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { loadCallEvents } from '../db/queries/load-call-events.ts';
import { locateCall } from '../db/queries/locate-call.ts';
import { testOfCall } from './replay/test-of-call.ts';

const USAGE = `npm run replay -- CALL_SID                     runs a recorded call through today's machine
npm run replay -- --file FILE                  runs an exported record
  --export FILE.json       also keeps the record (it holds what the caller said)
  --as-script FILE.yaml    also writes it as a call script, for npm run call
  --as-test FILE.test.ts   also writes it as a test, for a folder such as test/calls`;

async function recordOf(callSid: string): Promise<RecordedFact[]> {
  const reading = loadConfig(process.env);
  if (reading.kind === 'invalid') throw new Error(reading.problems.join('\n'));
  const database = await openDatabase(reading.config.database);
  try {
    const businessId = await database.anywhere((manager) => locateCall(manager, callSid));
    if (businessId === null) return [];
    const events = await database.inBusiness(businessId, (manager) => loadCallEvents(manager, businessId, callSid));
    return events.map(({ seq, ms, fact }) => ({ seq, ms, fact }));
  } finally {
    await database.close();
  }
}

function verdict(events: readonly RecordedFact[]): string {
  const replay = replayCall(events);
  if (replay.kind === 'identical') return `identical: ${replay.facts} facts, ${replay.commands} commands`;
  process.exitCode = 1;
  if (replay.kind === 'unreadable') return replay.why;
  const { seq, ms, fact, recorded, given, state } = replay;
  return [
    `different at fact ${seq} (${fact}), ${ms} ms`,
    `  recorded  ${recorded.join(', ') || 'nothing'}`,
    `  today     ${given.join(', ') || 'nothing'}`,
    `  state     ${JSON.stringify(state)}`,
  ].join('\n');
}

function nameIn(events: readonly RecordedFact[]): string {
  const input = events[0]?.fact['input'];
  return typeof input === 'object' && input !== null && 'callSid' in input ? String(input.callSid) : 'unknown';
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string' },
    export: { type: 'string' },
    'as-script': { type: 'string' },
    'as-test': { type: 'string' },
  },
});
const [callSid] = positionals;
if (!callSid && !values.file) {
  console.log(USAGE);
} else {
  const kept = values.file ? (JSON.parse(await readFile(values.file, 'utf8')) as RecordedFact[]) : null;
  const events = kept ?? (await recordOf(callSid ?? ''));
  const name = callSid ?? nameIn(events);
  if (values.export) await writeFile(values.export, JSON.stringify(events, null, 1));
  if (values['as-script']) await writeFile(values['as-script'], scriptOfCall(name, events));
  if (values['as-test']) await writeFile(values['as-test'], testOfCall(name, events));
  console.log(verdict(events));
}
