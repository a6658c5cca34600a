import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from './guard-table.ts';

/** Who waits for a free time on a full day: once a day and phone number. */
export class Waitlist1790000000002 implements MigrationInterface {
  name = 'Waitlist1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE waitlist (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         business_id uuid NOT NULL REFERENCES business (id),
         lead_id uuid NOT NULL,
         call_sid text,
         date date NOT NULL,
         name text NOT NULL,
         phone text NOT NULL CHECK (phone <> ''),
         told_at timestamptz,
         created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT waitlist_once UNIQUE (business_id, phone, date),
         CONSTRAINT waitlist_lead FOREIGN KEY (business_id, lead_id) REFERENCES lead (business_id, id)
       )`,
    );
    await runner.query('CREATE INDEX waitlist_by_date ON waitlist (business_id, date, created_at)');
    await guardTable(runner, 'waitlist');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE waitlist');
  }
}
