import type { HeardWord } from '../../phone/heard-truth.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';

const HEARD_SHARE = 0.6;

/** Ways to claim something, and the message that makes it true; one is never sent during a call, so that is never true. */
const CLAIMS = [
  { words: ['קבעתי'], trueAfter: 'appointment_created' },
  { words: ['שריינתי'], trueAfter: 'appointment_created' },
  { words: ['שמרתי', 'לך'], trueAfter: 'appointment_created' },
  { words: ['התור', 'נקבע'], trueAfter: 'appointment_created' },
  { words: ['התור', 'שלך', 'נקבע'], trueAfter: 'appointment_created' },
  { words: ['נקבע', 'לך', 'תור'], trueAfter: 'appointment_created' },
  { words: ['התור', 'הועבר'], trueAfter: 'appointment_moved' },
  { words: ['העברתי', 'את', 'התור'], trueAfter: 'appointment_moved' },
  { words: ['בוטל'], trueAfter: 'appointment_cancelled' },
  { words: ['ביטלתי'], trueAfter: 'appointment_cancelled' },
  { words: ['רשמתי', 'אותך'], trueAfter: 'waitlisted' },
  { words: ['שלחתי'], trueAfter: null },
] as const;

function bare(word: string): string {
  return word.replace(/[^\p{L}]/gu, '');
}

function claimsAt(words: readonly HeardWord[], index: number, trueFromMs: (message: string) => number): string[] {
  const startedMs = words[index]?.startedMs ?? 0;
  return CLAIMS.filter((claim) => claim.words.every((word, offset) => bare(words[index + offset]?.text ?? '') === word))
    .filter((claim) => claim.trueAfter === null || startedMs < trueFromMs(claim.trueAfter))
    .map((claim) => `the caller heard «${claim.words.join(' ')}» before it was true`);
}

function faultsOf(call: PlayedCall): string[] {
  const ownRow = call.rows.some((row) => row.callSid === call.callSid);
  const unseen = call.sight === 'phoneOnly' && ownRow ? -Infinity : Infinity;
  const told = (message: string): number =>
    call.record.modelNews('server.message').find((news) => news.text.includes(message))?.atMs ?? unseen;
  const heard = call.words.filter((word) => word.heardMs >= word.wordMs * HEARD_SHARE);
  return heard.flatMap((_, index) => claimsAt(heard, index, told));
}

/** L7: no claim of a booking, reservation or sent message is heard before the server made it true. */
export const noFalseConfirmation: ObservedLaw = {
  law: 'L7',
  name: 'no false confirmation is heard',
  needs: 'phone',
  faults: faultsOf,
};
