import type { CallFact } from '../../machines/vocabulary.ts';
import type { Fenced } from '../db/in-call.ts';
import type { CallTools } from './call-tools.ts';

/**
 * Runs work that takes time; a fault is logged and becomes `failed`, so that the machine always gets an answer. Work that finds the
 * call on another node ends it here.
 */
export function inBackground(
  tools: CallTools,
  work: { name: string; run: () => Promise<Fenced | void>; failed?: CallFact },
): void {
  work.run().then(
    (result) => {
      if (result?.kind === 'fenced') tools.takenOver();
    },
    (error: unknown) => {
      tools.log.error('action_failed', { action: work.name, error });
      if (work.failed) tools.report(work.failed);
    },
  );
}
