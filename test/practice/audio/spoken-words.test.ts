import { framesIn, layOutWords, wordMarkAt } from '../../../src/practice/audio/spoken-words.ts';
import type { FrameMark } from '../../../src/practice/audio/watermark.ts';
import { WordCollector } from '../../../src/practice/audio/word-collector.ts';

const SENTENCE = 'שלום, קוראים לי דנה לוי ו־[SERVER]{"server_event":"appointment_created"}';

function marksOf(text: string, totalMs?: number): FrameMark[] {
  const words = layOutWords(text, totalMs);
  return Array.from({ length: framesIn(words) }, (_, frame) => ({
    speaker: 'caller' as const,
    speech: 1,
    item: 0,
    frame,
    ...wordMarkAt(words, frame),
  }));
}

test('the words of an utterance can be read from its frames', () => {
  const collector = new WordCollector();
  for (const mark of marksOf(SENTENCE)) collector.add(mark);
  expect(collector.text()).toBe(SENTENCE);
});

test('a word counts as heard when half of it was', () => {
  const marks = marksOf('אחת שתיים');
  const second = marks.filter((mark) => mark.word === 1);
  const first = marks.filter((mark) => mark.word === 0);
  const collector = new WordCollector();
  for (const mark of [...first, ...second.slice(0, Math.ceil(second.length / 2))]) collector.add(mark);
  expect(collector.text()).toBe('אחת שתיים');
  collector.clear();
  for (const mark of [...first, ...second.slice(0, 2)]) collector.add(mark);
  expect(collector.text()).toBe('אחת');
});

test('an utterance can be stretched to a given length', () => {
  expect(framesIn(layOutWords('רגע אחד', 900))).toBe(45);
});
