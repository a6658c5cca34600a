import { createAppointmentFromRealtime } from '../../../src/actions/create-appointment-from-realtime.ts';
import type { AppointmentRow } from '../../../src/practice/runner/service-client.ts';
import type { Broken } from '../recorded-call.ts';
import type { Life } from './life.ts';

interface Row extends AppointmentRow {
  weekday: number;
}

const ROWS = `SELECT id, call_sid AS "callSid", name, phone, status, starts_at AS "startsAt", ends_at AS "endsAt",
    to_char(starts_at AT TIME ZONE 'Asia/Jerusalem', 'YYYY-MM-DD') AS date,
    to_char(starts_at AT TIME ZONE 'Asia/Jerusalem', 'HH24:MI') AS time,
    extract(dow FROM starts_at AT TIME ZONE 'Asia/Jerusalem')::int AS weekday
  FROM appointment WHERE business_id = $1 ORDER BY starts_at`;

/** The confirmed rows of the call. */
export async function ownRows(life: Life): Promise<AppointmentRow[]> {
  const rows = await life.house.postgres.look<Row>(ROWS, [life.house.salon]);
  return rows.filter(({ callSid, status }) => callSid === life.call?.callSid && status === 'confirmed');
}

/** The laws that the database can answer, asked of the database itself. */
export async function lawsOfMemory(life: Life): Promise<Broken[]> {
  const { postgres, salon } = life.house;
  const rows = await postgres.look<Row>(ROWS, [salon]);
  return [
    ...noOverlap(rows),
    ...onceAndAgreed(life, rows),
    ...insideTheRules(rows),
    ...(await nothingHeld(life, rows)),
    ...(await nothingCrosses(life)),
    ...(await zombiesAreRefused(life)),
  ];
}

function noOverlap(rows: readonly Row[]): Broken[] {
  const starts = rows.filter(({ status }) => status !== 'cancelled').map(({ date, time }) => `${date} ${time}`);
  const twice = starts.filter((start, index) => starts.indexOf(start) !== index);
  return twice.map((start) => ({ law: 'L11 no overlap', why: `${start} was given twice` }));
}

/** Every row was agreed to and asked for; what the call was told of is there. */
function onceAndAgreed({ records, call }: Life, rows: readonly Row[]): Broken[] {
  const own = rows.filter(({ callSid, status }) => callSid === call?.callSid && status === 'confirmed');
  const offered = records.events.map(({ fact }) => fact).filter(({ type }) => type === 'slot.held');
  const created = records.events.map(({ fact }) => fact).filter(({ type }) => type === 'booking.created');
  const slotOf = (fact: object): string => {
    const { slot } = fact as { slot?: { date: string; time: string } };
    return slot ? `${slot.date} ${slot.time}` : '';
  };
  const startOf = ({ date, time }: Row): string => `${date} ${time}`;
  const unoffered = own.filter((row) => !offered.some((fact) => slotOf(fact) === startOf(row)));
  const missing = created.filter((fact) => !own.some((row) => startOf(row) === slotOf(fact)));
  const denied = records.events.map(({ fact }) => fact).filter(({ type }) => type === 'booking.refused');
  const lied = denied.filter(
    (fact) => own.some((row) => startOf(row) === slotOf(fact)) && !created.some((one) => slotOf(one) === slotOf(fact)),
  );
  return [
    ...lied.map((fact) => ({
      law: 'L12 exactly once',
      why: `${slotOf(fact)} was booked and the call was told it was not`,
    })),
    ...unoffered.map((row) => ({ law: 'L12 exactly once', why: `${startOf(row)} was booked and never offered` })),
    ...missing.map((fact) => ({ law: 'L12 exactly once', why: `${slotOf(fact)} is known as booked and has no row` })),
  ];
}

/** Sunday to Thursday, nine to six, on the half hour; at least an hour from the beginning of the call. */
function insideTheRules(rows: readonly Row[]): Broken[] {
  const outside = rows.filter(
    ({ weekday, time }) => weekday > 4 || time < '09:00' || time > '17:30' || !/:(00|30)$/.test(time),
  );
  return outside.map(({ date, time }) => ({ law: 'L13 inside the rules', why: `${date} ${time} was given` }));
}

/** Nothing of the call is written at the neighbour's, and the neighbour sees nothing of it. */
async function nothingCrosses(life: Life): Promise<Broken[]> {
  const { postgres, neighbour } = life.house;
  life.databaseFaults = [];
  const seen = await life.does(
    life.database.inBusiness(neighbour, (manager) =>
      manager.query<{ place: string; found: number }[]>(`SELECT 'seen' AS place, count(*)::int AS found FROM lead`),
    ),
  );
  const tables = ['lead', 'appointment', 'call_session', 'call_event', 'reminder'];
  const counts = tables.map(
    (table) => `SELECT '${table}' AS place, count(*)::int AS found FROM ${table} WHERE business_id = $1`,
  );
  const written = await postgres.look<{ place: string; found: number }>(counts.join(' UNION ALL '), [neighbour]);
  return [...seen, ...written]
    .filter(({ found }) => found > 0)
    .map(({ place, found }) => ({ law: 'L16 nothing crosses', why: `${found} rows at the neighbour's: ${place}` }));
}

/** A node that lost the call and does not know it writes with the epoch it had. */
async function zombiesAreRefused(life: Life): Promise<Broken[]> {
  const { house, call, opened, time, database } = life;
  if (!call || !opened) return [];
  const slot = { date: '2027-01-03', time: '12:00' };
  const zombie = { businessId: house.salon, leadId: opened.leadId, callSid: call.callSid, epoch: opened.epoch - 1 };
  const asks = { ...zombie, name: 'דנה כהן', phone: '0501234567', slot, now: time.date() };
  const { kind } = await life.does(createAppointmentFromRealtime(database, asks));
  return kind === 'fenced' ? [] : [{ law: 'L12 exactly once', why: `a node that lost the call wrote: ${kind}` }];
}

/** The call's row says how it ended; nothing is held for it. Where the last writes were lost, both end by themselves later. */
async function nothingHeld({ house, call, databaseFaults, injected }: Life, rows: readonly Row[]): Promise<Broken[]> {
  const couldNot = databaseFaults.length > 0 || LOSING.some((fault) => injected.has(fault));
  if (couldNot) return [];
  const law = 'L19 nothing is left behind';
  const held = rows.filter(({ callSid, status }) => callSid === call?.callSid && status === 'held');
  const [session] = await house.postgres.look<{ outcome: string | null; owner: string | null }>(
    'SELECT outcome, owner_node AS owner FROM call_session WHERE call_sid = $1',
    [call?.callSid ?? ''],
  );
  const closed = session?.outcome !== null && session?.owner === null;
  return [
    ...held.map(({ date, time }) => ({ law, why: `${date} ${time} is still held` })),
    ...(closed ? [] : [{ law, why: 'the row of the call does not say how it ended' }]),
  ];
}

const LOSING = ['hangs', 'lostBefore', 'lostInside', 'conflict'];
