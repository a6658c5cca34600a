import type { Understanding } from '../../machines/vocabulary.ts';
import { callOnABench } from '../support/call-on-a-bench.ts';

const tuesday = { id: 'appt_1', slot: { date: '2026-12-01', time: '10:00' } };
const thursday = { id: 'appt_2', slot: { date: '2026-12-03', time: '12:00' } };
const wednesday = { date: '2026-12-02', time: '11:00' };

type Call = ReturnType<typeof callOnABench>;

/** The caller says something that the parser understands so; what the AI answered before was heard to its end. */
function says(call: Call, text: string, heard: Partial<Understanding>): void {
  call.caller.says(text, { mayConcernBooking: true });
  call.parser.understands(heard);
}

const ring = () => callOnABench({ callerPhone: '+972501234567' }).greeted();
const asks = (intent: Understanding['intent'], heard: Partial<Understanding> = {}) => {
  const call = ring();
  says(call, 'בקשר לתור שלי', { intent, ...heard });
  return call;
};
const lastNotice = (call: Call) => call.notices().at(-1);

describe('a caller who asks about their own appointment', () => {
  test('is told of all of them', () => {
    const call = asks('hear');
    expect(call.last('cmd.findAppointments')?.request).toEqual(expect.any(Number));
    expect(call.notices()).toEqual([]);
    call.desk.finds(tuesday, thursday);
    expect(call.notices()).toEqual([{ kind: 'appointment_found', appointmentIds: ['appt_1', 'appt_2'] }]);
    expect(call.is({ inCall: { booking: 'found' } })).toBe(true);
  });

  test.each(['hear', 'move', 'cancel'] as const)('and has none, hears just that (%s)', (intent) => {
    const call = asks(intent);
    call.desk.finds();
    expect(call.notices()).toEqual([{ kind: 'no_appointment' }]);
    expect(call.is({ inCall: { booking: 'idle' } })).toBe(true);
  });

  test('hears the truth when the desk cannot look', () => {
    const call = asks('hear');
    call.desk.cannotLook();
    expect(call.notices()).toEqual([{ kind: 'appointment_failed', reason: 'unavailable' }]);
  });

  test('hears the truth when the desk never answers, and a late answer changes nothing', () => {
    const call = asks('cancel');
    call.passes(4_100);
    expect(call.notices()).toEqual([{ kind: 'appointment_failed', reason: 'unavailable' }]);
    call.desk.finds(tuesday);
    expect(call.notices()).toHaveLength(1);
    expect(call.is({ inCall: { booking: 'failed' } })).toBe(true);
  });

  test('cuts the small talk that began before the words were understood', () => {
    const call = ring();
    call.caller.says('מתי אני אצלכם');
    call.model.beginsToAnswer();
    call.parser.understands({ intent: 'hear' });
    expect(call.commands('cmd.cancelResponse')).toHaveLength(1);
    call.desk.finds(tuesday);
    call.model.finishes('cancelled');
    expect(call.notices()).toEqual([{ kind: 'appointment_found', appointmentIds: ['appt_1'] }]);
  });
});

