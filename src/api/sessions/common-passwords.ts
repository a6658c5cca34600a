import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FILE = new URL('./common-passwords.txt.gz', import.meta.url);

let known: ReadonlySet<string> | null = null;

/**
 * 11,628 passwords of 12 to 32 characters that people were seen to use, in lower case and in no order: what fits our rule of the
 * lists of SecLists and zxcvbn-ts, both MIT (common-passwords-licence.md), but for those with an `@` (many are addresses), a
 * backslash or a character beyond ASCII. Packed: 85 kB, read when first asked.
 */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(gunzipSync(readFileSync(FILE)).toString('utf8').trimEnd().split('\n'));
  return known;
}

/** Whether so many people use this password that it is among the first to be guessed; its case changes nothing. */
export function isCommonPassword(password: string): boolean {
  return commonPasswords().has(password.trim().toLowerCase());
}
