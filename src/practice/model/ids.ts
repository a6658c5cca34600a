import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export type IdPrefix = 'sess' | 'conv' | 'item' | 'resp' | 'event' | 'chatcmpl';

/** An id that looks like the real service's: `item_` and 21 letters or digits. */
export function newId(prefix: IdPrefix): string {
  const letters = Array.from({ length: 21 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${prefix}_${letters.join('')}`;
}
