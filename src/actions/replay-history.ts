import type { CallTools } from './call-tools.ts';

/** Tells a new model session what was said so far; what is known comes with the `resumed` message. */
export function replayHistory({ conversation, model }: CallTools): void {
  for (const item of conversation.items()) model.send({ type: 'conversation.item.create', item });
}
