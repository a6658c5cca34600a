import type { CallFigures } from './call-report.ts';
import { bargeInTimes } from './laws/total-barge-in.ts';
import type { PlayedCall } from './played-call.ts';

const LONGEST_ANSWER_MS = 8000;

function answerTimes({ record, words }: PlayedCall): number[] {
  const starts = record.phoneNews('caller.starts');
  return record
    .phoneNews('caller.ends')
    .filter((spoken) => spoken.text !== '')
    .map((spoken) => {
      const answeredAtMs = words.find((word) => word.startedMs > spoken.atMs)?.startedMs ?? NaN;
      const spokeAgain = starts.some((news) => news.atMs > spoken.atMs && news.atMs < answeredAtMs);
      return spokeAgain ? NaN : answeredAtMs - spoken.atMs;
    })
    .filter((ms) => ms > 0 && ms < LONGEST_ANSWER_MS);
}

function parserTimes({ record }: PlayedCall): number[] {
  return record.modelNews('parser.answered').map((answered) => {
    const asked = record
      .modelNews('parser.asked')
      .findLast((news) => news.text === answered.text && news.atMs <= answered.atMs);
    return answered.atMs - (asked?.atMs ?? answered.atMs);
  });
}

export function figuresOf(call: PlayedCall): CallFigures {
  return { answerMs: answerTimes(call), bargeInMs: bargeInTimes(call), parserMs: parserTimes(call) };
}
