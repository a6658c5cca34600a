import { z } from 'zod';
import type { Log } from '../../shared/log.ts';

export interface ModelsQuery {
  apiKey: string;
  baseUrl: string;
  /** Every model id in use, whatever for. */
  models: readonly string[];
  timeoutMs?: number;
  now?: () => number;
}

/** `shutdownDate` is `YYYY-MM-DD`, null where none is announced. */
export type ModelFinding =
  | { kind: 'serving'; model: string; shutdownDate: string | null }
  | { kind: 'closingSoon'; model: string; shutdownDate: string; daysLeft: number }
  | { kind: 'missing'; model: string };

export type ModelsCheck =
  { kind: 'checked'; findings: ModelFinding[] } | { kind: 'keyRefused' } | { kind: 'unreachable'; reason: string };

const modelList = z.object({
  data: z.array(z.object({ id: z.string(), shutdown_date: z.iso.date().nullish().catch(null) })),
});

const warnDaysAhead = 90;

/** Asks `GET {base}/models` whether each model exists and until when. Never throws. */
export async function checkModels({
  apiKey,
  baseUrl,
  models,
  timeoutMs = 5000,
  now = Date.now,
}: ModelsQuery): Promise<ModelsCheck> {
  try {
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await fetch(`${baseUrl}/models`, { headers, signal: AbortSignal.timeout(timeoutMs) });
    if (answer.status === 401 || answer.status === 403) return { kind: 'keyRefused' };
    if (!answer.ok) return { kind: 'unreachable', reason: `HTTP ${answer.status}` };
    const listed = modelList.safeParse(await answer.json());
    if (!listed.success) return { kind: 'unreachable', reason: 'not a list of models' };
    const shutdowns = new Map(listed.data.data.map(({ id, shutdown_date }) => [id, shutdown_date ?? null]));
    return { kind: 'checked', findings: [...new Set(models)].map((model) => judge({ model, shutdowns, now: now() })) };
  } catch (error) {
    return { kind: 'unreachable', reason: faultName(error) };
  }
}

/** One warning line for each model that is missing or closes within 90 days; never keeps the service from starting. */
export async function warnAboutModels(query: ModelsQuery, log: Log): Promise<void> {
  const check = await checkModels(query);
  if (check.kind === 'keyRefused') log.warn('models_unchecked', { reason: 'the key was refused' });
  if (check.kind === 'unreachable') log.warn('models_unchecked', { reason: check.reason });
  if (check.kind !== 'checked') return;
  for (const finding of check.findings) {
    const { kind, ...keys } = finding;
    if (kind === 'missing') log.warn('model_missing', keys);
    if (kind === 'closingSoon') log.warn('model_closing_soon', keys);
  }
}

function judge({
  model,
  shutdowns,
  now,
}: {
  model: string;
  shutdowns: Map<string, string | null>;
  now: number;
}): ModelFinding {
  const shutdownDate = shutdowns.get(model);
  if (shutdownDate === undefined) return { kind: 'missing', model };
  if (shutdownDate === null) return { kind: 'serving', model, shutdownDate };
  const daysLeft = Math.ceil((Date.parse(`${shutdownDate}T00:00:00Z`) - now) / 86_400_000);
  return daysLeft <= warnDaysAhead
    ? { kind: 'closingSoon', model, shutdownDate, daysLeft }
    : { kind: 'serving', model, shutdownDate };
}

function faultName(error: unknown): string {
  const isNamed = typeof error === 'object' && error !== null && 'name' in error;
  return isNamed && typeof error.name === 'string' ? error.name : 'unknown';
}
