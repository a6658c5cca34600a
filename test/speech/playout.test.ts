import { Playout } from '../../src/speech/playout.ts';

/** Base64 mu-law of this many milliseconds, told apart by its byte. */
const sound = (ms: number, byte = 0x2a): Buffer => Buffer.from(Buffer.alloc(ms * 8, byte).toString('base64'));
const msOf = (payload: Buffer): number => Buffer.from(String(payload), 'base64').length / 8;

/** A phone that writes down what it is sent. */
function playoutOnABench() {
  const sent: string[] = [];
  const payloads: Buffer[] = [];
  const finished: string[] = [];
  const flooded: string[] = [];
  const playout = new Playout(
    {
      sendAudio: (payload) => {
        payloads.push(payload);
        sent.push(`audio ${msOf(payload)}`);
      },
      sendMark: (name) => void sent.push(`mark ${name}`),
      sendClear: () => void sent.push('clear'),
    },
    {
      finished: (responseId) => void finished.push(responseId),
      flooded: (responseId) => void flooded.push(responseId),
    },
  );
  const sentMs = () => payloads.reduce((sum, payload) => sum + msOf(payload), 0);
  return { playout, sent, payloads, finished, flooded, sentMs };
}

/** One answer of 100 ms pieces whose words are all known. */
function speaking(seconds: number) {
  const bench = playoutOnABench();
  bench.playout.begin('resp_1');
  bench.playout.completeWords('item_1', 0);
  for (let ms = 0; ms < seconds * 1000; ms += 100) bench.playout.addAudio('item_1', sound(100), 0);
  return bench;
}

const feedUntil = ({ playout }: ReturnType<typeof playoutOnABench>, until: number, from = 0): void => {
  for (let now = from; now <= until; now += 20) playout.feed(now);
};

describe('audio and its words', () => {
  test('nothing leaves before a word of its item is known, however long that takes', () => {
    const bench = playoutOnABench();
    bench.playout.begin('resp_1');
    bench.playout.addAudio('item_1', sound(100), 0);
    feedUntil(bench, 60_000);
    expect(bench.sent).toEqual([]);
  });

  test('words of another item free nothing', () => {
    const bench = playoutOnABench();
    bench.playout.begin('resp_1');
    bench.playout.addAudio('item_1', sound(100), 0);
    bench.playout.addWords('item_2', 'שלום וברכה', 0);
    feedUntil(bench, 1_000);
    expect(bench.sent).toEqual([]);
  });

  test('each known letter lets 45 ms through; the rest waits 150 ms and no longer', () => {
    const { playout, sent } = playoutOnABench();
    playout.begin('resp_1');
    playout.addWords('item_1', 'טוב', 0);
    playout.addAudio('item_1', sound(100), 0);
    playout.addAudio('item_1', sound(60), 0);
    expect(sent).toEqual(['audio 100']);
    playout.feed(149);
    expect(sent).toEqual(['audio 100']);
    playout.feed(150);
    expect(sent).toEqual(['audio 100', 'audio 60']);
  });

  test('more words let more through at once', () => {
    const { playout, sent } = playoutOnABench();
    playout.begin('resp_1');
    playout.addWords('item_1', 'אה', 0);
    playout.addAudio('item_1', sound(80), 0);
    playout.addAudio('item_1', sound(80), 0);
    expect(sent).toEqual(['audio 80']);
    playout.addWords('item_1', 'לן', 5);
    expect(sent).toEqual(['audio 80', 'audio 80']);
  });

  test('where all words of an item are known its audio waits for nothing but its turn', () => {
    const { playout, sent } = playoutOnABench();
    playout.begin('resp_1');
    playout.addAudio('item_1', sound(100), 0);
    playout.completeWords('item_1', 0);
    expect(sent).toEqual(['audio 100']);
  });

  test('the end of the answer frees audio whose words never came', () => {
    const { playout, sent } = playoutOnABench();
    playout.begin('resp_1');
    playout.addAudio('item_1', sound(100), 0);
    playout.complete(0);
    expect(sent).toEqual(['audio 100', 'mark 1:end']);
  });
});

