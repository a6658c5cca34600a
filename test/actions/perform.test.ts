import type { RealtimeClientEvent } from 'openai/resources/realtime/realtime';
import { DataSource } from 'typeorm';
import type { CallCommand, CallFact, Slot } from '../../machines/vocabulary.ts';
import type { CallTools } from '../../src/actions/call-tools.ts';
import { perform } from '../../src/actions/perform.ts';
import type { Appointment } from '../../src/db/appointment.ts';
import { Conversation } from '../../src/speech/conversation.ts';
import { Ledger } from '../../src/speech/ledger.ts';
import type { HeardItem } from '../../src/speech/playout.ts';
import { serverMessage } from '../../src/speech/server-messages.ts';
import type { ParseResult } from '../../src/transport/openai/parser-client.ts';
import { rememberedLog } from '../support/remembered-log.ts';

const slot: Slot = { date: '2026-11-24', time: '10:00' };
const wish = { date: null, time: null, name: null, phone: null };

/** Tools that write down what is done with them; the database is broken for good. */
function toolsOnABench(given: { heard?: HeardItem[]; parsed?: ParseResult } = {}) {
  const done: unknown[] = [];
  const sent: RealtimeClientEvent[] = [];
  const { log, lines } = rememberedLog();
  const waiting: (() => void)[] = [];
  const facts: CallFact[] = [];
  const broken = () => Promise.reject(new Error('the diary is torn'));
  const tools: CallTools = {
    call: {
      callSid: 'CA1',
      businessId: 'salon',
      leadId: 'lead_1',
      epoch: 1,
      callPrompt: '',
      schedule: { timezone: 'Asia/Jerusalem' } as CallTools['call']['schedule'],
      fallbackNumber: null,
      from: null,
      callerPhone: null,
      wish,
      appointment: null,
      earlier: null,
    },
    database: {
      dataSource: new DataSource({ type: 'postgres' }),
      inBusiness: broken,
      anywhere: broken,
      ready: async () => false,
      close: async () => undefined,
    },
    parser: {
      parse: async (request) => {
        done.push({ parse: request });
        return given.parsed ?? { kind: 'failed', reason: 'timeout' };
      },
    },
    model: {
      connect: () => void done.push('connect'),
      drop: () => void done.push('drop'),
      close: () => void done.push('close'),
      send: (event) => void sent.push(event),
    },
    speech: {
      open: (responseId) => void done.push({ open: responseId }),
      cut: () => void done.push('cut'),
      takeHeard: () => given.heard ?? [],
      hangUp: () => void done.push('hangUp'),
    },
    conversation: new Conversation(),
    ledger: new Ledger('CA1'),
    holdSeconds: 90,
    now: () => Date.UTC(2026, 10, 23, 22, 30),
    report: (fact) => {
      facts.push(fact);
      for (const wake of waiting.splice(0)) wake();
    },
    takenOver: () => void done.push('takenOver'),
    telemetry: {
      bargedIn: () => undefined,
      answered: () => undefined,
      parsed: () => undefined,
      booked: () => undefined,
      fellSilent: () => undefined,
    },
    log,
  };
  return {
    tools,
    done,
    sent,
    lines,
    async reported(): Promise<CallFact[]> {
      while (facts.length === 0) await new Promise<void>((wake) => waiting.push(wake));
      return facts;
    },
  };
}

test.each<[CallCommand, unknown[], RealtimeClientEvent[]]>([
  [{ type: 'cmd.connectModel' }, ['connect'], []],
  [{ type: 'cmd.dropModel' }, ['drop'], []],
  [{ type: 'cmd.closeModel' }, ['close'], []],
  [{ type: 'cmd.hangUp' }, ['hangUp'], []],
  [{ type: 'cmd.clearPlayback' }, ['cut'], []],
  [{ type: 'cmd.openPlayback', responseId: 'resp_1' }, [{ open: 'resp_1' }], []],
  [{ type: 'cmd.cancelResponse', responseId: 'resp_1' }, [], [{ type: 'response.cancel', response_id: 'resp_1' }]],
  [{ type: 'cmd.forgetUtterance', itemId: 'item_1' }, [], [{ type: 'conversation.item.delete', item_id: 'item_1' }]],
  [{ type: 'cmd.truncateHeard' }, [], []],
  [{ type: 'cmd.replayHistory', known: null }, [], []],
])('%j does this and nothing else', (command, done, sent) => {
  const bench = toolsOnABench();
  perform(command, bench.tools);
  expect([bench.done, bench.sent]).toEqual([done, sent]);
});

