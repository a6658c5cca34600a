interface RecordedCall {
  session: { callSid: string; from: string | null; startedAt: string };
  timeline: readonly { ms: number; fact?: unknown }[];
}

type Fact = Record<string, unknown> & { type: string };

const isFact = (fact: unknown): fact is Fact => typeof fact === 'object' && fact !== null && 'type' in fact;

const quoted = (value: unknown): string => JSON.stringify(value);
const WISH = ['action', 'date', 'time', 'name', 'phone', 'intent'] as const;

/** What the parser made of a line, as a call script writes it. */
function meaning(understood: Fact | undefined): string {
  const known = WISH.flatMap((key) => {
    const value = understood?.[key];
    return typeof value === 'string' ? [`${key}: ${quoted(value)}`] : [];
  });
  return known.length === 0 ? '' : `\n    means: { ${known.join(', ')} }`;
}

interface Step {
  atMs: number;
  text: string;
}

function stepsOf(facts: readonly { ms: number; fact: Fact }[]): Step[] {
  return facts.flatMap(({ ms, fact }, at): Step[] => {
    if (fact.type === 'caller.said') {
      const next = facts
        .slice(at + 1)
        .find(({ fact: { type } }) => type === 'parser.understood' || type === 'caller.said');
      const understood = next?.fact.type === 'parser.understood' ? next.fact : undefined;
      return [{ atMs: ms, text: `say: ${quoted(fact['text'])}${meaning(understood)}` }];
    }
    if (fact.type === 'caller.pressedKey') return [{ atMs: ms, text: `press: ${quoted(fact['key'])}` }];
    return fact.type === 'phone.hungUp' ? [{ atMs: ms, text: 'hangUp: true' }] : [];
  });
}

/** A recorded call as a call script (`npm run call -- FILE.yaml`): the caller's side, each step at its moment. */
export function callScript({ session, timeline }: RecordedCall): string {
  const facts = timeline.flatMap(({ ms, fact }) => (isFact(fact) ? [{ ms, fact }] : []));
  const steps = stepsOf(facts);
  const last = steps.at(-1);
  const ending = last?.text === 'hangUp: true' ? [] : [{ atMs: facts.at(-1)?.ms ?? 0, text: 'hangUp: true' }];
  return [
    `title: ${quoted(session.callSid)}`,
    `about: ${quoted(`Recorded ${session.startedAt}`)}`,
    ...(session.from === null ? [] : [`caller: { from: ${quoted(session.from)} }`]),
    'steps:',
    ...[...steps, ...ending].map(({ atMs, text }) => `  - atMs: ${Math.round(atMs)}\n    ${text}`),
    '',
  ].join('\n');
}
