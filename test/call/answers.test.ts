import { Answers } from '../../src/call/answers.ts';

/** The clock of the call, set by hand. */
const call = { elapsedMs: 0 };
const answersAt = (elapsedMs: number): Answers => {
  call.elapsedMs = elapsedMs;
  return new Answers(() => call.elapsedMs);
};

/** An answer of two items of ten letters each. */
function twoItems(): Answers {
  const answers = answersAt(0);
  for (const [itemId, startedMs] of [
    ['a', 100],
    ['b', 900],
  ] as const) {
    call.elapsedMs = startedMs;
    answers.start(itemId);
    answers.sounds(itemId);
    answers.addWords(itemId, '01234');
    answers.addWords(itemId, '56789');
  }
  return answers;
}

test('an answer that was heard to its end is told whole, item by item', () => {
  expect(twoItems().heardOut()).toEqual([
    { itemId: 'a', text: '0123456789', startedMs: 100, heardMs: null, cut: false },
    { itemId: 'b', text: '0123456789', startedMs: 900, heardMs: null, cut: false },
  ]);
});

test('the words as the model gave them at last replace those that came one by one', () => {
  const answers = twoItems();
  answers.completeWords('a', 'שלום.');
  expect(answers.heardOut()[0]?.text).toBe('שלום.');
});

test('an item begins once, with whatever comes of it first', () => {
  const answers = twoItems();
  call.elapsedMs = 5_000;
  answers.start('a');
  answers.addWords('x', 'שלום');
  call.elapsedMs = 6_000;
  answers.sounds('x');
  answers.completeWords('y', 'להתראות');
  expect(answers.heardOut().map(({ itemId, startedMs, text }) => [itemId, startedMs, text])).toEqual([
    ['a', 100, '0123456789'],
    ['b', 900, '0123456789'],
    ['x', 5_000, 'שלום'],
    ['y', 6_000, 'להתראות'],
  ]);
});

test('an item that had words but never a sound was not heard', () => {
  const answers = answersAt(100);
  answers.start('a');
  answers.addWords('a', 'שלום');
  expect(answers.heardOut()).toEqual([{ itemId: 'a', text: 'שלום', startedMs: 100, heardMs: 0, cut: true }]);
});

test('a cut tells of each item what was heard, also where nothing had come', () => {
  const answers = twoItems();
  call.elapsedMs = 1_500;
  answers.start('c');
  expect(
    answers.cutAt([
      { itemId: 'a', heardMs: 800, receivedMs: 800 },
      { itemId: 'b', heardMs: 200, receivedMs: 1_000 },
    ]),
  ).toEqual([
    { itemId: 'a', text: '0123456789', startedMs: 100, heardMs: 800, cut: false },
    { itemId: 'b', text: '0123456789', startedMs: 900, heardMs: 200, cut: true },
    { itemId: 'c', text: '', startedMs: 1_500, heardMs: 0, cut: true },
  ]);
});

test('less than a frame missing at the end is no cut', () => {
  expect(twoItems().cutAt([{ itemId: 'a', heardMs: 981, receivedMs: 1_000 }])[0]?.cut).toBe(false);
  expect(twoItems().cutAt([{ itemId: 'a', heardMs: 979, receivedMs: 1_000 }])[0]?.cut).toBe(true);
});

test.each([0, 15])('words of which %d ms of sound had come and none was heard were cut', (receivedMs) => {
  const [line] = twoItems().cutAt([{ itemId: 'a', heardMs: 0, receivedMs }]);
  expect(line).toEqual({ itemId: 'a', text: '0123456789', startedMs: 100, heardMs: 0, cut: true });
});

test('what was told is forgotten', () => {
  const answers = twoItems();
  answers.heardOut();
  expect(answers.heardOut()).toEqual([]);
  expect(answers.cutAt([])).toEqual([]);
});
