import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const file = fileURLToPath(new URL('./cases/slots.json', import.meta.url));

interface SlotCase {
  id: string;
  expected: { starts: string[] };
}

const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: SlotCase[] };
const expected = Object.fromEntries(cases.map(({ id, expected: { starts } }) => [id, starts]));

function slots(args: string[], TZ: string): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, TZ, NODE_OPTIONS: '' };
  return run(process.execPath, ['--import', 'tsx', 'src/cli/slots.ts', ...args], { cwd: root, env });
}

describe('npm run slots', () => {
  test.each(['UTC', 'Asia/Jerusalem', 'America/New_York', 'Pacific/Apia'])(
    'prints the starts of every case on a server in %s',
    async (zone) => {
      const { stdout } = await slots([file], zone);
      expect(JSON.parse(stdout)).toEqual(expected);
    },
    20_000,
  );

  test('says what is missing and exits with 1', async () => {
    await expect(slots([], 'UTC')).rejects.toMatchObject({
      code: 1,
      stderr: 'Name a file of cases: npm run slots -- cases.json\n',
    });
  }, 20_000);
});
