import type { EntityManager } from 'typeorm';
import type { CallSessionRow } from '../../db/entities/call-session.ts';
import type { TranscriptLineRow } from '../../db/entities/transcript-line.ts';
import { appointmentsOfCall } from '../../db/queries/appointments-of-call.ts';
import type { AppointmentsOfCall } from '../../db/queries/appointments-of-call.ts';
import { getCall } from '../../db/queries/get-call.ts';
import { loadTranscript } from '../../db/queries/load-transcript.ts';

/** All that is known of a call that is over. */
export interface CallFile extends AppointmentsOfCall {
  session: CallSessionRow & { leadId: string };
  lines: TranscriptLineRow[];
}

/** Null for a call that is unknown, goes on, or has no lead. */
export async function openCallFile(
  manager: EntityManager,
  businessId: string,
  callSid: string,
): Promise<CallFile | null> {
  const session = await getCall(manager, businessId, callSid);
  if (session === null || session.endedAt === null || session.leadId === null) return null;
  const lines = await loadTranscript(manager, businessId, callSid);
  const appointments = await appointmentsOfCall(manager, businessId, session);
  return { session: { ...session, leadId: session.leadId }, lines, ...appointments };
}

const speakers = { caller: 'מתקשר', assistant: 'מזכירה' } as const;
const LONGEST_TRANSCRIPT = 24_000;

/** Who said what, in order; empty where the caller said nothing. Of a very long call the end counts. */
export function spokenWords(lines: readonly TranscriptLineRow[]): string {
  if (!lines.some(({ speaker }) => speaker === 'caller')) return '';
  const spoken = lines.flatMap(({ speaker, text }) => (speaker === 'server' ? [] : [`${speakers[speaker]}: ${text}`]));
  return spoken.join('\n').slice(-LONGEST_TRANSCRIPT);
}
