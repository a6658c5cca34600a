import { AudioShelf } from '../../src/speech/audio-shelf.ts';

test('what is put on it stays as it was, whatever becomes of the original and however much is put beside it', () => {
  const shelf = new AudioShelf();
  const put = Array.from({ length: 100 }, (_, number) => {
    const audio = Buffer.alloc(1_280, number);
    const kept = shelf.put(audio);
    audio.fill(0xff);
    return kept;
  });
  put.forEach((kept, number) => expect(kept).toEqual(Buffer.alloc(1_280, number)));
});

test('once it is cleared the same memory is used again', () => {
  const shelf = new AudioShelf();
  const first = shelf.put(Buffer.from('first'));
  shelf.clear();
  const second = shelf.put(Buffer.from('other'));
  expect([second.buffer, second.byteOffset]).toEqual([first.buffer, first.byteOffset]);
  expect(second.toString()).toBe('other');
});

test('a piece of any length has its room', () => {
  const shelf = new AudioShelf();
  shelf.put(Buffer.from('small'));
  expect(shelf.put(Buffer.alloc(100_000, 7)).equals(Buffer.alloc(100_000, 7))).toBe(true);
});
