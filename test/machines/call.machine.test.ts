import { callOnABench } from '../support/call-on-a-bench.ts';

const slot = { date: '2026-12-01', time: '10:00' };
const wednesday = { date: '2026-12-02', time: '10:00' };
const booking = { action: 'ask', ...slot } as const;

const offered = () => {
  const call = callOnABench({ callerPhone: '+972501234567' }).greeted();
  call.caller.says('אני דנה כהן, אפשר יום שלישי בעשר', { mayConcernBooking: true });
  call.parser.understands({ ...booking, name: 'דנה כהן' });
  call.desk.holds(slot);
  return call;
};

const booked = () => {
  const call = offered();
  call.model.answers();
  call.caller.says('כן');
  call.parser.understands({ action: 'confirm' });
  call.desk.books(slot);
  return call;
};

describe('the greeting', () => {
  test('is the first answer of the model, asked for once the model is ready', () => {
    const call = callOnABench();
    expect(call.emittedTypes()).toEqual(['cmd.connectModel']);
    call.model.isReady();
    expect(call.commands('cmd.requestResponse')).toEqual([
      { type: 'cmd.requestResponse', occasion: 'greeting', notice: null },
    ]);
  });

  test('is not repeated on a call that another stream began', () => {
    const call = callOnABench({ begins: 'resumed' });
    call.model.isReady();
    expect(call.last('cmd.requestResponse')?.occasion).toBe('continue');
  });
});

describe('barge-in', () => {
  test('clears the phone first, cancels the response by its id and truncates', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.forget();
    call.caller.startsSpeaking();
    expect(call.emittedTypes()).toEqual([
      'news.bargedIn',
      'cmd.clearPlayback',
      'cmd.cancelResponse',
      'cmd.truncateHeard',
    ]);
    expect(call.last('cmd.cancelResponse')).toEqual({ type: 'cmd.cancelResponse', responseId: 'resp_2' });
  });

  test('does not cancel when the model has finished and the phone still plays', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.model.finishes();
    call.forget();
    call.caller.startsSpeaking();
    expect(call.emittedTypes()).toEqual(['news.bargedIn', 'cmd.clearPlayback', 'cmd.truncateHeard']);
  });

  test('kills an answer that was asked for and appears only after the caller began to speak', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.caller.startsSpeaking();
    expect(call.commands('cmd.cancelResponse')).toEqual([]);
    call.model.startsResponse();
    expect(call.last('cmd.cancelResponse')).toEqual({ type: 'cmd.cancelResponse', responseId: 'resp_2' });
    expect(call.commands('cmd.openPlayback')).toEqual([]);
  });

  test('asks for nothing new before the cancelled response is over', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.caller.says('רגע שאלה אחרת');
    call.forget();
    expect(call.is({ inCall: { floor: 'bargeInCancel' } })).toBe(true);
    expect(call.commands('cmd.requestResponse')).toEqual([]);
    call.model.finishes('cancelled');
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
  });

  test('by a key cuts the answer too', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.caller.presses('0');
    expect(call.commands('cmd.clearPlayback')).toHaveLength(1);
  });

  test('a # or a * alone cuts nothing: whoever ends a number that is taken already hears on', () => {
    const call = callOnABench().greeted();
    call.caller.presses('0501234567');
    call.passes(2_600);
    call.model.beginsToAnswer();
    call.forget();
    call.caller.presses('#');
    expect(call.emittedTypes()).toEqual([]);
    call.caller.presses('0');
    call.model.finishes('cancelled');
    expect(call.commands('cmd.clearPlayback')).toHaveLength(1);
  });

  test('by noise makes the cut answer owed again, once', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.forget();
    call.caller.says('');
    call.model.finishes('cancelled');
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
    expect(call.commands('cmd.forgetUtterance')).toHaveLength(1);
  });

  test('the late word of an older answer is not taken for the end of the one that was cut', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.caller.startsSpeaking();
    call.model.finishes('cancelled');
    call.forget();
    call.happened({ type: 'playback.finished', responseId: 'resp_1' });
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('');
    expect(call.commands('cmd.requestResponse')).toEqual([
      { type: 'cmd.requestResponse', occasion: 'turn', notice: null },
    ]);
  });

  test('a response nobody asked for is cancelled also while the phone still plays, and what it cut is owed again', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.model.finishes();
    call.forget();
    call.model.startsResponse();
    expect(call.emittedTypes()).toEqual(['cmd.clearPlayback', 'cmd.cancelResponse', 'cmd.truncateHeard']);
    expect(call.last('cmd.cancelResponse')?.responseId).toBe('resp_3');
    call.model.finishes('cancelled');
    expect(call.last('cmd.requestResponse')?.occasion).toBe('continue');
  });

  test('when all had been heard owes nothing', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.model.finishes();
    call.forget();
    call.caller.startsSpeaking();
    call.model.isHeardOut();
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('');
    expect(call.commands('cmd.requestResponse')).toEqual([]);
  });
});

