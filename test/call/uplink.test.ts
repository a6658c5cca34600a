import { Uplink } from '../../src/call/uplink.ts';

const MS = 8;
/** A packet's worth of sound in one frame, told apart by its byte. */
const packet = (byte: number): Buffer => Buffer.alloc(80 * MS, byte);
const bytesOf = (payloads: readonly string[]): number[] =>
  payloads.map((payload) => Buffer.from(payload, 'base64')[0] ?? -1);

/** Pushes a frame, then the pacer looks. */
function says(uplink: Uplink, frame: Buffer): void {
  uplink.push(frame);
  if (uplink.dueAt <= 0) uplink.feed();
}

/** A session that can be opened and lost. */
function session() {
  const taken: string[] = [];
  const line: { stage: 'open' | 'away' } = { stage: 'away' };
  const uplink = new Uplink((payload) => {
    if (line.stage === 'away') return false;
    taken.push(payload);
    return true;
  });
  return {
    uplink,
    taken,
    falls: () => void (line.stage = 'away'),
    opens: () => {
      line.stage = 'open';
      uplink.flush();
    },
  };
}

test('while a session is open four frames of the phone go through as one message, byte for byte and in order', () => {
  const { uplink, taken, opens } = session();
  const frames = [1, 2, 3, 4, 5].map((byte) => Buffer.alloc(20 * MS, byte));
  opens();
  for (const frame of frames.slice(0, 3)) says(uplink, frame);
  expect(taken).toEqual([]);
  for (const frame of frames.slice(3)) says(uplink, frame);
  expect(taken).toEqual([Buffer.concat(frames.slice(0, 4)).toString('base64')]);
});

test('what came in since the last beat leaves on the next one, in one message', () => {
  const { uplink, taken, opens } = session();
  opens();
  for (const byte of [1, 2, 3, 4, 5]) uplink.push(Buffer.alloc(20 * MS, byte));
  expect([uplink.dueAt, taken.length]).toEqual([-Infinity, 0]);
  uplink.feed();
  expect([uplink.dueAt, Buffer.from(taken[0] ?? '', 'base64').length]).toEqual([Infinity, 100 * MS]);
});

test('frames of any other length go through whole', () => {
  const { uplink, taken, opens } = session();
  opens();
  says(uplink, Buffer.alloc(7, 1));
  says(uplink, Buffer.alloc(10_000, 2));
  expect(taken.map((payload) => Buffer.from(payload, 'base64').length)).toEqual([10_007]);
});

test('nothing is lost while no session is open, and all comes in its order', () => {
  const { uplink, taken, opens, falls } = session();
  says(uplink, packet(1));
  says(uplink, packet(2));
  expect(taken).toEqual([]);
  opens();
  says(uplink, packet(3));
  falls();
  says(uplink, packet(4));
  opens();
  expect(bytesOf(taken)).toEqual([1, 2, 3, 4]);
});

test('a new frame never overtakes the kept ones', () => {
  const taken: string[] = [];
  const answers = [false, true, true];
  const uplink = new Uplink((payload) => {
    const takes = answers.shift() ?? true;
    if (takes) taken.push(payload);
    return takes;
  });
  says(uplink, packet(1));
  says(uplink, packet(2));
  expect(taken).toEqual([]);
  uplink.flush();
  expect(bytesOf(taken)).toEqual([1, 2]);
});

test('a session that falls while it is told the kept frames loses none of them', () => {
  const taken: string[] = [];
  const answers = [false, true, false];
  const uplink = new Uplink((payload) => {
    const takes = answers.shift() ?? true;
    if (takes) taken.push(payload);
    return takes;
  });
  for (const byte of [1, 2, 3]) says(uplink, packet(byte));
  uplink.flush();
  expect(bytesOf(taken)).toEqual([1]);
  uplink.flush();
  expect(bytesOf(taken)).toEqual([1, 2, 3]);
});

test('of a session that never comes the last twenty seconds are kept', () => {
  const { uplink, taken, opens } = session();
  for (let count = 0; count < 500; count += 1) says(uplink, packet(count % 256));
  opens();
  expect([taken.length, bytesOf(taken)[0], bytesOf(taken).at(-1)]).toEqual([250, 250, 499 - 256]);
});