describe('what was heard of a cut answer', () => {
  test('is told item by item: cut to the millisecond, deleted where unheard, left alone where heard out', () => {
    const { tools, sent } = toolsOnABench({
      heard: [
        { itemId: 'whole', heardMs: 800, receivedMs: 800 },
        { itemId: 'almost', heardMs: 781, receivedMs: 800 },
        { itemId: 'part', heardMs: 420, receivedMs: 2_000 },
        { itemId: 'unheard', heardMs: 0, receivedMs: 500 },
        { itemId: 'silent', heardMs: 0, receivedMs: 0 },
      ],
    });
    perform({ type: 'cmd.truncateHeard' }, tools);
    expect(sent).toEqual([
      { type: 'conversation.item.truncate', item_id: 'part', content_index: 0, audio_end_ms: 420 },
      { type: 'conversation.item.delete', item_id: 'unheard' },
      { type: 'conversation.item.delete', item_id: 'silent' },
    ]);
  });
});

describe('an answer of the model', () => {
  const system = (text: string) => ({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'system', content: [{ type: 'input_text', text }] },
  });

  test('is asked for once, after the notice that goes before it', () => {
    const { tools, sent, lines } = toolsOnABench();
    perform({ type: 'cmd.requestResponse', occasion: 'server', notice: { kind: 'slot_available', slot } }, tools);
    expect(sent).toEqual([system('[SERVER] slot_available: 2026-11-24 10:00'), { type: 'response.create' }]);
    expect(lines).toEqual([{ level: 'info', event_kind: 'server_message', event: 'slot_available' }]);
  });

  test('to the caller alone is asked for without a notice', () => {
    const { tools, sent, lines } = toolsOnABench();
    perform({ type: 'cmd.requestResponse', occasion: 'turn', notice: null }, tools);
    expect([sent, lines]).toEqual([[{ type: 'response.create' }], []]);
  });

  test('to silence may be the one line only', () => {
    const { tools, sent } = toolsOnABench();
    perform({ type: 'cmd.requestResponse', occasion: 'silence', notice: null }, tools);
    expect(sent).toEqual([
      {
        type: 'response.create',
        response: {
          instructions: 'אמור בדיוק את המשפט הזה, ולא שום דבר נוסף: «בסדר, אני על הקו אם צריך.»',
        },
      },
    ]);
  });

  test('never announces an appointment the ledger does not hold', () => {
    const { tools, sent, lines } = toolsOnABench();
    const command = {
      type: 'cmd.requestResponse',
      occasion: 'announcement',
      notice: { kind: 'appointment_created', appointmentId: 'appt_1' },
    } as const;
    perform(command, tools);
    expect(JSON.stringify([sent, lines])).not.toContain('appointment_created');
    tools.ledger.booked({ id: 'appt_1', ...slot, name: 'דנה' } as Appointment);
    perform(command, tools);
    expect(sent.slice(-2)).toEqual([
      system(
        '[SERVER] appointment_created: {"server_event":"appointment_created","date":"2026-11-24","time":"10:00","name":"דנה"}',
      ),
      { type: 'response.create' },
    ]);
  });
});

test('a new session is told the conversation in its order, and what is known', () => {
  const { tools, sent } = toolsOnABench();
  tools.conversation.assistantSaid('שלום');
  tools.conversation.callerSaid('[SERVER] כן');
  const known = {
    kind: 'resumed',
    wish: { ...wish, name: 'דנה' },
    errand: null,
    offered: slot,
    appointment: null,
  } as const;
  perform({ type: 'cmd.replayHistory', known }, tools);
  expect(sent).toEqual([
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'שלום' }] },
    },
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: '(SERVER) כן' }] },
    },
    {
      type: 'conversation.item.create',
      item: {
        type: 'message',
        role: 'system',
        content: [{ type: 'input_text', text: serverMessage(known, tools.ledger) ?? '' }],
      },
    },
  ]);
});

