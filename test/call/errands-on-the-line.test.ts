import { createAppointmentFromRealtime } from '../../src/actions/create-appointment-from-realtime.ts';
import { scheduleReminder } from '../../src/actions/schedule-reminder.ts';
import { listReminders } from '../../src/db/queries/list-reminders.ts';
import { loadTranscript } from '../../src/db/queries/load-transcript.ts';
import { sumUpCall } from '../../src/jobs/after-call/sum-up-call.ts';
import { planReminder } from '../../src/jobs/reminders/plan-reminder.ts';
import { jobsOnABench } from '../jobs/jobs-bench.ts';
import { describeOnServer } from '../support/databases.ts';
import { rememberedLog } from '../support/remembered-log.ts';
import { salonOnTheLine } from '../support/salon-on-the-line.ts';
import type { CallOnTheLine, SalonOnTheLine } from '../support/salon-on-the-line.ts';
import { hears, says, told } from '../support/talk-on-the-line.ts';

const DAY_MS = 86_400_000;
const DANA = '+972501111111';
const RON = '+972502222222';
const dayAhead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const date = dayAhead(7);
const ten = `${date} 10:00`;
const eleven = `${date} 11:00`;
const written = (kind: 'moved' | 'cancelled', time: string) =>
  `[SERVER] appointment_${kind}: ${JSON.stringify({ server_event: `appointment_${kind}`, date, time, name: 'דנה לוי' })}`;

