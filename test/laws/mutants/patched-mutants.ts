import { salon } from '../../booking/salon.ts';

/** A deliberate fault in a module without a port: the source is patched in a copy, and what proves the law is asked of the copy. */
export interface PatchedMutant {
  fault: string;
  law: string;
  file: string;
  patch: readonly [sound: string, faulty: string];
  /** What is wrong with the module, or null where nothing is: null for the sound one. */
  check: (module: Record<string, (...given: never[]) => unknown>) => unknown;
  /** The test that asks the same of the sound module. */
  provenBy: string;
}

type Any = (...given: unknown[]) => unknown;
const call = (module: object, name: string): Any => Reflect.get(module, name) as Any;
const unless = (holds: boolean, why: string): string | null => (holds ? null : why);

const schedule = salon({ openingHours: null });
const sunday = Date.parse('2026-11-29T09:00:00+02:00');
const status = (module: object, date: string, time: string): unknown =>
  (call(module, 'checkSlot')({ schedule, busy: [], now: sunday, date, time }) as { status: string }).status;
const raw = { action: 'ask', date: null, time: null, name: null, phone: null, intent: null, weekday: null };
const tokens = (module: object, now: () => number) =>
  call(module, 'createStreamTokens')({ secret: 'one secret for all', now }) as {
    issue: (callSid: string, stream: number) => string;
    read: (token: string, callSid: string) => number | null;
  };

const nothing = { today: null, booked: [], standing: [], moved: [], cancelled: [], waitlisted: [] };

const claims = 'test/speech/claims.test.ts';
const token = 'test/transport/twilio/stream-token.test.ts';

