import type { CallTools } from './call-tools.ts';
import { inBackground } from './in-background.ts';
import { releaseHold } from './release-hold.ts';

/** Gives the held slot back to others. */
export function releaseCallHold(tools: CallTools): void {
  inBackground(tools, { name: 'release_hold', run: () => releaseHold(tools.database, tools.call) });
}
