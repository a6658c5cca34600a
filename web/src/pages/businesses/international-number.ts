/** `03-123 4567` as people write it, in the form the telephone network dials; null where it is no number. */
export function internationalNumber(written: string): string | null {
  const digits = written.replaceAll(/[\s\-().\p{Cf}]/gu, '');
  const number = /^0[1-9]\d{7,8}$/.test(digits) ? `+972${digits.slice(1)}` : digits;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}
