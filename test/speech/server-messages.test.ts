import type { ServerNotice } from '../../machines/vocabulary.ts';
import type { Appointment, MovedAppointment } from '../../src/db/appointment.ts';
import { Ledger } from '../../src/speech/ledger.ts';
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
const ledger = new Ledger('CA1');
ledger.booked(danasAppointment);
ledger.moved({ ...danasAppointment, id: 'appt_2', date: '2026-11-25' } as MovedAppointment);
ledger.cancelled({ ...danasAppointment, id: 'appt_3', status: 'cancelled' });
ledger.waitlisted('2026-11-26');
const danas = (date: string) => `"date":"${date}","time":"10:00","name":"דנה \\"דני\\" לוי"`;

describe('the words of a server message (product.md §5)', () => {
  test.each<[ServerNotice, string]>([
    [{ kind: 'slot_available', slot }, '[SERVER] slot_available: 2026-11-24 10:00'],
    [
      { kind: 'slot_unavailable', slot, reason: 'taken', alternatives: ['2026-11-24 10:30', '2026-11-24 11:00'] },
      '[SERVER] slot_unavailable: 2026-11-24 10:00; reason: taken; alternatives: 2026-11-24 10:30, 2026-11-24 11:00',
    ],
    [
      { kind: 'slot_unavailable', slot, reason: 'taken', alternatives: ['2026-11-25 09:00'], waitlist: '2026-11-24' },
      '[SERVER] slot_unavailable: 2026-11-24 10:00; reason: taken; alternatives: 2026-11-25 09:00; waitlist: 2026-11-24',
    ],
    [
      { kind: 'appointment_moved', appointmentId: 'appt_2' },
      `[SERVER] appointment_moved: {"server_event":"appointment_moved",${danas('2026-11-25')}}`,
    ],
    [
      { kind: 'appointment_cancelled', appointmentId: 'appt_3' },
      `[SERVER] appointment_cancelled: {"server_event":"appointment_cancelled",${danas('2026-11-24')}}`,
    ],
    [
      { kind: 'appointment_found', appointmentIds: ['appt_1', 'appt_2'] },
      '[SERVER] appointment_found: 2026-11-24 10:00, 2026-11-25 10:00',
    ],
    [
      { kind: 'which_appointment', appointmentIds: ['appt_1', 'appt_2'] },
      '[SERVER] which_appointment: 2026-11-24 10:00, 2026-11-25 10:00',
    ],
    [{ kind: 'move_or_another', appointmentIds: ['appt_1'] }, '[SERVER] move_or_another: 2026-11-24 10:00'],
    [{ kind: 'confirm_cancel', appointmentId: 'appt_1' }, '[SERVER] confirm_cancel: 2026-11-24 10:00'],
    [{ kind: 'no_appointment' }, '[SERVER] no_appointment'],
    [{ kind: 'waitlisted', date: '2026-11-26' }, '[SERVER] waitlisted: 2026-11-26'],
    [
      { kind: 'resumed', wish, errand: 'cancel', offered: slot, appointment: null },
      '[SERVER] resumed: {"name":"דנה לוי","phone":"known","offered":{"date":"2026-11-24","time":"10:00"},"appointment":null,"errand":"cancel"}',
    ],
    [{ kind: 'need_name' }, '[SERVER] need_name'],
    [{ kind: 'need_phone' }, '[SERVER] need_phone'],
    [{ kind: 'need_date_time' }, '[SERVER] need_date_time'],
    [{ kind: 'clarify' }, '[SERVER] clarify'],
    [{ kind: 'yes_or_no' }, '[SERVER] yes_or_no'],
    [{ kind: 'not_booked' }, '[SERVER] not_booked'],
    [{ kind: 'reminder_scheduled' }, '[SERVER] reminder_scheduled'],
    [{ kind: 'appointment_failed', reason: 'unavailable' }, '[SERVER] appointment_failed: {"reason":"unavailable"}'],
    [
      { kind: 'appointment_created', appointmentId: 'appt_1' },
      '[SERVER] appointment_created: {"server_event":"appointment_created","date":"2026-11-24","time":"10:00","name":"דנה \\"דני\\" לוי"}',
    ],
    [
      { kind: 'resumed', wish, errand: null, offered: slot, appointment: { id: 'appt_1', slot } },
      '[SERVER] resumed: {"name":"דנה לוי","phone":"known","offered":{"date":"2026-11-24","time":"10:00"},"appointment":{"date":"2026-11-24","time":"10:00"}}',
    ],
    [
      { kind: 'resumed', wish: { ...wish, name: null, phone: null }, errand: null, offered: null, appointment: null },
      '[SERVER] resumed: {"name":null,"phone":null,"offered":null,"appointment":null}',
    ],
  ])('%j', (notice, text) => {
    expect(serverMessage(notice, ledger)).toBe(text);
  });
});

test.each<ServerNotice>([
  { kind: 'appointment_created', appointmentId: 'appt_3' },
  { kind: 'appointment_created', appointmentId: 'appt_4' },
  { kind: 'appointment_moved', appointmentId: 'appt_1' },
  { kind: 'appointment_cancelled', appointmentId: 'appt_1' },
  { kind: 'appointment_found', appointmentIds: ['appt_3'] },
  { kind: 'confirm_cancel', appointmentId: 'appt_3' },
  { kind: 'waitlisted', date: '2026-11-24' },
])('what the ledger does not hold cannot be announced: %j', (notice) => {
  expect(serverMessage(notice, ledger)).toBeNull();
});

test('a number typed on the keypad is confirmed in plain words, without the number', () => {
  const text = serverMessage({ kind: 'keypad_complete' }, ledger) ?? '';
  expect(text).toMatch(/^המתקשר הקיש/);
  expect(text).not.toMatch(/\d|\[SERVER\]/);
});

test('a resumed call does not tell the model the telephone number', () => {
  const text = serverMessage({ kind: 'resumed', wish, errand: null, offered: null, appointment: null }, ledger);
  expect(text).not.toContain('0501234567');
});
