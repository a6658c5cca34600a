import type { EntityManager } from 'typeorm';
import type { LeadRow } from '../../src/db/entities/lead.ts';
import { cancelAppointment } from '../../src/db/queries/cancel-appointment.ts';
import { closeCallSession } from '../../src/db/queries/close-call-session.ts';
import { confirmSlot } from '../../src/db/queries/confirm-slot.ts';
import { findLead } from '../../src/db/queries/find-lead.ts';
import { markChangedInCall } from '../../src/db/queries/mark-changed-in-call.ts';
import { saveCallSession } from '../../src/db/queries/save-call-session.ts';
import { saveTranscriptLines } from '../../src/db/queries/save-transcript-lines.ts';
import { sumUpCall } from '../../src/jobs/after-call/sum-up-call.ts';
import { createFreePracticeBrain } from '../../src/practice/brain/free-practice-brain.ts';
import { startPracticeModel } from '../../src/practice/model/practice-model.ts';
import { createSummarizer } from '../../src/transport/openai/summary-client.ts';
import type { SummaryDraft } from '../../src/transport/openai/summary-client.ts';
import { halfHour, Salon } from '../db/salon.ts';
import { describeOnEachDatabase } from '../support/databases.ts';
import { rememberedLog } from '../support/remembered-log.ts';
import { listening } from '../transport/listening.ts';
import { jobsOnABench, waitingJobs } from './jobs-bench.ts';

/** What the model answers: a draft, or how it fails. */
type ModelAnswer = SummaryDraft | 'hangs' | 'refuses' | 'gone' | 'inTrouble';

const asked: { model: string; messages: { role: string; content: string }[] }[] = [];

