import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { businessKey } from './businesses.ts';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

/** What waits to be published, and what is published. */
export type DraftAndPublished = Awaited<ReturnType<typeof readDraft>>;
export type DraftChange = components['schemas']['DraftChange'];
export type Preview = components['schemas']['Preview'];
type PreviewRequest = components['schemas']['PreviewRequest'];
export type PromptLayer = Preview['layers'][number];
export type Version = Pick<components['schemas']['Version'], 'number' | 'cause' | 'madeAt' | 'madeBy'>;

const pathOf = (businessId: string) => ({ params: { path: { businessId } } });
const draftKey = (businessId: string) => [...businessKey(businessId), 'draft'];
const versionsKey = (businessId: string) => [...businessKey(businessId), 'versions'];

const readDraft = (businessId: string) => taken(api.GET('/businesses/{businessId}/draft', pathOf(businessId)));

export function useDraft(businessId: string) {
  return useQuery({ queryKey: draftKey(businessId), queryFn: () => readDraft(businessId) });
}

/** Every change of the settings may change all that is shown of the business. */
function useDraftWrite<Given, Made>(businessId: string, write: (given: Given) => Promise<Made>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => queries.invalidateQueries({ queryKey: businessKey(businessId) }),
  });
}

export const useSaveDraft = (businessId: string) =>
  useDraftWrite(businessId, (body: DraftChange) =>
    taken(api.PUT('/businesses/{businessId}/draft', { ...pathOf(businessId), body })),
  );

export const useDiscardDraft = (businessId: string) =>
  useDraftWrite(businessId, () => taken(api.DELETE('/businesses/{businessId}/draft', pathOf(businessId))));

export const usePublish = (businessId: string) =>
  useDraftWrite(businessId, async (body: DraftChange) => {
    await taken(api.PUT('/businesses/{businessId}/draft', { ...pathOf(businessId), body }));
    return taken(api.POST('/businesses/{businessId}/publish', pathOf(businessId)));
  });

export const useRestore = (businessId: string) =>
  useDraftWrite(businessId, (number: number) =>
    taken(api.POST('/businesses/{businessId}/versions/{number}/restore', { params: { path: { businessId, number } } })),
  );

export function useVersions(businessId: string) {
  return useQuery({
    queryKey: versionsKey(businessId),
    queryFn: () => taken(api.GET('/businesses/{businessId}/versions', pathOf(businessId))),
  });
}

/** What the model would be told and which slots would be free, were this published. */
export function usePreview(businessId: string, wanted: PreviewRequest, isValid: boolean) {
  return useQuery({
    queryKey: [...businessKey(businessId), 'preview', wanted],
    queryFn: () => taken(api.POST('/businesses/{businessId}/preview', { ...pathOf(businessId), body: wanted })),
    enabled: isValid,
    placeholderData: keepPreviousData,
  });
}
