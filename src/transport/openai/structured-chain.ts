import OpenAI from 'openai';
import { APIError, ContentFilterFinishReasonError } from 'openai/error';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import type { Log } from '../../shared/log.ts';

export type ChainFailure = 'timeout' | 'refused' | 'junk' | 'rateLimited' | 'unavailable';

export type ChainAnswer<T> = { kind: 'answered'; value: T; model: string } | { kind: 'failed'; reason: ChainFailure };

export interface ChainOptions {
  apiKey: string;
  baseUrl: string;
  /** Tried in order when a model is gone. */
  models: readonly string[];
  /** For the whole chain together. */
  timeoutMs: number;
  log: Log;
}

/** One structured question to whichever model is left. */
export interface ChainQuestion {
  system: string;
  user: string;
  maxTokens: number;
}

/** Asks models in order for one strict shape over `{base}/chat/completions` (protocols.md §2). Never throws, never later than its time limit. */
export interface StructuredChain<T> {
  ask(question: ChainQuestion): Promise<ChainAnswer<T>>;
}

export interface ChainTask<T> {
  /** Begins the names of its log events. */
  task: 'parser' | 'summary';
  shape: z.ZodType<T>;
  shapeName: string;
}

type Attempt<T> = ChainAnswer<T> | { kind: 'gone' };

const reasoningModel = /^(o\d|gpt-([5-9]|\d{2}))/;

/** A model that is gone is not asked again while another is left. */
export function createStructuredChain<T>(
  { task, shape, shapeName }: ChainTask<T>,
  { apiKey, baseUrl, models, timeoutMs, log }: ChainOptions,
): StructuredChain<T> {
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: timeoutMs, logLevel: 'off' });
  const format = zodResponseFormat(shape, shapeName);
  const gone = new Set<string>();

  const remaining = (): string[] => {
    if (models.every((model) => gone.has(model))) gone.clear();
    return models.filter((model) => !gone.has(model));
  };

  const attempt = async (model: string, question: ChainQuestion, deadline: AbortSignal): Promise<Attempt<T>> => {
    try {
      const request = { ...requestOf(model, question), response_format: format };
      const completion = await client.chat.completions.parse(request, { signal: deadline });
      const answer = completion.choices[0]?.message;
      if (typeof answer?.refusal === 'string') return { kind: 'failed', reason: 'refused' };
      return answer?.parsed ? { kind: 'answered', value: answer.parsed, model } : { kind: 'failed', reason: 'junk' };
    } catch (error) {
      if (isModelGone(error)) return { kind: 'gone' };
      const reason = deadline.aborted ? 'timeout' : failureOf(error);
      if (reason === 'unavailable') log.warn(`${task}_unavailable`, { model, ...wireError(error) });
      return { kind: 'failed', reason };
    }
  };

  return {
    async ask(question) {
      const deadline = AbortSignal.timeout(timeoutMs);
      for (const model of remaining()) {
        const answer = await attempt(model, question, deadline);
        if (answer.kind !== 'gone') return answer;
        gone.add(model);
        log.warn(`${task}_model_gone`, { model });
      }
      return { kind: 'failed', reason: 'unavailable' };
    },
  };
}

function requestOf(model: string, { system, user, maxTokens }: ChainQuestion) {
  return {
    model,
    messages: [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: user },
    ],
    max_completion_tokens: maxTokens,
    store: false,
    ...(reasoningModel.test(model) ? { reasoning_effort: 'none' as const } : { temperature: 0 }),
  };
}

/** The SDK throws APIError for HTTP and connection faults only; unreadable or unfitting output comes as other errors. */
function failureOf(error: unknown): ChainFailure {
  if (error instanceof ContentFilterFinishReasonError) return 'refused';
  if (!(error instanceof APIError)) return 'junk';
  return error.status === 429 ? 'rateLimited' : 'unavailable';
}

function isModelGone(error: unknown): boolean {
  if (!(error instanceof APIError)) return false;
  if (error.status === 404) return true;
  const aboutTheModel = error.code === 'model_not_found' || error.code === 'invalid_model' || error.param === 'model';
  return (error.status === 400 || error.status === 403) && aboutTheModel;
}

function wireError(error: unknown): { status?: number; code?: string } {
  if (!(error instanceof APIError)) return {};
  return {
    ...(typeof error.status === 'number' ? { status: error.status } : {}),
    ...(typeof error.code === 'string' ? { code: error.code } : {}),
  };
}
