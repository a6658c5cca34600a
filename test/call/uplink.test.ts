import { Uplink } from '../../src/call/uplink.ts';

const MS = 8;
/** A packet's worth of sound in one frame, told apart by its byte. */
const packet = (byte: number): Buffer => Buffer.alloc(80 * MS, byte);
const bytesOf = (payloads: readonly string[]): number[] =>
  payloads.map((payload) => Buffer.from(payload, 'base64')[0] ?? -1);

const never = (error: unknown): void => {
  throw new Error('the uplink broke', { cause: error });
};

/** One reading of the phone brings all of these. */
async function says(uplink: Uplink, ...frames: Buffer[]): Promise<void> {
  for (const frame of frames) uplink.push(frame);
  await Promise.resolve();
}

/** A session that can be opened and lost. */
function session() {
  const taken: string[] = [];
  const line: { stage: 'open' | 'away' } = { stage: 'away' };
  const uplink = new Uplink((payload) => {
    if (line.stage === 'away') return false;
    taken.push(payload);
    return true;
  }, never);
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

const frame = (byte: number): Buffer => Buffer.alloc(20 * MS, byte);

test('what one reading of the phone brought leaves as one message, byte for byte and in order', async () => {
  const { uplink, taken, opens } = session();
  const readings = [[1, 2, 3, 4].map(frame), [5, 6, 7].map(frame), [8, 9, 10, 11, 12].map(frame)];
  opens();
  for (const frames of readings) await says(uplink, ...frames);
  expect(taken).toEqual(readings.map((frames) => Buffer.concat(frames).toString('base64')));
});

test('of a phone that is read frame by frame three leave together', async () => {
  const { uplink, taken, opens } = session();
  opens();
  for (const byte of [1, 2]) await says(uplink, frame(byte));
  expect(taken).toEqual([]);
  for (const byte of [3, 4]) await says(uplink, frame(byte));
  expect(taken).toEqual([Buffer.concat([1, 2, 3].map(frame)).toString('base64')]);
});

test('frames of any other length go through whole', async () => {
  const { uplink, taken, opens } = session();
  opens();
  await says(uplink, Buffer.alloc(7, 1));
  await says(uplink, Buffer.alloc(10_000, 2));
  expect(taken.map((payload) => Buffer.from(payload, 'base64').length)).toEqual([10_007]);
});

test('a fault on the way to the model is told, and is not the end of the process', async () => {
  const broken: unknown[] = [];
  const fault = new Error('no such session');
  const uplink = new Uplink(
    () => {
      throw fault;
    },
    (error) => broken.push(error),
  );
  await says(uplink, packet(1));
  expect(broken).toEqual([fault]);
});

test('nothing is lost while no session is open, and all comes in its order', async () => {
  const { uplink, taken, opens, falls } = session();
  await says(uplink, packet(1));
  await says(uplink, packet(2));
  expect(taken).toEqual([]);
  opens();
  await says(uplink, packet(3));
  falls();
  await says(uplink, packet(4));
  opens();
  expect(bytesOf(taken)).toEqual([1, 2, 3, 4]);
});

test('a new frame never overtakes the kept ones', async () => {
  const taken: string[] = [];
  const answers = [false, true, true];
  const uplink = new Uplink((payload) => {
    const takes = answers.shift() ?? true;
    if (takes) taken.push(payload);
    return takes;
  }, never);
  await says(uplink, packet(1));
  await says(uplink, packet(2));
  expect(taken).toEqual([]);
  uplink.flush();
  expect(bytesOf(taken)).toEqual([1, 2]);
});

test('a session that falls while it is told the kept frames loses none of them', async () => {
  const taken: string[] = [];
  const answers = [false, true, false];
  const uplink = new Uplink((payload) => {
    const takes = answers.shift() ?? true;
    if (takes) taken.push(payload);
    return takes;
  }, never);
  for (const byte of [1, 2, 3]) await says(uplink, packet(byte));
  uplink.flush();
  expect(bytesOf(taken)).toEqual([1]);
  uplink.flush();
  expect(bytesOf(taken)).toEqual([1, 2, 3]);
});

test('of a session that never comes the last twenty seconds are kept', async () => {
  const { uplink, taken, opens } = session();
  for (let count = 0; count < 500; count += 1) await says(uplink, packet(count % 256));
  opens();
  expect([taken.length, bytesOf(taken)[0], bytesOf(taken).at(-1)]).toEqual([250, 250, 499 - 256]);
});