describe('a question into which somebody coughs before its words are there', () => {
  const coughedInto = (mayConcernBooking = false) => {
    const call = callOnABench().greeted();
    call.caller.startsSpeaking();
    call.caller.stopsSpeaking();
    call.caller.startsSpeaking();
    call.happened({
      type: 'caller.said',
      itemId: 'item_1',
      text: 'כמה עולה תספורת',
      words: 3,
      confidence: -0.1,
      mayConcernBooking,
    });
    return call;
  };

  test.each([
    ['noise', ''],
    ['a word nobody could make out', null],
  ])('is answered after %s', (_what, text) => {
    const call = coughedInto();
    call.parser.understands({});
    call.caller.stopsSpeaking(text === null ? 250 : 900);
    if (text === null) call.happened({ type: 'caller.unheard', itemId: 'item_2' });
    else call.caller.isTranscribed(text);
    expect(call.commands('cmd.requestResponse')).toEqual([
      { type: 'cmd.requestResponse', occasion: 'turn', notice: null },
    ]);
    call.model.answers();
    call.caller.says('');
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
  });

  test('is answered where the cough comes while its words are with the parser', () => {
    const call = callOnABench().greeted();
    call.caller.says('אפשר תור מחר', { mayConcernBooking: true });
    call.caller.startsSpeaking();
    call.parser.understands({});
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('');
    expect(call.last('cmd.requestResponse')?.occasion).toBe('turn');
  });

  test('waits for the parser and for the desk', () => {
    const call = coughedInto(true);
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('');
    expect(call.is({ inCall: { silenceGate: 'understanding' } })).toBe(true);
    call.parser.understands(booking);
    expect(call.commands('cmd.requestResponse')).toEqual([]);
    call.desk.holds(slot);
    expect(call.notices()).toEqual([{ kind: 'slot_available', slot }]);
  });

  test('waits for the desk where the parser was quicker than the cough', () => {
    const call = coughedInto(true);
    call.parser.understands(booking);
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('');
    expect(call.is({ inCall: { silenceGate: 'deciding' } })).toBe(true);
    call.desk.holds(slot);
    expect(call.notices()).toEqual([{ kind: 'slot_available', slot }]);
  });

  test('is answered where the parser failed meanwhile', () => {
    const call = coughedInto(true);
    call.parser.fails();
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('');
    expect(call.last('cmd.requestResponse')?.occasion).toBe('turn');
  });
});

describe('silence', () => {
  test('below three seconds the AI says nothing, then one line, then nothing more', () => {
    const call = callOnABench().greeted();
    call.passes(2_900);
    expect(call.emittedTypes()).toEqual([]);
    call.passes(200);
    expect(call.commands('cmd.requestResponse')).toEqual([
      { type: 'cmd.requestResponse', occasion: 'silence', notice: null },
    ]);
    call.model.answers();
    call.passes(30_000);
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
  });

  test('noise does not bring the line back', () => {
    const call = callOnABench().greeted();
    call.passes(3_100);
    call.model.answers();
    call.caller.says('');
    call.passes(20_000);
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
  });

  test('ends the call after a minute', () => {
    const call = callOnABench().greeted();
    call.passes(3_100);
    call.model.answers();
    call.passes(61_000);
    expect(call.snapshot().context.outcome).toBe('silent');
    expect(call.snapshot().status).toBe('done');
  });
});

describe('what makes a turn', () => {
  test('a short sound goes to no parser', () => {
    const call = callOnABench().greeted();
    call.caller.says('אה כן', { speechMs: 340 });
    expect(call.commands('cmd.parseUtterance')).toEqual([]);
  });

  test('one word nobody could make out is no turn', () => {
    const call = callOnABench().greeted();
    call.caller.says('חרפגג', { confidence: -3.2 });
    call.passes(2_500);
    expect(call.commands('cmd.requestResponse')).toEqual([]);
    expect(call.commands('cmd.parseUtterance')).toEqual([]);
  });

  test('one clear word is a turn like any other', () => {
    const call = callOnABench().greeted();
    call.caller.says('שלום');
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
  });

  test('a turn that concerns no booking is answered before the parser is done', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה שלומך היום');
    expect(call.last('cmd.requestResponse')?.occasion).toBe('turn');
  });

  test('a turn that may concern one waits for the parser', () => {
    const call = callOnABench().greeted();
    call.caller.says('אפשר תור מחר', { mayConcernBooking: true });
    expect(call.commands('cmd.requestResponse')).toEqual([]);
    call.parser.understands({});
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
  });

  test('words that never arrive are asked for again', () => {
    const call = callOnABench().greeted();
    call.caller.startsSpeaking();
    call.caller.stopsSpeaking();
    call.passes(4_100);
    expect(call.notices()).toEqual([{ kind: 'clarify' }]);
  });
});

