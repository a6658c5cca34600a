import type { Law } from '../closed-model/explore.ts';
import { requests } from '../closed-model/world.ts';

/** L4: the AI speaks to greet, to answer, for the server, and one line per silence; never by itself. */
export const keptSilence: Law = {
  name: 'L4 silence is kept',
  step({ commands, heard, before, happening }) {
    const asked = requests(commands)[0];
    if (!asked) return null;
    const { witness } = heard;
    if (heard.speaking) return 'the AI is asked to speak while the caller speaks';
    if (asked.occasion === 'greeting') return witness.greeting === 'heard' ? 'the greeting is said twice' : null;
    if (asked.occasion === 'silence') {
      if (witness.silenceLine === 'heard') return 'the silence line is said twice in one silence';
      const retried =
        before.context.owed?.occasion === 'silence' ||
        before.context.floor.cut?.occasion === 'silence' ||
        before.context.floor.speaking?.occasion === 'silence';
      return retried || happening.type.includes('silencePatience')
        ? null
        : 'the silence line is said without a silence';
    }
    return witness.turn === 'none' ? 'the AI speaks though nobody asked for anything' : null;
  },
};