describe('pace', () => {
  test('the phone is fed about 200 ms ahead and never more than one piece beyond', () => {
    const bench = speaking(5);
    expect(bench.sentMs()).toBe(200);
    for (let now = 0; now <= 4_000; now += 20) {
      bench.playout.feed(now);
      expect(bench.sentMs() - now).toBeLessThan(200 + 100);
      expect(bench.sentMs() - now).toBeGreaterThanOrEqual(200);
    }
  });

  test('a long delta is played in pieces of at most 120 ms, and no byte is lost', () => {
    const bench = playoutOnABench();
    const delta = Buffer.from(Array.from({ length: 4_001 }, (_, at) => at % 251)).toString('base64');
    bench.playout.begin('resp_1');
    bench.playout.completeWords('item_1', 0);
    bench.playout.addAudio('item_1', Buffer.from(delta), 0);
    feedUntil(bench, 1_000);
    expect(Math.max(...bench.payloads.map(msOf))).toBeLessThanOrEqual(120);
    expect(Buffer.concat(bench.payloads.map((part) => Buffer.from(String(part), 'base64'))).toString('base64')).toBe(
      delta,
    );
  });

  test('a short delta is passed on as it is', () => {
    const bench = playoutOnABench();
    bench.playout.begin('resp_1');
    bench.playout.completeWords('item_1', 0);
    bench.playout.addAudio('item_1', sound(120, 7), 0);
    expect(bench.payloads).toEqual([sound(120, 7)]);
  });

  test('after a pause of the model the lead starts over from now', () => {
    const bench = speaking(0.1);
    bench.playout.addAudio('item_1', sound(100), 5_000);
    bench.playout.addAudio('item_1', sound(100), 5_000);
    bench.playout.addAudio('item_1', sound(100), 5_000);
    expect(bench.sentMs()).toBe(300);
  });

  test('a mark follows each second of audio', () => {
    const bench = speaking(3);
    feedUntil(bench, 3_000);
    expect(bench.sent.filter((one) => one.startsWith('mark'))).toEqual(['mark 1:1000', 'mark 1:2000', 'mark 1:3000']);
  });
});

describe('a cut', () => {
  test('clears the phone once, drops the rest and tells to the millisecond what was heard', () => {
    const bench = speaking(2);
    feedUntil(bench, 400);
    bench.sent.splice(0);
    expect(bench.playout.cut(437)).toMatchObject([{ itemId: 'item_1', heardMs: 437, receivedMs: 2_000 }]);
    expect(bench.sent).toEqual(['clear']);
    feedUntil(bench, 5_000, 440);
    bench.playout.addAudio('item_1', sound(100), 5_000);
    expect(bench.sent).toEqual(['clear']);
    expect(bench.finished).toEqual([]);
    expect([bench.playout.isIdle, bench.playout.responseId]).toEqual([true, null]);
  });

  test('of an answer of which nothing has left sends nothing and tells that nothing was heard', () => {
    const { playout, sent } = playoutOnABench();
    playout.begin('resp_1');
    playout.addAudio('item_1', sound(100), 0);
    expect(playout.cut(300)).toMatchObject([{ itemId: 'item_1', heardMs: 0, receivedMs: 100 }]);
    expect(sent).toEqual([]);
  });

  test('when the phone has already played all it had sends no clear', () => {
    const { playout, sent } = speaking(0.1);
    expect(playout.cut(101)).toMatchObject([{ itemId: 'item_1', heardMs: 100, receivedMs: 100 }]);
    expect(sent).toEqual(['audio 100']);
  });

  test('clears a phone whose marks are outstanding, though on time it would have been done', () => {
    const bench = speaking(3);
    feedUntil(bench, 1_000);
    bench.playout.marked('1:1000');
    feedUntil(bench, 3_100, 1_000);
    bench.sent.splice(0);
    bench.playout.cut(3_100);
    expect(bench.sent).toEqual(['clear']);
  });

  test('a mark that comes back late takes nothing from what was heard', () => {
    const bench = speaking(3);
    feedUntil(bench, 1_000);
    feedUntil(bench, 2_500, 1_000);
    bench.playout.marked('1:1000');
    expect(bench.playout.cut(2_500)).toMatchObject([{ itemId: 'item_1', heardMs: 2_500, receivedMs: 3_000 }]);
  });

  test('while nothing plays does nothing', () => {
    const { playout, sent } = playoutOnABench();
    expect(playout.cut(10)).toMatchObject([]);
    expect(sent).toEqual([]);
  });

  test('tells what was heard of each of several items', () => {
    const bench = playoutOnABench();
    bench.playout.begin('resp_1');
    for (const [itemId, ms] of [
      ['comment', 300],
      ['answer', 500],
      ['late', 100],
    ] as const) {
      bench.playout.completeWords(itemId, 0);
      bench.playout.addAudio(itemId, sound(ms), 0);
    }
    feedUntil(bench, 420);
    expect(bench.playout.cut(420)).toMatchObject([
      { itemId: 'comment', heardMs: 300, receivedMs: 300 },
      { itemId: 'answer', heardMs: 120, receivedMs: 500 },
      { itemId: 'late', heardMs: 0, receivedMs: 100 },
    ]);
  });

  test('does not count the milliseconds in which the phone ran dry', () => {
    const bench = speaking(0.2);
    feedUntil(bench, 1_000);
    bench.playout.addAudio('item_1', sound(100), 1_000);
    expect(bench.playout.cut(1_040)).toMatchObject([{ itemId: 'item_1', heardMs: 240, receivedMs: 300 }]);
  });

  test('never tells of more than was received, and always whole milliseconds', () => {
    const bench = playoutOnABench();
    bench.playout.begin('resp_1');
    bench.playout.completeWords('item_1', 0);
    bench.playout.addAudio('item_1', Buffer.from(Buffer.alloc(803).toString('base64')), 0);
    const [heard] = bench.playout.cut(50.7);
    expect(heard).toMatchObject({ itemId: 'item_1', heardMs: 50, receivedMs: 803 / 8 });
  });
});

