import { watchClaims } from '../../src/speech/claims-watch.ts';
import type { BookedTime, Truth } from '../../src/speech/claims.ts';

const tuesdayAtTen = { date: '2026-11-24', time: '10:00' };

const only = (booked: readonly BookedTime[]): Truth => ({
  today: null,
  booked,
  standing: booked,
  moved: [],
  cancelled: [],
  waitlisted: [],
});

/** The words at which the watch raised its hand. */
function raisedAt(deltas: readonly string[], booked: readonly BookedTime[] = []): string[] {
  const watch = watchClaims(() => only(booked));
  return deltas.filter((delta) => watch.hears(delta) !== null);
}

test('raises its hand at the very word that makes the claim', () => {
  expect(raisedAt(['מעולה,', ' קבעתי', ' לך', ' תור'])[0]).toBe(' קבעתי');
});

test('a claim that comes letter by letter is seen when its word is whole', () => {
  expect(raisedAt([...'טוב, שלחתי לך'])[0]).toBe('י');
});

test('a claim whose thing comes after its verb is seen at the thing', () => {
  expect(raisedAt(['אז', ' הכל', ' טוב,', ' נקבע', ' לך', ' תור'])[0]).toBe(' נקבע');
  expect(raisedAt(['ובכן', ' אני', ' שמח', ' לומר', ' נקבע', ' סוף', ' סוף', ' התור'])[0]).toBe(' התור');
});

test('a whole answer in one piece is read to its end', () => {
  expect(raisedAt([`${'שלום וברכה. '.repeat(20)}קבעתי לך תור.${' נתראה.'.repeat(20)}`])).toHaveLength(1);
});

test('an honest answer never raises it', () => {
  expect(raisedAt(['הזמן', ' הזה', ' פנוי.', ' רוצה', ' שאקבע', ' אותו', ' עכשיו?'])).toEqual([]);
});

test('an appointment committed while the answer is being made makes its claim true', () => {
  const booked: BookedTime[] = [];
  const watch = watchClaims(() => only(booked));
  expect(watch.hears('רגע. ')).toBeNull();
  booked.push(tuesdayAtTen);
  expect(watch.hears('התור נקבע ליום שלישי בשעה 10:00')).toBeNull();
});

test('a true booking does not make a message sent', () => {
  expect(raisedAt(['התור נקבע.', ' שלחתי', ' לך'], [tuesdayAtTen])[0]).toBe(' שלחתי');
});

test('the ledger is not asked about words that claim nothing', () => {
  const asked: string[] = [];
  const watch = watchClaims(() => (asked.push('ledger'), only([])));
  for (const word of ['שלום,', ' במה', ' אפשר', ' לעזור?']) watch.hears(word);
  expect(asked).toEqual([]);
});
