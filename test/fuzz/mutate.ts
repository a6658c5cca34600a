import type { Dice } from '../soak/dice.ts';

const WILD: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  '\ud800',
  '\ufeff{}',
  '‏התור\u202e נקבע',
  '__proto__',
  "'; DROP TABLE appointment; --",
  '<script>alert(1)</script>',
  '🦷'.repeat(50),
  'א'.repeat(10_000),
  'AAAA=AAA',
  [],
  {},
  [[[[[[]]]]]],
];

/** A message with one or more of its values exchanged, dropped, doubled or poisoned. */
export function mutated(message: unknown, dice: Dice): unknown {
  if (dice.happens(6)) return dice.pick(WILD);
  if (Array.isArray(message)) return message.map((one) => (dice.happens(2) ? mutated(one, dice) : (one as unknown)));
  if (typeof message !== 'object' || message === null) return dice.happens(2) ? dice.pick(WILD) : message;
  const entries = Object.entries(message).flatMap(([key, value]): [string, unknown][] => {
    if (dice.happens(10)) return [];
    if (dice.happens(20)) return [[dice.pick(['__proto__', 'constructor', `${key}x`]) ?? key, value]];
    return [[key, dice.happens(3) ? mutated(value, dice) : (value as unknown)]];
  });
  return Object.fromEntries(entries);
}

/** Text on a wire that may be no JSON at all. */
export function hostileText(message: unknown, dice: Dice): string {
  const text = JSON.stringify(mutated(message, dice) ?? null);
  switch (dice.below(12)) {
    case 0:
      return text.slice(0, dice.below(text.length + 1));
    case 1:
      return `\ufeff${text}`;
    case 2:
      return text + text;
    case 3:
      return '['.repeat(10_000);
    case 4:
      return flipped(text, dice);
    default:
      return text;
  }
}

/** One character of a text is another one. */
function flipped(text: string, dice: Dice): string {
  const at = dice.below(text.length);
  const other = String.fromCharCode(text.charCodeAt(at) ^ (1 << dice.below(7)));
  return text.slice(0, at) + other + text.slice(at + 1);
}
