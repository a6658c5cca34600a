import type { TimedModelNews } from '../../src/practice/model/model-news.ts';
import type { AdaptiveCaller } from './adaptive-caller.ts';

const PHONE = [
  'stream.started',
  'stream.ended',
  'stream.refused',
  'webhook.answered',
  'protocol.broken',
  'media.cleared',
  'caller.ends',
];

/** What was said and what happened on the line, in order, with the milliseconds. */
export function storyOf({ modelNews, phoneNews }: AdaptiveCaller): string[] {
  const told = modelNews.flatMap((news) => {
    const text = textOf(news);
    return text === null ? [] : [{ atMs: news.atMs, text }];
  });
  const phone = phoneNews.flatMap((news) =>
    PHONE.includes(news.kind)
      ? [{ atMs: news.atMs, text: JSON.stringify({ ...news, body: undefined, atMs: undefined }) }]
      : [],
  );
  return [...told, ...phone].sort((a, b) => a.atMs - b.atMs).map(({ atMs, text }) => `${Math.round(atMs)} ${text}`);
}

function textOf(news: TimedModelNews): string | null {
  switch (news.kind) {
    case 'server.message':
      return news.text;
    case 'caller.transcribed':
      return `caller: ${news.text}`;
    case 'response.created':
      return `model: ${news.text}`;
    case 'response.done':
      return `model is done: ${news.status}`;
    case 'session.opened':
    case 'session.closed':
    case 'caller.startedSpeaking':
    case 'parser.asked':
      return news.kind;
    case 'client.sent':
      return ['response.create', 'response.cancel'].includes(news.event.type) ? news.event.type : null;
    default:
      return null;
  }
}
