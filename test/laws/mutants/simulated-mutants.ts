import type { Database } from '../../../src/db/database.ts';
import type { MediaStream } from '../../../src/transport/twilio/media-stream.ts';
import type { FaultyParts } from '../simulation/life.ts';
import type { Deed, Saying, Story } from '../simulation/story.ts';

/** A deliberate fault outside the chart: a faulty part in the place of a sound one, and a call in which it shows. */
export interface SimulatedMutant {
  fault: string;
  law: string;
  story: Story;
  parts: FaultyParts;
}

const says = (what: Saying, when: 'inTurn' | 'over' = 'inTurn'): Deed => ({
  does: 'says',
  what,
  when,
  parser: 'prompt',
});
const story = (...deeds: Deed[]): Story => ({ begins: 0, caller: 'knownNumber', wayMs: 10, databaseMs: 8, deeds });

const booking = story(says('everything'), says('yes'), says('smallTalk'));
const interrupted = story(says('smallTalk'), says('aBooking', 'over'), says('smallTalk', 'over'));
const rivalry = story(says('everything'), { does: 'rival', what: 'takesTheSlot' }, says('smallTalk'));
const lostAnswer = story(
  says('everything'),
  { does: 'database', faults: ['lostAfter'] },
  says('yes'),
  says('smallTalk'),
);

export const simulatedMutants: readonly SimulatedMutant[] = [
  {
    fault: 'the epoch is ignored',
    law: 'L12',
    story: booking,
    parts: { rewrite: (sql) => sql.replace(/ AND epoch = -?\d+ FOR NO KEY UPDATE/, ' FOR NO KEY UPDATE') },
  },
  {
    fault: 'a used stream token works again',
    law: 'L17',
    story: booking,
    parts: { rewrite: (sql) => sql.replace(/ AND s\.streams <= \d+::int/, '') },
  },
  {
    fault: 'audio goes on after the clear',
    law: 'L2',
    story: interrupted,
    parts: {
      stream: (stream, life) => {
        let last = Buffer.alloc(0);
        return insteadOf(stream, {
          sendAudio: (payload: Buffer) => {
            last = Buffer.from(payload);
            stream.sendAudio(payload);
          },
          sendClear: () => {
            stream.sendClear();
            const late = last;
            life.time.setTimeout(() => stream.sendAudio(late), 100);
          },
        });
      },
    },
  },
  {
    fault: 'the clear never reaches the phone',
    law: 'L2',
    story: interrupted,
    parts: { stream: (stream) => insteadOf(stream, { sendClear: () => undefined }) },
  },
  { fault: 'the model is told more than was heard', law: 'L3', story: interrupted, parts: { toModel: heardMore } },
  {
    fault: 'the model is never told what was heard',
    law: 'L3',
    story: interrupted,
    parts: { toModel: (event) => (/truncate|delete/.test(event.type) ? [] : [event]) },
  },
  {
    fault: 'every answer is asked for twice',
    law: 'L1',
    story: booking,
    parts: { toModel: (event) => (event.type === 'response.create' ? [event, event] : [event]) },
  },
  {
    fault: 'server messages come as words of the caller',
    law: 'L10',
    story: booking,
    parts: {
      toModel: (event) => [JSON.parse(JSON.stringify(event).replace('"role":"system"', '"role":"user"')) as object],
    },
  },
  { fault: 'one place is given to two callers', law: 'L11', story: booking, parts: { database: generous } },
  { fault: 'a write is reported and not committed', law: 'L8', story: booking, parts: { database: forgetful } },
  {
    fault: 'the key of a booking is forgotten between two tries',
    law: 'L12',
    story: lostAnswer,
    parts: {
      rewrite: (sql) =>
        sql.replace(/a\.call_sid = '/g, "a.call_sid = 'x' || '").replace(/t\.call_sid = '/g, "t.call_sid = 'x' || '"),
    },
  },
  {
    fault: 'a hold ends as soon as it begins',
    law: 'L14',
    story: rivalry,
    parts: { rewrite: (sql) => sql.replace(/make_interval\(secs => 90::float8\)/g, 'make_interval(secs => 0.001)') },
  },
  {
    fault: 'the hold is kept after the end of the call',
    law: 'L19',
    story: story(says('everything'), { does: 'hangsUp' }),
    parts: {
      rewrite: (sql) =>
        sql.replace(
          /DELETE FROM appointment\s+WHERE business_id/,
          'DELETE FROM appointment WHERE false AND business_id',
        ),
    },
  },
  {
    fault: 'nobody writes how the call ended',
    law: 'L19',
    story: booking,
    parts: { close: 'never', rewrite: withoutOutcome },
  },
  {
    fault: 'work of one business sees all of them',
    law: 'L16',
    story: booking,
    parts: { database: (database) => ({ ...database, inBusiness: (_, work) => database.anywhere(work) }) },
  },
  {
    fault: 'what the caller said is logged',
    law: 'L18',
    story: booking,
    parts: {
      parser: (parser, life) => ({
        parse: (request) => {
          life.log.info('parse', { text: request.text });
          return parser.parse(request);
        },
      }),
    },
  },
  {
    fault: 'the number of the caller is logged',
    law: 'L18',
    story: booking,
    parts: {
      database: (database, life) => ({
        ...database,
        inBusiness: (businessId, work) => {
          life.log.info('caller', { from: life.opened?.callerPhone });
          return database.inBusiness(businessId, work);
        },
      }),
    },
  },
];

function insteadOf(stream: MediaStream, faulty: Partial<MediaStream>): MediaStream {
  return new Proxy(stream, {
    get: (sound, name) => {
      const part: unknown = Reflect.get(faulty, name) ?? Reflect.get(sound, name, sound);
      return typeof part === 'function' ? (part.bind(sound) as unknown) : part;
    },
  });
}

function heardMore(event: { type: string; [key: string]: unknown }): object[] {
  const end = event['audio_end_ms'];
  return [typeof end === 'number' ? { ...event, audio_end_ms: end + 200 } : event];
}

/** Says that it is done, then undoes it. */
function forgetful(database: Database): Database {
  return {
    ...database,
    inBusiness: async (businessId, work) => {
      const held: { result?: Awaited<ReturnType<typeof work>> } = {};
      const undo = new Error('undone');
      const undone = database.inBusiness(businessId, async (manager) => {
        held.result = await work(manager);
        const booked = typeof held.result === 'object' && held.result !== null && 'repeated' in held.result;
        if (booked) throw undo;
        return held.result;
      });
      return undone.catch((error: unknown) => {
        if (error !== undo) throw error;
        return held.result as Awaited<ReturnType<typeof work>>;
      });
    },
  };
}

function withoutOutcome(sql: string): string {
  return sql.replace('UPDATE call_session SET outcome =', 'UPDATE call_session SET from_number =');
}

const AGAIN = `INSERT INTO appointment (business_id, resource_id, seat, lead_id, starts_at, ends_at, busy_from, busy_until, name, phone, status)
  SELECT business_id, resource_id, seat + 1, lead_id, starts_at, ends_at, busy_from, busy_until, name, phone, status
  FROM appointment WHERE status = 'confirmed'`;

/** Writes every booking once more. */
function generous(database: Database): Database {
  return {
    ...database,
    inBusiness: (businessId, work) =>
      database.inBusiness(businessId, async (manager) => {
        const result = await work(manager);
        const booked = typeof result === 'object' && result !== null && 'repeated' in result;
        if (booked) await manager.query(AGAIN);
        return result;
      }),
  };
}
