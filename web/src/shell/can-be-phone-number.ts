const SEPARATORS = /[\s\-().\p{Cf}]/gu;
const ISRAELI = /^0([57]\d{8}|[23489]\d{7})$/;

/** Whether a caller's number may go to the service, which knows numbers better: refuses what can be none in Israel or abroad. */
export function canBePhoneNumber(written: string): boolean {
  const digits = written.replaceAll(SEPARATORS, '');
  return /^0[1-9]/.test(digits) ? ISRAELI.test(digits) : /^\+?\p{Nd}{8,17}$/u.test(digits);
}