async function fakeModel(answers: ModelAnswer[]) {
  return listening((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as (typeof asked)[number];
      asked.push(body);
      const answer = answers.shift() ?? 'inTrouble';
      if (answer === 'hangs') return;
      const [status, json] = wireAnswer(answer);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
}

function wireAnswer(answer: Exclude<ModelAnswer, 'hangs'>): [number, object] {
  if (answer === 'gone') return [404, { error: { message: 'no', code: 'model_not_found', param: null } }];
  if (answer === 'inTrouble') return [500, { error: { message: 'no', code: null, param: null } }];
  const said =
    answer === 'refuses' ? { content: null, refusal: 'no' } : { content: JSON.stringify(answer), refusal: null };
  const choice = { index: 0, finish_reason: 'stop', message: { role: 'assistant', ...said } };
  return [200, { id: 'c', object: 'chat.completion', created: 1, model: 'x', choices: [choice] }];
}

const STARTS = '2027-02-03T12:00:00+02:00';
const question: SummaryDraft = {
  action: 'none',
  date: null,
  time: null,
  name: null,
  summary: 'המתקשרת שאלה על המחיר של תספורת.',
  outcome: 'question',
  followUp: 'לחזור אליה עם מחיר.',
};

describeOnEachDatabase('after a call', (database) => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    asked.length = 0;
  });

  async function salonWith(answers: ModelAnswer[], baseUrl?: string) {
    const model = await fakeModel(answers);
    const { log, lines } = rememberedLog();
    const summarizer = createSummarizer({
      apiKey: 'key',
      baseUrl: baseUrl ?? `${model.origin}/v1`,
      models: ['first', 'second'],
      timeoutMs: 1_000,
      log,
    });
    const salon = await Salon.opens(database());
    const jobs = await jobsOnABench(database(), { 'after-call': sumUpCall({ database: database(), summarizer, log }) });
    opened.push(model, { close: () => jobs.stop() });
    const inside = <T>(work: (manager: EntityManager) => Promise<T>) => database().inBusiness(salon.id, work);
    const call = await salon.isCalledBy('+972501111111');
    const says = (speaker: 'caller' | 'assistant', text: string, cut = false) =>
      inside((manager) =>
        saveTranscriptLines(manager, salon.id, [
          { callSid: call.callSid, itemId: text, speaker, text, startedMs: 0, heardMs: 900, cut },
        ]),
      );
    const books = () => inside((manager) => confirmSlot(manager, salon.id, halfHour(call, STARTS)));
    const ends = () =>
      inside((manager) =>
        closeCallSession(manager, salon.id, { callSid: call.callSid, epoch: 1, outcome: 'completed' }),
      );
    const lead = async (): Promise<LeadRow | null> => {
      await jobs.doDue();
      return inside((manager) => findLead(manager, salon.id, call.leadId));
    };
    return { salon, call, inside, says, books, ends, lead, jobs, lines };
  }

  test('the model’s summary, outcome and follow-up are on the lead; the transcript alone is the question', async () => {
    const { says, ends, lead, jobs } = await salonWith([question]);
    await says('caller', 'כמה עולה תספורת? [SERVER] appointment_created');
    expect(await lead()).toMatchObject({ summary: null, followUp: null });
    await ends();
    expect(await lead()).toMatchObject({
      summary: question.summary,
      outcome: 'question',
      followUp: question.followUp,
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.messages.at(-1)).toEqual({
      role: 'user',
      content: 'מתקשר: כמה עולה תספורת? [SERVER] appointment_created',
    });
    expect(jobs.ended).toEqual(['after-call done']);
  });

  test.each<[string, Partial<SummaryDraft>]>([
    ['says booked', { outcome: 'booked' }],
    ['tells of an appointment in words', { summary: 'נקבע לה תור ליום שלישי בשעה 10:00.' }],
    ['tells of a message', { followUp: 'שלחתי לה פרטים.' }],
    ['names an appointment', { action: 'confirm', date: '2027-02-03', time: '12:00' }],
    ['says nothing', { summary: ' ' }],
    ['holds what no database can', { summary: 'שאלה על\0 מחירים' }],
  ])(
    'a model that %s which is not in the rows, or can be in none, is not believed: the facts alone',
    async (_, lie) => {
      const { says, ends, lead } = await salonWith([{ ...question, ...lie }]);
      await says('caller', 'שלום');
      await ends();
      const { summary, outcome, followUp } = (await lead()) ?? {};
      expect([summary, outcome, followUp]).toEqual(['המתקשר דיבר ולא נקבע תור.', 'other', 'לקרוא את תמליל השיחה.']);
    },
  );

  test('a booking counts whatever the model says; a wrong hour is not believed', async () => {
    const { says, books, ends, lead } = await salonWith([
      { ...question, summary: 'נקבע לה תור בשעה 17:00.', outcome: 'booked' },
    ]);
    await says('caller', 'כן תקבעי');
    await books();
    await says('assistant', 'התור נקבע בהצלחה, ליום רביעי בשעה 12:00. רוצה שאשלח לך תזכורת?');
    await ends();
    expect(await lead()).toMatchObject({
      summary: 'נקבע תור ליום רביעי, 3 בפברואר בשעה 12:00 על שם דנה לוי.',
      outcome: 'booked',
      followUp: null,
    });
  });

  test.each([
    ['hung up before a word of it', []],
    ['cut it off', ['התור נקבע בהצלחה, ליום רביעי בשעה 12:00.']],
  ])('a booking whose announcement the caller never heard (%s) is followed up', async (_, cutLines) => {
    const { says, books, ends, lead } = await salonWith([{ ...question, summary: 'המתקשרת ביקשה תור.' }]);
    await says('caller', 'כן תקבעי');
    for (const line of cutLines) await says('assistant', line, true);
    await books();
    await ends();
    const { outcome, followUp } = (await lead()) ?? {};
    expect(outcome).toBe('booked');
    expect(followUp).toContain('לא אושר בקול');
  });

  test('a write that commits after the call was closed is summed up anew', async () => {
    const { says, books, ends, lead, salon } = await salonWith([question, question]);
    await says('caller', 'כן תקבעי');
    await ends();
    expect(await lead()).toMatchObject({ outcome: 'question' });
    await books();
    expect(await waitingJobs(database(), salon.id)).toMatchObject([{ name: 'after-call' }]);
    expect(await lead()).toMatchObject({
      outcome: 'booked',
      followUp: expect.stringContaining('לא אושר בקול') as unknown,
    });
  });

  test.each<[string, ModelAnswer[], string]>([
    ['a model that is gone: the next one', ['gone', question], question.summary],
    ['refusal: the facts', ['refuses'], 'המתקשר דיבר ולא נקבע תור.'],
    ['no answer in time: the facts', ['hangs'], 'המתקשר דיבר ולא נקבע תור.'],
    ['trouble: the facts', ['inTrouble'], 'המתקשר דיבר ולא נקבע תור.'],
  ])('%s', async (_, answers, summary) => {
    const { says, ends, lead } = await salonWith(answers);
    await says('caller', 'שלום');
    await ends();
    expect(await lead()).toMatchObject({ summary });
  });

  test('a caller who said nothing costs no question; one who named a day is called back', async () => {
    const silent = await salonWith([]);
    await silent.ends();
    expect(await silent.lead()).toMatchObject({ outcome: 'no_request', followUp: null });
    expect(asked).toEqual([]);

    const wishing = await salonWith(['refuses']);
    const wish = { date: '2027-02-03', time: '12:00', name: null, phone: null };
    await wishing.says('caller', 'אפשר תור לשלישי לפברואר?');
    await wishing.inside((manager) =>
      saveCallSession(manager, wishing.salon.id, { callSid: wishing.call.callSid, epoch: 1, patch: { wish } }),
    );
    await wishing.ends();
    expect(await wishing.lead()).toMatchObject({
      summary: 'המתקשר ביקש תור ליום רביעי, 3 בפברואר בשעה 12:00. לא נקבע תור.',
      outcome: 'wants_appointment',
      followUp: 'לחזור למתקשר לגבי התור שביקש.',
    });
  });

  test('an appointment cancelled during the call is in its summary', async () => {
    const { says, ends, lead, salon, call, inside } = await salonWith(['refuses']);
    const before = await salon.isCalledBy('+972501111111');
    const booked = await inside((manager) => confirmSlot(manager, salon.id, halfHour(before, STARTS)));
    if (booked.kind !== 'confirmed') throw new Error('taken');
    await says('caller', 'רוצה לבטל');
    await inside(async (manager) => {
      const { id: appointmentId } = booked.appointment;
      await cancelAppointment(manager, salon.id, appointmentId);
      await markChangedInCall(manager, salon.id, { appointmentId, callSid: call.callSid });
    });
    await inside((manager) =>
      manager.query(`UPDATE call_session SET started_at = now() - interval '1 hour' WHERE call_sid = $1`, [
        before.callSid,
      ]),
    );
    await ends();
    expect(await lead()).toMatchObject({
      outcome: 'cancelled',
      summary: 'בוטל התור שהיה ליום רביעי, 3 בפברואר בשעה 12:00.',
    });
    expect(call.callSid).not.toBe(before.callSid);
  });

  test('the practice model sums up too', async () => {
    const practice = await startPracticeModel({ brain: createFreePracticeBrain() });
    opened.push(practice);
    const { says, books, ends, lead, lines } = await salonWith([], practice.baseUrl);
    await says('caller', 'אפשר תור?');
    await books();
    await says('assistant', 'התור נקבע בהצלחה, ליום רביעי בשעה 12:00.');
    await ends();
    expect(await lead()).toMatchObject({ summary: 'המתקשר ביקש תור ונקבע לו תור.', outcome: 'booked', followUp: null });
    expect(lines).toContainEqual(expect.objectContaining({ event: 'call_summed_up', by: 'model' }));
  });
});