describe('booking', () => {
  test('a free slot is held and offered at once', () => {
    const call = offered();
    expect(call.last('cmd.holdSlot')?.slot).toEqual(slot);
    expect(call.notices()).toEqual([{ kind: 'slot_available', slot }]);
    expect(call.commands('cmd.createAppointment')).toEqual([]);
  });

  test('only a yes to the offered slot writes it, and it is announced after the row', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('כן');
    call.parser.understands({ action: 'confirm' });
    expect(call.last('cmd.createAppointment')).toMatchObject({ slot, name: 'דנה כהן', phone: '+972501234567' });
    expect(call.notices().map(({ kind }) => kind)).not.toContain('appointment_created');
    call.desk.books(slot);
    expect(call.notices().at(-1)).toEqual({ kind: 'appointment_created', appointmentId: 'appt_1' });
  });

  test('asks for what is missing in the order name, phone', () => {
    const call = callOnABench().greeted();
    call.caller.says('אפשר יום שלישי בעשר', { mayConcernBooking: true });
    call.parser.understands(booking);
    call.desk.holds(slot);
    call.model.answers();
    call.caller.says('כן תקבעי');
    call.parser.understands({ action: 'confirm' });
    expect(call.notices().at(-1)).toEqual({ kind: 'need_name' });
    call.model.answers();
    call.caller.says('משה כהן');
    call.parser.understands({ name: 'משה כהן' });
    expect(call.notices().at(-1)).toEqual({ kind: 'need_phone' });
    call.model.answers();
    call.caller.presses('0547654321#');
    expect(call.last('cmd.createAppointment')).toMatchObject({ name: 'משה כהן', phone: '0547654321' });
  });

  test('a question that is not answered is not put twice', () => {
    const call = callOnABench().greeted();
    call.caller.says('אני רוצה תור', { mayConcernBooking: true });
    call.parser.understands({ action: 'ask' });
    call.model.answers();
    call.caller.says('רגע אני חושבת');
    call.parser.understands({});
    expect(call.notices()).toEqual([{ kind: 'need_name' }]);
  });

  test('a refusal names the reason and the alternatives', () => {
    const call = callOnABench().greeted();
    call.caller.says('יום שלישי בעשר', { mayConcernBooking: true });
    call.parser.understands(booking);
    call.desk.refuses(slot, 'taken', ['2026-12-01 10:30']);
    expect(call.notices()).toEqual([
      { kind: 'slot_unavailable', slot, reason: 'taken', alternatives: ['2026-12-01 10:30'] },
    ]);
  });

  test('another wish replaces the offer', () => {
    const call = offered();
    call.model.beginsToAnswer();
    call.caller.says('לא, בעצם ביום רביעי');
    call.parser.understands({ action: 'ask', date: wednesday.date });
    expect(call.last('cmd.holdSlot')?.slot).toEqual(wednesday);
  });

  test('a date found while the AI already talks cuts it, and the server answers first', () => {
    const call = callOnABench().greeted();
    call.caller.says('אולי בשלישי הקרוב');
    call.model.beginsToAnswer();
    call.parser.understands(booking);
    expect(call.commands('cmd.cancelResponse')).toHaveLength(1);
    call.desk.holds(slot);
    call.model.finishes('cancelled');
    expect(call.notices().at(-1)).toEqual({ kind: 'slot_available', slot });
  });

  test('a yes followed by more words is written only when they do not take it back', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('כן');
    const yes = call.last('cmd.parseUtterance')?.request ?? 0;
    call.caller.startsSpeaking();
    call.happened({
      type: 'parser.understood',
      request: yes,
      action: 'confirm',
      date: null,
      time: null,
      name: null,
      phone: null,
      intent: null,
    });
    expect(call.commands('cmd.createAppointment')).toEqual([]);
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('רגע לא, ברביעי');
    call.parser.understands({ action: 'ask', date: wednesday.date });
    expect(call.commands('cmd.createAppointment')).toEqual([]);
    expect(call.last('cmd.holdSlot')?.slot).toEqual(wednesday);
  });

  test('a «כן» too short for the parser brings the question again, and a whole answer is understood', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('כן', { speechMs: 320 });
    expect(call.commands('cmd.parseUtterance')).toHaveLength(1);
    expect(call.notices().at(-1)).toEqual({ kind: 'yes_or_no' });
    call.model.answers();
    call.caller.says('כן, לקבוע');
    call.parser.understands({ action: 'confirm' });
    expect(call.last('cmd.createAppointment')?.slot).toEqual(slot);
  });

  test('the hold bears the name and the number of today, not of the ringing', () => {
    const call = callOnABench({ wish: { name: 'דנה כהן' } }).greeted();
    call.caller.presses('0547654321#');
    call.model.answers();
    call.caller.says('שמי דנה לוי, אפשר יום שלישי בעשר', { mayConcernBooking: true });
    call.parser.understands({ ...booking, name: 'דנה לוי' });
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot, name: 'דנה לוי', phone: '0547654321' });
  });

  test('a no gives the slot back', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('לא תודה');
    call.parser.understands({ intent: 'decline' });
    expect(call.commands('cmd.releaseHold')).toHaveLength(1);
  });

  test('a no that names another day asks for that day', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('לא, בעצם ביום רביעי');
    call.parser.understands({ action: 'ask', intent: 'decline', date: wednesday.date });
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday });
  });

  test('a no to the slot by its name asks for nothing', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('לא, לא בעשר');
    call.parser.understands({ action: 'none', intent: 'decline', time: slot.time });
    expect(call.commands('cmd.releaseHold')).toHaveLength(1);
    expect(call.commands('cmd.holdSlot')).toHaveLength(1);
  });

  test('a parser that fails books nothing and asks again', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('כן');
    call.parser.fails();
    expect(call.commands('cmd.createAppointment')).toEqual([]);
    expect(call.notices().at(-1)).toEqual({ kind: 'clarify' });
  });

  test('a desk that is away leads to the truth', () => {
    const call = callOnABench().greeted();
    call.caller.says('יום שלישי בעשר', { mayConcernBooking: true });
    call.parser.understands(booking);
    call.desk.isAway();
    expect(call.notices().at(-1)).toEqual({ kind: 'appointment_failed', reason: 'unavailable' });
  });

  test('an announcement that was cut is said again at the next turn', () => {
    const call = booked();
    call.model.beginsToAnswer();
    call.caller.says('רגע');
    call.model.finishes('cancelled');
    call.parser.understands({});
    expect(call.notices().filter(({ kind }) => kind === 'appointment_created')).toHaveLength(2);
  });

  test('the same slot confirmed again writes nothing', () => {
    const call = booked();
    call.model.answers();
    call.caller.says('כן כן תקבעי');
    call.parser.understands({ action: 'confirm', ...slot });
    expect(call.commands('cmd.createAppointment')).toHaveLength(1);
    expect(call.commands('cmd.holdSlot')).toHaveLength(1);
  });

  test('a yes to the reminder puts it into the queue', () => {
    const call = booked();
    call.model.answers();
    call.caller.says('כן בבקשה');
    call.parser.understands({ action: 'confirm' });
    call.desk.schedulesReminder();
    expect(call.last('cmd.scheduleReminder')?.appointmentId).toBe('appt_1');
    expect(call.notices().at(-1)).toEqual({ kind: 'reminder_scheduled' });
  });

  test('a yes to the reminder may name the time of the appointment, and no other', () => {
    const call = booked();
    call.model.answers();
    call.caller.says('כן');
    call.parser.understands({ action: 'confirm', ...wednesday });
    expect(call.commands('cmd.scheduleReminder')).toEqual([]);
    const again = booked();
    again.model.answers();
    again.caller.says('כן');
    again.parser.understands({ action: 'confirm', ...slot });
    expect(again.commands('cmd.scheduleReminder')).toHaveLength(1);
  });

  test('a hang-up while the row is being written waits for it', () => {
    const call = offered();
    call.model.answers();
    call.caller.says('כן');
    call.parser.understands({ action: 'confirm' });
    call.caller.hangsUp();
    expect(call.snapshot().status).toBe('active');
    call.desk.books(slot);
    expect(call.snapshot().status).toBe('done');
    expect(call.snapshot().context.outcome).toBe('booked');
  });
});

