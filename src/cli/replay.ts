import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { replayCall } from '../call/replay.ts';
import type { RecordedFact } from '../call/replay.ts';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { loadCallEvents } from '../db/queries/load-call-events.ts';
import { locateCall } from '../db/queries/locate-call.ts';

const USAGE = `npm run replay -- CALL_SID               runs a recorded call through today's machine
npm run replay -- CALL_SID --save FILE   and keeps its record (it holds what the caller said)
npm run replay -- --file FILE            runs a kept record`;

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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string' }, save: { type: 'string' } },
});
const [callSid] = positionals;
if (!callSid && !values.file) {
  console.log(USAGE);
} else {
  const kept = values.file ? (JSON.parse(await readFile(values.file, 'utf8')) as RecordedFact[]) : null;
  const events = kept ?? (await recordOf(callSid ?? ''));
  if (values.save) await writeFile(values.save, JSON.stringify(events, null, 1));
  console.log(verdict(events));
}
