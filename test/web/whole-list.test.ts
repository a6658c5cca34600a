import { wholeList } from '../../web/src/api/whole-list.ts';

test('a list is asked for page by page until nothing follows', async () => {
  const asked: (string | undefined)[] = [];
  const items = await wholeList(async (cursor) => {
    asked.push(cursor);
    if (cursor === undefined) return { items: [1, 2], nextCursor: 'after-2' };
    return cursor === 'after-2' ? { items: [3, 4], nextCursor: 'after-4' } : { items: [] };
  });
  expect([items, asked]).toEqual([
    [1, 2, 3, 4],
    [undefined, 'after-2', 'after-4'],
  ]);
});

test('a page that fails makes no half list', async () => {
  const half = wholeList(async (cursor) => {
    if (cursor !== undefined) throw new Error('unreachable');
    return { items: [1], nextCursor: 'after-1' };
  });
  await expect(half).rejects.toThrow('unreachable');
});
