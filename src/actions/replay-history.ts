import { serverMessage } from '../speech/server-messages.ts';
import { systemItem } from '../speech/conversation.ts';
import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';

/** Tells a new model session what was said so far, and what is known where no `resumed` message will. */
export function replayHistory(
  { known }: Command<'cmd.replayHistory'>,
  { conversation, model, ledger }: CallTools,
): void {
  for (const item of conversation.items()) model.send({ type: 'conversation.item.create', item });
  const text = known && serverMessage(known, ledger);
  if (text) model.send({ type: 'conversation.item.create', item: systemItem(text) });
}