describe('a cancellation', () => {
  const asked = () => {
    const call = asks('cancel');
    call.desk.finds(tuesday);
    call.model.answers();
    return call;
  };

  test('names the appointment and waits for a yes', () => {
    const call = asked();
    expect(call.notices()).toEqual([{ kind: 'confirm_cancel', appointmentId: 'appt_1' }]);
    expect(call.commands('cmd.cancelAppointment')).toEqual([]);
    says(call, 'כן, לבטל', { action: 'confirm' });
    expect(call.last('cmd.cancelAppointment')?.appointment).toEqual(tuesday);
    expect(lastNotice(call)?.kind).toBe('confirm_cancel');
    call.desk.cancels(tuesday);
    expect(lastNotice(call)).toEqual({ kind: 'appointment_cancelled', appointmentId: 'appt_1' });
  });

  test('is told again until it was heard to its end', () => {
    const call = asked();
    says(call, 'כן, לבטל', { action: 'confirm', intent: 'cancel', ...tuesday.slot });
    call.desk.cancels(tuesday);
    call.model.beginsToAnswer();
    call.caller.says('רגע');
    call.model.finishes('cancelled');
    call.parser.understands({});
    expect(call.notices().filter(({ kind }) => kind === 'appointment_cancelled')).toHaveLength(2);
    call.model.answers();
    expect(call.is({ inCall: { booking: { written: 'told' } } })).toBe(true);
    call.caller.hangsUp();
    expect(call.snapshot().context.outcome).toBe('cancelled');
  });

  test.each<[string, Partial<Understanding>]>([
    ['a no', { intent: 'decline' }],
    ['no clear word', {}],
    ['a yes to another day', { action: 'confirm', date: thursday.slot.date }],
    ['a yes that is really a wish to move it', { action: 'confirm', intent: 'move' }],
    ['the same wish once more', { action: 'ask', intent: 'cancel' }],
  ])('does not happen on %s', (_, heard) => {
    const call = asked();
    says(call, 'אממ לא יודעת', heard);
    expect(call.commands('cmd.cancelAppointment')).toEqual([]);
  });

  test('does not happen on a yes that is taken back in the same breath', () => {
    const call = asked();
    call.caller.says('כן');
    const yes = call.last('cmd.parseUtterance')?.request ?? 0;
    call.caller.startsSpeaking();
    const confirm = { action: 'confirm', date: null, time: null, name: null, phone: null, intent: null } as const;
    call.happened({ type: 'parser.understood', request: yes, ...confirm });
    call.caller.stopsSpeaking();
    call.caller.isTranscribed('רגע, לא, תשאירי');
    call.parser.understands({ intent: 'decline' });
    expect(call.commands('cmd.cancelAppointment')).toEqual([]);
    expect(call.is({ inCall: { booking: 'idle' } })).toBe(true);
  });

  test('that fails leads to the truth, and one that comes through late is told', () => {
    const call = asked();
    says(call, 'כן, לבטל', { action: 'confirm' });
    call.passes(4_100);
    expect(lastNotice(call)).toEqual({ kind: 'appointment_failed', reason: 'unavailable' });
    call.model.answers();
    call.desk.cancels(tuesday);
    expect(lastNotice(call)).toEqual({ kind: 'appointment_cancelled', appointmentId: 'appt_1' });
  });

  test('is still awaited after a hang-up', () => {
    const call = asked();
    says(call, 'כן, לבטל', { action: 'confirm' });
    call.caller.hangsUp();
    expect(call.snapshot().status).toBe('active');
    call.desk.cancels(tuesday);
    expect(call.snapshot()).toMatchObject({ status: 'done', context: { outcome: 'cancelled' } });
  });
});

describe('a caller with several appointments', () => {
  const unsure = () => {
    const call = asks('cancel');
    call.desk.finds(tuesday, thursday);
    call.model.answers();
    return call;
  };

  test('is asked which one, and the day of one tells', () => {
    const call = unsure();
    expect(call.notices()).toEqual([{ kind: 'which_appointment', appointmentIds: ['appt_1', 'appt_2'] }]);
    says(call, 'את של יום חמישי', { date: thursday.slot.date });
    expect(lastNotice(call)).toEqual({ kind: 'confirm_cancel', appointmentId: 'appt_2' });
  });

  test('is asked again after a day on which there is none', () => {
    const call = unsure();
    says(call, 'של יום רביעי', { date: wednesday.date });
    expect(call.notices().map(({ kind }) => kind)).toEqual(['which_appointment', 'which_appointment']);
  });

  test('may name the day at once', () => {
    const call = asks('cancel', { date: thursday.slot.date });
    call.desk.finds(tuesday, thursday);
    expect(call.notices()).toEqual([{ kind: 'confirm_cancel', appointmentId: 'appt_2' }]);
  });

  test('may choose the other one instead of a yes', () => {
    const call = unsure();
    says(call, 'של יום חמישי', { date: thursday.slot.date });
    call.model.answers();
    says(call, 'לא, בעצם של יום שלישי', { date: tuesday.slot.date });
    expect(lastNotice(call)).toEqual({ kind: 'confirm_cancel', appointmentId: 'appt_1' });
    call.model.answers();
    says(call, 'כן, אותו', { action: 'confirm' });
    expect(call.commands('cmd.cancelAppointment').map(({ appointment }) => appointment)).toEqual([tuesday]);
  });
});

