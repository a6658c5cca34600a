import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A trial call is a rehearsal: no webhook is told of it, its end is not summed up, and a time it gives back calls nobody. */
export class TrialsAreNotTold1790000000020 implements MigrationInterface {
  name = 'TrialsAreNotTold1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const { trigger, table, events, when } of triggers) {
      await runner.query(`DROP TRIGGER ${trigger} ON ${table}`);
      await runner.query(made({ trigger, table, events, when: `(${when}) AND ${ofAPerson[table]}` }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { trigger, table, events, when } of triggers) {
      await runner.query(`DROP TRIGGER ${trigger} ON ${table}`);
      await runner.query(made({ trigger, table, events, when }));
    }
  }
}

interface Trigger {
  trigger: string;
  table: keyof typeof ofAPerson;
  events: 'INSERT' | 'UPDATE';
  when: string;
}

/* src/actions/trial-call.ts names trial calls so, src/actions/ring-call.ts their leads. */
const ofAPerson = {
  appointment: `(NEW.call_sid IS NULL OR NEW.call_sid !~ '^CA(test|practice)-')`,
  lead: `NEW.phone NOT LIKE 'trial:%'`,
  call_session: `NEW.call_sid !~ '^CA(test|practice)-'`,
} as const;

const functions = {
  appointment: 'appointment_happened',
  lead: 'lead_happened',
  call_session: 'call_happened',
} as const;

const triggers: readonly Trigger[] = [
  { trigger: 'appointment_made', table: 'appointment', events: 'INSERT', when: `NEW.status = 'confirmed'` },
  {
    trigger: 'appointment_changed',
    table: 'appointment',
    events: 'UPDATE',
    when: 'OLD.status <> NEW.status OR OLD.starts_at <> NEW.starts_at',
  },
  { trigger: 'lead_made', table: 'lead', events: 'INSERT', when: 'true' },
  {
    trigger: 'lead_changed',
    table: 'lead',
    events: 'UPDATE',
    when: `(OLD.phone, OLD.name, OLD.wish, OLD.outcome, OLD.summary, OLD.follow_up, OLD.notes)
       IS DISTINCT FROM (NEW.phone, NEW.name, NEW.wish, NEW.outcome, NEW.summary, NEW.follow_up, NEW.notes)`,
  },
  {
    trigger: 'call_ended',
    table: 'call_session',
    events: 'UPDATE',
    when: 'OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL',
  },
];

const made = ({ trigger, table, events, when }: Trigger): string =>
  `CREATE TRIGGER ${trigger} AFTER ${events} ON ${table} FOR EACH ROW WHEN (${when})
     EXECUTE FUNCTION ${functions[table]}()`;
