import { stringify } from 'yaml';
import type { RecordedFact } from './replay.ts';

interface Step {
  say?: string;
  press?: string;
  hangUp?: true;
  overMs?: number;
  confidence?: number;
  means?: Record<string, string>;
}

const INTO_THE_ANSWER_MS = 300;

/** What the caller of a recorded call did, as a call script that `npm run call` plays: the words, what they meant, where they cut in. */
export function scriptOfCall(callSid: string, records: readonly RecordedFact[], from: string | null = null): string {
  const facts = records.map(({ fact }) => fact);
  const steps: Step[] = [];
  const cutIn = new Set<unknown>();
  for (const [at, fact] of facts.entries()) {
    if (fact.type === 'caller.startedSpeaking' && gave(fact).includes('cmd.clearPlayback')) cutIn.add(fact['itemId']);
    if (fact.type === 'caller.said' && fact['text'] !== '') steps.push(saidStep(facts, at, cutIn));
    if (fact.type === 'caller.pressedKey') press(steps, { key: String(fact['key']), before: facts[at - 1]?.type });
    if (fact.type === 'phone.hungUp') steps.push({ hangUp: true });
  }
  return written({ callSid, from, steps });
}

function written({ callSid, from, steps }: { callSid: string; from: string | null; steps: Step[] }): string {
  const caller = from === null ? {} : { caller: { from } };
  return stringify({
    title: `recorded call ${callSid}`,
    ...caller,
    steps: steps.length > 0 ? steps : [{ hangUp: true }],
  });
}

type Fact = RecordedFact['fact'];

function saidStep(facts: readonly Fact[], at: number, cutIn: ReadonlySet<unknown>): Step {
  const said = facts[at];
  const understood = facts.slice(at + 1).find(({ type }) => type === 'parser.understood' || type === 'caller.said');
  const means = understood?.type === 'parser.understood' ? meaningOf(understood) : {};
  const confidence = said?.['confidence'];
  return {
    say: String(said?.['text']),
    ...(cutIn.has(said?.['itemId']) ? { overMs: INTO_THE_ANSWER_MS } : {}),
    ...(typeof confidence === 'number' && confidence < 0 ? { confidence } : {}),
    ...(Object.keys(means).length > 0 ? { means } : {}),
  };
}

const FIELDS = ['action', 'date', 'time', 'name', 'phone', 'intent'] as const;

function meaningOf(understood: Fact): Record<string, string> {
  const read = FIELDS.map((field) => [field, understood[field]] as const);
  return Object.fromEntries(
    read.filter((entry): entry is [(typeof FIELDS)[number], string] => typeof entry[1] === 'string'),
  );
}

/** Keys in a row are one step. */
function press(steps: Step[], { key, before }: { key: string; before: string | undefined }): void {
  const last = steps.at(-1);
  if (before === 'caller.pressedKey' && last?.press !== undefined) last.press += key;
  else steps.push({ press: key });
}

function gave({ given }: Fact): string[] {
  return Array.isArray(given) ? given.filter((type) => typeof type === 'string') : [];
}