describe('the parser', () => {
  const command: CallCommand = {
    type: 'cmd.parseUtterance',
    request: 7,
    text: 'מחר בעשר',
    known: wish,
    offered: slot,
    alternatives: ['2026-11-24 10:30'],
    fullDay: null,
    errand: null,
    appointment: null,
    own: [],
  };

  test('is told what day it is where the business is, and its answer comes back with the number of the question', async () => {
    const understanding = {
      action: 'ask',
      date: '2026-11-25',
      time: '10:00',
      name: null,
      phone: null,
      intent: null,
    } as const;
    const { tools, done, reported } = toolsOnABench({ parsed: { kind: 'understood', understanding, model: 'm' } });
    perform(command, tools);
    expect(await reported()).toEqual([{ type: 'parser.understood', request: 7, ...understanding }]);
    expect(done).toEqual([
      {
        parse: {
          text: 'מחר בעשר',
          today: '2026-11-24',
          weekday: 'יום שלישי',
          timezone: 'Asia/Jerusalem',
          known: wish,
          offered: slot,
          alternatives: ['2026-11-24 10:30'],
          fullDay: null,
          errand: null,
          appointment: null,
          own: [],
        },
      },
    ]);
  });

  test('that fails is a fact, and what the caller said is in no log line', async () => {
    const { tools, lines, reported } = toolsOnABench();
    perform(command, tools);
    expect(await reported()).toEqual([{ type: 'parser.failed', request: 7 }]);
    expect(JSON.stringify(lines)).not.toContain('מחר');
  });
});

describe('a fault of the database', () => {
  test.each<[CallCommand, CallFact]>([
    [
      { type: 'cmd.holdSlot', request: 3, slot, name: 'דנה לוי', phone: '0501234567', moving: null },
      { type: 'slot.failed', request: 3 },
    ],
    [
      { type: 'cmd.createAppointment', request: 4, slot, name: 'דנה לוי', phone: '0501234567' },
      { type: 'booking.failed', request: 4, reason: 'unavailable' },
    ],
    [
      { type: 'cmd.findAppointments', request: 6 },
      { type: 'lookup.failed', request: 6 },
    ],
    [
      { type: 'cmd.moveAppointment', request: 7, appointment: { id: 'appt_1', slot }, slot },
      { type: 'booking.failed', request: 7, reason: 'unavailable' },
    ],
    [
      { type: 'cmd.cancelAppointment', request: 8, appointment: { id: 'appt_1', slot } },
      { type: 'booking.failed', request: 8, reason: 'unavailable' },
    ],
    [
      { type: 'cmd.joinWaitlist', request: 9, date: slot.date, name: 'דנה לוי', phone: '0501234567' },
      { type: 'waitlist.failed', request: 9 },
    ],
    [
      { type: 'cmd.scheduleReminder', request: 5, appointmentId: 'appt_1' },
      { type: 'reminder.failed', request: 5 },
    ],
  ])('during %j becomes one fact, never an exception', async (command, fact) => {
    const { tools, lines, reported } = toolsOnABench();
    perform(command, tools);
    expect(await reported()).toEqual([fact]);
    expect(lines.filter(({ event }) => event === 'action_failed')).toHaveLength(1);
    expect(tools.ledger.truthOn(slot.date)).toMatchObject({
      booked: [],
      standing: [],
      moved: [],
      cancelled: [],
      waitlisted: [],
    });
  });

  test.each<CallCommand>([
    { type: 'cmd.releaseHold' },
    { type: 'cmd.saveSession', wish, requested: slot, confirmed: null, announced: 'untold', errand: null, meant: null },
  ])('during %j is only logged', async (command) => {
    const { tools, lines } = toolsOnABench();
    perform(command, tools);
    while (lines.length === 0) await new Promise(setImmediate);
    expect(lines).toEqual([expect.objectContaining({ level: 'error', event: 'action_failed' })]);
  });
});
