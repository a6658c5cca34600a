import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { PageOf } from './whole-list.ts';

interface Asked<Item> {
  key: readonly unknown[];
  ask: (cursor: string | undefined) => Promise<PageOf<Item>>;
  idOf: (item: Item) => string;
}

/** A list without an end, read page by page as far as somebody wants to see. */
export function useGrowingList<Item>({ key, ask, idOf }: Asked<Item>) {
  return useInfiniteQuery<PageOf<Item>, Error, Item[], readonly unknown[], string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => onceEach(pages, idOf),
    placeholderData: keepPreviousData,
  });
}

/** What came in between two pages pushes others into the second: each is there once. */
function onceEach<Item>(pages: readonly PageOf<Item>[], idOf: (item: Item) => string): Item[] {
  return [...new Map(pages.flatMap(({ items }) => items.map((item) => [idOf(item), item]))).values()];
}
