import type { Law, Step } from '../closed-model/explore.ts';
import { isLive } from '../closed-model/world.ts';

/** L2: who is interrupted is silent in the same step, and the model is told to stop what it runs and nothing else. */
export const totalBargeIn: Law = {
  name: 'L2 barge-in is total',
  step: (step) => playsOn(step) ?? cancelsTheWrongOne(step) ?? opensForADeafCaller(step),
};

function playsOn({ happening, commands, world }: Step): string | null {
  if (happening.type !== 'caller.startedSpeaking' || !world.playing) return null;
  const types = commands.map(({ type }) => type);
  if (!types.includes('cmd.clearPlayback')) return 'the caller speaks and the phone plays on';
  const runs = isLive(world) && world.witness.cancelled !== world.response?.id;
  if (runs && !types.includes('cmd.cancelResponse'))
    return 'the caller speaks and the model makes the answer to its end';
  return types.includes('cmd.truncateHeard') ? null : 'the model is not told what was heard';
}

function cancelsTheWrongOne({ commands, heard, world }: Step): string | null {
  const cancels = commands.filter((command) => command.type === 'cmd.cancelResponse');
  if (cancels.length === 0) return null;
  if (!isLive(heard) || cancels.some(({ responseId }) => responseId !== heard.response?.id))
    return 'a response is cancelled that does not run';
  if (cancels.length > 1 || world.witness.cancelled === heard.response?.id) return 'one response is cancelled twice';
  return null;
}

function opensForADeafCaller({ happening, commands, heard }: Step): string | null {
  if (!commands.some(({ type }) => type === 'cmd.openPlayback')) return null;
  if (happening.type !== 'model.startedResponse') return 'the phone is opened for a response that did not just begin';
  return heard.speaking ? 'an answer is played while the caller speaks' : null;
}
