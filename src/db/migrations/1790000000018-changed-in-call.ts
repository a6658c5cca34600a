import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appointment says which call moved or cancelled it; one the owner changed after that says none. */
export class ChangedInCall1790000000018 implements MigrationInterface {
  name = 'ChangedInCall1790000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment ADD COLUMN changed_in_call text');
    await runner.query(
      'CREATE INDEX appointment_by_change ON appointment (business_id, changed_in_call) WHERE changed_in_call IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN changed_in_call');
  }
}