describe('a model that lies', () => {
  test('after a booking nobody was told of yet is cut, and the booking announced', () => {
    const call = booked();
    call.model.beginsToAnswer();
    call.model.lies();
    call.model.finishes('cancelled');
    expect(call.notices().at(-1)).toEqual({ kind: 'appointment_created', appointmentId: 'appt_1' });
  });

  test('after the booking was told is cut and reminded of what stands, never told that nothing is booked', () => {
    const call = booked();
    call.model.answers();
    call.caller.says('מה אמרת');
    call.parser.understands({});
    call.model.beginsToAnswer();
    call.model.lies();
    call.model.finishes('cancelled');
    expect(call.notices().at(-1)).toMatchObject({ kind: 'resumed', appointment: { id: 'appt_1', slot } });
  });

  test('is cut and told that nothing is booked', () => {
    const call = callOnABench().greeted();
    call.caller.says('נו מה עם התור שלי');
    call.model.beginsToAnswer();
    call.model.lies();
    expect(call.commands('cmd.clearPlayback')).toHaveLength(1);
    call.model.finishes('cancelled');
    expect(call.notices()).toEqual([{ kind: 'not_booked' }]);
  });

  test('is not asked for ever', () => {
    const call = callOnABench().greeted();
    call.caller.says('נו מה עם התור שלי');
    for (let lie = 0; lie < 5; lie += 1) {
      call.model.beginsToAnswer();
      call.model.lies();
      call.model.finishes('cancelled');
    }
    expect(call.notices()).toHaveLength(2);
  });
});