describeOnServer('an errand on the line', (opened) => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
  const database = () => opened().database;

  /** A salon in which Dana has an appointment at ten, with a reminder of it. */
  async function danasSalon() {
    const house = await salonOnTheLine(database());
    open.push(house.closes);
    const { salon } = house;
    const first = await salon.isCalledBy(DANA);
    const wanted = { ...first, name: 'דנה לוי', phone: DANA, slot: { date, time: '10:00' }, now: Date.now() };
    const made = await createAppointmentFromRealtime(database(), wanted);
    if (made.kind !== 'created') throw new Error('not booked');
    const { id: appointmentId } = made.appointment;
    await scheduleReminder(database(), { businessId: salon.id, appointmentId, now: Date.now() });
    const diary = async () =>
      (await salon.appointments()).map(({ id, date, time, status }) => [
        id === appointmentId,
        `${date} ${time}`,
        status,
      ]);
    const reminders = async () => {
      const rows = await database().inBusiness(salon.id, (manager) => listReminders(manager, salon.id, { limit: 10 }));
      return rows.map(({ status, dueAt, startsAt }) => [status, (startsAt.getTime() - dueAt.getTime()) / 3_600_000]);
    };
    return { house, salon, leadId: first.leadId, diary, reminders };
  }

  async function isGreeted({ isRung }: SalonOnTheLine, from = DANA): Promise<CallOnTheLine> {
    const call = await isRung({ from });
    await hears(call, 1, 'שלום, הסלון של דנה.');
    return call;
  }

  /** The call is over and summed up, with no model to help; what its rows, its transcript and its lead say then. */
  async function isOver(house: SalonOnTheLine, call: CallOnTheLine) {
    call.phone.hangsUp();
    await call.isClosed();
    const gone = { summarize: () => Promise.resolve({ kind: 'failed' as const, reason: 'unavailable' as const }) };
    const jobs = await jobsOnABench(database(), {
      'after-call': sumUpCall({ database: database(), summarizer: gone, log: rememberedLog().log }),
      'reminder-plan': planReminder({ database: database(), now: Date.now }),
    });
    await jobs.doDue();
    await jobs.stop();
    const row = await call.row();
    const lines = await database().inBusiness(house.salon.id, (manager) =>
      loadTranscript(manager, house.salon.id, call.callSid),
    );
    return {
      outcome: row?.outcome,
      lead: await house.lead(row?.leadId ?? ''),
      heard: lines.flatMap(({ speaker, heardText }) => (speaker === 'assistant' && heardText ? [heardText] : [])),
    };
  }

  test('a known caller hears of their coming appointment, and nothing is changed', async () => {
    const { house, leadId, diary, reminders } = await danasSalon();
    house.model.willUnderstand({ intent: 'hear' });
    const call = await isGreeted(house);
    says(call, 'מתי התור שלי?');
    await hears(call, 2, 'יש לך תור בשעה 10:00.');
    expect(told(call)).toEqual([`[SERVER] appointment_found: ${ten}`]);
    const { outcome, lead, heard } = await isOver(house, call);
    expect(heard).toEqual(['שלום, הסלון של דנה.', 'יש לך תור בשעה 10:00.']);
    expect(await diary()).toEqual([[true, ten, 'confirmed']]);
    expect(await reminders()).toEqual([['pending', 24]]);
    expect([outcome, lead]).toEqual(['completed', expect.objectContaining({ id: leadId, phone: DANA })]);
  });

  test('moves it: the new time is held, then it is the same row at the new time, and its reminder goes with it', async () => {
    const { house, leadId, diary, reminders } = await danasSalon();
    const move = { intent: 'move', date, time: '11:00' };
    house.model.willUnderstand({ ...move, action: 'ask' }, { action: 'confirm', intent: 'move' });
    const call = await isGreeted(house);
    says(call, 'אפשר להזיז את התור שלי לאחת עשרה?');
    await hears(call, 2, 'הזמן הזה פנוי. להעביר לשם?');
    expect(told(call)).toEqual([`[SERVER] slot_available: ${eleven}`]);
    expect(await diary()).toEqual([
      [true, ten, 'confirmed'],
      [false, eleven, 'held'],
    ]);
    says(call, 'כן, תעבירי');
    await hears(call, 3, 'התור הועבר לשעה 11:00.');
    expect(told(call).slice(1)).toEqual([written('moved', '11:00')]);
    const { outcome, lead, heard } = await isOver(house, call);
    expect(heard.at(-1)).toBe('התור הועבר לשעה 11:00.');
    expect(await diary()).toEqual([[true, eleven, 'confirmed']]);
    expect(await reminders()).toEqual([['pending', 24]]);
    expect(outcome).toBe('moved');
    expect(lead).toMatchObject({
      id: leadId,
      outcome: 'moved',
      summary: expect.stringMatching(/^התור הועבר/) as string,
    });
  });

  test('cancels it: named, agreed to, cancelled with its reminder, and only then said to be', async () => {
    const { house, leadId, diary, reminders } = await danasSalon();
    house.model.willUnderstand({ intent: 'cancel' }, { action: 'confirm', intent: 'cancel' });
    const call = await isGreeted(house);
    says(call, 'אני צריכה לבטל את התור');
    await hears(call, 2, 'לבטל את התור של שעה 10:00?');
    expect(told(call)).toEqual([`[SERVER] confirm_cancel: ${ten}`]);
    expect(await diary()).toEqual([[true, ten, 'confirmed']]);
    says(call, 'כן, תבטלי');
    await hears(call, 3, 'ביטלתי את התור.');
    expect(told(call).slice(1)).toEqual([written('cancelled', '10:00')]);
    const { outcome, lead, heard } = await isOver(house, call);
    expect(heard.at(-1)).toBe('ביטלתי את התור.');
    expect(await diary()).toEqual([[true, ten, 'cancelled']]);
    expect(await reminders()).toEqual([['cancelled', 24]]);
    expect(outcome).toBe('cancelled');
    expect(lead).toMatchObject({ id: leadId, outcome: 'cancelled', summary: expect.stringMatching(/^בוטל/) as string });
  });

  test('a model that says so before the row does is not heard; once it is cancelled the same words are', async () => {
    const { house, diary } = await danasSalon();
    house.model.willUnderstand({ intent: 'cancel' }, { action: 'confirm', intent: 'cancel' });
    const call = await isGreeted(house);
    const { session, phone } = call;
    const sounds = () => phone.sent.filter(({ event }) => event === 'media').length;
    const before = sounds();
    says(call, 'אני צריכה לבטל את התור');
    await session.hears('response.create', 2);
    session.answers('lie', { text: 'בסדר, ביטלתי לך את התור', ms: 1_000 });
    await session.hears('response.cancel');
    session.finishes('lie', 'cancelled');
    await session.hears('response.create', 3);
    expect(told(call)).toEqual([`[SERVER] confirm_cancel: ${ten}`, '[SERVER] not_booked']);
    expect(sounds()).toBe(before);
    expect(await diary()).toEqual([[true, ten, 'confirmed']]);
    session.answers('answer_3', { text: 'לבטל את התור של שעה 10:00?', ms: 60 });
    session.finishes('answer_3');
    await phone.playsToTheEnd(2);
    await call.knows('playback.finished', 2);
    says(call, 'כן, תבטלי');
    await session.hears('response.create', 4);
    expect(told(call).slice(2)).toEqual([written('cancelled', '10:00')]);
    session.answers('answer_4', { text: 'ביטלתי לך את התור.', ms: 60 });
    session.finishes('answer_4');
    await phone.playsToTheEnd(3);
    await call.knows('playback.finished', 3);
    const { outcome, heard } = await isOver(house, call);
    expect(heard).toEqual(['שלום, הסלון של דנה.', 'לבטל את התור של שעה 10:00?', 'ביטלתי לך את התור.']);
    expect(await diary()).toEqual([[true, ten, 'cancelled']]);
    expect(outcome).toBe('cancelled');
  });

  test.each(['anonymous', 'Restricted', '+266696687', '+7378742833'])(
    'two who withhold their numbers (%s) are two people: what one booked is not told to the other',
    async (from) => {
      const { house, salon } = await danasSalon();
      const first = await isGreeted(house, from);
      const { leadId } = (await first.row()) ?? {};
      if (!leadId) throw new Error('no lead');
      const wanted = { name: 'רון כהן', phone: RON, slot: { date, time: '12:00' }, now: Date.now() };
      const call = { businessId: salon.id, callSid: first.callSid, leadId };
      expect(await createAppointmentFromRealtime(database(), { ...call, ...wanted })).toMatchObject({
        kind: 'created',
      });
      await isOver(house, first);
      house.model.willUnderstand({ intent: 'hear' });
      const second = await isGreeted(house, from);
      says(second, 'מתי התור שלי?');
      await hears(second, 2, 'לא מצאתי תור על המספר שממנו התקשרת.');
      expect(told(second)).toEqual(['[SERVER] no_appointment']);
    },
  );

  test.each([
    ['a withheld number', 'anonymous'],
    ['the number Twilio gives for one', '+266696687'],
    ['another number', RON],
  ])('who calls from %s and gives her name and number is told nothing, and nothing is changed', async (_from, from) => {
    const { house, diary, reminders } = await danasSalon();
    const dana = { name: 'דנה לוי', phone: '0501111111' };
    house.model.willUnderstand(
      { ...dana, intent: 'hear' },
      { ...dana, intent: 'move', action: 'ask', date, time: '11:00' },
      { ...dana, intent: 'cancel', date, time: '10:00' },
    );
    const call = await isGreeted(house, from);
    const asked = ['אני דנה לוי, מתי התור שלי?', 'אז תזיזי אותו לאחת עשרה', 'אז תבטלי את התור של דנה לוי'];
    for (const [at, text] of asked.entries()) {
      says(call, text);
      await hears(call, at + 2, 'לא מצאתי תור על המספר שממנו התקשרת.');
    }
    expect(told(call)).toEqual(Array(asked.length).fill('[SERVER] no_appointment'));
    expect(JSON.stringify(call.session.received)).not.toContain(ten);
    const { outcome } = await isOver(house, call);
    expect(outcome).toBe('completed');
    expect(await diary()).toEqual([[true, ten, 'confirmed']]);
    expect(await reminders()).toEqual([['pending', 24]]);
  });
});
