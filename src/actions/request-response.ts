import { systemItem } from '../speech/conversation.ts';
import { SILENCE_LINE } from '../speech/prompt.ts';
import { serverMessage } from '../speech/server-messages.ts';
import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';

/** Tells the model what is true, then asks it for exactly one answer. */
export function requestResponse(command: Command<'cmd.requestResponse'>, tools: CallTools): void {
  const { occasion, notice } = command;
  const text = notice && serverMessage(notice, tools.ledger);
  if (text) {
    tools.model.send({ type: 'conversation.item.create', item: systemItem(text) });
    tools.log.info(notice.kind, { event_kind: 'server_message' });
  }
  tools.model.send(
    occasion === 'silence'
      ? { type: 'response.create', response: { instructions: ONLY_THE_LINE } }
      : { type: 'response.create' },
  );
}

const ONLY_THE_LINE = `אמור בדיוק את המשפט הזה, ולא שום דבר נוסף: «${SILENCE_LINE}»`;
