import type { Check } from '../call-report.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';
import { announcedRows } from './announced-rows.ts';
import { exactRows } from './exact-rows.ts';
import { heardTruthKept } from './heard-truth-kept.ts';
import { keptSilence } from './kept-silence.ts';
import { noFalseConfirmation } from './no-false-confirmation.ts';
import { nobodyLeftHanging } from './nobody-left-hanging.ts';
import { oneVoice } from './one-voice.ts';
import { serverMessagesOwn } from './server-messages-own.ts';
import { shortSounds } from './short-sounds.ts';
import { totalBargeIn } from './total-barge-in.ts';

/** The laws that can be seen from outside, checked on every practice call. */
const OBSERVED_LAWS: readonly ObservedLaw[] = [
  oneVoice,
  totalBargeIn,
  heardTruthKept,
  keptSilence,
  nobodyLeftHanging,
  shortSounds,
  noFalseConfirmation,
  announcedRows,
  serverMessagesOwn,
  exactRows,
];

export function checkLaws(call: PlayedCall): Check[] {
  const seen = OBSERVED_LAWS.filter((law) => call.sight === 'bothEnds' || law.needs === 'phone');
  return seen.map(({ law, name, faults }) => ({ law, name, faults: faults(call) }));
}
