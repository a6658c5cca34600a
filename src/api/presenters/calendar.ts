import ical, { ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import type { Appointment } from '../../db/appointment.ts';
import type { BusinessRow } from '../../db/entities/business.ts';
import { zoneDefinition } from './zone-definition.ts';

export interface CalendarSource {
  business: BusinessRow;
  appointments: readonly Appointment[];
  /** What the events lie in; epoch milliseconds. */
  range: { from: number; until: number };
  now: number;
}

/** The diary as iCalendar (RFC 5545): names and times, no phone numbers; cancelled appointments as cancelled events. */
export function presentCalendar({ business, appointments, range, now }: CalendarSource): string {
  const { timezone, name } = business;
  const calendar = ical({
    name,
    prodId: { company: 'Toran', product: 'Toran', language: 'HE' },
    timezone: { name: timezone, generator: (zone) => zoneDefinition(zone, range) },
  });
  const local = (at: Date) => DateTime.fromJSDate(at, { zone: timezone });
  for (const { id, startsAt, endsAt, name: summary, status } of appointments) {
    calendar.createEvent({
      id: `${id}@toran`,
      start: local(startsAt),
      end: local(endsAt),
      stamp: DateTime.fromMillis(now, { zone: 'UTC' }),
      summary,
      status: status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      sequence: status === 'cancelled' ? 1 : 0,
      timezone,
    });
  }
  return calendar.toString();
}
