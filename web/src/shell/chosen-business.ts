import { useLocalStorage } from '@mantine/hooks';
import { useBusinesses } from '../api/businesses.ts';
import type { Business } from '../api/businesses.ts';

interface ChosenBusiness {
  businesses: Business[];
  isPending: boolean;
  /** Null: all of them. */
  chosen: Business | null;
  /** The chosen one, else the first: for pages that show one business. */
  one: Business | null;
  choose(id: string | null): void;
}

/** The business the reader looks at, kept by the browser. */
export function useChosenBusiness(): ChosenBusiness {
  const query = useBusinesses();
  const [id, setId] = useLocalStorage<string | null>({
    key: 'toran.business',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const businesses = query.data?.items ?? [];
  const alone = businesses.length === 1 ? businesses[0] : undefined;
  const chosen = alone ?? businesses.find((business) => business.id === id) ?? null;
  return {
    businesses,
    isPending: query.isPending,
    chosen,
    one: chosen ?? businesses.find(({ active }) => active) ?? businesses[0] ?? null,
    choose: setId,
  };
}
