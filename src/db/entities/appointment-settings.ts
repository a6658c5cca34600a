import { EntitySchema } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';

/** When a business may be booked: `Schedule` without the zone, which is the business's, and the resources, which are rows. */
export interface AppointmentSettingsRow extends Omit<Schedule, 'timezone' | 'resources'> {
  businessId: string;
  updatedAt: Date;
}

export const AppointmentSettingsEntity = new EntitySchema<AppointmentSettingsRow>({
  name: 'AppointmentSettings',
  tableName: 'appointment_settings',
  columns: {
    businessId: { name: 'business_id', type: 'uuid', primary: true },
    activeDays: { name: 'active_days', type: 'jsonb', default: [0, 1, 2, 3, 4] },
    startHour: { name: 'start_hour', type: 'text', default: '09:00' },
    endHour: { name: 'end_hour', type: 'text', default: '18:00' },
    slotIntervalMinutes: { name: 'slot_interval_minutes', type: 'integer', default: 30 },
    slotSizeMin: { name: 'slot_size_min', type: 'integer', default: 30 },
    minNoticeMin: { name: 'min_notice_min', type: 'integer', default: 0 },
    bookingWindowDays: { name: 'booking_window_days', type: 'integer', default: 60 },
    bufferBeforeMin: { name: 'buffer_before_min', type: 'integer', default: 0 },
    bufferAfterMin: { name: 'buffer_after_min', type: 'integer', default: 0 },
    openingHours: { name: 'opening_hours_json', type: 'jsonb', nullable: true },
    overrides: { name: 'overrides_json', type: 'jsonb', default: [] },
    observeHolidays: { name: 'observe_holidays', type: 'boolean', default: false },
    reminderHoursBefore: { name: 'reminder_hours_before', type: 'integer', default: 24 },
    holidays: { name: 'holidays_json', type: 'jsonb', default: {} },
    shortDays: { name: 'short_days', type: 'jsonb', default: [] },
    shortDayEnds: { name: 'short_day_ends', type: 'text', default: '13:00' },
    bookingRange: { name: 'booking_range_json', type: 'jsonb', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', updateDate: true },
  },
});