describe('a move', () => {
  const offered = () => {
    const call = asks('move', { action: 'ask', ...wednesday });
    call.desk.finds(tuesday);
    call.desk.holds(wednesday);
    call.model.answers();
    return call;
  };

  test('holds the new time first, for the appointment that is to go there', () => {
    const call = asks('move', { action: 'ask', ...wednesday });
    expect(call.commands('cmd.holdSlot')).toEqual([]);
    call.desk.finds(tuesday);
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday, moving: tuesday });
    expect(call.commands('cmd.moveAppointment')).toEqual([]);
  });

  test('happens in one command after a yes, and makes no second appointment', () => {
    const call = offered();
    says(call, 'כן, תעבירי', { action: 'confirm', intent: 'move' });
    expect(call.last('cmd.moveAppointment')).toMatchObject({ appointment: tuesday, slot: wednesday });
    expect(call.commands('cmd.createAppointment')).toEqual([]);
    call.desk.moves(tuesday, wednesday);
    expect(lastNotice(call)).toEqual({ kind: 'appointment_moved', appointmentId: 'appt_1' });
    call.caller.hangsUp();
    expect(call.snapshot().context).toMatchObject({
      outcome: 'moved',
      written: { appointment: { id: 'appt_1', slot: wednesday } },
    });
  });

  test('whose new time changes while the desk still looks is a move all the same', () => {
    const call = asks('move', { action: 'ask', ...tuesday.slot });
    says(call, 'או בעצם ברביעי באחת עשרה', { action: 'ask', ...wednesday });
    expect(call.commands('cmd.holdSlot')).toEqual([]);
    call.desk.finds(thursday);
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday, moving: thursday });
  });

  test('without a new time asks for one, and for no name and no number', () => {
    const call = callOnABench().greeted();
    says(call, 'אפשר להזיז את התור שלי', { intent: 'move' });
    call.desk.finds(tuesday);
    expect(call.notices()).toEqual([{ kind: 'need_date_time' }]);
    call.model.answers();
    says(call, 'ברביעי באחת עשרה', { action: 'ask', ...wednesday });
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday, moving: tuesday });
  });

  test('that names only the day of the appointment it is about asks for the new one', () => {
    const call = asks('move', { date: tuesday.slot.date });
    call.desk.finds(tuesday, thursday);
    expect(call.notices()).toEqual([{ kind: 'need_date_time' }]);
    expect(call.snapshot().context.meant).toEqual(tuesday);
  });

  test('asks which one where several could be meant, and keeps the new time', () => {
    const call = asks('move', { action: 'ask', ...wednesday });
    call.desk.finds(tuesday, thursday);
    expect(call.notices()).toEqual([{ kind: 'which_appointment', appointmentIds: ['appt_1', 'appt_2'] }]);
    call.model.answers();
    says(call, 'את של חמישי', { date: thursday.slot.date });
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday, moving: thursday });
  });

  test('to a time that is taken leaves everything and offers what is near', () => {
    const call = asks('move', { action: 'ask', ...wednesday });
    call.desk.finds(tuesday);
    call.desk.refuses(wednesday, 'taken', ['2026-12-02 11:30']);
    call.model.answers();
    says(call, 'אז באחת עשרה וחצי', { action: 'ask', date: '2026-12-02', time: '11:30' });
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: { time: '11:30' }, moving: tuesday });
  });

  test('that loses its slot at the last moment says so and stays a move', () => {
    const call = offered();
    says(call, 'כן', { action: 'confirm' });
    call.desk.cannotMove(wednesday);
    expect(lastNotice(call)).toMatchObject({ kind: 'slot_unavailable', reason: 'taken' });
    expect(call.snapshot().context.meant).toEqual(tuesday);
  });

  test('declined leaves the appointment and gives the new time back', () => {
    const call = offered();
    says(call, 'לא, תשאירי כמו שהיה', { intent: 'decline' });
    expect(call.commands('cmd.releaseHold')).toHaveLength(1);
    expect(call.commands('cmd.moveAppointment')).toEqual([]);
    expect(call.snapshot().context).toMatchObject({ meant: null, errand: null, offered: null });
  });
});

