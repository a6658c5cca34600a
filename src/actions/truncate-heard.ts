import type { CallTools } from './call-tools.ts';

const FRAME_MS = 20;

/** Tells the model what the caller heard of the answer that was cut, to the millisecond (law L3). */
export function truncateHeard({ speech, model }: CallTools): void {
  for (const { itemId, heardMs, receivedMs } of speech.takeHeard()) {
    if (heardMs <= 0) model.send({ type: 'conversation.item.delete', item_id: itemId });
    else if (heardMs < receivedMs - FRAME_MS)
      model.send({
        type: 'conversation.item.truncate',
        item_id: itemId,
        content_index: 0,
        audio_end_ms: Math.floor(heardMs),
      });
  }
}
