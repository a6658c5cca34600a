import { findingWords } from './finding-words.ts';
import type { FindingCode } from './finding-words.ts';

type Values = Readonly<Record<string, string | number>>;

/** What one check found: one line each. `how` says in plain words what to do; code and values say the same to a program. */
export type Finding = { code: FindingCode; values: Values } & (
  { kind: 'ok'; what: string } | { kind: 'fix'; what: string; how: string }
);

/** What was found, in English; something is to be mended where its words say how. */
export function found(code: FindingCode, values: Values = {}): Finding {
  const filled = (words: string) =>
    words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '?'));
  const words: { what: string; how?: string } = findingWords[code];
  const what = filled(words.what);
  return words.how === undefined
    ? { code, values, kind: 'ok', what }
    : { code, values, kind: 'fix', what, how: filled(words.how) };
}

/** Short words for a fault of a library: its code or its name, never its values. */
export function faultWords(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown fault';
  const inner = 'cause' in error && typeof error.cause === 'object' && error.cause !== null ? error.cause : error;
  if ('code' in inner && typeof inner.code === 'string') return inner.code;
  return 'name' in inner && typeof inner.name === 'string' ? inner.name : 'unknown fault';
}
