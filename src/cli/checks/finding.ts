/** What one check found: one line each. `how` says in plain words what to do. */
export type Finding = { kind: 'ok'; what: string } | { kind: 'fix'; what: string; how: string };

export const ok = (what: string): Finding => ({ kind: 'ok', what });

export const fix = (what: string, how: string): Finding => ({ kind: 'fix', what, how });

/** Short words for a fault of a library: its code or its name, never its values. */
export function faultWords(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown fault';
  const inner = 'cause' in error && typeof error.cause === 'object' && error.cause !== null ? error.cause : error;
  if ('code' in inner && typeof inner.code === 'string') return inner.code;
  return 'name' in inner && typeof inner.name === 'string' ? inner.name : 'unknown fault';
}
