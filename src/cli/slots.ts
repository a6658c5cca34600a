import { readFile } from 'node:fs/promises';
import { freeSlots, type FreeSlotsInput } from '../booking/free-slots.ts';
import { AppError } from '../shared/errors.ts';

interface SlotCase {
  id: string;
  input: FreeSlotsInput;
}

/** `npm run slots -- FILE`: the free starts of every case in a file, as `{ "<id>": ["ISO start", …] }`. */
async function printSlots(file: string | undefined): Promise<void> {
  if (file === undefined) throw new AppError('invalid_input', 'Name a file of cases: npm run slots -- cases.json');
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  const starts = Object.fromEntries(casesIn(parsed).map(({ id, input }) => [id, freeSlots(input)]));
  process.stdout.write(`${JSON.stringify(starts, null, 1)}\n`);
}

/** Either a bare list of cases or `{ cases: […] }`. */
function casesIn(parsed: unknown): SlotCase[] {
  const cases: unknown = isRecord(parsed) ? parsed['cases'] : parsed;
  if (!Array.isArray(cases)) throw new AppError('invalid_input', 'The file has no list of cases.');
  return cases.map((each: unknown, index) => {
    if (isSlotCase(each)) return each;
    throw new AppError(
      'invalid_input',
      `Case ${index} needs an id and an input with tz, window, durationMin and intervalMin.`,
    );
  });
}

function isSlotCase(value: unknown): value is SlotCase {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false;
  const input = value['input'];
  if (!isRecord(input) || typeof input['tz'] !== 'string' || !Array.isArray(input['window'])) return false;
  return typeof input['durationMin'] === 'number' && typeof input['intervalMin'] === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

printSlots(process.argv[2]).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
