import type { PracticeBrain } from './brain.ts';
import { obedientLine } from './obedient-lines.ts';
import { readHebrewWish } from './practice-parser.ts';

const CLEAR = -0.05;
const MUFFLED = -2.5;

/** The brain of `npm start` without a key: obedient, with the small parser of its own. */
export function createFreePracticeBrain(): PracticeBrain {
  let turns = 0;
  return {
    answer(occasion) {
      if (occasion.kind === 'turn') turns += 1;
      return { items: [obedientLine(occasion, turns)] };
    },
    transcribe(heard) {
      return { text: heard.text, confidence: heard.text === '' ? MUFFLED : CLEAR };
    },
    parse(request) {
      return { kind: 'read', wish: readHebrewWish(request) };
    },
  };
}
