import type { CallRecords } from '../../src/actions/record-calls.ts';
import { EventLog } from '../../src/call/event-log.ts';
import { Journal } from '../../src/call/journal.ts';

/** A journal whose writes can be made to fail. */
function journalOnABench() {
  const written: [string, CallRecords][] = [];
  const database: { stage: 'there' | 'away' } = { stage: 'there' };
  const journal = new Journal(async (businessId, records) => {
    if (database.stage === 'away') throw new Error('database away');
    written.push([businessId, { events: [...records.events], lines: [...records.lines] }]);
  });
  return {
    journal,
    written,
    goesAway: () => void (database.stage = 'away'),
    comesBack: () => void (database.stage = 'there'),
  };
}
const logOf = (journal: Journal, callSid: string, businessId = 'salon') =>
  new EventLog({ callSid, businessId, epoch: 1 }, journal);
const event = (callSid: string, seq: number, type: string) => ({
  callSid,
  epoch: 1,
  seq,
  ms: 5,
  fact: { type, given: [] },
});
const line = { itemId: 'item_1', speaker: 'caller', text: 'שלום', startedMs: 1, heardMs: null, cut: false } as const;

test('the facts and lines of all calls of a business are written together, each call counting its own', async () => {
  const { journal, written } = journalOnABench();
  const [dana, yossi] = [logOf(journal, 'CA1'), logOf(journal, 'CA2')];
  dana.fact({ type: 'model.ready' }, 5);
  yossi.fact({ type: 'model.ready' }, 5);
  dana.fact({ type: 'phone.hungUp' }, 5);
  yossi.line(line);
  await journal.flushAll();
  expect(written).toEqual([
    [
      'salon',
      {
        events: [event('CA1', 0, 'model.ready'), event('CA2', 0, 'model.ready'), event('CA1', 1, 'phone.hungUp')],
        lines: [{ ...line, callSid: 'CA2', epoch: 1 }],
      },
    ],
  ]);
});

test('nothing of one business is written with another', async () => {
  const { journal, written } = journalOnABench();
  logOf(journal, 'CA1', 'salon').fact({ type: 'model.ready' }, 5);
  logOf(journal, 'CA2', 'garage').fact({ type: 'model.ready' }, 5);
  await journal.flush('garage');
  expect(written).toEqual([['garage', { events: [event('CA2', 0, 'model.ready')], lines: [] }]]);
});

test('what was written is not written again, and nothing is written where nothing happened', async () => {
  const { journal, written } = journalOnABench();
  logOf(journal, 'CA1').fact({ type: 'model.ready' }, 5);
  await journal.flushAll();
  await journal.flushAll();
  await journal.flush('nobody');
  expect(written).toHaveLength(1);
});

test('what could not be written is kept and written first the next time', async () => {
  const { journal, written, goesAway, comesBack } = journalOnABench();
  const log = logOf(journal, 'CA1');
  goesAway();
  log.fact({ type: 'model.ready' }, 5);
  const failing = journal.flush('salon');
  log.fact({ type: 'phone.hungUp' }, 5);
  await expect(failing).rejects.toThrow('database away');
  comesBack();
  await journal.flushAll();
  expect(written).toEqual([
    ['salon', { events: [event('CA1', 0, 'model.ready'), event('CA1', 1, 'phone.hungUp')], lines: [] }],
  ]);
});

test('a call that was taken over never numbers a fact as its first taker did', async () => {
  const { journal, written } = journalOnABench();
  for (const epoch of [1, 2])
    new EventLog({ callSid: 'CA1', businessId: 'salon', epoch }, journal).fact({ type: 'model.ready' }, 5);
  await journal.flushAll();
  expect(written[0]?.[1].events.map(({ seq }) => seq)).toEqual([0, 1_000_000]);
});

test('one business that cannot be written does not keep the others from it', async () => {
  const written: string[] = [];
  const journal = new Journal(async (businessId) => {
    if (businessId === 'salon') throw new Error('database away');
    written.push(businessId);
  });
  logOf(journal, 'CA1', 'salon').fact({ type: 'model.ready' }, 5);
  logOf(journal, 'CA2', 'garage').fact({ type: 'model.ready' }, 5);
  await expect(journal.flushAll()).rejects.toThrow('database away');
  expect(written).toEqual(['garage']);
});
