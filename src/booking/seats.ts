import { joinBusy } from './busy.ts';
import type { BusyRange, DateOverride, Resource, Schedule, TakenRange } from './schedule.ts';

/** One place at which one appointment at a time can be. `resourceId` is null where the business names no resources. */
export interface Seat {
  resourceId: string | null;
  number: number;
  /** The rules of the business with the hours of the resource. */
  schedule: Schedule;
}

/** A seat and where an appointment without its buffers may not lie on it, as `joinBusy` makes it. */
export interface SeatTime {
  schedule: Schedule;
  busy: readonly BusyRange[];
}

const known = new WeakMap<Schedule, readonly Seat[]>();

/** Every place of every resource of a business, the preferred first. */
export function seatsOf(schedule: Schedule): readonly Seat[] {
  const made = known.get(schedule) ?? findSeats(schedule);
  known.set(schedule, made);
  return made;
}

function findSeats(schedule: Schedule): readonly Seat[] {
  if (schedule.resources === undefined) return [{ resourceId: null, number: 1, schedule }];
  return schedule.resources.flatMap((resource) => {
    const own = ownSchedule(schedule, resource);
    return Array.from({ length: resource.capacity }, (_, index) => {
      return { resourceId: resource.id, number: index + 1, schedule: own };
    });
  });
}

function ownSchedule(schedule: Schedule, { openingHours, overrides }: Resource): Schedule {
  if (openingHours === null && overrides.length === 0) return schedule;
  return {
    ...schedule,
    openingHours: openingHours ?? schedule.openingHours,
    overrides: joinOverrides(schedule.overrides, overrides),
  };
}

function joinOverrides(ofBusiness: readonly DateOverride[], own: readonly DateOverride[]): DateOverride[] {
  const closed = new Set(ofBusiness.filter((override) => override.closed === true).map(({ date }) => date));
  return [...ofBusiness, ...own.filter(({ date }) => !closed.has(date))];
}

/** What is taken at a seat; a range that names no resource or place is in everybody's way. */
export function takenAt({ resourceId, number }: Seat, taken: readonly TakenRange[]): readonly TakenRange[] {
  if (resourceId === null) return taken;
  return taken.filter((range) => (range.resourceId ?? resourceId) === resourceId && (range.seat ?? number) === number);
}

/** The time of every seat, made once for a search over many days. */
export function seatTimes(schedule: Schedule, taken: readonly TakenRange[]): SeatTime[] {
  return seatsOf(schedule).map((seat) => ({
    schedule: seat.schedule,
    busy: joinBusy(takenAt(seat, taken), schedule),
  }));
}

/** The schedule with this resource alone; with none at all where it is not one of them. */
export function onlyResource(schedule: Schedule, resourceId: string): Schedule {
  return { ...schedule, resources: (schedule.resources ?? []).filter(({ id }) => id === resourceId) };
}
