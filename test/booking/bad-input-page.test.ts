import { readFileSync } from 'node:fs';

const rows = readFileSync('docs/bad-input.md', 'utf8')
  .split('\n')
  .filter((line) => line.includes('`test/') && line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what, , file, test]) => ({ what, file: (file ?? '').replaceAll('`', ''), test: test ?? '' }));

test('the page has rows', () => {
  expect(rows.length).toBeGreaterThan(20);
});

test.each(rows)('"$what" names a test that exists', ({ file, test: name }) => {
  expect(name).not.toBe('');
  expect(readFileSync(file, 'utf8')).toContain(`'${name}'`);
});
