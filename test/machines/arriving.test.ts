import type { CallInput } from '../../machines/vocabulary.ts';
import { callOnABench } from '../support/call-on-a-bench.ts';

const own = { id: 'appt_1', slot: { date: '2026-12-01', time: '10:00' } };
const other = { id: 'appt_2', slot: { date: '2026-12-03', time: '12:00' } };
const later = { date: '2026-12-01', time: '10:30' };
const known = { callerPhone: '+972501234567', wish: { name: 'דנה' }, begins: 'resumed' } as const;

const nothingHeard = { action: 'none', date: null, time: null, name: null, phone: null, intent: null } as const;

/** A node takes the call over from another, with what the call's rows know. */
const takenOver = (rows: Partial<CallInput>) => {
  const call = callOnABench({ ...known, ...rows });
  call.model.isReady();
  return call;
};

describe('a call that is taken over', () => {
  test.each(['appointment_created', 'appointment_moved', 'appointment_cancelled'] as const)(
    'tells what was written and not yet heard of, once (%s)',
    (kind) => {
      const announcement = { kind, appointmentId: own.id };
      const call = takenOver({ announcement, appointment: kind === 'appointment_cancelled' ? null : own });
      expect(call.commands('cmd.requestResponse')).toEqual([
        { type: 'cmd.requestResponse', occasion: 'announcement', notice: announcement },
      ]);
      call.model.answers();
      expect(call.is({ inCall: { booking: { written: 'told' } } })).toBe(true);
      expect(call.last('cmd.saveSession')).toMatchObject({ announced: 'told' });
      expect(call.commands('cmd.requestResponse')).toHaveLength(1);
    },
  );

  test('does not tell again what was heard', () => {
    const announcement = { kind: 'appointment_moved', appointmentId: own.id } as const;
    const call = takenOver({ announcement, announced: 'told', appointment: own });
    expect(call.last('cmd.requestResponse')?.occasion).toBe('continue');
    expect(call.is({ inCall: { booking: { written: 'told' } } })).toBe(true);
  });

  test('moves the appointment on a yes to the held time, and makes no second one', () => {
    const call = takenOver({ errand: 'move', meant: own, offered: later });
    expect(call.notices()).toMatchObject([{ kind: 'resumed', errand: 'move', offered: later }]);
    call.model.answers();
    call.caller.says('כן, בבקשה', { mayConcernBooking: true });
    call.parser.understands({ action: 'confirm' });
    expect(call.commands('cmd.createAppointment')).toEqual([]);
    expect(call.last('cmd.moveAppointment')).toMatchObject({ appointment: own, slot: later });
  });

  test('looks for the appointment first where a move was asked for and nothing is held yet', () => {
    const call = takenOver({ errand: 'move', meant: own, wish: { ...known.wish, ...later } });
    expect(call.commands('cmd.holdSlot')).toEqual([]);
    call.desk.finds(own, other);
    expect(call.last('cmd.holdSlot')).toMatchObject({ slot: later, moving: own });
  });

  test('asks once more whether an appointment is to be cancelled that was about to be', () => {
    const call = takenOver({ errand: 'cancel', meant: own });
    call.desk.finds(own, other);
    call.model.answers();
    expect(call.notices()).toContainEqual({ kind: 'confirm_cancel', appointmentId: own.id });
    expect(call.commands('cmd.cancelAppointment')).toEqual([]);
  });
});

test('an announcement that is being spoken is not owed once more for earlier words that bring nothing', () => {
  const call = takenOver({ offered: later });
  call.model.answers();
  call.caller.says('כן', { mayConcernBooking: true });
  call.parser.understands({ action: 'confirm' });
  call.caller.says('אה, רגע', { mayConcernBooking: true });
  call.caller.startsSpeaking();
  call.model.falls();
  call.desk.books(later);
  call.forget();
  call.model.isReady();
  call.model.beginsToAnswer();
  call.model.finishes();
  expect(call.last('cmd.requestResponse')?.occasion).toBe('announcement');
  call.happened({
    type: 'parser.understood',
    request: call.snapshot().context.pending.parsing ?? -1,
    ...nothingHeard,
  });
  call.model.isHeardOut();
  expect(call.is({ inCall: { booking: { written: 'told' } } })).toBe(true);
  expect(call.commands('cmd.requestResponse')).toHaveLength(1);
});
