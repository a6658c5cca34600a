import { jest } from '@jest/globals';
import type { OpenedCall } from '../../src/actions/open-call.ts';
import type { Call } from '../../src/call/call.ts';
import { CallDesk } from '../../src/call/front-desk.ts';
import type { CallRegister } from '../../src/call/front-desk.ts';
import { LiveCalls } from '../../src/call/live-calls.ts';
import type { CallStanding } from '../../src/db/queries/find-call-standing.ts';
import type { TakenSession } from '../../src/db/queries/take-call-session.ts';
import type { Ring } from '../../src/transport/twilio/front-desk-port.ts';
import type { MediaStream } from '../../src/transport/twilio/media-stream.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A call as the desk knows it. */
class DeskCall {
  readonly callSid: string;
  readonly epoch: number;
  readonly fallbackNumber = '+97231234567';
  readonly told: string[] = [];
  outcome: string | null = null;
  phone: 'live' | 'lost' = 'lost';

  constructor({ callSid, epoch }: { callSid: string; epoch: number }) {
    this.callSid = callSid;
    this.epoch = epoch;
  }

  get phoneIsLive(): boolean {
    return this.phone === 'live';
  }

  start = (): void => this.#on('start');
  resume = (): void => this.#on('resume');
  hungUp = (): void => void this.told.push('hungUp');
  losePhone = (): void => {
    this.told.push('losePhone');
    this.phone = 'lost';
  };

  #on(how: string): void {
    this.told.push(how);
    this.phone = 'live';
  }
}

type Row = CallStanding & { epoch: number };
const someBusiness = { businessId: 'salon', fallbackNumber: '+97231234567' };

/** The rows of all calls, as the database keeps them (test/db/take-over.test.ts is about those). */
function openRegister() {
  const rows = new Map<string, Row>();
  const register: CallRegister = {
    ring: async ({ callSid, to }) => {
      if (to === '+999') return 'unknownNumber';
      const row = rows.get(callSid) ?? { ...someBusiness, streams: 0, outcome: null, owner: 'gone', epoch: 1 };
      rows.set(callSid, row);
      return row;
    },
    standing: async (callSid) => rows.get(callSid) ?? null,
    take: async ({ callSid, stream, keptEpoch }) => {
      const row = rows.get(callSid);
      if (!row || row.streams !== stream || row.outcome !== null) return null;
      if (keptEpoch !== null && keptEpoch !== row.epoch) return null;
      if (stream > 0 && keptEpoch === null) row.epoch += 1;
      row.streams += 1;
      row.owner = 'alive';
      return { callSid, epoch: row.epoch } as TakenSession;
    },
    open: async ({ callSid, epoch }) => ({ callSid, epoch }) as OpenedCall,
  };
  return { rows, register };
}

function openDesk({
  maxCalls = 2,
  register = openRegister().register,
}: { maxCalls?: number; register?: CallRegister } = {}) {
  const calls = new Map<string, DeskCall>();
  const liveCalls = new LiveCalls();
  const desk = new CallDesk({
    register,
    liveCalls,
    maxCalls,
    makeCall: (opened) => {
      const call = new DeskCall(opened);
      calls.set(opened.callSid, call);
      return call as unknown as Call;
    },
  });
  const ring = (callSid: string, more: { to?: string; resume?: Ring['resume'] } = {}) =>
    desk.ring({ callSid, from: '+972501234567', to: '+97235550000', resume: 'first', ...more });
  const streams = (callSid: string, number = 0) => desk.admit({ callSid } as MediaStream, number);
  const comesIn = async (callSid: string, number = 0): Promise<DeskCall> => {
    if (number === 0) await ring(callSid);
    await streams(callSid, number);
    const call = calls.get(callSid);
    if (!call) throw new Error('the call did not begin');
    return call;
  };
  const ends = (call: DeskCall, outcome = 'completed') => {
    call.outcome = outcome;
    desk.finish(call as unknown as Call, outcome);
  };
  return { desk, calls, liveCalls, ring, streams, comesIn, ends };
}

const first = { kind: 'connect', stream: 0 };

