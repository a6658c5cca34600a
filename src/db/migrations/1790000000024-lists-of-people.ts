import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leads are listed by their last call, and the calls and appointments of one lead or one call are asked for. */
export class ListsOfPeople1790000000024 implements MigrationInterface {
  name = 'ListsOfPeople1790000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX lead_newest');
    await runner.query(
      'CREATE INDEX lead_called_last ON lead (business_id, (COALESCE(last_call_at, created_at)) DESC, id)',
    );
    await runner.query('CREATE INDEX call_session_of_lead ON call_session (business_id, lead_id, started_at DESC)');
    await runner.query('CREATE INDEX appointment_of_lead ON appointment (business_id, lead_id, starts_at)');
    await runner.query(
      'CREATE INDEX appointment_of_call ON appointment (business_id, call_sid) WHERE call_sid IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX appointment_of_call, appointment_of_lead, call_session_of_lead, lead_called_last');
    await runner.query('CREATE INDEX lead_newest ON lead (business_id, created_at DESC)');
  }
}
