import { useEffect, useReducer } from 'react';
import { lookForSession } from './client.ts';
import { noticeText } from './server-notice.ts';
import { keepOpen } from './steady-source.ts';

/** One thing that was said, and how much of it reached the caller. */
export interface SpokenLine {
  itemId: string;
  speaker: string;
  text: string;
  startedMs: number;
  heardMs: number | null;
  /** The part of the text that was heard, where it is known. */
  heardText?: string | null;
  cut: boolean;
}

export type CallKind = 'phone' | 'test' | 'practice';

export interface RecordedFact {
  seq: number;
  ms: number;
  fact: { type: string; [more: string]: unknown };
}

/** A call as it is told by the service while it is on the line. */
export interface LiveCall {
  callSid: string;
  businessId: string;
  from: string | null;
  kind: CallKind;
  startedAt: string;
  /** The last few state values, newest last. */
  states: unknown[];
  /** What was said last. */
  lastLine: Pick<SpokenLine, 'speaker' | 'text'> | null;
  /** What was said since the watch began. */
  lines: SpokenLine[];
  facts: RecordedFact[];
  /** Over: the machine has come to its end. */
  isOver: boolean;
}

export interface LiveWatch {
  connection: 'opening' | 'open' | 'lost';
  calls: LiveCall[];
  /** Grows when there are finished calls that may not have been seen: one has ended, or the watch was away for a while. */
  finished: number;
}

type News = Record<string, unknown> & { callSid: string };
type Step =
  | { name: 'opened' | 'lost' }
  | { name: 'calls'; items: News[] }
  | { name: 'started' | 'state' | 'fact' | 'server' | 'heard' | 'ended'; news: News };

const NEWS = ['started', 'state', 'fact', 'server', 'heard', 'ended'] as const;
const MOST_FACTS = 400;
const STATES_KEPT = 6;

/** Watches live calls over server-sent events; of one business or of one call where asked. */
export function useLiveCalls(filter: { businessId?: string | undefined; callSid?: string | undefined }): LiveWatch {
  const [watch, step] = useReducer(next, { connection: 'opening', calls: [], finished: 0 });
  const { businessId, callSid } = filter;
  useEffect(() => {
    const wanted = Object.entries({ businessId, callSid }).flatMap(([key, value]) => (value ? [[key, value]] : []));
    const address = `/api/v1/live?${new URLSearchParams(wanted).toString()}`;
    return keepOpen({
      open: () => told(new EventSource(address), step),
      opened: () => step({ name: 'opened' }),
      lost: () => step({ name: 'lost' }),
      refused: () => void lookForSession(),
    });
  }, [businessId, callSid]);
  return watch;
}

function told(source: EventSource, step: (step: Step) => void): EventSource {
  source.addEventListener('calls', ({ data }) => step({ name: 'calls', items: (read(data)['items'] ?? []) as News[] }));
  for (const name of NEWS) source.addEventListener(name, ({ data }) => step({ name, news: read(data) as News }));
  return source;
}

const read = (text: unknown): Record<string, unknown> => JSON.parse(String(text)) as Record<string, unknown>;

function next(watch: LiveWatch, step: Step): LiveWatch {
  switch (step.name) {
    case 'opened':
      return { ...watch, connection: 'open', finished: watch.finished + (watch.connection === 'lost' ? 1 : 0) };
    case 'lost':
      return { ...watch, connection: 'lost' };
    case 'calls':
      return { ...watch, connection: 'open', calls: step.items.map(liveCall) };
    case 'started':
      return { ...watch, calls: [liveCall(step.news), ...watch.calls.filter(isOther(step.news))] };
    default:
      return withFinished(watch, withNews(watch.calls, step));
  }
}

const overOf = (calls: readonly LiveCall[]): number => calls.filter(({ isOver }) => isOver).length;

