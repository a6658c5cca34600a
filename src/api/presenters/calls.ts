import type { CallEventRow } from '../../db/entities/call-event.ts';
import type { CallSessionRow } from '../../db/entities/call-session.ts';
import type { TranscriptLineRow } from '../../db/entities/transcript-line.ts';
import { knownPhone } from './phone.ts';

function instantOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

export function presentCall(row: CallSessionRow) {
  const { callSid, businessId, leadId, wish, outcome, epoch, lastAppointmentId, kind } = row;
  return {
    callSid,
    kind,
    businessId,
    leadId,
    from: knownPhone(row.fromNumber),
    startedAt: row.startedAt.toISOString(),
    endedAt: instantOrNull(row.endedAt),
    live: row.endedAt === null,
    outcome,
    wish,
    lastRequestedTime: instantOrNull(row.lastRequestedTime),
    lastConfirmedTime: instantOrNull(row.lastConfirmedTime),
    lastAppointmentId,
    node: row.ownerNode,
    epoch,
  };
}

export function presentCallEvent({ seq, ms, fact }: CallEventRow) {
  return { seq, ms, fact };
}

/** What was said, and how much of it was heard before it was cut. */
export function presentTranscriptLine(row: TranscriptLineRow) {
  const { itemId, speaker, text, startedMs, heardMs, cut, generatedMs, sentMs, sentences } = row;
  const heardText = row.heardText ?? (cut ? null : text);
  return { itemId, speaker, text, startedMs, heardMs, cut, generatedMs, sentMs, heardText, sentences };
}
