import { jest } from '@jest/globals';
import type { CallFact } from '../../machines/vocabulary.ts';
import { AudioPath } from '../../src/call/audio-path.ts';
import type { BookedTime } from '../../src/speech/claims.ts';
import { Pacer } from '../../src/speech/pacer.ts';

const sound = (ms: number): Buffer => Buffer.from(Buffer.alloc(ms * 8, 0x2a).toString('base64'));
const ids = (itemId = 'item_1', responseId = 'resp_1') => ({ responseId, itemId });

/** The path of one call, with the phone, the machine and the record as lists. Nothing is paced: no time passes. */
function pathOnABench(booked: readonly BookedTime[] = []) {
  const sent: string[] = [];
  const facts: CallFact[] = [];
  const over: unknown[] = [];
  const sessions: string[] = [];
  const path = new AudioPath({
    phone: {
      sendAudio: (payload) => void sent.push(`audio ${Buffer.from(String(payload), 'base64').length / 8}`),
      sendMark: (name) => void sent.push(`mark ${name}`),
      sendClear: () => void sent.push('clear'),
    },
    pacer,
    truth: () => ({ today: null, booked, standing: booked, moved: [], cancelled: [], waitlisted: [] }),
    elapsedMs: () => 7_000,
    fact: (fact) => {
      facts.push(fact);
      if (fact.type === 'model.claimedFalsely') path.cut();
    },
    firstAudio: () => void sent.push('first audio'),
    over: (lines, session) => {
      over.push(...lines);
      sessions.push(session);
    },
    flooded: () => undefined,
    fellShort: () => undefined,
    broke: () => undefined,
  });
  return { path, sent, facts, over, sessions };
}

const pacer = new Pacer();
afterEach(() => pacer.stop());

/** The first answer, opened, with its words known. */
function speaking() {
  const bench = pathOnABench();
  bench.path.open('resp_1');
  bench.path.words({ ...ids(), text: 'שלום' });
  bench.path.audio({ ...ids(), audio: sound(100) });
  return bench;
}

test('the machine hears once that the model spoke, and the phone hears the audio', () => {
  const { path, sent, facts } = speaking();
  path.audio({ ...ids(), audio: sound(20) });
  expect(facts).toEqual([{ type: 'model.spoke', responseId: 'resp_1' }]);
  expect(sent).toEqual(['first audio', 'audio 100', 'audio 20']);
});

test('audio and words of any other response go nowhere', () => {
  const { path, sent, facts, over } = pathOnABench();
  path.audio({ ...ids(), audio: sound(100) });
  path.words({ ...ids(), text: 'קבעתי לך תור' });
  path.open('resp_2');
  path.audio({ ...ids(), audio: sound(100) });
  path.words({ ...ids(), text: 'קבעתי לך תור' });
  path.wordsComplete({ ...ids(), text: 'קבעתי לך תור' });
  path.cut();
  expect([sent, facts, over]).toEqual([[], [], []]);
});

test('an answer heard to its end is told with all its words', () => {
  const { path, facts, over } = speaking();
  path.wordsComplete({ ...ids(), text: 'שלום.' });
  path.responseOver('resp_1');
  path.marked('1:end');
  expect(facts.at(-1)).toEqual({ type: 'playback.finished', responseId: 'resp_1' });
  expect(over).toEqual([
    {
      ...{ itemId: 'item_1', text: 'שלום.', startedMs: 7_000, heardMs: null, cut: false },
      ...{ generatedMs: 100, sentMs: 100, heardText: 'שלום.' },
      sentences: [{ text: 'שלום.', heardText: 'שלום.', generatedMs: 100, sentMs: 100, heardMs: 100, cutAtMs: null }],
    },
  ]);
});

test('a response that ended before any sound was not heard, whatever its words', () => {
  const { path, over } = pathOnABench();
  path.open('resp_1');
  path.words({ ...ids(), text: 'שלום' });
  path.responseOver('resp_1');
  expect(over).toEqual([
    {
      ...{ itemId: 'item_1', text: 'שלום', startedMs: 7_000, heardMs: 0, cut: true },
      ...{ generatedMs: 0, sentMs: 0, heardText: '' },
      sentences: [{ text: 'שלום', heardText: '', generatedMs: 0, sentMs: 0, heardMs: 0, cutAtMs: 0 }],
    },
  ]);
});

