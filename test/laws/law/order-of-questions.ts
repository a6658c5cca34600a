import type { Law } from '../closed-model/explore.ts';
import { requests } from '../closed-model/world.ts';

/** L15: name, then number, then day and hour; what is known is not asked, and nothing twice without an answer. */
export const orderOfQuestions: Law = {
  name: 'L15 order of questions',
  step({ commands, heard, after }) {
    const kind = requests(commands)[0]?.notice?.kind;
    if (!kind) return null;
    const { name, phone, date, time } = after.context.wish;
    const keyed = heard.witness.keypad !== 'idle';
    if (heard.witness.questions.includes(kind) && !keyed) return `${kind} is asked twice without an answer`;
    if (kind === 'need_name' && name !== null) return 'the name is asked though it is known';
    if (kind === 'need_phone' && phone !== null && !keyed) return 'the number is asked though it is known';
    if (kind === 'need_date_time' && date !== null && time !== null)
      return 'day and hour are asked though they are known';
    if (kind === 'need_phone' && name === null && !keyed) return 'the number is asked before the name';
    if (kind === 'need_date_time' && (name === null || phone === null))
      return 'day and hour are asked before name and number';
    return null;
  },
};
