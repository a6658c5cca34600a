/** A part of a list; with `nextCursor` more follows. */
export interface PageOf<Item> {
  items: Item[];
  nextCursor?: string | undefined;
}

/** Every page of a list, one after the other; for lists that a stretch of days or one person bounds. */
export async function wholeList<Item>(ask: (cursor: string | undefined) => Promise<PageOf<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}
