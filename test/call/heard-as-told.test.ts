import fc from 'fast-check';
import type { CallTools } from '../../src/actions/call-tools.ts';
import { truncateHeard } from '../../src/actions/truncate-heard.ts';
import { AudioPath } from '../../src/call/audio-path.ts';
import type { HeardLine } from '../../src/call/audio-path.ts';
import { Pacer } from '../../src/speech/pacer.ts';
import { SimulatedTime } from '../laws/simulation/simulated-time.ts';

interface Part {
  item: 'first' | 'second';
  words: string;
  audioMs: number;
  pauseMs: number;
}
interface Told {
  type: string;
  item_id: string;
  audio_end_ms?: number;
}

const part: fc.Arbitrary<Part> = fc.record({
  item: fc.constantFrom('first' as const, 'first' as const, 'second' as const),
  words: fc.constantFrom('שלום. ', 'איך אפשר לעזור? ', 'רגע ', ''),
  audioMs: fc.integer({ min: 20, max: 900 }),
  pauseMs: fc.integer({ min: 0, max: 400 }),
});

/** The path of an answer in simulated time: what is written down of it, and what the model is told. */
function answerInTime() {
  const time = new SimulatedTime(0);
  const lines: HeardLine[] = [];
  const told: Told[] = [];
  const nothing = (): void => undefined;
  const path: AudioPath = new AudioPath({
    phone: { sendAudio: nothing, sendMark: nothing, sendClear: nothing },
    pacer: new Pacer(time),
    truth: () => ({ today: null, booked: [], standing: [], moved: [], cancelled: [], waitlisted: [] }),
    elapsedMs: time.now,
    fact: nothing,
    firstAudio: nothing,
    over: (given) => void lines.push(...given),
    flooded: nothing,
    fellShort: () => tellsHeard(),
    broke: (error) => {
      throw error;
    },
  });
  const tools = { speech: { takeHeard: () => path.takeHeard() }, model: { send: (event: Told) => told.push(event) } };
  const tellsHeard = (): void => truncateHeard(tools as unknown as CallTools);
  path.open('resp');
  return {
    path,
    lines,
    told,
    sounds(itemId: string, ms: number): void {
      const audio = Buffer.from(Buffer.alloc(ms * 8, 0x2a).toString('base64'));
      path.audio({ responseId: 'resp', itemId, audio });
    },
    passes(ms: number): void {
      const until = time.now() + ms;
      while (time.advance(until));
    },
    isCut(): void {
      path.cut();
      tellsHeard();
    },
  };
}

/** An answer that comes in parts and is cut in the middle. */
function cutAnswer(parts: readonly Part[], cutAfterMs: number): { lines: HeardLine[]; told: Told[] } {
  const { path, lines, told, sounds, passes, isCut } = answerInTime();
  for (const { item, words, audioMs, pauseMs } of parts) {
    if (words !== '') path.words({ responseId: 'resp', itemId: item, text: words });
    sounds(item, audioMs);
    passes(pauseMs);
  }
  passes(cutAfterMs);
  isCut();
  return { lines, told };
}

test('L3: of an answer too long for anybody the model is told how much was played, and so is the transcript', () => {
  const { path, lines, told, sounds, passes } = answerInTime();
  for (const itemId of ['first', 'second', 'third']) {
    path.wordsComplete({ responseId: 'resp', itemId, text: 'שלום. '.repeat(50) });
    for (let ms = 0; ms < 80_000; ms += 100) sounds(itemId, 100);
  }
  path.responseOver('resp');
  passes(130_000);
  const second = lines[1]?.heardMs ?? 0;
  expect(Math.abs(second - 40_000)).toBeLessThan(1_000);
  expect(lines.map(({ heardMs, cut }) => [heardMs, cut])).toEqual([
    [80_000, false],
    [second, true],
    [0, true],
  ]);
  expect(lines[2]?.heardText).toBe('');
  expect(told).toEqual([
    { type: 'conversation.item.truncate', item_id: 'second', content_index: 0, audio_end_ms: second },
    { type: 'conversation.item.delete', item_id: 'third' },
  ]);
});

test('L3: what is written down as heard, sentence by sentence, is what the model was told', () => {
  const seen = { truncated: 0, deleted: 0 };
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.nat(1_500), (parts, cutAfterMs) => {
      const { lines, told } = cutAnswer(parts, cutAfterMs);
      for (const { type, item_id: itemId, audio_end_ms: audioEndMs } of told) {
        const line = lines.find((one) => one.itemId === itemId);
        if (!line) throw new Error(`nothing is written of ${itemId}`);
        const heardMs = line.sentences.reduce((so, sentence) => so + sentence.heardMs, 0);
        if (line.sentences.length > 0) expect(heardMs).toBe(audioEndMs ?? 0);
        expect(line.heardMs).toBe(audioEndMs ?? 0);
        if (type === 'conversation.item.delete') seen.deleted += 1;
        else seen.truncated += 1;
      }
      expect(lines.map(({ heardText, text }) => text.startsWith(heardText))).not.toContain(false);
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(seen.truncated).toBeGreaterThan(50);
  expect(seen.deleted).toBeGreaterThan(10);
});
