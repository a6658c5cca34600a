import { z } from 'zod';
import type { ServiceClient } from './service-client.ts';

const stateNews = z.object({ callSid: z.string(), state: z.unknown() });

function stateIn(block: string): z.infer<typeof stateNews> | null {
  if (!block.split('\n').includes('event: state')) return null;
  const text = block
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice('data: '.length))
    .join('\n');
  try {
    return stateNews.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Follows the machine's states of live calls over `GET /api/v1/live`. Gives the function that stops it. */
export async function followStates(
  client: ServiceClient,
  tell: (callSid: string, state: unknown) => void,
): Promise<() => void> {
  const stop = new AbortController();
  const response = await client.openLive(stop.signal);
  void readBlocks(response, (block) => {
    const news = stateIn(block);
    if (news !== null) tell(news.callSid, news.state);
  });
  return () => stop.abort();
}

async function readBlocks(response: Response, take: (block: string) => void): Promise<void> {
  if (response.body === null) return;
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) take(`event: broken\ndata: ${String(error)}`);
  }
}
