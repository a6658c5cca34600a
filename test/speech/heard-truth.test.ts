import fc from 'fast-check';
import { heardTruth, wordsHeard } from '../../src/speech/heard-truth.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((so, one) => so + one, 0);

test('a barge-in in the middle of the second sentence shows which words were heard', () => {
  const text = 'שלום לך. איך אפשר לעזור היום?';
  const truth = heardTruth({ text, cut: true }, { receivedMs: 2_900, sentMs: 1_700, heardMs: 1_500 });
  expect(truth).toEqual({
    generatedMs: 2_900,
    sentMs: 1_700,
    heardText: 'שלום לך. איך אפ',
    sentences: [
      { text: 'שלום לך. ', heardText: 'שלום לך. ', generatedMs: 900, sentMs: 900, heardMs: 900, cutAtMs: null },
      {
        ...{ text: 'איך אפשר לעזור היום?', heardText: 'איך אפ' },
        ...{ generatedMs: 2_000, sentMs: 800, heardMs: 600, cutAtMs: 600 },
      },
    ],
  });
});

test('an hour is not the end of a sentence', () => {
  const { sentences } = heardTruth(
    { text: 'ב-10.30 או ב-11:00?', cut: false },
    { receivedMs: 9, sentMs: 9, heardMs: 9 },
  );
  expect(sentences.map(({ text }) => text)).toEqual(['ב-10.30 או ב-11:00?']);
});

test('of a line without words there are no sentences', () => {
  expect(heardTruth({ text: '', cut: true }, { receivedMs: 40, sentMs: 40, heardMs: 20 })).toEqual({
    generatedMs: 40,
    sentMs: 40,
    heardText: '',
    sentences: [],
  });
});

describe('the words that were heard', () => {
  const line = { text: '0123456789', cut: true };

  test('of a cut answer are its share in time', () => {
    expect(wordsHeard(line, { heardMs: 400, receivedMs: 1_000 })).toBe('0123');
    expect(wordsHeard(line, { heardMs: 0, receivedMs: 1_000 })).toBe('');
  });

  test('never end within a letter that takes two places', () => {
    const smiling = { text: 'כן 🙂 תודה', cut: true };
    const heard = [3, 4, 5].map((heardMs) => wordsHeard(smiling, { heardMs, receivedMs: smiling.text.length }));
    expect(heard).toEqual(['כן ', 'כן ', 'כן 🙂']);
  });

  test('of an answer without audio are none', () => {
    expect(wordsHeard(line, { heardMs: 0, receivedMs: 0 })).toBe('');
  });

  test('of an answer that was not cut are all', () => {
    expect(wordsHeard({ ...line, cut: false }, { heardMs: 0, receivedMs: 0 })).toBe('0123456789');
  });
});

const text = fc
  .array(fc.constantFrom('כן', 'שלום,', 'מחר.', 'ב-10:30?', 'רגע…', 'תודה!'), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const sound = fc
  .tuple(fc.nat(20_000), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([receivedMs, sent, heard]) => {
    const sentMs = Math.floor(receivedMs * sent);
    return { receivedMs, sentMs, heardMs: Math.floor(sentMs * heard) };
  });

test('whatever was said and wherever it was cut, the sentences add up to the line', () => {
  fc.assert(
    fc.property(text, sound, (said, { receivedMs, sentMs, heardMs }) => {
      const cut = heardMs < receivedMs;
      const { sentences, heardText } = heardTruth({ text: said, cut }, { receivedMs, sentMs, heardMs });
      expect(sentences.map((one) => one.text).join('')).toBe(said);
      expect(sentences.map((one) => one.heardText).join('')).toBe(heardText);
      expect(sum(sentences.map((one) => one.generatedMs))).toBe(receivedMs);
      expect(sum(sentences.map((one) => one.sentMs))).toBe(sentMs);
      expect(sum(sentences.map((one) => one.heardMs))).toBe(heardMs);
      for (const one of sentences) expect(one.heardMs <= one.sentMs && one.sentMs <= one.generatedMs).toBe(true);
      expect(sentences.some(({ cutAtMs }) => cutAtMs !== null)).toBe(cut);
    }),
    { numRuns: 500 },
  );
});
