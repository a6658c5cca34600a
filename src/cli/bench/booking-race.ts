import { randomInt, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createAppointmentFromRealtime } from '../../actions/create-appointment-from-realtime.ts';
import { holdSlot } from '../../actions/hold-slot.ts';
import type { HoldResult } from '../../actions/hold-slot.ts';
import { openDatabase } from '../../db/database.ts';
import type { Database } from '../../db/database.ts';
import { confirmSlot } from '../../db/queries/confirm-slot.ts';
import { insertBusiness } from '../../db/queries/insert-business.ts';
import { rescheduleAppointment } from '../../db/queries/reschedule-appointment.ts';
import { upsertLead } from '../../db/queries/upsert-lead.ts';
import { retrying } from '../../db/retrying.ts';
import { noOverlap } from '../checks/law-audit.ts';

/** One race: what was counted, what it had to be, and how long callers waited. */
export interface RaceResult {
  name: string;
  rows: number;
  rowsPossible: number;
  waitedMs: readonly number[];
}

const NODES = 5;
const AS_A_NODE = { connections: 10, opening: 'atStart' } as const;
const NOW = Date.parse('2027-02-01T06:00:00Z');
const RACE_DAY = '2027-02-02';
const OTHER_DAY = '2027-02-03';
const SLOT_MS = 15 * 60_000;
const FIRST_SLOT = Date.parse(`${RACE_DAY}T08:00:00Z`);
const OTHER_FIRST = Date.parse(`${OTHER_DAY}T08:00:00Z`);

/** A business in UTC, open around the clock, a slot every quarter of an hour, seen by several nodes with a pool each. */
export class BookingRace {
  readonly nodes: readonly Database[];
  readonly #businessId = randomUUID();
  #leadId = '';

  private constructor(nodes: readonly Database[]) {
    this.nodes = nodes;
  }