describe('a ring', () => {
  test('of a known number is let in, and its stream becomes a live call', async () => {
    const { ring, streams, calls, liveCalls } = openDesk();
    expect(await ring('CA1')).toEqual(first);
    expect(liveCalls.size).toBe(0);
    expect(await streams('CA1')).toBe('admitted');
    expect(calls.get('CA1')?.told).toEqual(['start']);
    expect(liveCalls.size).toBe(1);
  });

  test('of a number of no business is told so and takes no place', async () => {
    const { ring, streams } = openDesk({ maxCalls: 1 });
    expect(await ring('CA1', { to: '+999' })).toEqual({ kind: 'unknownNumber' });
    expect(await streams('CA1')).toBe('refused');
    expect(await ring('CA2')).toEqual(first);
  });

  test('is busy at the last place, counting calls that are still expected', async () => {
    const { ring, comesIn } = openDesk({ maxCalls: 2 });
    await comesIn('CA1');
    await ring('CA2');
    expect(await ring('CA3')).toEqual({ kind: 'busy' });
    expect(await ring('CA2')).toEqual(first);
  });

  test('is busy too where the others are still being looked up', async () => {
    const { ring } = openDesk({ maxCalls: 1 });
    const rings = await Promise.all([ring('CA1'), ring('CA2'), ring('CA3')]);
    expect(rings.map(({ kind }) => kind)).toEqual(['connect', 'busy', 'busy']);
  });

  test('that could not be looked up leaves its place to the next', async () => {
    const { register } = openRegister();
    const broken = jest.fn(register.ring).mockRejectedValueOnce(new Error('database away'));
    const { ring } = openDesk({ maxCalls: 1, register: { ...register, ring: broken } });
    await expect(ring('CA1')).rejects.toThrow('database away');
    expect(await ring('CA2')).toEqual(first);
  });

  test('whose stream goes elsewhere, or never comes, gives its place back after a while', async () => {
    const { ring } = openDesk({ maxCalls: 1 });
    await ring('CA1');
    jest.advanceTimersByTime(14_999);
    expect(await ring('CA2')).toEqual({ kind: 'busy' });
    jest.advanceTimersByTime(1);
    expect(await ring('CA2')).toEqual(first);
  });

  test('whose stream came in leaves no timer behind', async () => {
    const { comesIn } = openDesk();
    await comesIn('CA1');
    expect(jest.getTimerCount()).toBe(0);
  });

  test('of a call that is over is told so, also while its end is still being written', async () => {
    const { ring, comesIn, ends } = openDesk();
    const call = await comesIn('CA1');
    call.outcome = 'completed';
    expect(await ring('CA1', { resume: 'resumed' })).toEqual({ kind: 'hangUp' });
    ends(call);
    expect(await ring('CA1')).toEqual({ kind: 'hangUp' });
  });

  test('that comes again while its call is on the line changes nothing and gets no token', async () => {
    const { ring, comesIn } = openDesk({ maxCalls: 1 });
    const call = await comesIn('CA1');
    expect(await ring('CA1')).toEqual({ kind: 'hangUp' });
    expect(call.told).toEqual(['start']);
  });

  test('by the trailing redirect tells the live call that its phone is gone', async () => {
    const { ring, comesIn, streams } = openDesk({ maxCalls: 1 });
    const call = await comesIn('CA1');
    expect(await ring('CA1', { resume: 'resumed' })).toEqual({ kind: 'connect', stream: 1 });
    expect(await streams('CA1', 1)).toBe('admitted');
    expect(call.told).toEqual(['start', 'losePhone', 'resume']);
  });

  test('by the trailing redirect of a call nobody knows is hung up', async () => {
    expect(await openDesk().ring('CA1', { resume: 'resumed' })).toEqual({ kind: 'hangUp' });
  });

  test('whose first webhook no node answered is let in when Twilio asks again', async () => {
    const { ring, streams, calls } = openDesk({ maxCalls: 1 });
    expect(await ring('CA1', { resume: 'afterError' })).toEqual(first);
    expect(await ring('CA2', { resume: 'afterError' })).toEqual({ kind: 'busy' });
    expect(await streams('CA1')).toBe('admitted');
    expect(calls.get('CA1')?.told).toEqual(['start']);
  });

  test('after an error in the middle of a call goes on with it', async () => {
    const { ring, comesIn, streams } = openDesk({ maxCalls: 1 });
    const call = await comesIn('CA1');
    expect(await ring('CA1', { resume: 'afterError' })).toEqual({ kind: 'connect', stream: 1 });
    expect(await streams('CA1', 1)).toBe('admitted');
    expect(call.told).toEqual(['start', 'losePhone', 'resume']);
  });
});

