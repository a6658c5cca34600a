import type { ServerNotice } from '../../machines/vocabulary.ts';
import type { Appointment } from '../../src/db/appointment.ts';
import { serverMessage } from '../../src/speech/server-messages.ts';

const slot = { date: '2026-11-24', time: '10:00' };
const wish = { date: null, time: null, name: 'דנה לוי', phone: '0501234567' };

/** As a query would have read it. */
const danasAppointment = {
  id: 'appt_1',
  businessId: 'salon',
  leadId: 'lead_1',
  callSid: 'CA1',
  startsAt: new Date('2026-11-24T08:00:00Z'),
  endsAt: new Date('2026-11-24T08:30:00Z'),
  ...slot,
  name: 'דנה "דני" לוי',
  phone: '+972501234567',
  status: 'confirmed',
} as unknown as Appointment;
const ledger = new Map([['appt_1', danasAppointment]]);

describe('the words of a server message (product.md §5)', () => {
  test.each<[ServerNotice, string]>([
    [{ kind: 'slot_available', slot }, '[SERVER] slot_available: 2026-11-24 10:00'],
    [
      { kind: 'slot_unavailable', slot, reason: 'taken', alternatives: ['2026-11-24 10:30', '2026-11-24 11:00'] },
      '[SERVER] slot_unavailable: 2026-11-24 10:00; reason: taken; alternatives: 2026-11-24 10:30, 2026-11-24 11:00',
    ],
    [{ kind: 'need_name' }, '[SERVER] need_name'],
    [{ kind: 'need_phone' }, '[SERVER] need_phone'],
    [{ kind: 'need_date_time' }, '[SERVER] need_date_time'],
    [{ kind: 'clarify' }, '[SERVER] clarify'],
    [{ kind: 'not_booked' }, '[SERVER] not_booked'],
    [{ kind: 'reminder_scheduled' }, '[SERVER] reminder_scheduled'],
    [{ kind: 'appointment_failed', reason: 'unavailable' }, '[SERVER] appointment_failed: {"reason":"unavailable"}'],
    [
      { kind: 'appointment_created', appointmentId: 'appt_1' },
      '[SERVER] appointment_created: {"server_event":"appointment_created","date":"2026-11-24","time":"10:00","name":"דנה \\"דני\\" לוי"}',
    ],
    [
      { kind: 'resumed', wish, offered: slot, appointment: { id: 'appt_1', slot } },
      '[SERVER] resumed: {"name":"דנה לוי","phone":"known","offered":{"date":"2026-11-24","time":"10:00"},"appointment":{"date":"2026-11-24","time":"10:00"}}',
    ],
    [
      { kind: 'resumed', wish: { ...wish, name: null, phone: null }, offered: null, appointment: null },
      '[SERVER] resumed: {"name":null,"phone":null,"offered":null,"appointment":null}',
    ],
  ])('%j', (notice, text) => {
    expect(serverMessage(notice, ledger)).toBe(text);
  });
});

test('an appointment that the ledger does not hold cannot be announced', () => {
  const notice: ServerNotice = { kind: 'appointment_created', appointmentId: 'appt_2' };
  expect(serverMessage(notice, ledger)).toBeNull();
  expect(serverMessage({ ...notice, appointmentId: 'appt_1' }, new Map())).toBeNull();
});

test('a number typed on the keypad is confirmed in plain words, without the number', () => {
  const text = serverMessage({ kind: 'keypad_complete' }, ledger) ?? '';
  expect(text).toMatch(/^המתקשר הקיש/);
  expect(text).not.toMatch(/\d|\[SERVER\]/);
});

test('a resumed call does not tell the model the telephone number', () => {
  const text = serverMessage({ kind: 'resumed', wish, offered: null, appointment: null }, ledger);
  expect(text).not.toContain('0501234567');
});
