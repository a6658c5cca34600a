/** How a keypad spells the word that stands for a withheld number: some networks and Twilio give the digits instead of the word. */
const SPELLED = new Set([
  '266696687', // ANONYMOUS
  '2562533', // BLOCKED
  '7748283', // PRIVATE
  '7378742833', // RESTRICTED
  '86282452253', // UNAVAILABLE
  '8656696', // UNKNOWN
]);

/** The number a call comes from, E.164; null where it is withheld, so that nobody is taken for another who withholds theirs. */
export function callerNumber(from: string): string | null {
  const [, digits = ''] = /^\+(\d{6,15})$/.exec(from) ?? [];
  return digits === '' || SPELLED.has(digits) ? null : from;
}
