import { appendCallEvents } from '../../src/db/queries/append-call-events.ts';
import { closeCallSession } from '../../src/db/queries/close-call-session.ts';
import { getCall } from '../../src/db/queries/get-call.ts';
import { loadCallEvents } from '../../src/db/queries/load-call-events.ts';
import { loadTranscript } from '../../src/db/queries/load-transcript.ts';
import { saveTranscriptLines } from '../../src/db/queries/save-transcript-lines.ts';
import { eraseOld } from '../../src/jobs/retention/erase-old.ts';
import { Salon } from '../db/salon.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { rememberedLog } from '../support/remembered-log.ts';

const DAY_MS = 86_400_000;

describeOnEachDatabase('retention', (database) => {
  async function endedCall(salon: Salon, daysAgo: number): Promise<string> {
    const { callSid } = await salon.isCalledBy('+972501111111');
    await database().inBusiness(salon.id, async (manager) => {
      await appendCallEvents(manager, salon.id, [{ callSid, seq: 0, ms: 0, fact: { type: 'phone.hungUp' } }]);
      const line = {
        callSid,
        itemId: 'a',
        speaker: 'caller',
        text: 'שלום',
        startedMs: 0,
        heardMs: null,
        cut: false,
      } as const;
      await saveTranscriptLines(manager, salon.id, [line]);
      await closeCallSession(manager, salon.id, { callSid, epoch: 1, outcome: 'completed' });
      await manager.query('UPDATE call_session SET ended_at = $3 WHERE business_id = $1 AND call_sid = $2', [
        salon.id,
        callSid,
        new Date(Date.now() - daysAgo * DAY_MS),
      ]);
    });
    return callSid;
  }

  const left = (salon: Salon, callSid: string) =>
    database().inBusiness(salon.id, async (manager) => ({
      call: (await getCall(manager, salon.id, callSid)) !== null,
      events: (await loadCallEvents(manager, salon.id, callSid)).length,
      lines: (await loadTranscript(manager, salon.id, callSid)).length,
    }));

  const erase = (retentionDays: number | null) =>
    eraseOld({ database: database(), retentionDays, now: Date.now, log: rememberedLog().log })({
      details: {},
      attempt: 'more',
    });

  test('old words and facts are erased in every business, young ones and the call’s own row stay', async () => {
    const salons = [await Salon.opens(database()), await Salon.opens(database())];
    for (const salon of salons) {
      const [old, young] = [await endedCall(salon, 31), await endedCall(salon, 29)];
      await erase(null);
      expect(await left(salon, old)).toEqual({ call: true, events: 1, lines: 1 });
      await erase(30);
      expect(await left(salon, old)).toEqual({ call: true, events: 0, lines: 0 });
      expect(await left(salon, young)).toEqual({ call: true, events: 1, lines: 1 });
    }
  });
});
