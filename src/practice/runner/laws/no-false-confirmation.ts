import type { HeardWord } from '../../phone/heard-truth.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';

const HEARD_SHARE = 0.6;

/** Ways to claim a booking; a message is never sent during a call, so that claim is never true. */
const CLAIMS = [
  { words: ['קבעתי'], canBeTrue: 'yes' },
  { words: ['שריינתי'], canBeTrue: 'yes' },
  { words: ['שמרתי', 'לך'], canBeTrue: 'yes' },
  { words: ['התור', 'נקבע'], canBeTrue: 'yes' },
  { words: ['התור', 'שלך', 'נקבע'], canBeTrue: 'yes' },
  { words: ['נקבע', 'לך', 'תור'], canBeTrue: 'yes' },
  { words: ['שלחתי'], canBeTrue: 'no' },
] as const;

function bare(word: string): string {
  return word.replace(/[^\p{L}]/gu, '');
}

function claimsAt(words: readonly HeardWord[], index: number, trueFromMs: number): string[] {
  const startedMs = words[index]?.startedMs ?? 0;
  return CLAIMS.filter((claim) => claim.words.every((word, offset) => bare(words[index + offset]?.text ?? '') === word))
    .filter((claim) => claim.canBeTrue === 'no' || startedMs < trueFromMs)
    .map((claim) => `the caller heard «${claim.words.join(' ')}» before it was true`);
}

function faultsOf(call: PlayedCall): string[] {
  const created = call.record.modelNews('server.message').find((news) => news.text.includes('appointment_created'));
  const ownRow = call.rows.some((row) => row.callSid === call.callSid);
  const unseen = call.sight === 'phoneOnly' && ownRow ? -Infinity : Infinity;
  const heard = call.words.filter((word) => word.heardMs >= word.wordMs * HEARD_SHARE);
  return heard.flatMap((_, index) => claimsAt(heard, index, created?.atMs ?? unseen));
}

/** L7: no claim of a booking, reservation or sent message is heard before the server made it true. */
export const noFalseConfirmation: ObservedLaw = {
  law: 'L7',
  name: 'no false confirmation is heard',
  needs: 'phone',
  faults: faultsOf,
};
