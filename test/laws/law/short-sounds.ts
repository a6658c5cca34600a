import type { Law } from '../closed-model/explore.ts';
import { requests } from '../closed-model/world.ts';

/** L6: under 400 ms nothing goes to the parser; noise and one unintelligible word make no turn at all. */
export const shortSounds: Law = {
  name: 'L6 short and unintelligible sounds make no turn',
  step({ happening, commands, world, before }) {
    if (happening.type !== 'caller.said') return null;
    const { words, confidence, itemId } = happening;
    const isNoise = words === 0 || (words === 1 && (confidence ?? 0) < -1);
    const isShort = world.transcripts.some((one) => one.itemId === itemId && one.length === 'short');
    const parses = commands.some(({ type }) => type === 'cmd.parseUtterance');
    if (isShort && parses) return 'a sound under 400 ms goes to the parser';
    if (isNoise && parses) return 'an unintelligible word goes to the parser';
    const answers = requests(commands).length > 0;
    const wasOwed = before.context.owed !== null || world.witness.turn === 'due' || world.witness.cut === 'answer';
    return isNoise && answers && !wasOwed ? 'noise is answered' : null;
  },
};
