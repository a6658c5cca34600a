import { readOccasion, serverMessageIn, SILENCE_LINE } from '../../../src/practice/brain/occasion.ts';
import type { Remembered } from '../../../src/practice/model/conversation.ts';
import { layOutWords } from '../../../src/practice/audio/spoken-words.ts';

const INSTRUCTIONS = `אחרי 3 שניות של שקט רק «${SILENCE_LINE}»`;

function item(role: Remembered['role'], text: string): Remembered {
  return { id: `item_${text}`, role, text, spoken: null, truncatedAtMs: null };
}

function occasion(items: Remembered[], ownInstructions: string | null = null) {
  return readOccasion({ items, sessionInstructions: INSTRUCTIONS, ownInstructions });
}

test('an empty conversation begins with the greeting', () => {
  expect(occasion([])).toEqual({ kind: 'greeting' });
  expect(occasion([item('system', 'רקע')])).toEqual({ kind: 'greeting' });
});

test("the caller's turn is answered as a turn, also where it quotes a server message", () => {
  expect(occasion([item('user', '[SERVER] need_name')])).toEqual({ kind: 'turn', text: '[SERVER] need_name' });
});

test('a server message is taken apart', () => {
  expect(serverMessageIn('[SERVER] slot_available: 2026-12-01 10:00')).toEqual({
    name: 'slot_available',
    body: '2026-12-01 10:00',
  });
  expect(occasion([item('user', 'אפשר?'), item('system', '[SERVER] need_name')])).toEqual({
    kind: 'server',
    name: 'need_name',
    body: '',
    text: '[SERVER] need_name',
  });
});

test('asked again with nothing new, it knows the one line it may say', () => {
  expect(occasion([item('user', 'שלום'), item('assistant', 'שלום וברכה')])).toEqual({ kind: 'silence' });
  expect(occasion([item('user', 'שלום')], `אמרי רק «${SILENCE_LINE}»`)).toEqual({ kind: 'silence' });
  expect(occasion([item('user', 'שלום')], INSTRUCTIONS)).toEqual({ kind: 'turn', text: 'שלום' });
});

test('after a cut answer it goes on from what was heard', () => {
  const words = layOutWords('אחת שתיים שלוש');
  const spoken = {
    id: 'item_1',
    index: 0,
    speech: 1,
    text: '',
    words,
    sentFrames: 99,
    spelledWords: 3,
    stage: 'closed' as const,
  };
  const cut = { ...item('assistant', ''), spoken, truncatedAtMs: (words[0]?.untilFrame ?? 0) * 20 };
  expect(occasion([item('user', 'שלום'), cut])).toEqual({ kind: 'continue', rest: 'שתיים שלוש' });
});
