import { CallStory } from '../../../src/practice/story/call-story.ts';
import { paintFor } from '../../../src/practice/story/paint.ts';

function word(text: string, startedMs: number) {
  const heard = { text, speech: 1, item: 0, word: 0, startedMs, heardMs: 200, wordMs: 200 };
  return { kind: 'phone' as const, news: { kind: 'word.heard' as const, atMs: startedMs + 100, word: heard } };
}

test('a call is told line by line: time, state, who, what', () => {
  const lines: string[] = [];
  const story = new CallStory((line) => lines.push(line), paintFor({}, {}));
  story.tell({ kind: 'phone', news: { kind: 'stream.started', atMs: 1000 } });
  story.tell({
    kind: 'state',
    atMs: 1000,
    state: { inCall: { floor: { aiSpeaking: 'generating' }, booking: 'idle' } },
  });
  story.tell(word('שלום,', 1300));
  story.tell(word('דנה.', 1500));
  story.tell({ kind: 'phone', news: { kind: 'caller.starts', atMs: 3000, utterance: 1, text: 'רגע', voiceMs: 400 } });
  story.tell(word('במה', 3050));
  story.tell({ kind: 'phone', news: { kind: 'media.cleared', atMs: 3200, speaking: 1, items: [] } });
  const told = lines.map((line) => line.replace(/ {2,}/gu, ' ').trim());
  expect(told).toEqual([
    '0.0 phone the line is open',
    '0.0 aiSpeaking.generating / idle booking idle',
    '0.4 aiSpeaking.generating / idle Toran שלום, דנה.',
    '2.0 aiSpeaking.generating / idle caller רגע',
    '2.2 aiSpeaking.generating / idle cut not one byte more of that answer after «במה»',
  ]);
});

test('colours are for terminals that want them', () => {
  expect(paintFor({ isTTY: true }, {})('red', 'x')).toBe('\u001b[31mx\u001b[0m');
  expect(paintFor({ isTTY: true }, { NO_COLOR: '1' })('red', 'x')).toBe('x');
  expect(paintFor({}, {})('red', 'x')).toBe('x');
});
