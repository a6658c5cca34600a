import type { Law } from '../closed-model/explore.ts';
import { isLive, requests } from '../closed-model/world.ts';

/** L1: the model is asked to speak only when it neither speaks nor was asked already. */
export const oneVoice: Law = {
  name: 'L1 one voice',
  step({ commands, heard }) {
    const asked = requests(commands).length;
    if (asked > 1) return 'two answers are asked for at once';
    if (asked === 1 && heard.asked > 0) return 'an answer is asked for while another one is on its way';
    if (asked === 1 && isLive(heard)) return 'an answer is asked for while the model makes another';
    return null;
  },
};
