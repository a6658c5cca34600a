import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type Numbers = components['schemas']['Numbers'];

export interface Period {
  businessId: string | undefined;
  from: string;
  to: string;
}

export function useNumbers(period: Period) {
  return useQuery({
    queryKey: ['numbers', period],
    queryFn: () => taken(api.GET('/numbers', { params: { query: period } })),
    placeholderData: keepPreviousData,
  });
}
