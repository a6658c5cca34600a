interface PageQuery {
  limit: number;
  cursor?: string | undefined;
}

interface PageOf<Item> {
  items: Item[];
  nextCursor?: string;
}

function offsetOf({ cursor }: PageQuery): number {
  return cursor === undefined ? 0 : Number(cursor.replace('after-', ''));
}

/** What to ask the database for: one row more than is shown, to know whether more follows. */
export function rowsToRead(query: PageQuery): { limit: number; offset: number } {
  return { limit: query.limit + 1, offset: offsetOf(query) };
}

/** The rows of `rowsToRead` as one page. */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  query: PageQuery,
  present: (row: Row) => Item,
): PageOf<Item> {
  const items = rows.slice(0, query.limit).map(present);
  if (rows.length <= query.limit) return { items };
  return { items, nextCursor: `after-${offsetOf(query) + query.limit}` };
}
