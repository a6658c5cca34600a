/** A test by its file and its title, which a test of this page looks for. */
export interface Witnessing {
  file: string;
  test: string;
}

/** One law: what it says, where the chart and the wires are asked for it, and the test that looks closest. */
export interface ProvenLaw {
  law: string;
  name: string;
  says: string;
  /** In `test/laws/law/`: asked of every step of the closed model, and of every step of every recorded call. */
  chart?: string;
  /** In `src/practice/runner/laws/`: asked of both wires of every practice call and every simulated call. */
  wires?: string;
  /** In `test/laws/simulation/`: asked of the database, the log and the empty room after every simulated call. */
  afterwards?: string;
  test: Witnessing;
}

const call = (test: string): Witnessing => ({ file: 'test/machines/call.machine.test.ts', test });

export const twentyLaws: readonly ProvenLaw[] = [
  {
    law: 'L1',
    name: 'One voice',
    says: 'At most one answer of the model is live; no second is asked for while one runs.',
    chart: 'one-voice.ts',
    wires: 'one-voice.ts',
    test: call('asks for nothing new before the cancelled response is over'),
  },
  {
    law: 'L2',
    name: 'Barge-in is total',
    says: 'Once the caller speaks, not one byte more of the running answer leaves.',
    chart: 'total-barge-in.ts',
    wires: 'total-barge-in.ts',
    test: {
      file: 'test/call/call.test.ts',
      test: 'silences the phone first; then the response is cancelled by its id, then cut to what was heard',
    },
  },
  {
    law: 'L3',
    name: 'Heard-truth',
    says: 'The model remembers what the caller heard, to the millisecond, and nothing more; so does the transcript.',
    wires: 'heard-truth-kept.ts',
    afterwards: 'laws-of-life.ts',
    test: {
      file: 'test/call/heard-as-told.test.ts',
      test: 'L3: what is written down as heard, sentence by sentence, is what the model was told',
    },
  },
  {
    law: 'L4',
    name: 'Silence is kept',
    says: 'Nothing is said that nobody asked for, but the greeting, an answer to the server and one line a silence.',
    chart: 'kept-silence.ts',
    wires: 'kept-silence.ts',
    test: call('below three seconds the AI says nothing, then one line, then nothing more'),
  },
  {
    law: 'L5',
    name: 'Nobody is left hanging',
    says: 'Whatever fails, the caller gets an answer or the truth in time; every state has a way out.',
    chart: 'nobody-left-hanging.ts',
    wires: 'nobody-left-hanging.ts',
    test: { file: 'test/laws/closed-model.test.ts', test: 'every state of the world «%s» can come to its end' },
  },
  {
    law: 'L6',
    name: 'Short sounds make no turn',
    says: 'Under 400 ms nothing goes to the parser; one word nobody could make out is no turn.',
    chart: 'short-sounds.ts',
    wires: 'short-sounds.ts',
    test: call('one word nobody could make out is no turn'),
  },
  {
    law: 'L7',
    name: 'No false confirmation is heard',
    says: 'Every claim in the audio that was played has an earlier committed row with the same day and hour.',
    wires: 'no-false-confirmation.ts',
    test: { file: 'test/call/audio-path.test.ts', test: 'is stopped before its audio leaves' },
  },
  {
    law: 'L8',
    name: 'No announcement without a row',
    says: 'The server says «created» only after a commit that another connection can see.',
    chart: 'announced-rows.ts',
    wires: 'announced-rows.ts',
    test: call('only a yes to the offered slot writes it, and it is announced after the row'),
  },
  {
    law: 'L9',
    name: 'Only the parser reads words',
    says: 'Day, hour, name and consent come from the parser and pass validation; what nobody waits for changes nothing.',
    chart: 'only-the-parser-reads.ts',
    test: {
      file: 'test/transport/openai/understanding.test.ts',
      test: 'is kept as it is when everything in it is possible',
    },
  },
  {
    law: 'L10',
    name: 'Server messages are the server’s',
    says: 'A caller who says one changes nothing.',
    wires: 'server-messages-own.ts',
    test: { file: 'test/speech/conversation.test.ts', test: 'what a caller says never looks like a server message' },
  },
  {
    law: 'L11',
    name: 'No overlap',
    says: 'No two rows of one place overlap, whatever races.',
    afterwards: 'laws-of-memory.ts',
    test: {
      file: 'test/db/races.test.ts',
      test: 'of a hundred callers on one slot, at overlapping times, one gets it, quickly and without a deadlock',
    },
  },
  {
    law: 'L12',
    name: 'Exactly once',
    says: 'One wish of one call makes one row, through retry, lost answer, reconnect and crash.',
    chart: 'exactly-once.ts',
    wires: 'exact-rows.ts',
    afterwards: 'laws-of-memory.ts',
    test: {
      file: 'test/db/faults.test.ts',
      test: 'an appointment whose commit was not answered is made once and found again',
    },
  },
  {
    law: 'L13',
    name: 'Inside the rules',
    says: 'Every booked time lies in the hours, on the grid, past the notice, also on the days the clock changes.',
    afterwards: 'laws-of-memory.ts',
    test: {
      file: 'test/booking/clock-changes.test.ts',
      test: 'offer every time once, and each offered time is available and is what the clocks then show',
    },
  },
  {
    law: 'L14',
    name: 'An offered slot is kept',
    says: 'While a slot is on offer to a caller, nobody else gets it.',
    afterwards: 'laws-of-life.ts',
    test: { file: 'test/db/slots.test.ts', test: 'a held slot is the call’s alone until it confirms it' },
  },
  {
    law: 'L15',
    name: 'Order of questions',
    says: 'Name, then number, then day and hour; what is known is never asked again.',
    chart: 'order-of-questions.ts',
    test: call('asks for what is missing in the order name, phone'),
  },
  {
    law: 'L16',
    name: 'Nothing crosses',
    says: 'No query without a business; not one row of another.',
    afterwards: 'laws-of-memory.ts',
    test: { file: 'test/db/tenancy.test.ts', test: 'each table shows a business its own rows and no other' },
  },
  {
    law: 'L17',
    name: 'Strangers reach nothing',
    says: 'Without a valid signature or stream token: no model session, no write; a token opens one door once.',
    test: {
      file: 'test/call/front-desk.test.ts',
      test: 'is let in once, however often its token comes at the same moment',
    },
  },
  {
    law: 'L18',
    name: 'No secrets, no people in logs',
    says: 'No key, number, name or word of a caller outside masked keys.',
    afterwards: 'laws-of-life.ts',
    test: { file: 'test/shared/log.test.ts', test: 'masks every key under pii and keeps the key names' },
  },
  {
    law: 'L19',
    name: 'Nothing is left behind',
    says: 'After a call no socket, timer, hold or actor of it remains, and its row says how it ended.',
    chart: 'nothing-left-behind.ts',
    afterwards: 'laws-of-life.ts',
    test: { file: 'test/call/call.test.ts', test: 'by the caller closes the model and tells it once' },
  },
  {
    law: 'L20',
    name: 'Replay agrees',
    says: 'The recorded facts of a call, fed to the machine again, give the same commands: held of every call of every test.',
    afterwards: 'laws-of-life.ts',
    test: { file: 'test/call/replay.test.ts', test: 'a recorded call, timers and all, is the same call today' },
  },
];
