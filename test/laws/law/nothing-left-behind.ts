import type { Law, Step } from '../closed-model/explore.ts';
import { runningTimers } from '../closed-model/machine-step.ts';

const BY_ENDING = ['cmd.clearPlayback', 'cmd.closeModel', 'cmd.hangUp'] as const;
const BY_THE_END = ['cmd.releaseHold', 'cmd.saveSession', 'news.ended'] as const;
const AFTERWARDS = new Set<string>(BY_THE_END);

/** L19: an ending call closes both sockets, gives back its hold and says how it ended; after that it asks for nothing. */
export const nothingLeftBehind: Law = {
  name: 'L19 nothing is left behind',
  step(step) {
    const types: string[] = step.commands.map(({ type }) => type);
    const missing = owed(step).filter((type) => !types.includes(type));
    if (missing.length > 0) return `the call ends without ${missing.join(', ')}`;
    if (step.after.status === 'done' && runningTimers(step.after).length > 0) return 'a timer runs after the end';
    const late = step.before.hasTag('over') ? types.filter((type) => !AFTERWARDS.has(type)) : [];
    return late.length > 0 ? `after its end the call asks for ${late.join(', ')}` : null;
  },
};

function owed({ before, after }: Step): readonly string[] {
  const ending = !before.hasTag('over') && after.hasTag('over') ? BY_ENDING : [];
  return after.status === 'done' ? [...ending, ...BY_THE_END] : ending;
}
