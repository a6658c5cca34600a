import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a password that somebody else set may be used to come in and choose one's own; null: it is their own. */
export class FirstPasswords1790000000019 implements MigrationInterface {
  name = 'FirstPasswords1790000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE console_user ADD COLUMN first_password_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE console_user DROP COLUMN first_password_until');
  }
}
