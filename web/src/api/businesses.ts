import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type Business = components['schemas']['Business'];
export type BusinessWithSettings = Awaited<ReturnType<typeof readBusiness>>;
export type NewBusiness = components['schemas']['NewBusiness'];
export type BusinessChange = components['schemas']['BusinessChange'];
export type Settings = BusinessWithSettings['settings'];

const all = ['businesses'];
export const businessKey = (businessId: string) => [...all, businessId];

export function useBusinesses() {
  return useQuery({ queryKey: all, queryFn: () => taken(api.GET('/businesses')) });
}

const readBusiness = (businessId: string) =>
  taken(api.GET('/businesses/{businessId}', { params: { path: { businessId } } }));

export function useBusiness(businessId: string) {
  return useQuery({ queryKey: businessKey(businessId), queryFn: () => readBusiness(businessId) });
}

export function useCreateBusiness() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewBusiness) => taken(api.POST('/businesses', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}

export function useChangeBusiness(businessId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BusinessChange) =>
      taken(api.PATCH('/businesses/{businessId}', { params: { path: { businessId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}
