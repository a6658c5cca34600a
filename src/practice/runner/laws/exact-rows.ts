import type { AppointmentRow } from '../service-client.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';

type WantedRow = { date: string; time: string; name?: string | undefined; phone?: string | undefined };

function digits(phone: string): string {
  return phone.replace(/\D/gu, '').slice(-9);
}

function fits(row: AppointmentRow, wanted: WantedRow): boolean {
  const isSlot = row.date === wanted.date && row.time === wanted.time;
  const isName = wanted.name === undefined || wanted.name === row.name;
  return isSlot && isName && (wanted.phone === undefined || digits(wanted.phone) === digits(row.phone));
}

function shown(row: WantedRow): string {
  return [row.date, row.time, row.name, row.phone].filter((part) => part !== undefined).join(' ');
}

function faultsOf({ script, rows, callSid }: PlayedCall): string[] {
  const ofCall = rows.filter((row) => row.callSid === callSid);
  const slots = ofCall.map((row) => `${row.date} ${row.time}`);
  const twice = slots.filter((slot, index) => slots.indexOf(slot) !== index).map((slot) => `${slot} was booked twice`);
  const wanted = script.expect.rows;
  if (wanted === undefined) return twice;
  const missing = wanted
    .filter((row) => !ofCall.some((made) => fits(made, row)))
    .map((row) => `missing: ${shown(row)}`);
  const extra = ofCall
    .filter((made) => !wanted.some((row) => fits(made, row)))
    .map((row) => `not expected: ${shown(row)}`);
  return [...twice, ...missing, ...extra];
}

/** L12: one confirmed wish makes exactly one row; the call leaves exactly the rows the script expects. */
export const exactRows: ObservedLaw = {
  law: 'L12',
  name: 'exactly the rows that were agreed',
  needs: 'phone',
  faults: faultsOf,
};
