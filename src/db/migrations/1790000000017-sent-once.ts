import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from './guard-table.ts';

/** Answers kept for requests that are sent again under the same key, and the secrets of calendar feeds (hashed). */
export class SentOnce1790000000017 implements MigrationInterface {
  name = 'SentOnce1790000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE idempotency_key (
         business_id uuid NOT NULL,
         key text NOT NULL CHECK (key <> ''),
         fingerprint text NOT NULL,
         reply json,
         created_at timestamptz NOT NULL DEFAULT now(),
         PRIMARY KEY (business_id, key)
       )`,
    );
    await runner.query('CREATE INDEX idempotency_key_oldest ON idempotency_key (business_id, created_at)');
    await runner.query(
      `CREATE TABLE calendar_feed (
         business_id uuid PRIMARY KEY REFERENCES business (id),
         secret_hash text NOT NULL CONSTRAINT calendar_feed_secret_once UNIQUE,
         created_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    await guardTable(runner, 'idempotency_key');
    await guardTable(runner, 'calendar_feed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key, calendar_feed');
  }
}
