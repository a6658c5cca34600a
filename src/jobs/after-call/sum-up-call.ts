import type { Database } from '../../db/database.ts';
import { writeCallSummary } from '../../db/queries/write-call-summary.ts';
import type { Log } from '../../shared/log.ts';
import type { SummaryDraft, Summarizer } from '../../transport/openai/summary-client.ts';
import { done, idIn } from '../job.ts';
import type { JobHandler } from '../job.ts';
import { openCallFile, spokenWords } from './call-file.ts';
import type { CallFile } from './call-file.ts';
import { callSummary } from './call-summary.ts';

export interface SummaryTools {
  database: Database;
  summarizer: Summarizer;
  log: Log;
}

/** After a call: summary, outcome and what is left to do, on its lead. Done again it writes the same place anew. */
export function sumUpCall({ database, summarizer, log }: SummaryTools): JobHandler {
  return async ({ details }) => {
    const businessId = idIn(details, 'businessId');
    const callSid = idIn(details, 'callSid');
    const file = await database.inBusiness(businessId, (manager) => openCallFile(manager, businessId, callSid));
    if (file === null) return done;
    const draft = await draftOf(file, { summarizer, log });
    const { leadId } = file.session;
    const written = callSummary(file, draft);
    await database.inBusiness(businessId, (manager) =>
      writeCallSummary(manager, businessId, { leadId, callSid, ...written }),
    );
    log.info('call_summed_up', { callSid, outcome: written.outcome, by: draft === null ? 'facts' : 'model' });
    return done;
  };
}

async function draftOf(
  file: CallFile,
  { summarizer, log }: Omit<SummaryTools, 'database'>,
): Promise<SummaryDraft | null> {
  const transcript = spokenWords(file.lines);
  if (transcript === '') return null;
  const slots = (rows: CallFile['booked']) => rows.map(({ date, time }) => `${date} ${time}`);
  const { booked, moved, cancelled } = file;
  const answer = await summarizer.summarize({
    transcript,
    booked: slots(booked),
    moved: slots(moved),
    cancelled: slots(cancelled),
  });
  if (answer.kind === 'answered') return answer.value;
  log.warn('summary_failed', { callSid: file.session.callSid, reason: answer.reason });
  return null;
}
