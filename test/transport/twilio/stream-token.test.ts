import { createStreamTokens } from '../../../src/transport/twilio/stream-token.ts';

function tokensAt(startMs: number, options: { secret?: string } = {}) {
  const clock = { nowMs: startMs };
  return { clock, tokens: createStreamTokens({ now: () => clock.nowMs, ...options }) };
}

describe('a stream token', () => {
  test('opens its call once and never again', () => {
    const { tokens } = tokensAt(1_000);
    const token = tokens.issue('CA1');
    expect([1, 2, 3].map(() => tokens.redeem(token, 'CA1'))).toEqual([true, false, false]);
  });

  test('opens no other call, and still opens its own afterwards', () => {
    const { tokens } = tokensAt(1_000);
    const token = tokens.issue('CA1');
    expect(tokens.redeem(token, 'CA2')).toBe(false);
    expect(tokens.redeem(token, 'CA1')).toBe(true);
  });

  test('is dead after 60 seconds', () => {
    const { tokens, clock } = tokensAt(1_000);
    const [early, late] = [tokens.issue('CA1'), tokens.issue('CA2')];
    clock.nowMs += 59_999;
    expect(tokens.redeem(early, 'CA1')).toBe(true);
    clock.nowMs += 1;
    expect(tokens.redeem(late, 'CA2')).toBe(false);
  });

  test('stays used however long ago that was', () => {
    const { tokens, clock } = tokensAt(1_000);
    const token = tokens.issue('CA1');
    tokens.redeem(token, 'CA1');
    clock.nowMs += 3_600_000;
    expect(tokens.redeem(token, 'CA1')).toBe(false);
  });

  test('is refused with any one character changed', () => {
    const { tokens } = tokensAt(1_000);
    const token = tokens.issue('CA1');
    const changed = Array.from(
      token,
      (sign, at) => token.slice(0, at) + (sign === 'A' ? 'Q' : 'A') + token.slice(at + 1),
    );
    expect(changed.filter((forged) => tokens.redeem(forged, 'CA1'))).toEqual([]);
    expect(tokens.redeem(token, 'CA1')).toBe(true);
  });

  test.each([undefined, '', '..', 'not-a-token-at-all-000000000000', 'שלום', 'x'.repeat(100_000)])(
    'is refused without an exception when it is %p',
    (token) => {
      expect(tokensAt(1_000).tokens.redeem(token, 'CA1')).toBe(false);
    },
  );

  test('fits into a stream parameter and differs each time', () => {
    const { tokens } = tokensAt(Date.UTC(2026, 10, 23));
    const issued = [tokens.issue('CA1'), tokens.issue('CA1')];
    expect(new Set(issued).size).toBe(2);
    expect(issued.every((token) => token.length >= 16 && token.length < 490)).toBe(true);
  });

  test('of one node opens the call on another that shares the secret, and on no other', () => {
    const issuing = tokensAt(1_000, { secret: 'shared' });
    const token = issuing.tokens.issue('CA1');
    expect(tokensAt(2_000, { secret: 'other' }).tokens.redeem(token, 'CA1')).toBe(false);
    expect(tokensAt(2_000, { secret: 'shared' }).tokens.redeem(token, 'CA1')).toBe(true);
  });
});
