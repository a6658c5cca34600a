import { wordsOf } from '../../audio/spoken-words.ts';
import type { PhoneNewsOf } from '../call-record.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';

const ANSWER_WITHIN_MS = 8000;
const SHORTEST_SPEECH_MS = 400;
const CLEAR_WORD = -1;

function isIntelligible(call: PlayedCall, spoken: PhoneNewsOf<'caller.ends'>): boolean {
  const step = call.utterances.get(spoken.utterance);
  const wasLost = step?.transcript === 'failed' || step?.transcript === 'never';
  if (spoken.text === '' || spoken.voiceMs < SHORTEST_SPEECH_MS || wasLost) return false;
  return wordsOf(spoken.text).length > 1 || (step?.confidence ?? 0) >= CLEAR_WORD;
}

function wasAnswered(call: PlayedCall, spoken: PhoneNewsOf<'caller.ends'>): boolean {
  const untilMs = spoken.atMs + ANSWER_WITHIN_MS;
  const inTime = (atMs: number) => atMs > spoken.atMs && atMs <= untilMs;
  const ended = call.record.phoneNews('call.ended').some((news) => news.atMs <= untilMs);
  const spokeAgain = call.record.phoneNews('caller.starts').some((news) => inTime(news.atMs));
  const pressed = call.record.phoneNews('caller.pressed').some((news) => inTime(news.atMs));
  return ended || spokeAgain || pressed || call.words.some((word) => inTime(word.startedMs));
}

/** L5: a caller who said something intelligible hears an answer within 8 s. */
export const nobodyLeftHanging: ObservedLaw = {
  law: 'L5',
  name: 'every turn is answered within 8 s',
  needs: 'phone',
  faults: (call) =>
    call.record
      .phoneNews('caller.ends')
      .filter((spoken) => isIntelligible(call, spoken) && !wasAnswered(call, spoken))
      .map((spoken) => `no answer to «${spoken.text}»`),
};
