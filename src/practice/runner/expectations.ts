import { heardText } from '../phone/heard-truth.ts';
import type { Check } from './call-report.ts';
import { bargeInTimes } from './laws/total-barge-in.ts';
import type { PlayedCall } from './played-call.ts';

const SERVER_MARK = '[SERVER] ';

export function serverMessagesOf({ record }: Pick<PlayedCall, 'record'>): string[] {
  return record.modelNews('server.message').map((news) => news.text);
}

function nameOf(message: string): string {
  return message.replace(SERVER_MARK, '').split(':')[0] ?? '';
}

function fitsMessage(text: string, wanted: string): boolean {
  const full = SERVER_MARK + wanted;
  return wanted.endsWith('*') ? text.startsWith(full.slice(0, -1)) : text === full;
}

function serverCheck(call: PlayedCall, wanted: readonly string[]): Check {
  const wantedNames = wanted.map(nameOf);
  const got = serverMessagesOf(call).filter(
    (text) => !call.script.expect.optional.includes(nameOf(text)) || wantedNames.includes(nameOf(text)),
  );
  const isSame =
    got.length === wanted.length && wanted.every((message, index) => fitsMessage(got[index] ?? '', message));
  const fault = `wanted ${wanted.join(' | ') || 'none'}; got ${got.join(' | ') || 'none'}`;
  return { law: null, name: 'server messages in order', faults: isSame ? [] : [fault] };
}

function heardChecks(call: PlayedCall): Check[] {
  const { heard, notHeard } = call.script.expect;
  const text = heardText(call.words);
  const missing = heard.filter((words) => !text.includes(words));
  const unwanted = notHeard.filter((words) => text.includes(words));
  const checks: Check[] = [];
  if (heard.length > 0) {
    checks.push({ law: null, name: 'heard', faults: missing.map((words) => `never heard: «${words}»`) });
  }
  if (notHeard.length > 0)
    checks.push({ law: null, name: 'not heard', faults: unwanted.map((words) => `heard: «${words}»`) });
  return checks;
}

function wireCheck(call: PlayedCall): Check {
  const broken = call.record.phoneNews('protocol.broken').map((news) => news.why);
  const refused = call.record
    .modelNews('client.refused')
    .filter((news) => news.code !== 'response_cancel_not_active' && news.code !== 'session_expired')
    .map((news) => `${news.code}: ${news.message}`);
  return { law: null, name: 'both wires are kept', faults: [...new Set([...broken, ...refused])] };
}

function bargeInCheck(call: PlayedCall, wanted: number): Check {
  const count = bargeInTimes(call).length;
  const faults = count >= wanted ? [] : [`${count} of ${wanted} interruptions hit running speech`];
  return { law: null, name: `the caller cut in (${wanted})`, faults };
}

function diaryCheck({ rows }: PlayedCall, wanted: readonly { date: string; time: string }[]): Check {
  const shown = (all: readonly { date: string; time: string }[]) =>
    all.map(({ date, time }) => `${date} ${time}`).sort();
  const isSame = shown(rows).join() === shown(wanted).join();
  const fault = `wanted ${shown(wanted).join(' | ') || 'none'}; there is ${shown(rows).join(' | ') || 'none'}`;
  return { law: null, name: 'the diary at the end', faults: isSame ? [] : [fault] };
}

/** What the script itself expects of the call. */
export function checkExpectations(call: PlayedCall): Check[] {
  const { server, bargeIns, diary } = call.script.expect;
  return [
    ...(server === undefined || call.sight === 'phoneOnly' ? [] : [serverCheck(call, server)]),
    ...heardChecks(call),
    ...(diary === undefined ? [] : [diaryCheck(call, diary)]),
    ...(bargeIns === undefined || call.sight === 'phoneOnly' ? [] : [bargeInCheck(call, bargeIns)]),
    wireCheck(call),
  ];
}
