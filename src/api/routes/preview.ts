import { DateTime } from 'luxon';
import { daySlots } from '../../booking/availability.ts';
import { bookingHours } from '../../booking/booking-hours.ts';
import type { Schedule } from '../../booking/schedule.ts';
import { busyRanges } from '../../db/queries/busy-ranges.ts';
import { promptLayers } from '../../speech/prompt.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { completeSettings, settingsWarnings } from '../policies/complete-settings.ts';
import type { Warning } from '../policies/complete-settings.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { invalidRequest } from '../problem.ts';
import { ok, refuse } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { preview, previewRequest } from '../schemas/drafts.ts';

/** Of layer 1, the same for every business. */
const CRITICAL_LIMIT = 600;

function datesFrom(first: string, days: number): string[] {
  const start = DateTime.fromISO(first, { zone: 'utc' });
  return Array.from({ length: days }, (_, index) => start.plus({ days: index }).toFormat('yyyy-MM-dd'));
}

interface Day {
  date: string;
  slots: string[];
}

function warningsOf(schedule: Schedule, days: readonly Day[]): Warning[] {
  const warnings = settingsWarnings(schedule);
  if (days.some(({ slots }) => slots.length > 0)) return warnings;
  return [...warnings, { field: 'days', message: 'Not one time can be booked on these days.' }];
}

/** What a caller would be told and offered, were these the words and settings; nothing is kept. */
export function previewRoutes({ database, now }: RouteDependencies): Endpoint[] {
  const look = endpoint({
    method: 'post',
    path: '/businesses/{businessId}/preview',
    name: 'previewBusiness',
    summary: 'The prompt and the free times as they would be with these words and settings',
    tag: 'drafts',
    params: businessParams,
    body: previewRequest,
    twice: 'it writes nothing, however often it is sent',
    answers: { 200: preview },
    problems: [400, 404],
    answer: ({ params, body }) =>
      insideBusiness(database, params.businessId, async ({ manager, business, schedule: published }) => {
        const completed = completeSettings(published, body.settings ?? {});
        if (completed.kind === 'refused') return refuse(invalidRequest(completed.errors));
        const { schedule } = completed;
        const dates = datesFrom(body.from, body.days);
        const zone = schedule.timezone;
        const stretch = {
          from: DateTime.fromISO(body.from, { zone }).minus({ days: 1 }).toMillis(),
          until: DateTime.fromISO(body.from, { zone })
            .plus({ days: body.days + 1 })
            .toMillis(),
        };
        const busy = await busyRanges(manager, business.id, stretch);
        const days = dates.map((date) => ({ date, slots: daySlots({ schedule, busy, now: now(), date }) }));
        const callPrompt = (body.aiPrompt ?? business.aiPrompt).calls;
        const hours = bookingHours(schedule, now());
        const layers = promptLayers({ callPrompt, schedule, hours, now: now() });
        return ok({
          layers: layers.map(({ name, text }) => ({ name, text, characters: [...text].length })),
          criticalLimit: CRITICAL_LIMIT,
          days,
          warnings: warningsOf(schedule, days),
        });
      }),
  });
  return [look];
}