describe('an answer that ends before its end', () => {
  test.each(['failed', 'incomplete', 'cancelled'] as const)(
    '%s: what came of it is heard, then it is gone on with',
    (status) => {
      const call = callOnABench().greeted();
      call.caller.says('מה יש לכם');
      call.model.beginsToAnswer();
      call.forget();
      call.model.finishes(status);
      expect(call.emittedTypes()).toEqual([]);
      call.model.isHeardOut();
      expect(call.last('cmd.requestResponse')?.occasion).toBe('continue');
    },
  );

  test.each(['fails', 'falls'] as const)(
    'an announcement that %s counts as told only when it was heard whole',
    (how) => {
      const call = booked();
      call.model.beginsToAnswer();
      if (how === 'falls') call.model.falls();
      else call.model.finishes('failed');
      call.model.isHeardOut();
      expect(call.snapshot().context.written.announced).toBe('untold');
      if (how === 'falls') call.model.isReady();
      expect(call.notices().filter(({ kind }) => kind === 'appointment_created')).toHaveLength(2);
      call.model.answers();
      expect(call.snapshot().context.written.announced).toBe('told');
    },
  );

  test('again and again is not gone on with for ever', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    for (let time = 0; time < 5; time += 1) {
      call.model.beginsToAnswer();
      call.model.finishes('incomplete');
      call.model.isHeardOut();
    }
    expect(call.commands('cmd.requestResponse')).toHaveLength(3);
  });
});

describe('a model that fails', () => {
  test('a session that falls is opened again and told what was said', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.beginsToAnswer();
    call.forget();
    call.model.falls();
    expect(call.emittedTypes()).toEqual(['cmd.connectModel']);
    call.model.isReady();
    expect(call.commands('cmd.replayHistory')).toHaveLength(1);
    call.model.isHeardOut();
    expect(call.last('cmd.requestResponse')).toMatchObject({ occasion: 'continue', notice: { kind: 'resumed' } });
  });

  test('a response without a sound is cancelled and asked for again', () => {
    const call = callOnABench().greeted();
    call.caller.says('מה יש לכם');
    call.model.startsResponse();
    call.forget();
    call.passes(2_600);
    expect(call.commands('cmd.cancelResponse')).toHaveLength(1);
    call.model.finishes('cancelled');
    expect(call.commands('cmd.requestResponse')).toHaveLength(1);
  });

  test('a model that never comes ends the call with an apology', () => {
    const call = callOnABench();
    for (let tries = 0; tries < 40; tries += 1) {
      call.model.falls();
      call.passes(300);
    }
    expect(call.snapshot().context.outcome).toBe('modelUnavailable');
    expect(call.commands('cmd.hangUp')).toHaveLength(1);
  });
});

describe('the keypad', () => {
  test('a pause ends a whole number', () => {
    const call = callOnABench().greeted();
    call.caller.presses('0501234567');
    call.passes(2_600);
    expect(call.snapshot().context.wish.phone).toBe('0501234567');
  });

  test('a number that is too short is asked for again', () => {
    const call = callOnABench().greeted();
    call.caller.presses('0501#');
    expect(call.notices()).toEqual([{ kind: 'need_phone' }]);
    expect(call.snapshot().context.wish.phone).toBeNull();
  });
});
