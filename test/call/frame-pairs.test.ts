import { FramePairs } from '../../src/call/frame-pairs.ts';

const frame = (byte: number, length = 160) => Buffer.alloc(length, byte);

test('two frames leave as one, byte for byte and in order', () => {
  const sent: string[] = [];
  const pairs = new FramePairs((payload) => sent.push(payload));
  for (const byte of [1, 2, 3]) pairs.push(frame(byte).toString('base64'));
  expect(sent).toEqual([Buffer.concat([frame(1), frame(2)]).toString('base64')]);
  pairs.push(frame(4, 800).toString('base64'));
  expect(sent[1]).toBe(Buffer.concat([frame(3), frame(4, 800)]).toString('base64'));
});