describe('the end of an answer', () => {
  test('is told when the mark after its last audio comes back', () => {
    const bench = speaking(0.3);
    bench.playout.complete(0);
    feedUntil(bench, 290);
    expect(bench.sent.at(-1)).toBe('mark 1:end');
    expect(bench.finished).toEqual([]);
    bench.playout.marked('1:end');
    expect(bench.finished).toEqual(['resp_1']);
    expect(bench.playout.isIdle).toBe(true);
  });

  test('is told one second after its audio must have ended where no mark comes back', () => {
    const bench = speaking(0.3);
    bench.playout.complete(0);
    feedUntil(bench, 1_280);
    expect(bench.finished).toEqual([]);
    feedUntil(bench, 1_300, 1_300);
    expect(bench.finished).toEqual(['resp_1']);
  });

  test('is told once, though the mark comes after the patience is over', () => {
    const bench = speaking(0.1);
    bench.playout.complete(0);
    feedUntil(bench, 2_000);
    bench.playout.marked('1:end');
    expect(bench.finished).toEqual(['resp_1']);
  });

  test('is told at once where the answer had no audio', () => {
    const { playout, finished, sent } = playoutOnABench();
    playout.begin('resp_1');
    playout.complete(0);
    expect(finished).toEqual(['resp_1']);
    expect(sent).toEqual([]);
  });

  test('is not told while the model may still send more', () => {
    const bench = speaking(0.3);
    feedUntil(bench, 60_000);
    expect(bench.finished).toEqual([]);
    expect(bench.sent).not.toContain('mark 1:end');
  });
});

describe('marks of an older answer', () => {
  test('that Twilio returns on a clear finish nothing of the next one', () => {
    const bench = speaking(0.2);
    bench.playout.complete(0);
    bench.playout.cut(50);
    bench.playout.begin('resp_2');
    bench.playout.completeWords('item_2', 60);
    bench.playout.addAudio('item_2', sound(100), 60);
    bench.playout.complete(60);
    bench.playout.marked('1:end');
    expect(bench.finished).toEqual([]);
    expect(bench.sent.at(-1)).toBe('mark 3:end');
    bench.playout.marked('3:end');
    expect(bench.finished).toEqual(['resp_2']);
  });

  test.each(['', ':', 'end', 'NaN:end', '1', '1:', '1:lunch', '999:end', '1:1e9'])(
    '«%s» is no mark of ours',
    (name) => {
      const bench = speaking(0.3);
      bench.playout.complete(0);
      feedUntil(bench, 200);
      bench.playout.marked(name);
      expect(bench.finished).toEqual([]);
      expect(bench.playout.cut(200)).toMatchObject([{ itemId: 'item_1', heardMs: 200, receivedMs: 300 }]);
    },
  );
});

test('the audio of the next answer is not heard before what still plays of the one before', () => {
  const bench = speaking(0.2);
  bench.playout.complete(0);
  bench.playout.marked('1:end');
  bench.playout.begin('resp_2');
  bench.playout.completeWords('item_2', 100);
  bench.playout.addAudio('item_2', sound(100), 100);
  expect(bench.playout.cut(250)).toMatchObject([{ itemId: 'item_2', heardMs: 50, receivedMs: 100 }]);
});

describe('what the model or the machine overdo', () => {
  test('of eleven minutes at once two are kept and the rest is dropped, which is told once', () => {
    const bench = speaking(660);
    bench.playout.complete(0);
    expect(bench.flooded).toEqual(['resp_1']);
    feedUntil(bench, 660_000);
    expect(bench.sentMs()).toBeGreaterThan(119_000);
    expect(bench.sentMs()).toBeLessThan(121_000);
  });

  test('after the first that was dropped nothing more of an answer is kept: what is heard has no hole', () => {
    const bench = speaking(130);
    feedUntil(bench, 30_000);
    bench.playout.addAudio('item_1', sound(9_000), 30_000);
    bench.playout.complete(30_000);
    feedUntil(bench, 160_000, 30_000);
    expect(bench.sentMs()).toBeGreaterThan(119_000);
    expect(bench.sentMs()).toBeLessThan(121_000);
  });

  test('an answer of a minute is no flood', () => {
    const bench = speaking(60);
    feedUntil(bench, 60_000);
    expect([bench.flooded, bench.sentMs()]).toEqual([[], 60_000]);
  });

  test('a clock that stood still for half a second costs the caller a gap and no word; what was heard is still known', () => {
    const bench = speaking(3);
    feedUntil(bench, 400);
    const sentBefore = bench.sentMs();
    bench.playout.feed(900);
    expect(bench.sentMs()).toBeLessThanOrEqual(sentBefore + 300);
    feedUntil(bench, 1_000, 920);
    const [heard] = bench.playout.cut(1_000);
    expect(heard?.heardMs).toBeGreaterThanOrEqual(sentBefore);
    expect(heard?.heardMs).toBeLessThanOrEqual(sentBefore + 100);
    expect(bench.sent.at(-1)).toBe('clear');
  });
});