describe('a house that drains', () => {
  test('takes no new call, and keeps those it has', async () => {
    const { desk, ring, comesIn, streams } = openDesk();
    const call = await comesIn('CA1');
    desk.drain();
    expect(await ring('CA2')).toEqual({ kind: 'unavailable' });
    expect(await ring('CA1', { resume: 'resumed' })).toEqual({ kind: 'connect', stream: 1 });
    expect(await streams('CA1', 1)).toBe('admitted');
    expect(call.told).toEqual(['start', 'losePhone', 'resume']);
  });

  test('takes no call that was still being looked up', async () => {
    const { desk, ring, streams } = openDesk();
    const ringing = ring('CA1');
    desk.drain();
    expect(await ringing).toEqual({ kind: 'unavailable' });
    expect(await streams('CA1')).toBe('refused');
  });

  test('leaves no timer behind', async () => {
    const { desk, ring } = openDesk();
    await ring('CA1');
    desk.drain();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a stream', () => {
  test('of a call nobody expects is refused', async () => {
    expect(await openDesk().streams('CA1')).toBe('refused');
  });

  test('beside the live one of its call is refused', async () => {
    const { comesIn, streams } = openDesk();
    const call = await comesIn('CA1');
    expect(await streams('CA1', 1)).toBe('refused');
    expect(call.told).toEqual(['start']);
  });

  test('is let in once, however often its token comes at the same moment', async () => {
    const { ring, streams, liveCalls } = openDesk();
    await ring('CA1');
    const answers = await Promise.all(Array.from({ length: 50 }, () => streams('CA1')));
    expect(answers.filter((answer) => answer === 'admitted')).toHaveLength(1);
    expect(liveCalls.size).toBe(1);
  });

  test('of a call that lost its phone is the same call again', async () => {
    const { comesIn, streams, liveCalls } = openDesk();
    const call = await comesIn('CA1');
    call.phone = 'lost';
    expect(await streams('CA1', 1)).toBe('admitted');
    expect(call.told).toEqual(['start', 'resume']);
    expect(liveCalls.size).toBe(1);
  });

  test('of a call that is over is refused, though its end is still being written', async () => {
    const { comesIn, streams } = openDesk();
    const call = await comesIn('CA1');
    call.phone = 'lost';
    call.outcome = 'completed';
    expect(await streams('CA1', 1)).toBe('refused');
    expect(call.told).toEqual(['start']);
  });
});

describe('after a stream', () => {
  test('a call that goes on is connected again, and knows that its phone is gone', async () => {
    const { desk, comesIn } = openDesk();
    const call = await comesIn('CA1');
    expect(await desk.streamEnded('CA1')).toEqual({ kind: 'connect', stream: 1 });
    expect(call.told).toEqual(['start', 'losePhone']);
  });

  test.each(['completed', 'booked', 'silent', 'tooLong', 'phoneLost'])(
    'a call that ended %s is hung up, before and after its end was written',
    async (outcome) => {
      const { desk, comesIn, ends } = openDesk();
      const call = await comesIn('CA1');
      call.outcome = outcome;
      expect(await desk.streamEnded('CA1')).toEqual({ kind: 'hangUp' });
      ends(call, outcome);
      expect(await desk.streamEnded('CA1')).toEqual({ kind: 'hangUp' });
      expect(call.told).toEqual(['start']);
    },
  );

  test.each(['modelUnavailable', 'broke'])(
    'a caller whose call ended %s gets an apology and the other number',
    async (outcome) => {
      const { desk, comesIn, ends } = openDesk();
      const call = await comesIn('CA1');
      const apology = { kind: 'apologize', fallbackNumber: '+97231234567' };
      call.outcome = outcome;
      expect(await desk.streamEnded('CA1')).toEqual(apology);
      ends(call, outcome);
      expect(await desk.streamEnded('CA1')).toEqual(apology);
    },
  );

  test('a call nobody knows is hung up', async () => {
    expect(await openDesk().desk.streamEnded('CA1')).toEqual({ kind: 'hangUp' });
  });
});

describe('two nodes of one address', () => {
  function twoNodes() {
    const { rows, register } = openRegister();
    return { rows, here: openDesk({ register }), there: openDesk({ register }) };
  }

  test('a ring that one answered streams into the other', async () => {
    const { here, there } = twoNodes();
    expect(await here.ring('CA1')).toEqual(first);
    expect(await there.streams('CA1')).toBe('admitted');
    expect(await here.streams('CA1')).toBe('refused');
    expect([here.liveCalls.size, there.liveCalls.size]).toEqual([0, 1]);
  });

  test('a ring that comes again on the other while its call is on the line gets no token', async () => {
    const { here, there } = twoNodes();
    await here.comesIn('CA1');
    expect(await there.ring('CA1')).toEqual({ kind: 'hangUp' });
  });

  test('a call whose node is gone goes on at the other as a call of its own, with a higher epoch', async () => {
    const { here, there, rows } = twoNodes();
    await here.comesIn('CA1');
    expect(await there.desk.streamEnded('CA1')).toEqual({ kind: 'connect', stream: 1 });
    const resumed = await there.comesIn('CA1', 1);
    expect([resumed.told, resumed.epoch, rows.size]).toEqual([['start'], 2, 1]);
  });

  test('a node that lost a call lets no stream of it in again', async () => {
    const { here, there } = twoNodes();
    const zombie = await here.comesIn('CA1');
    await there.comesIn('CA1', 1);
    zombie.phone = 'lost';
    expect(await here.streams('CA1', 2)).toBe('refused');
    expect(zombie.told).toEqual(['start']);
  });

  test('a call that ended at one is over at the other', async () => {
    const { here, there, rows } = twoNodes();
    await here.comesIn('CA1');
    Object.assign(rows.get('CA1') ?? {}, { outcome: 'modelUnavailable' });
    expect(await there.desk.streamEnded('CA1')).toEqual({ kind: 'apologize', fallbackNumber: '+97231234567' });
    expect(await there.ring('CA1', { resume: 'resumed' })).toMatchObject({ kind: 'apologize' });
  });
});

test('only the last states of a call say that the caller hung up', async () => {
  const { desk, comesIn } = openDesk();
  const call = await comesIn('CA1');
  for (const status of ['queued', 'ringing', 'in-progress', 'dancing'])
    await desk.statusChanged({ callSid: 'CA1', status });
  expect(call.told).toEqual(['start']);
  for (const status of ['completed', 'busy', 'failed', 'no-answer', 'canceled']) {
    await desk.statusChanged({ callSid: 'CA1', status });
    await desk.statusChanged({ callSid: 'CA2', status });
  }
  expect(call.told).toEqual(['start', ...Array<string>(5).fill('hungUp')]);
});

test('a status that comes before its ring, in whatever order, changes nothing of the call', async () => {
  const { desk, comesIn, ring } = openDesk();
  for (const status of ['initiated', 'completed', 'ringing']) await desk.statusChanged({ callSid: 'CA1', status });
  expect(await ring('CA1')).toEqual(first);
  const call = await comesIn('CA1');
  expect([call.told, call.epoch]).toEqual([['start'], 1]);
});

test('of calls that are over the last two thousand are remembered, also without a database', async () => {
  const { register } = openRegister();
  const { desk, ends } = openDesk({ register: { ...register, standing: () => Promise.reject(new Error('away')) } });
  for (let call = 0; call <= 500; call += 1) ends(new DeskCall({ callSid: `CA${call}`, epoch: 1 }));
  expect(await desk.streamEnded('CA1')).toEqual({ kind: 'hangUp' });
  await expect(desk.streamEnded('CA0')).rejects.toThrow('away');
});
