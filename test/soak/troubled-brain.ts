import type { PracticeBrain } from '../../src/practice/brain/brain.ts';
import { createFreePracticeBrain } from '../../src/practice/brain/free-practice-brain.ts';
import type { Dice } from './dice.ts';

export type ModelFault = 'mute' | 'failed' | 'dropped' | 'parser' | 'unheard';

const ONCE_IN = { mute: 150, failed: 60, dropped: 100, parser: 60, unheard: 120 } as const;
const TROUBLES = ['hang', 'junk', 'wrongShape', 'refusal', 'serverError', 'rateLimited'] as const;

/** An obedient model with bad days: mute, failing, falling off the line, a parser that hangs or refuses. Tells each fault. */
export function createTroubledBrain(dice: Dice, tell: (fault: ModelFault) => void): PracticeBrain {
  const brain = createFreePracticeBrain();
  const strikes = (fault: ModelFault): boolean => {
    const struck = dice.happens(ONCE_IN[fault]);
    if (struck) tell(fault);
    return struck;
  };
  return {
    answer(occasion) {
      const answer = brain.answer(occasion);
      if (strikes('mute')) return { ...answer, fate: 'mute' };
      if (strikes('failed')) return { ...answer, fate: 'failed' };
      return strikes('dropped') ? { ...answer, dropAfterMs: 100 + dice.below(1_500) } : answer;
    },
    transcribe(heard) {
      const transcription = brain.transcribe(heard);
      return strikes('unheard') ? { ...transcription, fate: 'failed' } : transcription;
    },
    parse(request) {
      const trouble = strikes('parser') ? dice.pick(TROUBLES) : undefined;
      return trouble === undefined ? brain.parse(request) : { kind: 'trouble', trouble };
    },
  };
}
