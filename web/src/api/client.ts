import createClient from 'openapi-fetch';
import type { Middleware } from 'openapi-fetch';
import { Refusal, refusalOf } from './refusal.ts';
import type { paths } from './schema.d.ts';

/** What a session gives the client; kept in memory only. */
const session: { csrfToken: string | null; onLost: () => void } = { csrfToken: null, onLost: () => undefined };

export function keepCsrfToken(token: string | null): void {
  session.csrfToken = token;
}

/** Called when the service no longer knows the session. */
export function whenSessionIsLost(tell: () => void): void {
  session.onLost = tell;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const withCsrfToken: Middleware = {
  onRequest({ request }) {
    if (session.csrfToken !== null && !SAFE.has(request.method)) {
      request.headers.set('x-csrf-token', session.csrfToken);
    }
    return request;
  },
};

/** The service's REST API, typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/api/v1', credentials: 'same-origin' });
api.use(withCsrfToken);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; anything else is thrown as a `Refusal`. */
export async function taken<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch(() => {
    throw new Refusal({ kind: 'unreachable', status: 0, detail: '', errors: [], reason: null, alternatives: [] });
  });
  if (response.ok) return data as T;
  if (response.status === 401) session.onLost();
  throw refusalOf(response.status, error);
}

/** Whether the service still knows the session: 204 and 401 say no. One that does not answer says nothing of it. */
export async function lookForSession(): Promise<void> {
  const status = await api.GET('/session').then(
    ({ response }) => response.status,
    () => null,
  );
  if (status === 204 || status === 401) session.onLost();
}
