import { serverMessageIn } from '../brain/occasion.ts';
import type { ClientEventOf, Problem } from './client-events.ts';
import type { Conversation } from './conversation.ts';
import { newId } from './ids.ts';
import { textOfItem } from './item-schema.ts';
import type { ItemNews, ModelNews } from './model-news.ts';
import type { ServerEvent, SpokenItem } from './spoken-response.ts';
import { generatedMs } from './spoken-response.ts';

export type ItemEvent = ClientEventOf<
  'conversation.item.create' | 'conversation.item.truncate' | 'conversation.item.delete' | 'conversation.item.retrieve'
>;

export interface ItemOutlet {
  send(event: ServerEvent): void;
  refuse(problem: Problem): void;
  tell(news: ModelNews): void;
}

/** How far an audio item had come, for observers. */
export function newsOf(item: SpokenItem): ItemNews {
  return { itemId: item.id, speech: item.speech, itemIndex: item.index, generatedMs: generatedMs(item) };
}

/** What a client may do to the items of the conversation: create, truncate, delete, retrieve. */
export class ItemDesk {
  readonly #conversation: Conversation;
  readonly #outlet: ItemOutlet;

  constructor(conversation: Conversation, outlet: ItemOutlet) {
    this.#conversation = conversation;
    this.#outlet = outlet;
  }

  apply(event: ItemEvent): void {
    switch (event.type) {
      case 'conversation.item.create':
        return this.#create(event);
      case 'conversation.item.truncate':
        return this.#truncate(event);
      case 'conversation.item.delete':
        return this.#delete(event);
      case 'conversation.item.retrieve':
        return this.#retrieve(event);
    }
  }

  #refuse(event: ItemEvent, problem: Omit<Problem, 'eventId'>): void {
    this.#outlet.refuse({ ...problem, eventId: event.event_id ?? null });
  }

  #create(event: ClientEventOf<'conversation.item.create'>): void {
    const { item, previous_item_id } = event;
    const id = item.id ?? newId('item');
    const text = textOfItem(item);
    const role = item.type === 'message' ? item.role : 'function';
    const previous = previous_item_id ?? this.#conversation.lastId;
    if (this.#conversation.insert({ id, role, text }, previous_item_id) === 'unknown') {
      const message = `Item with previous_item_id not found: ${previous_item_id ?? ''}`;
      return this.#refuse(event, { code: 'item_create_invalid_previous_item_id', message, param: 'previous_item_id' });
    }
    if (serverMessageIn(text) !== null) this.#outlet.tell({ kind: 'server.message', text, role });
    const wire = { object: 'realtime.item', status: 'completed', ...item, id };
    this.#outlet.send({ type: 'conversation.item.added', previous_item_id: previous, item: wire });
    this.#outlet.send({ type: 'conversation.item.done', previous_item_id: previous, item: wire });
  }

  #truncate(event: ClientEventOf<'conversation.item.truncate'>): void {
    const item = this.#conversation.find(event.item_id);
    if (item?.spoken === undefined || item.spoken === null) {
      const message = `Error truncating item: no audio item with id '${event.item_id}'.`;
      return this.#refuse(event, { code: 'item_truncate_invalid_item_id', message, param: 'item_id' });
    }
    const lengthMs = generatedMs(item.spoken);
    if (event.audio_end_ms > lengthMs) {
      const message = `Audio content of ${lengthMs}ms is already shorter than ${event.audio_end_ms}ms`;
      return this.#refuse(event, { code: 'invalid_value', message, param: 'audio_end_ms' });
    }
    item.truncatedAtMs = event.audio_end_ms;
    this.#outlet.tell({ kind: 'item.truncated', audioEndMs: event.audio_end_ms, ...newsOf(item.spoken) });
    const { item_id, content_index, audio_end_ms } = event;
    this.#outlet.send({ type: 'conversation.item.truncated', item_id, content_index, audio_end_ms });
  }

  #delete(event: ClientEventOf<'conversation.item.delete'>): void {
    const removed = this.#conversation.remove(event.item_id);
    if (removed === undefined) {
      const message = `Error deleting item: the item with id '${event.item_id}' does not exist.`;
      return this.#refuse(event, { code: 'item_delete_invalid_item_id', message, param: 'item_id' });
    }
    if (removed.spoken !== null) this.#outlet.tell({ kind: 'item.deleted', ...newsOf(removed.spoken) });
    this.#outlet.send({ type: 'conversation.item.deleted', item_id: event.item_id });
  }

  #retrieve(event: ClientEventOf<'conversation.item.retrieve'>): void {
    const item = this.#conversation.find(event.item_id);
    if (item === undefined) {
      const message = `Error retrieving item: the item with id '${event.item_id}' does not exist.`;
      return this.#refuse(event, { code: 'item_retrieve_invalid_item_id', message, param: 'item_id' });
    }
    const { id, role, text } = item;
    const content = [{ type: role === 'assistant' ? 'output_text' : 'input_text', text }];
    const wire = { id, object: 'realtime.item', type: 'message', status: 'completed', role, content };
    this.#outlet.send({ type: 'conversation.item.retrieved', item: wire });
  }
}
