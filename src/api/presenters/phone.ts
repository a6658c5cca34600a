const ISRAEL = '+972';

/** A stored number as people write it: Israeli ones as `0501234567`, others with their country code. */
export function nationalPhone(stored: string): string {
  return stored.startsWith(ISRAEL) ? `0${stored.slice(ISRAEL.length)}` : stored;
}

/** The number of a caller, or null for one who withheld it. */
export function knownPhone(stored: string | null): string | null {
  return stored === null || !stored.startsWith('+') ? null : nationalPhone(stored);
}
