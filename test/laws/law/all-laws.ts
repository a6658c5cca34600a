import type { Law } from '../closed-model/explore.ts';
import { agreedChanges } from './agreed-changes.ts';
import { announcedRows } from './announced-rows.ts';
import { exactlyOnce } from './exactly-once.ts';
import { keptSilence } from './kept-silence.ts';
import { nobodyLeftHanging } from './nobody-left-hanging.ts';
import { nothingLeftBehind } from './nothing-left-behind.ts';
import { oneVoice } from './one-voice.ts';
import { onlyTheParserReads } from './only-the-parser-reads.ts';
import { orderOfQuestions } from './order-of-questions.ts';
import { shortSounds } from './short-sounds.ts';
import { staleResults } from './stale-results.ts';
import { totalBargeIn } from './total-barge-in.ts';

/** The laws of laws.md that the machine alone can keep or break. */
export const allLaws: readonly Law[] = [
  oneVoice,
  totalBargeIn,
  keptSilence,
  nobodyLeftHanging,
  shortSounds,
  announcedRows,
  onlyTheParserReads,
  staleResults,
  exactlyOnce,
  agreedChanges,
  orderOfQuestions,
  nothingLeftBehind,
];
