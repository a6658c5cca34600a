import { Playback } from '../../../src/practice/phone/playback.ts';

test('audio plays in order at real time, with a gap where none was there', () => {
  const playback = new Playback();
  playback.add(800, 1000);
  playback.add(800, 1010);
  playback.add(160, 1500);
  expect([playback.heard(0, 1600, 1150), playback.heard(1600, 1760, 1505)]).toEqual([
    { heardMs: 150, startedMs: 1000 },
    { heardMs: 5, startedMs: 1500 },
  ]);
  expect([1099, 1250, 1510].map((nowMs) => playback.byteAt(nowMs))).toEqual([792, null, 1680]);
});

test('a mark is due when all before it has played, or at once in silence', () => {
  const playback = new Playback();
  expect(playback.mark('first', 1000)).toBe(0);
  playback.add(1600, 1000);
  expect(playback.mark('second', 1000)).toBe(200);
  expect(playback.takeDueMarks(1199)).toEqual(['first']);
  expect(playback.takeDueMarks(1200)).toEqual(['second']);
});

test('clear drops what was not heard and gives all marks back', () => {
  const playback = new Playback();
  playback.add(1600, 1000);
  playback.mark('end', 1000);
  expect(playback.clear(1050)).toEqual(['end']);
  expect(playback.heard(0, 1600, 9000)).toEqual({ heardMs: 50, startedMs: 1000 });
  expect(playback.isPlaying(1050)).toBe(false);
  playback.add(80, 1060);
  expect(playback.heard(1600, 1680, 9000)).toEqual({ heardMs: 10, startedMs: 1060 });
});
