import type { Transcription } from '../brain/brain.ts';
import { wordsOf } from '../audio/spoken-words.ts';
import type { ServerEvent } from './spoken-response.ts';

const EVENT = 'conversation.item.input_audio_transcription';
const SECOND_COPY_MS = 40;

interface Delivery {
  itemId: string;
  transcription: Transcription;
  withLogprobs: boolean;
}

function logprobsOf(transcription: Transcription): { token: string; logprob: number; bytes: number[] }[] {
  return wordsOf(transcription.text).map((token) => ({
    token,
    logprob: transcription.confidence,
    bytes: [...Buffer.from(token)],
  }));
}

/** The events in which one transcript reaches the client: deltas, then completed; or failed. */
function transcriptionEvents({ itemId, transcription, withLogprobs }: Delivery): ServerEvent[] {
  const place = { item_id: itemId, content_index: 0 };
  if (transcription.fate === 'failed') {
    const message = 'Input transcription failed.';
    const error = { type: 'server_error', code: 'transcription_failed', message, param: null };
    return [{ type: `${EVENT}.failed`, ...place, error }];
  }
  const logprobs = logprobsOf(transcription);
  const deltas = logprobs.map((entry, index) => ({
    type: `${EVENT}.delta`,
    ...place,
    delta: index === 0 ? entry.token : ` ${entry.token}`,
    ...(withLogprobs ? { logprobs: [entry] } : {}),
  }));
  const usage = { type: 'duration', seconds: 1 };
  const completed = { type: `${EVENT}.completed`, ...place, transcript: transcription.text, usage };
  return [...deltas, { ...completed, ...(withLogprobs ? { logprobs } : {}) }];
}

/** Sends a transcript after its delay: late, twice, failed or never, as its fate says. */
export function deliverTranscript(delivery: Delivery, afterMs: number, send: (event: ServerEvent) => void): void {
  const { fate } = delivery.transcription;
  if (fate === 'never') return;
  const events = transcriptionEvents(delivery);
  const last = events.at(-1);
  setTimeout(() => events.forEach(send), afterMs);
  if (fate === 'twice' && last !== undefined) setTimeout(() => send(last), afterMs + SECOND_COPY_MS);
}
