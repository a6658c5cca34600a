import { readdirSync } from 'node:fs';
import { readScriptFile, readScriptText } from '../../../src/practice/script/read-script.ts';
import { readScriptDate, withScriptDates } from '../../../src/practice/script/script-dates.ts';

const FOLDER = 'src/practice/scripts/';

test.each(readdirSync(FOLDER))('the script %s is well written', async (name) => {
  const script = await readScriptFile(FOLDER + name);
  expect(script.steps.length).toBeGreaterThan(1);
  expect(script.title).toMatch(/[א-ת]/u);
});

test.each([
  ['an unknown field', 'title: x\nsteps:\n  - sayy: hi\n', 'a.yaml:3: step 1, sayy: There is no such field.'],
  ['two deeds', "title: x\nsteps:\n  - say: hi\n    press: '1'\n", 'a.yaml:3: step 1: A step has exactly one of'],
  [
    'a date nobody knows',
    'title: x\nsteps:\n  - say: a\n  - say: b\n    means: { date: someday }\n',
    'a.yaml:5: step 2, means.date: Write today',
  ],
  ['a missing title', 'steps:\n  - say: hi\n', 'a.yaml:1: title: Invalid input'],
  ['broken YAML', 'title: [\n', 'a.yaml:2: Flow sequence'],
])('says where the mistake is: %s', (_name, text, message) => {
  expect(() => readScriptText(text, 'a.yaml')).toThrow(message);
});

test('dates are counted from today', () => {
  const dates = ['today', 'tomorrow', 'in 3 days', 'next tuesday', 'next wednesday', '2027-01-02', 'soon', 'next year'];
  expect(dates.map((text) => readScriptDate(text, '2026-11-23'))).toEqual([
    '2026-11-23',
    '2026-11-24',
    '2026-11-26',
    '2026-12-01',
    '2026-11-25',
    '2027-01-02',
    null,
    null,
  ]);
});

test('dates in braces become real dates; other braces stay', () => {
  expect(withScriptDates('slot_available: {tomorrow} 10:00 {"a":1} {x}', '2026-11-23')).toBe(
    'slot_available: 2026-11-24 10:00 {"a":1} {x}',
  );
});
