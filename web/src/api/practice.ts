import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type PracticeScript = components['schemas']['PracticeScripts']['items'][number];
export type TestCall = components['schemas']['TestCall'];

export function usePracticeScripts() {
  return useQuery({
    queryKey: ['practice-scripts'],
    queryFn: () => taken(api.GET('/practice-scripts')),
    staleTime: Infinity,
  });
}

export function useDemoSalon() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => taken(api.POST('/demo-business')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['businesses'] }),
  });
}

/** A call with a scripted caller; `draft` tries what is not published yet. */
export function usePracticeCall() {
  return useMutation({
    mutationFn: ({ businessId, script, draft }: { businessId: string; script: string; draft: boolean }) =>
      taken(
        api.POST('/businesses/{businessId}/practice-calls', {
          params: { path: { businessId } },
          body: { script, draft },
        }),
      ),
  });
}

/** Lets the browser ring the business over the phone's own wire. */
export function askForTestCall(businessId: string, draft: boolean): Promise<TestCall> {
  return taken(api.POST('/businesses/{businessId}/test-calls', { params: { path: { businessId } }, body: { draft } }));
}