describe('a cut', () => {
  test('silences the phone and lets nothing of the answer through any more', () => {
    const { path, sent } = speaking();
    sent.splice(0);
    path.cut();
    path.audio({ ...ids(), audio: sound(100) });
    path.words({ ...ids(), text: 'עוד' });
    expect(sent).toEqual(['clear']);
  });

  test('tells what was heard of every item once, also of those without a sound', () => {
    const { path } = speaking();
    path.itemStarted(ids('item_2'));
    path.cut();
    const heard = path.takeHeard();
    expect(heard).toEqual([
      { itemId: 'item_1', heardMs: expect.any(Number) as number, receivedMs: 100 },
      { itemId: 'item_2', heardMs: 0, receivedMs: Infinity },
    ]);
    expect(path.takeHeard()).toEqual([]);
  });

  describe('when the phone had played all that came', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    test('says that the item the model was still making is longer than what was heard', () => {
      const { path, facts } = speaking();
      jest.advanceTimersByTime(500);
      path.cut();
      expect(path.takeHeard()).toEqual([{ itemId: 'item_1', heardMs: 100, receivedMs: Infinity }]);
      expect(facts).not.toContainEqual({ type: 'playback.finished', responseId: 'resp_1' });
    });

    test('and the model had made it all, counts as heard out', () => {
      const { path, facts, over } = speaking();
      path.responseOver('resp_1');
      jest.advanceTimersByTime(110);
      path.cut();
      expect(path.takeHeard()).toEqual([{ itemId: 'item_1', heardMs: 100, receivedMs: 100 }]);
      expect(facts.at(-1)).toEqual({ type: 'playback.finished', responseId: 'resp_1' });
      expect(over).toEqual([
        expect.objectContaining({ itemId: 'item_1', text: 'שלום', heardMs: 100, cut: false, heardText: 'שלום' }),
      ]);
    });
  });

  test('before the first sound records no word as heard', () => {
    const { path, over, facts } = pathOnABench();
    path.open('resp_1');
    path.words({ ...ids(), text: 'שלום, הסלון של דנה' });
    path.cut();
    expect(over).toEqual([
      expect.objectContaining({ itemId: 'item_1', text: 'שלום, הסלון של דנה', heardMs: 0, cut: true, heardText: '' }),
    ]);
    expect(facts).toEqual([]);
  });

  test('gives back the items that the model still made after it, once the response is over', () => {
    const { path } = speaking();
    path.cut();
    path.itemStarted(ids('item_2'));
    path.itemStarted(ids('item_3'));
    path.itemStarted(ids('item_9', 'resp_other'));
    expect(path.takeUnheard('resp_1')).toEqual(['item_2', 'item_3']);
    expect(path.takeUnheard('resp_1')).toEqual([]);
  });

  test('while nothing plays tells nobody anything', () => {
    const { path, sent, facts, over } = pathOnABench();
    path.cut();
    expect([sent, facts, over]).toEqual([[], [], []]);
  });
});

test('of a session that fell, what had arrived is still heard', () => {
  const { path, facts, sent } = speaking();
  path.itemStarted(ids('item_9', 'resp_other'));
  path.modelLost();
  expect(sent.at(-1)).toBe('mark 1:end');
  path.marked('1:end');
  expect(facts.at(-1)).toEqual({ type: 'playback.finished', responseId: 'resp_1' });
  expect(path.takeUnheard('resp_other')).toEqual([]);
});

test('of a session that fell, what is cut is told as words: its items went with it', () => {
  const { path, over, sessions } = speaking();
  path.modelLost();
  path.cut();
  expect(path.takeHeard()).toEqual([]);
  expect(over).toEqual([expect.objectContaining({ itemId: 'item_1', text: 'שלום', generatedMs: 100 })]);
  expect(sessions).toEqual(['fallen']);
  path.open('resp_2');
  path.words({ ...ids('item_2', 'resp_2'), text: 'כן' });
  path.cut();
  expect(sessions).toEqual(['fallen', 'same']);
});

describe('a false claim', () => {
  const claimed = { type: 'model.claimedFalsely', responseId: 'resp_1' };

  test('is stopped before its audio leaves', () => {
    const { path, sent, facts } = pathOnABench();
    path.open('resp_1');
    path.words({ ...ids(), text: 'קבעתי לך' });
    path.audio({ ...ids(), audio: sound(100) });
    expect(facts).toEqual([claimed]);
    expect(sent).toEqual([]);
  });

  test('in the middle of an answer stops the rest', () => {
    const { path, sent, facts } = speaking();
    path.words({ ...ids(), text: ' שלחתי לך' });
    path.audio({ ...ids(), audio: sound(100) });
    expect(facts.at(-1)).toEqual(claimed);
    expect(sent).toEqual(['first audio', 'audio 100', 'clear']);
  });

  test('is seen where its words come only when they are complete', () => {
    const { path, sent, facts } = pathOnABench();
    path.open('resp_1');
    path.audio({ ...ids(), audio: sound(100) });
    path.wordsComplete({ ...ids(), text: 'קבעתי לך תור' });
    expect(facts).toEqual([{ type: 'model.spoke', responseId: 'resp_1' }, claimed]);
    expect(sent).toEqual(['first audio']);
  });

  test('is seen at the beginning of a second item, though the first ended without a space', () => {
    const { path, facts } = pathOnABench();
    path.open('resp_1');
    path.words({ ...ids('item_1'), text: 'רגע' });
    path.words({ ...ids('item_2'), text: 'קבעתי לך תור' });
    expect(facts).toEqual([claimed]);
  });

  test('is none where the database holds the appointment', () => {
    const { path, sent, facts } = pathOnABench([{ date: '2026-11-24', time: '10:00' }]);
    path.open('resp_1');
    path.words({ ...ids(), text: 'התור נקבע ליום שלישי בשעה 10:00' });
    path.audio({ ...ids(), audio: sound(100) });
    path.wordsComplete({ ...ids(), text: 'התור נקבע ליום שלישי בשעה 10:00' });
    expect(facts).toEqual([{ type: 'model.spoke', responseId: 'resp_1' }]);
    expect(sent).toEqual(['first audio', 'audio 100']);
  });
});
