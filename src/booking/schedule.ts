/** Wall-clock range of one day in the business's zone, `"HH:MM"` to `"HH:MM"` (end may be `"24:00"`). */
export type DayRange = readonly [from: string, until: string];

/** One date that differs from the weekly hours. */
export interface DateOverride {
  date: string;
  closed?: boolean | undefined;
  ranges?: readonly DayRange[] | undefined;
  label?: string | undefined;
}

/** When a business may be booked. Field names are the REST contract's (contract §5). Days: 0 = Sunday. */
export interface Schedule {
  timezone: string;
  activeDays: readonly number[];
  startHour: string;
  endHour: string;
  slotIntervalMinutes: number;
  slotSizeMin: number;
  minNoticeMin: number;
  bookingWindowDays: number;
  bufferBeforeMin: number;
  bufferAfterMin: number;
  /** Wins over `activeDays`/`startHour`/`endHour` where set: weekday → ranges. */
  openingHours: Readonly<Record<string, readonly DayRange[]>> | null;
  overrides: readonly DateOverride[];
  observeHolidays: boolean;
  /** How long before an appointment its reminder is sent; 24 where it is left out. */
  reminderHoursBefore?: number | undefined;
  /** The owner's choice by kind of day; kinds left out are kept as usual in Israel. Counts only where `observeHolidays`. */
  holidayLengths?: Readonly<Partial<Record<HolidayKind, DayLength>>> | undefined;
}

/** What a date is in the Israeli calendar. `erevChag` is the day before a holiday. */
export type HolidayKind =
  'chag' | 'erevChag' | 'cholHamoed' | 'independenceDay' | 'memorialDay' | 'tishaBav' | 'purim' | 'none';

/** How a business keeps a day: shut, shut early, or as always. */
export type DayLength = 'closed' | 'short' | 'ordinary';

/** A stretch of time that is taken, buffers included; epoch milliseconds, end exclusive. */
export interface BusyRange {
  from: number;
  until: number;
}

export type AvailabilityStatus =
  'available' | 'taken' | 'closed_day' | 'outside_hours' | 'off_grid' | 'too_soon' | 'too_far' | 'past' | 'bad_time';

export type Refusal = Exclude<AvailabilityStatus, 'available'>;