  static async on(databaseUrl: string): Promise<BookingRace> {
    const nodes: Database[] = [];
    for (let node = 0; node < NODES; node += 1) {
      nodes.push(await openDatabase({ databaseUrl, dataDir: 'memory://', ...AS_A_NODE, pace: 'patient' }));
    }
    const race = new BookingRace(nodes);
    await race.#opens();
    return race;
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.close()));
  }

  /** What a node has behind it after its first minutes: every connection has seen the tables, the code has run. */
  async warmUp(): Promise<void> {
    await this.manySlots(1_000, { slots: 50, moves: 10 });
    await this.oneSlot(50);
  }

  /** Every caller asks for the same slot at the same moment; who is offered it books it, twice at once. */
  async oneSlot(callers: number): Promise<RaceResult> {
    await this.#clear();
    const waitedMs: number[] = [];
    await Promise.all(
      Array.from({ length: callers }, async (_, caller) => {
        const ask = this.#asking(`CAone${caller}`, { node: caller, slot: 0 });
        const result = await timed(waitedMs, () => ask());
        if (result.kind === 'held') await this.#booksTwiceAtOnce(`CAone${caller}`, { node: caller, slot: 0 });
      }),
    );
    return { name: `${callers} callers on one slot`, rows: await this.#standing(), rowsPossible: 1, waitedMs };
  }

  /** Callers spread over many slots, while appointments of another day are moved onto the same slots. */
  async manySlots(attempts: number, { slots, moves }: { slots: number; moves: number }): Promise<RaceResult> {
    await this.#clear();
    const movable = await this.#appointmentsOfTheOtherDay(moves);
    const waitedMs: number[] = [];
    let moved = 0;
    const moving = movable.map(async (appointmentId, index) => {
      const kind = await this.#moves(appointmentId, { node: index, slot: index % slots });
      if (kind === 'moved') moved += 1;
    });
    const asking = Array.from({ length: attempts }, (_, index) =>
      timed(waitedMs, this.#asking(`CAmany${index}`, { node: index, slot: randomInt(slots) })),
    );
    await Promise.all([...moving, ...asking]);
    const name = `${attempts} attempts on ${slots} slots, ${moves} moves onto them (${moved} came in)`;
    return { name, rows: await this.#standing(), rowsPossible: slots + moves - moved, waitedMs };
  }

  /** The rows alone, without the turns of a node: every caller has a transaction of its own. */
  async rowsAlone(callers: number): Promise<RaceResult> {
    await this.#clear();
    const waitedMs: number[] = [];
    await Promise.all(
      Array.from({ length: callers }, (_, caller) =>
        timed(waitedMs, () =>
          this.#node(caller).inBusiness(this.#businessId, (manager) =>
            confirmSlot(manager, this.#businessId, this.#write(`CArow${caller}`, FIRST_SLOT)),
          ),
        ),
      ),
    );
    return {
      name: `${callers} transactions on one slot, none sharing`,
      rows: await this.#standing(),
      rowsPossible: 1,
      waitedMs,
    };
  }

  /** Pairs of standing rows of one place that overlap. */
  async overlaps(): Promise<number> {
    return this.#count(noOverlap.brokenRows);
  }

  async deadlocks(): Promise<number> {
    return this.#count('SELECT deadlocks::int AS found FROM pg_stat_database WHERE datname = current_database()');
  }

  async #opens(): Promise<void> {
    const id = this.#businessId;
    const settings = {
      activeDays: [0, 1, 2, 3, 4, 5, 6],
      startHour: '00:00',
      endHour: '24:00',
      slotIntervalMinutes: 15,
      slotSizeMin: 15,
    };
    await this.#node(0).inBusiness(id, async (manager) => {
      const phoneNumber = `+9723${randomInt(1_000_000, 9_999_999)}`;
      await insertBusiness(manager, id, { name: 'race', phoneNumber, timezone: 'UTC', settings });
      this.#leadId = (await upsertLead(manager, id, { phone: '+972501234567', callSid: null })).id;
    });
  }

  #node(index: number): Database {
    const node = this.nodes[index % this.nodes.length];
    if (node === undefined) throw new Error('a race needs a node');
    return node;
  }

  #asking(callSid: string, { node, slot }: { node: number; slot: number }): () => Promise<HoldResult> {
    return () => holdSlot(this.#node(node), { ...this.#request(callSid, slot), holdSeconds: 90 });
  }

  #request(callSid: string, slot: number) {
    const at = new Date(FIRST_SLOT + slot * SLOT_MS).toISOString();
    return {
      businessId: this.#businessId,
      callSid,
      leadId: this.#leadId,
      slot: { date: at.slice(0, 10), time: at.slice(11, 16) },
      name: 'Dana',
      phone: '+972501234567',
      now: NOW,
    };
  }

  async #booksTwiceAtOnce(callSid: string, { node, slot }: { node: number; slot: number }): Promise<void> {
    const request = this.#request(callSid, slot);
    await Promise.all([0, 1].map((next) => createAppointmentFromRealtime(this.#node(node + next), request)));
  }

  #write(callSid: string, at: number) {
    const [startsAt, endsAt] = [new Date(at), new Date(at + SLOT_MS)];
    const when = { startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt };
    return { ...when, callSid, leadId: this.#leadId, name: 'Dana', phone: '+972501234567' };
  }

  async #appointmentsOfTheOtherDay(count: number): Promise<string[]> {
    return this.#node(0).inBusiness(this.#businessId, async (manager) => {
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const write = this.#write(`CAmove${index}`, OTHER_FIRST + index * SLOT_MS);
        const made = await confirmSlot(manager, this.#businessId, write);
        if (made.kind === 'confirmed') ids.push(made.appointment.id);
      }
      return ids;
    });
  }

  async #moves(appointmentId: string, { node, slot }: { node: number; slot: number }): Promise<string> {
    const move = { ...this.#write('', FIRST_SLOT + slot * SLOT_MS), appointmentId };
    const { kind } = await retrying(this.#node(node), this.#businessId, (manager) =>
      rescheduleAppointment(manager, this.#businessId, move),
    );
    return kind;
  }

  async #standing(): Promise<number> {
    return this.#count(`SELECT count(*)::int AS found FROM appointment WHERE status IN ('held', 'confirmed')`);
  }

  async #count(sql: string): Promise<number> {
    const [row] = await this.#node(0).anywhere((manager) => manager.query<{ found: number }[]>(sql));
    return row?.found ?? 0;
  }

  async #clear(): Promise<void> {
    await this.#node(0).inBusiness(this.#businessId, (manager) =>
      manager.query('DELETE FROM appointment WHERE business_id = $1', [this.#businessId]),
    );
  }
}

async function timed<T>(waitedMs: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  waitedMs.push(performance.now() - began);
  return result;
}