describe('after a booking in this call', () => {
  const booked = () => {
    const call = ring();
    says(call, 'אני דנה, אפשר שלישי בעשר', { action: 'ask', ...tuesday.slot, name: 'דנה' });
    call.desk.holds(tuesday.slot);
    call.model.answers();
    says(call, 'כן', { action: 'confirm' });
    call.desk.books(tuesday.slot);
    call.model.answers();
    return call;
  };

  test('«actually make it Wednesday» is a move of that appointment', () => {
    const call = booked();
    says(call, 'בעצם עדיף ברביעי באחת עשרה', { action: 'ask', intent: 'move', ...wednesday });
    call.desk.finds(thursday, tuesday);
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday, moving: tuesday });
  });

  test('another time without a word about the first is asked about, and held only when that is clear', () => {
    const call = booked();
    says(call, 'מה עם רביעי באחת עשרה', { action: 'ask', ...wednesday });
    expect(lastNotice(call)).toEqual({ kind: 'move_or_another', appointmentIds: ['appt_1'] });
    expect(call.commands('cmd.holdSlot')).toHaveLength(1);
    call.model.answers();
    says(call, 'להזיז', { intent: 'move' });
    call.desk.finds(tuesday);
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday, moving: tuesday });
  });

  test('one more is booked when the caller wants one more', () => {
    const call = booked();
    says(call, 'מה עם רביעי באחת עשרה', { action: 'ask', ...wednesday });
    call.model.answers();
    says(call, 'תור נוסף, לבן שלי', { intent: 'another' });
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: wednesday, moving: null });
    call.desk.holds(wednesday);
    call.model.answers();
    says(call, 'כן', { action: 'confirm' });
    expect(call.commands('cmd.createAppointment').map(({ slot }) => slot)).toEqual([tuesday.slot, wednesday]);
  });

  test('a yes to the reminder offered after a move puts it into the queue', () => {
    const call = booked();
    says(call, 'בעצם רביעי באחת עשרה', { action: 'ask', intent: 'move', ...wednesday });
    call.desk.finds(tuesday);
    call.desk.holds(wednesday);
    call.model.answers();
    says(call, 'כן', { action: 'confirm' });
    call.desk.moves(tuesday, wednesday);
    call.model.answers();
    says(call, 'כן בבקשה', { action: 'confirm' });
    expect(call.last('cmd.scheduleReminder')?.appointmentId).toBe('appt_1');
  });
});

describe('a full day', () => {
  const full = (call = ring()) => {
    says(call, 'אני דנה, אפשר ביום שלישי בעשר', { action: 'ask', ...tuesday.slot, name: 'דנה' });
    call.desk.refuses(tuesday.slot, 'taken', ['2026-12-02 09:00']);
    return call;
  };

  test('is offered with its waitlist, and a yes puts the caller on it', () => {
    const call = full();
    expect(lastNotice(call)).toEqual({
      kind: 'slot_unavailable',
      slot: tuesday.slot,
      reason: 'taken',
      alternatives: ['2026-12-02 09:00'],
      waitlist: '2026-12-01',
    });
    call.model.answers();
    says(call, 'כן, תרשמי אותי לרשימת ההמתנה', { intent: 'waitlist' });
    expect(call.last('cmd.joinWaitlist')).toMatchObject({ date: '2026-12-01', name: 'דנה', phone: '+972501234567' });
    expect(lastNotice(call)?.kind).toBe('slot_unavailable');
    call.desk.waitlists('2026-12-01');
    expect(lastNotice(call)).toEqual({ kind: 'waitlisted', date: '2026-12-01' });
  });

  test('asks for what is missing before it writes down a caller nobody knows', () => {
    const call = full(callOnABench().greeted());
    call.model.answers();
    says(call, 'כן', { intent: 'waitlist' });
    expect(lastNotice(call)).toEqual({ kind: 'need_phone' });
    call.model.answers();
    call.caller.presses('0547654321#');
    expect(call.last('cmd.joinWaitlist')).toMatchObject({ name: 'דנה', phone: '0547654321' });
  });

  test.each([
    ['a day with other free times', 'taken', ['2026-12-01 10:30']],
    ['a closed day', 'closed_day', ['2026-12-02 09:00']],
  ])('has no waitlist on %s', (_, reason, alternatives) => {
    const call = ring();
    says(call, 'שלישי בעשר', { action: 'ask', ...tuesday.slot });
    call.desk.refuses(tuesday.slot, reason, alternatives);
    call.model.answers();
    says(call, 'תרשמי אותי להמתנה', { intent: 'waitlist' });
    expect(call.commands('cmd.joinWaitlist')).toEqual([]);
  });
});
