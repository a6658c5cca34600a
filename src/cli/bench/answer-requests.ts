import { z } from 'zod';

/** How a child of the bench answers one request of its parent. */
export const childAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), answer: z.unknown() }),
  z.object({ kind: z.literal('failed'), why: z.string() }),
]);

/** Runs a child of the bench: every request gets one answer, in order; without its parent it ends. */
export function answerRequests<Request>(schema: z.ZodType<Request>, answer: (request: Request) => unknown): void {
  const reply = async (message: unknown): Promise<z.infer<typeof childAnswer>> => {
    try {
      return { kind: 'done', answer: (await answer(schema.parse(message))) ?? null };
    } catch (error) {
      return { kind: 'failed', why: String(error) };
    }
  };
  process.on('message', (message) => void reply(message).then((answered) => process.send?.(answered)));
  process.on('disconnect', () => process.exit(0));
}
