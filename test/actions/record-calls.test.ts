import { recordCalls } from '../../src/actions/record-calls.ts';
import type { CallRecords } from '../../src/actions/record-calls.ts';
import { loadCallEvents } from '../../src/db/queries/load-call-events.ts';
import { loadTranscript } from '../../src/db/queries/load-transcript.ts';
import { Salon } from '../db/salon.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { rememberedLog } from '../support/remembered-log.ts';

describeOnEachDatabase('the record of calls', (database) => {
  async function openRecord() {
    const salon = await Salon.opens(database());
    const { callSid } = await salon.isCalledBy('+972501111111');
    const { log, lines } = rememberedLog();
    return {
      callSid,
      log: lines,
      write: (records: CallRecords) => recordCalls({ database: database(), log }, salon.id, records),
      written: () =>
        database().inBusiness(salon.id, async (manager) => ({
          facts: (await loadCallEvents(manager, salon.id, callSid)).map(({ seq, fact }) => [seq, fact]),
          lines: (await loadTranscript(manager, salon.id, callSid)).map(({ itemId, text }) => [itemId, text]),
        })),
    };
  }
  const fact = (callSid: string, seq: number, text: string) => ({
    ...{ callSid, seq, ms: 0 },
    fact: { type: 'caller.said', text, given: [] },
  });
  const line = (callSid: string, at: number, text: string) => ({
    ...{ callSid, itemId: `item_${at}`, text, startedMs: at },
    ...({ speaker: 'caller', heardMs: null, cut: false } as const),
  });

  test('keeps what Postgres can not as a sign in its place, and all the rest word for word', async () => {
    const { callSid, write, written, log } = await openRecord();
    const spoken = ['ש\u0000לום', 'עד כאן \ud83d', '\ude00 שלום', '🙂 \\u0000 \\\\ud83d "כן"'];
    await write({
      events: spoken.map((text, seq) => fact(callSid, seq, text)),
      lines: spoken.map((text, at) => line(callSid, at, text)),
    });
    const kept = ['ש\ufffdלום', 'עד כאן \ufffd', '\ufffd שלום', spoken[3]];
    expect(await written()).toEqual({
      facts: kept.map((text, seq) => [seq, { type: 'caller.said', text, given: [] }]),
      lines: kept.map((text, at) => [`item_${at}`, text]),
    });
    expect(log).toEqual([]);
  });

  test('goes on without the one fact and the one line that can not be stored, and says so', async () => {
    const { callSid, write, written, log } = await openRecord();
    const beyond = 3_000_000_000;
    await write({
      events: [0, 1, 2, 3].map((seq) => ({ ...fact(callSid, seq, 'שלום'), ms: seq === 2 ? beyond : 0 })),
      lines: [0, 1, 2].map((at) => ({ ...line(callSid, at, 'שלום'), startedMs: at === 0 ? beyond : at })),
    });
    const { facts, lines } = await written();
    expect(facts.map(([seq]) => seq)).toEqual([0, 1, 3]);
    expect(lines.map(([itemId]) => itemId)).toEqual(['item_1', 'item_2']);
    expect(log).toEqual([
      { level: 'error', event: 'call_record_dropped', callSid, what: 'line', sqlState: '22003' },
      { level: 'error', event: 'call_record_dropped', callSid, what: 'fact', sqlState: '22003' },
    ]);
  });
});
