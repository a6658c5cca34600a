import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const DAYS = 3;

/** A password to begin with, easy to read out: 99 random bits in five groups, without letters that look like others. */
export function newFirstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}

/** How long a password that somebody else set opens the console, and that only to choose one's own. */
export function firstPasswordUntil(now: number): Date {
  return new Date(now + DAYS * 24 * 3_600_000);
}
