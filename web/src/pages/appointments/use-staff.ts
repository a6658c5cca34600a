import { useMemo } from 'react';
import { useResources } from '../../api/resources.ts';
import { staffOf } from './staff.ts';
import type { Staff } from './staff.ts';

export function useStaff(businessId: string): Staff {
  const { data } = useResources(businessId);
  return useMemo(() => staffOf(data ?? []), [data]);
}
