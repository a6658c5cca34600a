import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of every line of the assistant: how much audio was made and sent, which words were heard, sentence by sentence. */
export class HeardTruth1790000000006 implements MigrationInterface {
  name = 'HeardTruth1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE transcript_line
         ADD COLUMN generated_ms integer,
         ADD COLUMN sent_ms integer,
         ADD COLUMN heard_text text,
         ADD COLUMN sentences jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(sentences) = 'array')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE transcript_line
         DROP COLUMN generated_ms, DROP COLUMN sent_ms, DROP COLUMN heard_text, DROP COLUMN sentences`,
    );
  }
}
