import type { CallFact } from '../../machines/vocabulary.ts';
import type { CallTools } from './call-tools.ts';

/** Runs work that takes time; a fault is logged and becomes `failed`, so that the machine always gets an answer. */
export function inBackground(
  tools: CallTools,
  work: { name: string; run: () => Promise<void>; failed?: CallFact },
): void {
  work.run().catch((error: unknown) => {
    tools.log.error('action_failed', { action: work.name, error });
    if (work.failed) tools.report(work.failed);
  });
}
