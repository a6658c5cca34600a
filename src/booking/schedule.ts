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
  openingHours: Readonly<Record<string, readonly DayRange[] | undefined>> | null;
  overrides: readonly DateOverride[];
  observeHolidays: boolean;
  /** How long before an appointment its reminder is sent; 24 where it is left out. */
  reminderHoursBefore?: number | undefined;
  /** The owner's choice by kind of day; kinds left out are kept as usual in Israel. Counts only where `observeHolidays`. */
  holidays?: HolidayChoice | undefined;
  /** Weekdays that are short all year, as Friday often is. */
  shortDays?: readonly number[] | undefined;
  /** On a short day the doors close at this time at the latest; 13:00 where left out. */
  shortDayEnds?: string | undefined;
  /** In place of `bookingWindowDays`: the dates that may be booked, both included. */
  bookingRange?: DateRange | null | undefined;
  /** Who or what takes appointments, the preferred first; left out: one, with the hours of the business. */
  resources?: readonly Resource[] | undefined;
}

export interface DateRange {
  from: string;
  until: string;
}

/** One who takes appointments: a person, a chair, a room. */
export interface Resource {
  id: string;
  name: string;
  /** How many appointments it takes at once. */
  capacity: number;
  /** In place of the weekly hours of the business; null: the same. */
  openingHours: Schedule['openingHours'];
  /** Its own dates that differ; none opens a date on which the business is closed. */
  overrides: readonly DateOverride[];
}

export type HolidayChoice = Readonly<Partial<Record<Exclude<HolidayKind, 'none'>, DayLength | undefined>>>;

/** What a date is in the Israeli calendar. `erevChag` is the day before a holiday. */
export type HolidayKind =
  'chag' | 'erevChag' | 'cholHamoed' | 'independenceDay' | 'memorialDay' | 'tishaBav' | 'purim' | 'none';

/** How a business keeps a day: shut, shut early, or as always. */
export type DayLength = 'closed' | 'short' | 'ordinary';

/** A stretch of time; epoch milliseconds, end exclusive. */
export interface BusyRange {
  from: number;
  until: number;
}

/** A stretch of time that is taken, buffers included, and by whom: the how-manieth place of which resource. */
export interface TakenRange extends BusyRange {
  resourceId?: string | undefined;
  seat?: number | undefined;
}

export type AvailabilityStatus =
  'available' | 'taken' | 'closed_day' | 'outside_hours' | 'off_grid' | 'too_soon' | 'too_far' | 'past' | 'bad_time';

export type Refusal = Exclude<AvailabilityStatus, 'available'>;
