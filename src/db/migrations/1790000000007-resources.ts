import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several people or chairs with their own hours and capacity, and how holidays, short days and the booking window are kept. */
export class Resources1790000000007 implements MigrationInterface {
  name = 'Resources1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...settingsColumns, ...resourceColumns, ...appointmentSeats]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE appointment DROP COLUMN seat`);
    await runner.query(noOverlap('business_id WITH =, resource_id WITH ='));
    await runner.query(
      `ALTER TABLE resource DROP COLUMN capacity, DROP COLUMN opening_hours_json, DROP COLUMN overrides_json,
         DROP COLUMN updated_at`,
    );
    await runner.query(
      `ALTER TABLE appointment_settings DROP COLUMN holidays_json, DROP COLUMN short_days, DROP COLUMN short_day_ends,
         DROP COLUMN booking_range_json`,
    );
  }
}

const settingsColumns = [
  `ALTER TABLE appointment_settings
     ADD COLUMN holidays_json jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(holidays_json) = 'object'),
     ADD COLUMN short_days jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(short_days) = 'array'),
     ADD COLUMN short_day_ends text NOT NULL DEFAULT '13:00' CHECK (short_day_ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
     ADD COLUMN booking_range_json jsonb CHECK (booking_range_json IS NULL OR jsonb_typeof(booking_range_json) = 'object')`,
];

const resourceColumns = [
  `ALTER TABLE resource
     ADD COLUMN capacity integer NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 100),
     ADD COLUMN opening_hours_json jsonb CHECK (opening_hours_json IS NULL OR jsonb_typeof(opening_hours_json) = 'object'),
     ADD COLUMN overrides_json jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(overrides_json) = 'array'),
     ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now()`,
];

const noOverlap = (keys: string) =>
  `ALTER TABLE appointment ADD CONSTRAINT appointment_no_overlap EXCLUDE USING gist (${keys},
     tstzrange(busy_from, busy_until, '[)') WITH &&) WHERE (status IN ('held', 'confirmed'))`;

/* A place of a resource is a key of the constraint: so several at once are as safe as one. */
const appointmentSeats = [
  'ALTER TABLE appointment ADD COLUMN seat integer NOT NULL DEFAULT 1 CHECK (seat > 0)',
  'ALTER TABLE appointment DROP CONSTRAINT appointment_no_overlap',
  noOverlap('business_id WITH =, resource_id WITH =, seat WITH ='),
];