const withFinished = (watch: LiveWatch, calls: LiveCall[]): LiveWatch => ({
  ...watch,
  calls,
  finished: watch.finished + overOf(calls) - overOf(watch.calls),
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const isOther =
  ({ callSid }: News) =>
  (call: LiveCall): boolean =>
    call.callSid !== callSid;

const kinds: readonly CallKind[] = ['phone', 'test', 'practice'];

function lastLineOf(told: unknown): LiveCall['lastLine'] {
  const line = typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : null;
  return line === null ? null : { speaker: textOf(line['speaker']), text: textOf(line['text']) };
}

function liveCall(news: News): LiveCall {
  return {
    callSid: news.callSid,
    businessId: textOf(news['businessId']),
    from: typeof news['from'] === 'string' ? news['from'] : null,
    kind: kinds.find((kind) => kind === news['kind']) ?? 'phone',
    startedAt: typeof news['startedAt'] === 'string' ? news['startedAt'] : new Date().toISOString(),
    states: [news['state'] ?? null],
    lastLine: lastLineOf(news['lastLine']),
    lines: [],
    facts: [],
    isOver: false,
  };
}

function withNews(calls: readonly LiveCall[], step: Extract<Step, { news: News }>): LiveCall[] {
  const known = calls.some(({ callSid }) => callSid === step.news.callSid);
  const all = known ? calls : [liveCall(step.news), ...calls];
  return all.map((call) => (call.callSid === step.news.callSid ? { ...call, ...changeBy(call, step) } : call));
}

const msOf = (call: LiveCall, news: News): number =>
  typeof news['ms'] === 'number' ? news['ms'] : Date.now() - Date.parse(call.startedAt);

function changeBy(call: LiveCall, { name, news }: Extract<Step, { news: News }>): Partial<LiveCall> {
  const ms = msOf(call, news);
  switch (name) {
    case 'state':
      return {
        states: [...call.states, news['state']].slice(-STATES_KEPT),
        isOver: call.isOver || news['state'] === 'ended',
      };
    case 'fact':
      return withFact(call, { ms, fact: news['fact'] as RecordedFact['fact'] });
    case 'server':
      return spoken(call, {
        speaker: 'server',
        text: noticeText(news['notice']) ?? textOf(news['text']),
        startedMs: ms,
      });
    case 'heard':
      return heard(call, news, ms);
    case 'ended':
      return { isOver: true };
    case 'started':
      return {};
  }
}

/** What the caller said comes as a fact too, and sooner. */
function heard(call: LiveCall, news: News, ms: number): Partial<LiveCall> {
  if (news['speaker'] === 'caller') return {};
  const { startedMs, heardMs } = news;
  return spoken(call, {
    itemId: textOf(news['itemId']),
    speaker: 'assistant',
    text: textOf(news['said']),
    heardText: textOf(news['text']),
    startedMs: typeof startedMs === 'number' ? startedMs : ms,
    heardMs: typeof heardMs === 'number' ? heardMs : null,
    cut: news['cut'] === true,
  });
}

function withFact(call: LiveCall, { ms, fact }: Omit<RecordedFact, 'seq'>): Partial<LiveCall> {
  const facts = [...call.facts, { seq: call.facts.length, ms, fact }].slice(-MOST_FACTS);
  if (fact.type !== 'caller.said') return { facts };
  const itemId = textOf(fact['itemId']);
  return { facts, ...spoken(call, { itemId, speaker: 'caller', text: textOf(fact['text']), startedMs: ms }) };
}

function spoken(call: LiveCall, line: Partial<SpokenLine>): Pick<LiveCall, 'lines' | 'lastLine'> {
  const itemId = `told-${call.lines.length}`;
  const told = { itemId, speaker: 'server', text: '', startedMs: 0, heardMs: null, cut: false, ...line };
  const { speaker, text, heardText } = told;
  const lastLine = speaker === 'server' ? call.lastLine : { speaker, text: heardText ?? text };
  return { lines: [...call.lines, told], lastLine };
}
