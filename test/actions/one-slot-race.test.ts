import { createAppointmentFromRealtime } from '../../src/actions/create-appointment-from-realtime.ts';
import { holdSlot } from '../../src/actions/hold-slot.ts';
import { Salon } from '../db/salon.ts';
import { describeOnServer } from '../support/databases.ts';

const slot = { date: '2027-02-01', time: '12:00' };
const now = Date.parse('2027-01-31T08:00:00Z');

describeOnServer('calls of one node that want the same slot', (opened) => {
  async function salonWithCaller() {
    const salon = await Salon.opens(opened().database);
    const { leadId } = await salon.isCalledBy('+972501111111');
    const request = (callSid: string) => {
      return { businessId: salon.id, callSid, leadId, slot, name: 'דנה', phone: '0501234567', now };
    };
    const asks = (callSid: string) => holdSlot(opened().database, { ...request(callSid), holdSeconds: 90 });
    return { salon, request, asks };
  }

  test('one is offered it, all others hear that it is taken and what is near', async () => {
    const { salon, asks } = await salonWithCaller();
    const results = await Promise.all(Array.from({ length: 100 }, (_, index) => asks(`CA${index}`)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['held', ...Array.from({ length: 99 }, () => 'refused')]);
    const refusals = new Set(results.filter(({ kind }) => kind === 'refused').map((result) => JSON.stringify(result)));
    expect([...refusals].map((text) => JSON.parse(text) as unknown)).toEqual([
      { kind: 'refused', reason: 'taken', alternatives: ['2027-02-01 11:30', '2027-02-01 12:30', '2027-02-01 11:00'] },
    ]);
    expect(await salon.rowCount()).toBe(1);
  });

  test('who holds it already keeps it, however many ask with them', async () => {
    const { salon, asks, request } = await salonWithCaller();
    await asks('CAmine');
    const callers = ['CA1', 'CA2', 'CAmine', 'CA3', 'CAmine'];
    const results = await Promise.all(callers.map((callSid) => asks(callSid)));
    expect(results.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'held', 'refused', 'held']);
    const twice = await Promise.all(
      [0, 1].map(() => createAppointmentFromRealtime(opened().database, request('CAmine'))),
    );
    expect(twice.map(({ kind }) => kind)).toEqual(['created', 'created']);
    expect(await salon.rowCount()).toBe(1);
  });

  test('one caller in two calls at the same moment gets one appointment, whichever call is quicker', async () => {
    const { salon, request } = await salonWithCaller();
    const both = await Promise.all(
      ['CAone', 'CAother'].map((callSid) => createAppointmentFromRealtime(opened().database, request(callSid))),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(['created', 'refused']);
    expect(await salon.rowCount()).toBe(1);
  });

  test('who holds another slot gives it up by asking for this one, though it is taken', async () => {
    const { salon, asks, request } = await salonWithCaller();
    await asks('CAfirst');
    const elsewhere = { ...request('CAother'), slot: { ...slot, time: '15:00' }, holdSeconds: 90 };
    await holdSlot(opened().database, elsewhere);
    const results = await Promise.all(['CA1', 'CAother', 'CA2'].map((callSid) => asks(callSid)));
    expect(results.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused']);
    expect((await salon.appointments()).map(({ callSid }) => callSid)).toEqual(['CAfirst']);
  });
});