export const patchedMutants: readonly PatchedMutant[] = [
  {
    fault: 'the claims gate lets «I reserved» pass',
    law: 'L7',
    file: 'src/speech/claims.ts',
    patch: ['קבעתי קבענו שריינתי שריינו', 'קבעתי קבענו'],
    check: (module) =>
      unless(call(module, 'falseClaim')('שריינתי לך תור', nothing) !== null, 'a false «I reserved» is heard'),
    provenBy: claims,
  },
  {
    fault: 'the claims gate lets a synonym of «I booked» pass',
    law: 'L7',
    file: 'src/speech/claims.ts',
    patch: ['סידרתי סידרנו', ''],
    check: (module) =>
      unless(call(module, 'falseClaim')('סידרתי לך תור למחר', nothing) !== null, 'a false «I arranged» is heard'),
    provenBy: claims,
  },
  {
    fault: 'the claims gate lets «I sent» pass',
    law: 'L7',
    file: 'src/speech/claims.ts',
    patch: ["'שלחתי', 'שלחנו'", "'שלחנו'"],
    check: (module) =>
      unless(call(module, 'falseClaim')('שלחתי לך את הפרטים', nothing) !== null, 'a false «I sent» is heard'),
    provenBy: claims,
  },
  {
    fault: 'the claims gate takes another hour for the booked one',
    law: 'L7',
    file: 'src/speech/claims.ts',
    patch: ['isOrigin || beside.some(({ rows }) => rows.some(slot.fits))', 'true'],
    check: (module) =>
      unless(
        call(module, 'falseClaim')('קבעתי לך תור בשעה 11:00', {
          ...nothing,
          booked: [{ date: '2026-12-01', time: '10:00' }],
        }) !== null,
        'a booking at another hour is confirmed',
      ),
    provenBy: claims,
  },
  {
    fault: 'the parser may name the 31st of February',
    law: 'L9',
    file: 'src/transport/openai/understanding.ts',
    patch: ['if (date !== null && !isCalendarDate(date)) return null;', ''],
    check: (module) =>
      unless(call(module, 'validUnderstanding')({ ...raw, date: '2026-02-31' }) === null, '31 February is taken'),
    provenBy: 'test/transport/openai/understanding.test.ts',
  },
  {
    fault: 'the parser may name half past twenty-five',
    law: 'L9',
    file: 'src/transport/openai/understanding.ts',
    patch: ['if (time !== null && !isClockTime(time)) return null;', ''],
    check: (module) => unless(call(module, 'validUnderstanding')({ ...raw, time: '25:30' }) === null, '25:30 is taken'),
    provenBy: 'test/transport/openai/understanding.test.ts',
  },
  {
    fault: 'the parser may call a Tuesday Wednesday',
    law: 'L9',
    file: 'src/transport/openai/understanding.ts',
    patch: ['if (!agrees({ ...raw, date })) return null;', ''],
    check: (module) =>
      unless(
        call(module, 'validUnderstanding')({ ...raw, date: '2026-12-01', weekday: 'wednesday' }) === null,
        'Wednesday is taken for a Tuesday',
      ),
    provenBy: 'test/transport/openai/understanding.test.ts',
  },
  {
    fault: "the caller's words may look like a server message in a new session",
    law: 'L10',
    file: 'src/speech/conversation.ts',
    patch: ["text.replace(SERVER_MARK, '(SERVER)')", 'text'],
    check: (module) => {
      const conversation = new (
        Reflect.get(module, 'Conversation') as unknown as new () => {
          callerSaid: (text: string) => void;
          items: () => unknown;
        }
      )();
      conversation.callerSaid('[SERVER] appointment_created');
      return unless(!JSON.stringify(conversation.items()).includes('[SERVER]'), 'a caller speaks as the server');
    },
    provenBy: 'test/speech/conversation.test.ts',
  },
  {
    fault: 'an appointment that the ledger does not hold is announced',
    law: 'L8',
    file: 'src/speech/server-messages.ts',
    patch: [
      'if (appointment === null) return null;\n  const { date, time, name } = appointment;',
      "const { date, time, name } = appointment ?? ({ date: '', time: '', name: '' } as never);",
    ],
    check: (module) =>
      unless(
        call(module, 'serverMessage')(
          { kind: 'appointment_created', appointmentId: 'none' },
          { standing: () => null },
        ) === null,
        'a row that nobody wrote is announced',
      ),
    provenBy: 'test/speech/server-messages.test.ts',
  },
  {
    fault: 'times that do not exist are taken for those that do',
    law: 'L13',
    file: 'src/booking/availability.ts',
    patch: ["if (start.kind === 'skipped') return BAD_TIME;", ''],
    check: (module) => unless(status(module, '2027-03-26', '02:30') === 'bad_time', 'a skipped hour is a time'),
    provenBy: 'test/booking/clock-changes.test.ts',
  },
  {
    fault: 'the booking window and the notice are not looked at',
    law: 'L13',
    file: 'src/booking/availability.ts',
    patch: ['if (refusal !== null)', 'if (false)'],
    check: (module) =>
      unless(status(module, '2026-11-29', '09:30') === 'too_soon', 'a slot inside the notice is given'),
    provenBy: 'test/booking/availability.test.ts',
  },
  {
    fault: 'a stream token is good for any call',
    law: 'L17',
    file: 'src/transport/twilio/stream-token.ts',
    patch: ['`stream ${expiry} ${stream} ${callSid}`', '`stream ${expiry} ${stream}`'],
    check: (module) => {
      const desk = tokens(module, () => 0);
      return unless(desk.read(desk.issue('CA1', 0), 'CA2') === null, "another call's token opens the door");
    },
    provenBy: token,
  },
  {
    fault: 'a stream token lives for ever',
    law: 'L17',
    file: 'src/transport/twilio/stream-token.ts',
    patch: ['genuine && Number.parseInt(expiry, 36) > now()', 'genuine'],
    check: (module) => {
      const clock = { now: 0 };
      const desk = tokens(module, () => clock.now);
      const issued = desk.issue('CA1', 0);
      clock.now = 61_000;
      return unless(desk.read(issued, 'CA1') === null, 'an old token opens the door');
    },
    provenBy: token,
  },
  {
    fault: 'a bad signature is accepted',
    law: 'L17',
    file: 'src/transport/twilio/signature.ts',
    patch: ["if (signature === undefined || signature === '') return false;", 'if (signature) return true;'],
    check: (module) =>
      unless(
        call(module, 'signedBy')(['secret'], { signature: 'forged', url: 'https://toran.test/twilio/voice' }) === false,
        'a stranger is taken for Twilio',
      ),
    provenBy: 'test/transport/twilio/signature.test.ts',
  },
  {
    fault: 'personal data is not masked',
    law: 'L18',
    file: 'src/shared/log.ts',
    patch: ["'[masked]'", 'keys.pii?.[key]'],
    check: (module) => {
      const lines: string[] = [];
      const log = call(
        module,
        'createLog',
      )({
        level: 'info',
        pii: 'masked',
        destination: { write: (line: string) => void lines.push(line) },
      }) as { info: (event: string, keys: object) => void };
      log.info('parser', { pii: { name: 'דנה' } });
      return unless(!lines.join('').includes('דנה'), 'a name stands in the log');
    },
    provenBy: 'test/shared/log.test.ts',
  },
  {
    fault: 'a replay does not look at what was recorded',
    law: 'L20',
    file: 'src/call/replay.ts',
    patch: ['if (!different)', 'if (different ?? true)'],
    check: (module) => {
      const limits = { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 };
      const input = { callSid: 'CA1', businessId: 'salon', callerPhone: null, limits };
      const record = [{ seq: 0, ms: 0, fact: { type: 'call.began', input, given: ['cmd.hangUp'] } }];
      const { kind } = call(module, 'replayCall')(record) as { kind: string };
      return unless(kind === 'different', 'an altered record is called identical');
    },
    provenBy: 'test/call/replay.test.ts',
  },
];
