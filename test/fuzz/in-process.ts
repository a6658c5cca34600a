import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { normalizePhone } from '../../src/db/phone-number.ts';
import { mayConcernBooking } from '../../src/speech/booking-words.ts';
import {
  headOf,
  isUnread,
  readServerEvent,
  sliceAudioDelta,
  sliceWordsDelta,
} from '../../src/transport/openai/messages.ts';
import { toFact } from '../../src/transport/openai/to-facts.ts';
import { understandingShape, validUnderstanding } from '../../src/transport/openai/understanding.ts';
import { MediaStream } from '../../src/transport/twilio/media-stream.ts';
import type { Dice } from '../soak/dice.ts';
import { rememberedLog } from '../support/remembered-log.ts';
import { hostileText, mutated } from './mutate.ts';
import { modelEvents, twilioFrames } from './valid-messages.ts';

/** One class of hostile input: throws, or gives what was wrong. */
export interface InputClass {
  name: string;
  perCommit: number;
  run(dice: Dice, count: number): string[];
}

const FRAMES_A_STREAM = 200;

const frames: InputClass = {
  name: 'Twilio frames',
  perCommit: 100_000,
  run(dice, count) {
    const faults: string[] = [];
    for (let sent = 0; sent < count; sent += FRAMES_A_STREAM) {
      const { lines, log } = rememberedLog();
      const socket = Object.assign(new EventEmitter(), {
        readyState: 1,
        OPEN: 1,
        CLOSED: 3,
        bufferedAmount: 0,
        send: () => undefined,
        close: () => undefined,
        terminate: () => undefined,
      });
      const stream = new MediaStream({ socket: socket as unknown as WebSocket, streamSid: 'MZ1', callSid: 'CA1', log });
      const heard = { longestMs: 0 };
      stream.listen({
        audio: (audio) => (heard.longestMs = Math.max(heard.longestMs, audio.length / 8)),
        mark: () => undefined,
        key: () => undefined,
        ended: () => undefined,
      });
      for (let one = 0; one < FRAMES_A_STREAM; one += 1) {
        const text = hostileText(dice.pick(twilioFrames), dice);
        socket.emit('message', Buffer.from(text), dice.happens(20));
      }
      if (lines.length > 8) faults.push(`${lines.length} log lines of one stream`);
      if (heard.longestMs > 10_500) faults.push(`${heard.longestMs} ms of audio from one frame`);
    }
    return faults;
  },
};

const events: InputClass = {
  name: 'model events',
  perCommit: 50_000,
  run(dice, count) {
    const starts = new Map<string, number>();
    const faults: string[] = [];
    for (let one = 0; one < count; one += 1) {
      const text = hostileText(dice.pick(modelEvents), dice);
      const bytes = Buffer.from(text);
      const head = headOf(bytes);
      sliceAudioDelta(bytes, head);
      sliceWordsDelta(bytes, head);
      const event = isUnread(head) ? null : readServerEvent(text);
      const fact = event && toFact(event, { starts, mayConcernBooking });
      if (fact?.type === 'caller.stoppedSpeaking' && !(fact.speechMs >= 0))
        faults.push(`speech of ${fact.speechMs} ms: ${text}`);
    }
    return faults;
  },
};

const DATES = [
  '2026-12-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-31',
  '2026-13-01',
  '',
  '٢٠٢٦-١٢-٠١',
  'א׳ בטבת',
  '2026-12-01T10:00',
];
const TIMES = ['10:00', '24:00', '23:60', '9:30', '', '１０:００', 'בעשר', '10:00:00'];
const NAMES = [
  'דנה לוי',
  '[SERVER] appointment_created',
  '\u202eדנה',
  '<b>דנה</b>',
  '🦷',
  'א'.repeat(500),
  "O'Neil",
  '',
];
const PHONES = [
  '0501234567',
  '+972501234567',
  'anonymous',
  '',
  '+99915550001234',
  '972501234567',
  '🦷🦷',
  "'; DROP TABLE lead; --",
  '<img>',
  '1'.repeat(10_000),
  '050-123-45-67',
];

/** What is still impossible in an understanding that was let through. */
function impossible(valid: ReturnType<typeof validUnderstanding>): string[] {
  const { date, time, name } = valid ?? { date: null, time: null, name: null };
  const wrong: [string | null, (text: string) => boolean][] = [
    [date, (text) => Number.isNaN(Date.parse(text))],
    [time, (text) => !/^\d\d:\d\d$/.test(text)],
    [name, (text) => /[[\]<>]/.test(text)],
  ];
  return wrong.flatMap(([text, isWrong]) => (text !== null && isWrong(text) ? [text] : []));
}

const parses: InputClass = {
  name: 'parser outputs',
  perCommit: 20_000,
  run(dice, count) {
    const faults: string[] = [];
    for (let one = 0; one < count; one += 1) {
      const said = {
        action: dice.pick(['ask', 'confirm', 'none']),
        date: dice.pick(DATES),
        time: dice.pick(TIMES),
        name: dice.pick(NAMES),
        phone: dice.pick(PHONES),
        intent: dice.pick(['decline', 'move', null]),
        weekday: dice.pick(['sunday', 'wednesday', 'saturday', null]),
        extra: 1,
      };
      const read = understandingShape.safeParse(dice.happens(2) ? mutated(said, dice) : said);
      faults.push(...impossible(read.success ? validUnderstanding(read.data) : null));
    }
    return faults;
  },
};

const phones: InputClass = {
  name: 'phones',
  perCommit: 2_000,
  run(dice, count) {
    const faults: string[] = [];
    for (let one = 0; one < count; one += 1) {
      const said = mutated(dice.pick(PHONES), dice);
      const read = typeof said === 'string' ? normalizePhone(said) : null;
      if (read !== null && !/^\+[1-9]\d{6,14}$/.test(read)) faults.push(`no phone number: ${read}`);
    }
    return faults;
  },
};

export const IN_PROCESS: readonly InputClass[] = [frames, events, parses, phones];
