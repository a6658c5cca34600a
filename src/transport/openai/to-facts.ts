import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import type { CallFact } from '../../../machines/vocabulary.ts';
import { PREFIX_PADDING_MS, SILENCE_DURATION_MS } from './session-update.ts';

/** What one event needs to know of earlier ones: where each stretch of speech began, by its item. */
export type SpeechStarts = Map<string, number>;

export interface FactContext {
  starts: SpeechStarts;
  /** Whether a transcript is worth a short wait for the parser. */
  mayConcernBooking: (text: string) => boolean;
}

/** The fact behind a server event, or null where the call need not know. */
export function toFact(event: RealtimeServerEvent, context: FactContext): CallFact | null {
  switch (event.type) {
    case 'input_audio_buffer.speech_started':
      context.starts.set(event.item_id, event.audio_start_ms);
      return { type: 'caller.startedSpeaking', itemId: event.item_id };
    case 'input_audio_buffer.speech_stopped':
      return {
        type: 'caller.stoppedSpeaking',
        itemId: event.item_id,
        speechMs: speechMs(context.starts, event.item_id, event.audio_end_ms),
      };
    case 'conversation.item.input_audio_transcription.completed':
      return said(event, context);
    case 'conversation.item.input_audio_transcription.failed':
      return { type: 'caller.unheard', itemId: event.item_id };
    case 'response.created':
      return event.response.id ? { type: 'model.startedResponse', responseId: event.response.id } : null;
    case 'response.done':
      return finished(event.response);
    default:
      return null;
  }
}

function speechMs(starts: SpeechStarts, itemId: string, endMs: number): number {
  const startMs = starts.get(itemId) ?? endMs;
  starts.delete(itemId);
  return Math.max(0, endMs - startMs - paddingBefore(startMs) - SILENCE_DURATION_MS);
}

/* Nothing lies before the first sound of a session: whoever speaks there, as on a call that was taken over, was speaking already. */
const paddingBefore = (startMs: number): number => (startMs === 0 ? 0 : PREFIX_PADDING_MS);

type Transcript = Extract<RealtimeServerEvent, { type: 'conversation.item.input_audio_transcription.completed' }>;

function said({ item_id, transcript, logprobs }: Transcript, { mayConcernBooking }: FactContext): CallFact {
  const text = transcript.trim();
  return {
    type: 'caller.said',
    itemId: item_id,
    text: transcript,
    words: text === '' ? 0 : text.split(/\s+/).length,
    confidence: meanLogprob(logprobs ?? []),
    mayConcernBooking: mayConcernBooking(text),
  };
}

function meanLogprob(logprobs: readonly { logprob: number }[]): number | null {
  if (logprobs.length === 0) return null;
  return logprobs.reduce((sum, { logprob }) => sum + logprob, 0) / logprobs.length;
}

const STATUSES = ['completed', 'cancelled', 'failed', 'incomplete'] as const;

function finished({ id, status }: { id?: string; status?: string }): CallFact | null {
  const known = STATUSES.find((name) => name === status);
  return id ? { type: 'model.finishedResponse', responseId: id, status: known ?? 'completed' } : null;
}
