import { useQuery } from '@tanstack/react-query';
import { api, taken } from './client.ts';

export type Check = Awaited<ReturnType<typeof readDoctor>>['items'][number];

const readDoctor = () => taken(api.GET('/doctor'));

export function useDoctor() {
  return useQuery({ queryKey: ['doctor'], queryFn: readDoctor, staleTime: 30_000 });
}
