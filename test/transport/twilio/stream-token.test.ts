import { createStreamTokens } from '../../../src/transport/twilio/stream-token.ts';

function tokensAt(startMs: number, secret = 'shared') {
  const clock = { nowMs: startMs };
  return { clock, tokens: createStreamTokens({ now: () => clock.nowMs, secret }) };
}

describe('a stream token', () => {
  test('tells its stream to its call, and nothing to another', () => {
    const { tokens } = tokensAt(1_000);
    const token = tokens.issue('CA1', 7);
    expect(tokens.read(token, 'CA1')).toBe(7);
    expect(tokens.read(token, 'CA2')).toBeNull();
  });

  test('is dead after 60 seconds', () => {
    const { tokens, clock } = tokensAt(1_000);
    const token = tokens.issue('CA1', 0);
    clock.nowMs += 59_999;
    expect(tokens.read(token, 'CA1')).toBe(0);
    clock.nowMs += 1;
    expect(tokens.read(token, 'CA1')).toBeNull();
  });

  test('is refused with any one character changed', () => {
    const { tokens } = tokensAt(1_000);
    const token = tokens.issue('CA1', 35);
    const changed = Array.from(
      token,
      (sign, at) => token.slice(0, at) + (sign === 'A' ? 'Q' : 'A') + token.slice(at + 1),
    );
    expect(changed.filter((forged) => tokens.read(forged, 'CA1') !== null)).toEqual([]);
    expect(tokens.read(token, 'CA1')).toBe(35);
  });

  test.each([undefined, '', '..', 'not-a-token-at-all-000000000000', 'שלום', 'x'.repeat(100_000)])(
    'is refused without an exception when it is %p',
    (token) => {
      expect(tokensAt(1_000).tokens.read(token, 'CA1')).toBeNull();
    },
  );

  test('fits into a stream parameter', () => {
    const token = tokensAt(Date.UTC(2026, 10, 23)).tokens.issue('CA1', 999);
    expect(token.length >= 16 && token.length < 490).toBe(true);
  });

  test('of one node is read on another that shares the secret, and on no other', () => {
    const token = tokensAt(1_000).tokens.issue('CA1', 1);
    expect(tokensAt(2_000, 'other').tokens.read(token, 'CA1')).toBeNull();
    expect(tokensAt(2_000).tokens.read(token, 'CA1')).toBe(1);
  });
});
