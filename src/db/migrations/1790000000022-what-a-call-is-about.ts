import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A hold for a move says which appointment it would move: it may lie over that one and over nothing else. And a call's row keeps what
 * it wrote last and what is under way, so that another node can go on with exactly that.
 */
export class WhatACallIsAbout1790000000022 implements MigrationInterface {
  name = 'WhatACallIsAbout1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE appointment ADD COLUMN moves uuid,
         ADD CONSTRAINT appointment_moves FOREIGN KEY (business_id, moves) REFERENCES appointment (business_id, id) ON DELETE CASCADE,
         ADD CONSTRAINT appointment_only_a_hold_moves CHECK (moves IS NULL OR status <> 'confirmed')`,
    );
    await runner.query('CREATE INDEX appointment_by_moves ON appointment (business_id, moves) WHERE moves IS NOT NULL');
    await overlapsNothingBut(runner, '(COALESCE(moves, id)) WITH <>, ');
    await runner.query('ALTER TABLE call_session ADD COLUMN last_change jsonb, ADD COLUMN errand jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE call_session DROP COLUMN last_change, DROP COLUMN errand');
    await runner.query('DELETE FROM appointment WHERE moves IS NOT NULL');
    await overlapsNothingBut(runner, '');
    await runner.query('ALTER TABLE appointment DROP COLUMN moves');
  }
}

async function overlapsNothingBut(runner: QueryRunner, itself: string): Promise<void> {
  await runner.query('ALTER TABLE appointment DROP CONSTRAINT appointment_no_overlap');
  await runner.query(
    `ALTER TABLE appointment ADD CONSTRAINT appointment_no_overlap EXCLUDE USING gist (business_id WITH =, resource_id WITH =,
       seat WITH =, ${itself}tstzrange(busy_from, busy_until, '[)') WITH &&) WHERE (status IN ('held', 'confirmed'))`,
  );
}
