import type { CallStory } from '../../api/calls.ts';
import type { LiveCall, SpokenLine } from '../../api/live.ts';
import { noticeText } from '../../api/server-notice.ts';
import type { Frame } from './frames.ts';

export type TimedFact = Omit<Frame, 'state'>;

interface Recorded {
  seq: number;
  ms: number;
  fact?: unknown;
}

export function timedFact({ seq, ms, fact }: Recorded): TimedFact {
  const known = typeof fact === 'object' && fact !== null ? { ...fact } : {};
  return { seq, ms, fact: known, type: 'type' in known ? String(known.type) : '' };
}

/** What was said: recorded lines first, then those told since; a line that is told again is told anew. */
export function everythingSaid(story: CallStory, call: LiveCall | null): SpokenLine[] {
  const told = call?.lines ?? [];
  const isToldAnew = new Set(told.map(({ itemId }) => itemId));
  const lines = [...story.transcript.filter(({ itemId }) => !isToldAnew.has(itemId)), ...told];
  return lines.sort((one, other) => one.startedMs - other.startedMs);
}

interface Moment {
  seq: number;
  ms: number;
  given: readonly Record<string, unknown>[];
}

/** What the server told the model in a finished call, read from the commands of the machine. */
export function serverLines(moments: readonly Moment[]): SpokenLine[] {
  return moments.flatMap(({ seq, ms, given }) =>
    given.flatMap(({ notice }, at) => {
      const text = noticeText(notice);
      const itemId = `server-${seq}-${at}`;
      return text === null ? [] : [{ itemId, speaker: 'server', text, startedMs: ms, heardMs: null, cut: false }];
    }),
  );
}

/** All facts: those that were recorded when the page was opened, and those told since. */
export function factsSoFar(story: CallStory, call: LiveCall | null): TimedFact[] {
  const recorded = story.timeline.map(timedFact);
  const until = recorded.at(-1)?.ms ?? -1;
  const told = (call?.facts ?? []).map(timedFact).filter(({ ms }) => ms > until);
  return [...recorded, ...told].map((fact, at) => ({ ...fact, seq: at }));
}
