import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who waits keeps the message that is to tell them: nobody is told of two times at once, nor counts as told before it left. */
export class ToldWhenSent1790000000021 implements MigrationInterface {
  name = 'ToldWhenSent1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message ADD CONSTRAINT message_of_business UNIQUE (business_id, id)');
    await runner.query('ALTER TABLE waitlist ADD COLUMN message_id uuid');
    await runner.query(
      `ALTER TABLE waitlist ADD CONSTRAINT waitlist_message FOREIGN KEY (business_id, message_id)
         REFERENCES message (business_id, id) ON DELETE SET NULL (message_id)`,
    );
    await runner.query('CREATE INDEX waitlist_by_message ON waitlist (business_id, message_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE waitlist DROP COLUMN message_id');
    await runner.query('ALTER TABLE message DROP CONSTRAINT message_of_business');
  }
}
