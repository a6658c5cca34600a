import { useQuery } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type Check = components['schemas']['Doctor']['checks'][number];

export function useDoctor() {
  return useQuery({ queryKey: ['doctor'], queryFn: () => taken(api.GET('/doctor')), staleTime: 30_000 });
}
