import type { Law, Step } from '../closed-model/explore.ts';
import { delayOf } from '../closed-model/machine-step.ts';
import type { Wish } from '../../../machines/vocabulary.ts';

const fields = ['date', 'time', 'name', 'phone'] as const satisfies readonly (keyof Wish)[];

/** L9: date, time and name come from a result of the parser, the number also from the keypad, a yes from the parser. */
export const onlyTheParserReads: Law = {
  name: 'L9 only the parser reads words',
  step: (step) => guessed(step) ?? agreedAlone(step),
};

function guessed({ before, after, happening }: Step): string | null {
  for (const field of fields) {
    const value = after.context.wish[field];
    if (value === null || value === before.context.wish[field]) continue;
    const fromKeypad =
      field === 'phone' && (happening.type === 'caller.pressedKey' || delayOf(happening) === 'keypadPause');
    const fromParser = happening.type === 'parser.understood' && happening[field] === value;
    if (!fromKeypad && !fromParser) return `the ${field} is guessed`;
  }
  return null;
}

/** Between the yes and the writing the caller may say more; only that wait may end in an agreement later than the yes. */
function agreedAlone({ before, after, happening }: Step): string | null {
  if (after.context.agreed === null || before.context.agreed !== null) return null;
  if (happening.type === 'parser.understood') return null;
  return before.matches({ inCall: { booking: 'agreed' } }) ? null : 'the caller is taken to have agreed';
}
