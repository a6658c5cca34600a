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

/** An answer that comes in parts and is cut in the middle: what is written down of it, and what the model is told. */
function cutAnswer(parts: readonly Part[], cutAfterMs: number): { lines: HeardLine[]; told: Told[] } {
  const time = new SimulatedTime(0);
  const passes = (ms: number): void => {
    const until = time.now() + ms;
    while (time.advance(until));
  };
  const lines: HeardLine[] = [];
  const told: Told[] = [];
  const nothing = (): void => undefined;
  const path = new AudioPath({
    phone: { sendAudio: nothing, sendMark: nothing, sendClear: nothing },
    pacer: new Pacer(time),
    truth: () => ({ booked: [], moved: [], cancelled: [], waitlisted: [] }),
    elapsedMs: time.now,
    fact: nothing,
    firstAudio: nothing,
    over: (given) => void lines.push(...given),
    flooded: nothing,
    broke: (error) => {
      throw error;
    },
  });
  path.open('resp');
  for (const { item: itemId, words, audioMs, pauseMs } of parts) {
    if (words !== '') path.words({ responseId: 'resp', itemId, text: words });
    const audio = Buffer.from(Buffer.alloc(audioMs * 8, 0x2a).toString('base64'));
    path.audio({ responseId: 'resp', itemId, audio });
    passes(pauseMs);
  }
  passes(cutAfterMs);
  path.cut();
  const tools = { speech: { takeHeard: () => path.takeHeard() }, model: { send: (event: Told) => told.push(event) } };
  truncateHeard(tools as unknown as CallTools);
  return { lines, told };
}

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
