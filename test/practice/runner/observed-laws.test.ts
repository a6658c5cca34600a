import type { Occasion } from '../../../src/practice/brain/occasion.ts';
import type { ModelNews } from '../../../src/practice/model/model-news.ts';
import type { PhoneNews } from '../../../src/practice/phone/phone-news.ts';
import { CallRecord } from '../../../src/practice/runner/call-record.ts';
import { checkLaws } from '../../../src/practice/runner/laws/observed-laws.ts';
import type { PlayedCall } from '../../../src/practice/runner/played-call.ts';
import { readScriptText } from '../../../src/practice/script/read-script.ts';

const ROW = {
  id: 'a',
  date: '2026-12-01',
  time: '10:00',
  name: 'דנה',
  phone: '0501234567',
  status: 'confirmed' as const,
  callSid: 'CA1',
  startsAt: '2026-12-01T10:00:00+02:00',
  endsAt: '2026-12-01T10:30:00+02:00',
};
const SCRIPT = `
title: בדיקה
steps: [{ say: שלום }]
expect:
  rows: [{ date: '2026-12-01', time: '10:00', name: דנה }]
`;

/** A call in which everything is right; each test breaks one thing. */
class CallUnderTest {
  readonly record = new CallRecord();
  words: PlayedCall['words'] = [];
  rows: PlayedCall['rows'] = [ROW];
  unbacked: string[] = [];

  constructor() {
    this.phone(0, { kind: 'stream.started' });
    this.response(100, 1, { kind: 'greeting' });
    this.heard('שלום', 1, 200);
    this.caller(1000, 'אפשר תור מחר', 1200);
    this.response(2500, 2, { kind: 'turn', text: '' });
    this.heard('מיד', 2, 2600);
    this.model(4000, { kind: 'server.message', text: '[SERVER] appointment_created: {}', role: 'system' });
    this.response(4100, 3, { kind: 'server', name: 'appointment_created', body: '{}', text: '' });
    this.heard('התור נקבע', 3, 4200);
  }

  phone(atMs: number, news: PhoneNews): void {
    this.record.phone.push({ ...news, atMs });
  }

  model(atMs: number, news: ModelNews): void {
    this.record.model.push({ ...news, atMs });
  }

  response(atMs: number, speech: number, occasion: Occasion): void {
    const responseId = `resp_${speech}`;
    const items = [{ itemId: `item_${speech}`, speech, itemIndex: 0, generatedMs: speech === 4 ? 2000 : 200 }];
    this.model(atMs, { kind: 'response.created', speech, responseId, occasion, text: 'x' });
    this.model(atMs + 50, { kind: 'response.done', speech, responseId, status: 'completed', items });
  }

  heard(text: string, speech: number, startedMs: number): void {
    for (const [index, word] of text.split(' ').entries()) {
      const at = startedMs + 200 * index;
      this.words.push({ text: word, speech, item: 0, word: index, startedMs: at, heardMs: 200, wordMs: 200 });
    }
  }

  caller(atMs: number, text: string, voiceMs: number): void {
    this.phone(atMs, { kind: 'caller.starts', utterance: 1, text, voiceMs });
    this.phone(atMs + voiceMs, { kind: 'caller.ends', utterance: 1, text, voiceMs });
  }

  brokenLaws(): (string | null)[] {
    const call: PlayedCall = {
      script: readScriptText(SCRIPT, 'test.yaml'),
      sight: 'bothEnds',
      callSid: 'CA1',
      record: this.record,
      lag: { worstBetween: () => 0, stop: () => undefined },
      words: [...this.words].sort((one, other) => one.startedMs - other.startedMs),
      rows: this.rows,
      unbacked: this.unbacked,
      utterances: new Map(),
    };
    return checkLaws(call)
      .filter((check) => check.faults.length > 0)
      .map((check) => check.law);
  }
}

let call: CallUnderTest;

beforeEach(() => {
  call = new CallUnderTest();
});

test('a good call breaks no law', () => {
  expect(call.brokenLaws()).toEqual([]);
});

test('L1: a second response.create while one runs', () => {
  call.model(5000, { kind: 'client.refused', code: 'conversation_already_has_active_response', message: 'busy' });
  expect(call.brokenLaws()).toEqual(['L1']);
});

