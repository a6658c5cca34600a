import { existsSync, readFileSync } from 'node:fs';

const page = readFileSync('docs/faults.md', 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| \d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, fault, , heldBy, test]) => ({
    number: Number(number),
    fault,
    files: [...(heldBy ?? '').matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? ''),
    test: test ?? '',
  }));

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

test('every fault from 1 to 35 and from 43 to 56 has a row', () => {
  expect(rows.map(({ number }) => number)).toEqual([...from(1, 35), ...from(43, 56)]);
});

test.each(rows.map((row) => [row.number, row] as const))('fault %d names a test that exists', (_number, row) => {
  expect(row.files).not.toEqual([]);
  expect(row.files.filter((file) => !existsSync(file))).toEqual([]);
  const titles = row.files.map((file) => readFileSync(file, 'utf8'));
  expect(titles.some((text) => text.includes(`'${row.test}'`) || text.includes(`'%s ${row.test}'`))).toBe(true);
});
