import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken, keepCsrfToken } from '../api/client.ts';
import { Refusal } from '../api/refusal.ts';
import type { components } from '../api/schema.d.ts';

export type Session = components['schemas']['Session'];

export const sessionKey = ['session'];

async function currentSession(): Promise<Session | null> {
  try {
    const session = await taken<Session | undefined>(api.GET('/session'));
    if (session === undefined) return null;
    keepCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof Refusal && error.parts.status === 401) return null;
    throw error;
  }
}

/** Who is logged in; null for nobody. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: currentSession, staleTime: Infinity, retry: false });
}

/** How people sign in here; asked anew whenever the door is shown. */
export function useWayIn() {
  return useQuery({ queryKey: ['way-in'], queryFn: () => taken(api.GET('/session/way')), retry: false });
}

export type Credentials = { adminToken: string } | { email: string; password: string };

export function useLogin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Credentials) => taken(api.POST('/session', { body })),
    onSuccess(session) {
      keepCsrfToken(session.csrfToken);
      queries.setQueryData(sessionKey, session);
    },
  });
}

export function useLogout() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => taken(api.DELETE('/session')),
    onSettled() {
      keepCsrfToken(null);
      queries.clear();
      queries.setQueryData(sessionKey, null);
    },
  });
}
