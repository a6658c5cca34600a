import { checkLaws } from '../../../src/practice/runner/laws/observed-laws.ts';
import { callScript } from '../../../src/practice/script/call-script.ts';
import { lawsOfRecord } from '../recorded-call.ts';
import type { Broken } from '../recorded-call.ts';
import type { Life } from './life.ts';
import { lawsOfMemory, ownRows } from './laws-of-memory.ts';
import type { StoryPlayer } from './play-story.ts';

const script = callScript.parse({ title: 'simulated', steps: [{ silentMs: 0 }] });
const punctual = { worstBetween: () => 0, stop: () => undefined };

/** Everything that can be held against a call that was played to its end: its record, both wires, the database, the log, what is left. */
export async function lawsOfLife(life: Life, player: StoryPlayer): Promise<Broken[]> {
  return [
    ...lawsOfRecord(life.records.events),
    ...(await observed(life, player)),
    ...(await lawsOfMemory(life)),
    ...offersKept(player),
    ...nothingLeft(life),
    ...nobodyInTheLog(life),
    ...askedInVain(life),
    ...heardAsTold(life),
    ...tokensSpent(life),
  ];
}

/** The same laws that judge a practice call. */
async function observed(life: Life, { utterances }: StoryPlayer): Promise<Broken[]> {
  const rows = await ownRows(life);
  const checks = checkLaws({
    script,
    sight: 'bothEnds',
    callSid: life.call?.callSid ?? '',
    record: life.record,
    lag: punctual,
    words: life.phone.words(),
    rows,
    unbacked: life.unbacked,
    utterances,
  });
  const wire = life.record.phoneNews('protocol.broken').map(({ why }) => ({ law: 'L2 barge-in is total', why }));
  return [
    ...wire,
    ...checks.flatMap(({ law, name, faults }) => faults.map((why) => ({ law: `${law ?? ''} ${name}`, why }))),
  ];
}

function offersKept({ rivals }: StoryPlayer): Broken[] {
  return rivals
    .filter(({ slot, result, standing }) => result === 'created' && slot === standing)
    .map(({ slot }) => ({ law: 'L14 an offered slot is kept', why: `${slot} was on offer and somebody else got it` }));
}

function nothingLeft({ time, phone, model, isOver, outcome }: Life): Broken[] {
  const left = [
    ...(isOver ? [] : ['the call never ended']),
    ...(time.waiting > 0 ? [`${time.waiting} timers`] : []),
    ...(phone.isLive ? ['the phone socket'] : []),
    ...(model.session ? ['the model session'] : []),
    ...(outcome === 'broke' ? ['the machine broke'] : []),
  ];
  return left.map((why) => ({ law: 'L19 nothing is left behind', why }));
}

const tokensSpent = ({ usedTokens }: Life): Broken[] =>
  usedTokens === 'refused' ? [] : [{ law: 'L17 strangers reach nothing', why: 'a used stream token worked again' }];

/** What is written of a cut answer, sentence by sentence, is what the model was told of it. */
function heardAsTold({ records, record }: Life): Broken[] {
  const told = record.modelNews('client.sent').map(({ event }) => event as { type: string } & Truncation);
  return told
    .filter(({ type }) => type === 'conversation.item.truncate')
    .flatMap(({ item_id: itemId, audio_end_ms: toldMs }) => {
      const line = records.lines.findLast((one) => one.itemId === itemId);
      const heardMs = line?.sentences?.reduce((sum, sentence) => sum + sentence.heardMs, 0);
      const why = `the model was told ${toldMs} ms, ${heardMs ?? 'nothing'} is written`;
      return heardMs === toldMs ? [] : [{ law: 'L3 heard as told', why }];
    });
}

interface Truncation {
  item_id: string;
  audio_end_ms: number;
}

const PEOPLE = ['דנה', '0501234567', '972501234567', '972507654321', '7654321', 'תקבע לי', 'קוראים לי'];

function nobodyInTheLog({ logLines }: Life): Broken[] {
  return logLines.flatMap((line) => {
    const found = PEOPLE.find((person) => line.includes(person));
    return found === undefined
      ? []
      : [{ law: 'L18 no people in logs', why: `«${found}» stands in ${line.slice(0, 120)}` }];
  });
}

/** SQLSTATE classes of a statement the server does not understand or take: wrong data, broken constraint, wrong syntax or name. */
const REFUSED = /"code":"(22|23|42)/;

/** Only injected faults may keep the database from answering: a statement it does not understand would make every story harmless. */
function askedInVain({ logLines }: Life): Broken[] {
  return logLines
    .filter((line) => REFUSED.test(line))
    .map((line) => ({ law: 'L12 exactly once', why: `the database refused a statement: ${line.slice(0, 300)}` }));
}
