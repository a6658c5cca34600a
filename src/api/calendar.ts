import { Router } from 'express';
import { bookableRange } from '../booking/availability.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { findAppointments } from '../db/queries/find-appointments.ts';
import { findCalendarFeed } from '../db/queries/find-calendar-feed.ts';
import { loadBusiness } from '../db/queries/load-business.ts';
import { loadSchedule } from '../db/queries/load-schedule.ts';
import { calendarSecretHash } from './calendar-secret.ts';
import { presentCalendar } from './presenters/calendar.ts';
import { problem, sendProblem } from './problem.ts';

const PAST_DAYS_MS = 31 * 86_400_000;
const MOST_EVENTS = 10_000;

interface CalendarDependencies {
  database: Database;
  now?: () => number;
}

/** `GET /calendar/{secret}.ics`: the diary for calendar programs. The secret is the only key; an unknown one is a 404. */
export function createCalendar({ database, now = Date.now }: CalendarDependencies): Router {
  const router = Router();
  router.get('/calendar/:file', async (request, response) => {
    const secret = /^([\w-]{20,100})\.ics$/.exec(request.params.file)?.[1] ?? '';
    const text = await calendarOf(database, secret, now());
    if (text === null) return sendProblem(response, problem('not-found', 'There is nothing at this address.'));
    response.set({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    response.type('text/calendar; charset=utf-8').send(text);
  });
  return router;
}

async function calendarOf(database: Database, secret: string, now: number): Promise<string | null> {
  const businessId = await database.anywhere((manager) => findCalendarFeed(manager, calendarSecretHash(secret)));
  if (businessId === null) return null;
  return database.inBusiness(businessId, async (manager) => {
    const business = await loadBusiness(manager, businessId);
    const schedule = await loadSchedule(manager, businessId);
    if (business === null || schedule === null) return null;
    const until = bookableRange(schedule, now).until;
    const range = { from: now - PAST_DAYS_MS, until };
    const rows = await findAppointments(manager, businessId, { ...dates(range), limit: MOST_EVENTS });
    return presentCalendar({ business, range, now, appointments: rows.filter(isShown) });
  });
}

const isShown = ({ status }: Appointment): boolean => status !== 'held';

function dates({ from, until }: { from: number; until: number }): { fromDate: string; toDate: string } {
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { fromDate: date(from), toDate: date(until) };
}
