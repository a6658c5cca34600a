import { jest } from '@jest/globals';
import type { OpenedCall } from '../../src/actions/open-call.ts';
import type { Call } from '../../src/call/call.ts';
import { CallDesk } from '../../src/call/front-desk.ts';
import type { FrontDeskOptions } from '../../src/call/front-desk.ts';
import { LiveCalls } from '../../src/call/live-calls.ts';
import type { MediaStream } from '../../src/transport/twilio/media-stream.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A call as the desk knows it. */
class DeskCall {
  readonly callSid: string;
  readonly fallbackNumber = '+97231234567';
  readonly told: string[] = [];
  outcome: string | null = null;
  phone: 'live' | 'lost' = 'lost';

  constructor(callSid: string) {
    this.callSid = callSid;
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

function openDesk({ maxCalls = 2, openCall }: Partial<Pick<FrontDeskOptions, 'maxCalls' | 'openCall'>> = {}) {
  const calls = new Map<string, DeskCall>();
  const unused: string[] = [];
  const liveCalls = new LiveCalls();
  const desk = new CallDesk({
    liveCalls,
    maxCalls,
    openCall: openCall ?? (async ({ callSid, to }) => (to === '+999' ? 'unknownNumber' : openedCall(callSid))),
    makeCall: ({ callSid }) => {
      const call = new DeskCall(callSid);
      calls.set(callSid, call);
      return call as unknown as Call;
    },
    closeUnused: ({ callSid }) => void unused.push(callSid),
  });
  const ring = (callSid: string, more: { to?: string; resume?: 'first' | 'resumed' } = {}) =>
    desk.ring({ callSid, from: '+972501234567', to: '+97235550000', resume: 'first', ...more });
  const streams = (callSid: string) => desk.admit({ callSid } as MediaStream);
  const comesIn = async (callSid: string): Promise<DeskCall> => {
    await ring(callSid);
    streams(callSid);
    const call = calls.get(callSid);
    if (!call) throw new Error('the call did not begin');
    return call;
  };
  const ends = (call: DeskCall, outcome = 'completed') => {
    call.outcome = outcome;
    desk.finish(call as unknown as Call, outcome);
  };
  return { desk, calls, unused, liveCalls, ring, streams, comesIn, ends };
}

const openedCall = (callSid: string) => ({ callSid }) as OpenedCall;

describe('a ring', () => {
  test('of a known number is expected, and its stream becomes a live call', async () => {
    const { ring, streams, calls, liveCalls } = openDesk();
    expect(await ring('CA1')).toEqual({ kind: 'connect' });
    expect(liveCalls.size).toBe(0);
    expect(streams('CA1')).toBe('admitted');
    expect(calls.get('CA1')?.told).toEqual(['start']);
    expect(liveCalls.size).toBe(1);
  });

  test('of a number of no business is told so and takes no place', async () => {
    const { ring, streams } = openDesk({ maxCalls: 1 });
    expect(await ring('CA1', { to: '+999' })).toEqual({ kind: 'unknownNumber' });
    expect(streams('CA1')).toBe('refused');
    expect(await ring('CA2')).toEqual({ kind: 'connect' });
  });

  test('is busy at the last place, counting calls that are still expected', async () => {
    const { ring, comesIn } = openDesk({ maxCalls: 2 });
    await comesIn('CA1');
    await ring('CA2');
    expect(await ring('CA3')).toEqual({ kind: 'busy' });
    expect(await ring('CA2')).toEqual({ kind: 'connect' });
  });

  test('is busy too where the others are still being looked up', async () => {
    const { ring } = openDesk({ maxCalls: 1 });
    const rings = await Promise.all([ring('CA1'), ring('CA2'), ring('CA3')]);
    expect(rings.map(({ kind }) => kind)).toEqual(['connect', 'busy', 'busy']);
  });

  test('that could not be looked up leaves its place to the next', async () => {
    const answers = [Promise.reject(new Error('database away')), Promise.resolve(openedCall('CA2'))];
    const { ring } = openDesk({ maxCalls: 1, openCall: () => answers.shift() ?? Promise.resolve('unknownNumber') });
    await expect(ring('CA1')).rejects.toThrow('database away');
    expect(await ring('CA2')).toEqual({ kind: 'connect' });
  });

  test('whose repetition was looked up after the stream came in leaves the live call alone', async () => {
    const lookups: ((opened: OpenedCall) => void)[] = [];
    const { ring, streams, unused } = openDesk({ openCall: () => new Promise((found) => lookups.push(found)) });
    const [first, second] = [ring('CA1'), ring('CA1')];
    lookups[0]?.(openedCall('CA1'));
    await first;
    expect(streams('CA1')).toBe('admitted');
    lookups[1]?.(openedCall('CA1'));
    expect(await second).toEqual({ kind: 'connect' });
    jest.advanceTimersByTime(600_000);
    expect(unused).toEqual([]);
  });

  test('of a call that is over is finished, also while its end is still being written', async () => {
    const { ring, comesIn, ends } = openDesk();
    const call = await comesIn('CA1');
    call.outcome = 'completed';
    expect(await ring('CA1', { resume: 'resumed' })).toEqual({ kind: 'finished' });
    ends(call);
    expect(await ring('CA1')).toEqual({ kind: 'finished' });
  });

  test('that repeats the one of a live call changes nothing of it', async () => {
    const { ring, comesIn } = openDesk({ maxCalls: 1 });
    const call = await comesIn('CA1');
    expect(await ring('CA1')).toEqual({ kind: 'connect' });
    expect(call.told).toEqual(['start']);
  });

  test('by the trailing redirect tells the live call that its phone is gone', async () => {
    const { ring, comesIn, streams } = openDesk({ maxCalls: 1 });
    const call = await comesIn('CA1');
    expect(await ring('CA1', { resume: 'resumed' })).toEqual({ kind: 'connect' });
    expect(streams('CA1')).toBe('admitted');
    expect(call.told).toEqual(['start', 'losePhone', 'resume']);
  });

  test('that never becomes a stream is closed after its token is dead, and frees its place', async () => {
    const { ring, streams, unused } = openDesk({ maxCalls: 1 });
    await ring('CA1');
    jest.advanceTimersByTime(74_999);
    expect(unused).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(unused).toEqual(['CA1']);
    expect(streams('CA1')).toBe('refused');
    expect(await ring('CA2')).toEqual({ kind: 'connect' });
  });

  test('that became a stream is not closed as unused', async () => {
    const { comesIn, unused } = openDesk();
    await comesIn('CA1');
    jest.advanceTimersByTime(600_000);
    expect(unused).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('that rings twice is expected once, from the second ring on', async () => {
    const { ring, unused } = openDesk();
    await ring('CA1');
    jest.advanceTimersByTime(60_000);
    await ring('CA1');
    jest.advanceTimersByTime(60_000);
    expect(unused).toEqual([]);
    jest.advanceTimersByTime(15_000);
    expect(unused).toEqual(['CA1']);
  });
});

describe('a house that drains', () => {
  test('takes no new call, and keeps those it has', async () => {
    const { desk, ring, comesIn, streams } = openDesk();
    const call = await comesIn('CA1');
    desk.drain();
    expect(await ring('CA2')).toEqual({ kind: 'unavailable' });
    expect(await ring('CA1', { resume: 'resumed' })).toEqual({ kind: 'connect' });
    expect(streams('CA1')).toBe('admitted');
    expect(call.told).toEqual(['start', 'losePhone', 'resume']);
  });

  test('takes no call that was still being looked up, and closes its row', async () => {
    const { desk, ring, streams, unused } = openDesk();
    const ringing = ring('CA1');
    desk.drain();
    expect(await ringing).toEqual({ kind: 'unavailable' });
    expect(unused).toEqual(['CA1']);
    expect(streams('CA1')).toBe('refused');
  });

  test('leaves no timer behind', async () => {
    const { desk, ring } = openDesk();
    await ring('CA1');
    desk.drain();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a stream', () => {
  test('of a call nobody expects is refused', () => {
    expect(openDesk().streams('CA1')).toBe('refused');
  });

  test('beside the live one of its call is refused', async () => {
    const { comesIn, streams } = openDesk();
    const call = await comesIn('CA1');
    expect(streams('CA1')).toBe('refused');
    expect(call.told).toEqual(['start']);
  });

  test('of a call that lost its phone is the same call again', async () => {
    const { comesIn, streams, liveCalls } = openDesk();
    const call = await comesIn('CA1');
    call.phone = 'lost';
    expect(streams('CA1')).toBe('admitted');
    expect(call.told).toEqual(['start', 'resume']);
    expect(liveCalls.size).toBe(1);
  });

  test('of a call that is over is refused, though its end is still being written', async () => {
    const { comesIn, streams } = openDesk();
    const call = await comesIn('CA1');
    call.phone = 'lost';
    call.outcome = 'completed';
    expect(streams('CA1')).toBe('refused');
    expect(call.told).toEqual(['start']);
  });
});

describe('after a stream', () => {
  test('a call that goes on is connected again, and knows that its phone is gone', async () => {
    const { desk, comesIn } = openDesk();
    const call = await comesIn('CA1');
    expect(await desk.streamEnded('CA1')).toEqual({ kind: 'reconnect' });
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

  test('a caller whom no model answered gets an apology and the other number', async () => {
    const { desk, comesIn, ends } = openDesk();
    const call = await comesIn('CA1');
    const apology = { kind: 'apologize', fallbackNumber: '+97231234567' };
    call.outcome = 'modelUnavailable';
    expect(await desk.streamEnded('CA1')).toEqual(apology);
    ends(call, 'modelUnavailable');
    expect(await desk.streamEnded('CA1')).toEqual(apology);
  });

  test('a call nobody knows is hung up', async () => {
    expect(await openDesk().desk.streamEnded('CA1')).toEqual({ kind: 'hangUp' });
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

test('of calls that are over the last two thousand are remembered', async () => {
  const { desk, ring, ends } = openDesk();
  for (let call = 0; call <= 2_000; call += 1) ends(new DeskCall(`CA${call}`));
  expect(await ring('CA1')).toEqual({ kind: 'finished' });
  expect(await ring('CA0')).toEqual({ kind: 'connect' });
  expect(await desk.streamEnded('CA0')).toEqual({ kind: 'hangUp' });
});
