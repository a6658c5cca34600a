import type { CallOnTheLine } from './salon-on-the-line.ts';

/** What the server told the model in this session, in order. */
export const told = ({ session }: Pick<CallOnTheLine, 'session'>): string[] =>
  session.received.flatMap(({ item }) => {
    const { role, content } = (item ?? {}) as { role?: string; content?: { text: string }[] };
    return role === 'system' && content?.[0] ? [content[0].text] : [];
  });

/** How often the model was sent this in this session. */
export const count = ({ session }: Pick<CallOnTheLine, 'session'>, type: string): number =>
  session.received.filter((event) => event.type === type).length;

/** The answer of this number, asked for by now or soon, is short and heard to its end. */
export async function hears(call: CallOnTheLine, answer: number, text: string): Promise<void> {
  const { session, phone } = call;
  await session.hears('response.create', answer);
  session.answers(`answer_${answer}`, { text, ms: 60 });
  session.finishes(`answer_${answer}`);
  await phone.playsToTheEnd(answer);
  await call.knows('playback.finished', answer);
}

export const says = ({ session }: CallOnTheLine, text: string): void => session.hearsCaller(text, `said ${text}`);