describe('barge-in', () => {
  beforeEach(() => {
    call.response(6000, 4, { kind: 'turn', text: '' });
    call.record.interruptions.push({ atMs: 6500, playing: 4, generating: null });
  });

  function clear(atMs: number, heardMs: number): void {
    call.phone(atMs, { kind: 'media.cleared', speaking: 4, items: [{ item: 0, heardMs }] });
  }

  function tell(audioEndMs: number, atMs = 6520): void {
    const item = { itemId: 'item_4', speech: 4, itemIndex: 0, generatedMs: 2000 };
    call.model(atMs, { kind: 'item.truncated', audioEndMs, ...item });
  }

  test('cleared at once and truncated to what was heard is right', () => {
    clear(6510, 400);
    tell(420);
    expect(call.brokenLaws()).toEqual([]);
  });

  test('L2: a clear that comes late or never', () => {
    clear(6900, 400);
    tell(420, 6910);
    expect(call.brokenLaws()).toEqual(['L2']);
  });

  test('L2: one frame of the cut answer after the clear', () => {
    clear(6510, 400);
    tell(420);
    call.phone(6530, { kind: 'media.received', speech: 4, item: 0 });
    expect(call.brokenLaws()).toEqual(['L2']);
  });

  test('L3: a truncation beyond what was heard, or none', () => {
    clear(6510, 400);
    expect(call.brokenLaws()).toEqual(['L3']);
    tell(600);
    expect(call.brokenLaws()).toEqual(['L3']);
  });
});

test('L4: small talk that nobody asked for', () => {
  call.response(7000, 4, { kind: 'nothing' });
  expect(call.brokenLaws()).toEqual(['L4']);
});

test('L4: the silence line too early, or twice in one silence', () => {
  call.response(8000, 4, { kind: 'silence' });
  call.heard('בסדר', 4, 8100);
  expect(call.brokenLaws()).toEqual([]);
  call.response(12_000, 5, { kind: 'silence' });
  expect(call.brokenLaws()).toEqual(['L4']);
});

test('L4: the silence line before three seconds of silence', () => {
  call.response(5800, 4, { kind: 'silence' });
  call.heard('בסדר', 4, 5900);
  expect(call.brokenLaws()).toEqual(['L4']);
});

test('L5: a question that nobody answers', () => {
  call.caller(9000, 'יש מישהו על הקו', 900);
  expect(call.brokenLaws()).toEqual(['L5']);
});

test('L6: the parser asked about a cough', () => {
  call.caller(9000, 'אה', 200);
  call.model(9700, { kind: 'parser.asked', text: 'אה', model: 'gpt-4o-mini' });
  expect(call.brokenLaws()).toEqual(['L6']);
});

test.each(['קבעתי', 'שריינתי', 'התור שלך נקבע'])('L7: «%s» heard before the row', (claim) => {
  call.heard(claim, 2, 3000);
  expect(call.brokenLaws()).toEqual(['L7']);
});

test.each([
  ['ליום רביעי בעשר', ['L7']],
  ['ל-5 בדצמבר בשעה 10:00.', ['L7']],
  ['ל-1 בדצמבר בשעה 11:00.', ['L7']],
  ['ל-1 בדצמבר בשעה 10:00.', []],
  ['ליום שלישי בעשר', []],
])('L7: after the row of 1 December at ten «התור נקבע %s»', (when, broken) => {
  call.record.model.length = 0;
  call.words = [];
  const body = JSON.stringify({ server_event: 'appointment_created', date: ROW.date, time: ROW.time });
  call.model(4000, { kind: 'server.message', text: `[SERVER] appointment_created: ${body}`, role: 'system' });
  call.response(4100, 3, { kind: 'server', name: 'appointment_created', body, text: '' });
  call.heard(`התור נקבע ${when}`, 3, 4200);
  expect(call.brokenLaws().filter((law) => law === 'L7')).toEqual(broken);
});

test('L7: a message that was never sent, also after the row', () => {
  call.heard('שלחתי לך', 3, 5000);
  expect(call.brokenLaws()).toEqual(['L7']);
});

test('L8: an announcement without a row', () => {
  call.unbacked.push('announced without a row');
  expect(call.brokenLaws()).toEqual(['L8']);
});

test("L10: a server message in the caller's role", () => {
  call.model(5000, { kind: 'server.message', text: '[SERVER] need_name', role: 'user' });
  expect(call.brokenLaws()).toEqual(['L10']);
});

test('L12: a row missing, too many, or twice', () => {
  call.rows = [];
  expect(call.brokenLaws()).toEqual(['L12']);
  call.rows = [ROW, { ...ROW, id: 'b', time: '11:00' }];
  expect(call.brokenLaws()).toEqual(['L12']);
  call.rows = [ROW, { ...ROW, id: 'b' }];
  expect(call.brokenLaws()).toEqual(['L12']);
});
