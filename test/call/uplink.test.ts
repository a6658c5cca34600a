import { Uplink } from '../../src/call/uplink.ts';

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

test('while a session is open each frame goes through at once', () => {
  const { uplink, taken, opens } = session();
  opens();
  uplink.push('a');
  expect(taken).toEqual(['a']);
});

test('nothing is lost while no session is open, and all comes in its order', () => {
  const { uplink, taken, opens, falls } = session();
  uplink.push('a');
  uplink.push('b');
  expect(taken).toEqual([]);
  opens();
  uplink.push('c');
  falls();
  uplink.push('d');
  opens();
  expect(taken).toEqual(['a', 'b', 'c', 'd']);
});

test('a new frame never overtakes the kept ones', () => {
  const taken: string[] = [];
  const answers = [false, true, true];
  const uplink = new Uplink((payload) => {
    const takes = answers.shift() ?? true;
    if (takes) taken.push(payload);
    return takes;
  });
  uplink.push('a');
  uplink.push('b');
  expect(taken).toEqual([]);
  uplink.flush();
  expect(taken).toEqual(['a', 'b']);
});

test('a session that falls while it is told the kept frames loses none of them', () => {
  const taken: string[] = [];
  const answers = [false, true, false];
  const uplink = new Uplink((payload) => {
    const takes = answers.shift() ?? true;
    if (takes) taken.push(payload);
    return takes;
  });
  for (const frame of ['a', 'b', 'c']) uplink.push(frame);
  uplink.flush();
  expect(taken).toEqual(['a']);
  uplink.flush();
  expect(taken).toEqual(['a', 'b', 'c']);
});

test('of a session that never comes the last twenty seconds are kept', () => {
  const { uplink, taken, opens } = session();
  for (let frame = 0; frame < 1_500; frame += 1) uplink.push(`${frame}`);
  opens();
  expect([taken.length, taken[0], taken.at(-1)]).toEqual([1_000, '500', '1499']);
});
