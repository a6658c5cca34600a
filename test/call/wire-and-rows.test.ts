import type { AppointmentStatus } from '../../src/db/entities/appointment.ts';
import { updateBusiness } from '../../src/db/queries/update-business.ts';
import type { BusinessPatch } from '../../src/db/queries/update-business.ts';
import { openDatabase } from '../../src/db/database.ts';
import { DatabaseTap } from '../support/database-tap.ts';
import { describeOnServer } from '../support/databases.ts';
import { Road } from '../support/road.ts';
import { salonOnTheLine } from '../support/salon-on-the-line.ts';
import type { CallOnTheLine, SalonOnTheLine } from '../support/salon-on-the-line.ts';
import { count, hears, says, told } from '../support/talk-on-the-line.ts';
import { until } from '../support/until.ts';
import { waitingJobs } from '../jobs/jobs-bench.ts';

const DAY_MS = 86_400_000;
const date = new Date(Date.now() + 7 * DAY_MS).toISOString().slice(0, 10);
const time = '10:00';
const wish = { action: 'ask', date, time, name: 'דנה לוי' };
const yes = { action: 'confirm' };
const created = expect.stringMatching(/^\[SERVER\] appointment_created: /) as unknown;
const offered = `[SERVER] slot_available: ${date} ${time}`;

describeOnServer('a call on the wire and in the database', (opened) => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  async function salonIsOpen(database = opened().database): Promise<SalonOnTheLine> {
    const house = await salonOnTheLine(database);
    open.push(house.closes);
    return house;
  }

  /** The same house, its wire to the database led through a tap. */
  async function salonBehindATap() {
    const tap = new DatabaseTap(opened().databaseUrl ?? '');
    await tap.open();
    open.push(async () => tap.close());
    const far = await openDatabase({ databaseUrl: tap.databaseUrl, dataDir: 'memory://', connections: 4 });
    open.push(() => far.close());
    return { tap, far, house: await salonIsOpen(far) };
  }

  /** Dana is greeted and asks for a slot, which is held for her; the model has been asked to offer it. */
  async function danaIsOffered(house: SalonOnTheLine): Promise<CallOnTheLine> {
    house.model.willUnderstand(wish, yes);
    const call = await house.isRung();
    await hears(call, 1, 'שלום, הסלון של דנה.');
    call.session.hearsCaller(`אני דנה לוי, אפשר תור ב${date} בעשר?`, 'asks');
    await call.session.hears('response.create', 2);
    expect(told(call)).toEqual([offered]);
    return call;
  }

  const hasRows = async ({ salon }: SalonOnTheLine, ...rows: [string, AppointmentStatus][]) =>
    expect((await salon.appointments()).map((row) => [row.time, row.status])).toEqual(rows);

  test('books once, tells it once, and writes that it was heard', async () => {
    const house = await salonIsOpen();
    const call = await danaIsOffered(house);
    await hears(call, 2, 'מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?');
    says(call, 'כן, תקבעי');
    await hears(call, 3, 'התור נקבע בהצלחה.');
    expect(told(call)).toEqual([offered, created]);
    call.phone.hangsUp();
    await call.isClosed();
    await hasRows(house, [time, 'confirmed']);
    expect(await call.row()).toMatchObject({ outcome: 'booked', confirmedAloudAt: expect.any(Date) as Date });
  });

  test('a ring that comes again and again, on any node, while the call goes on and after it: one row, one session', async () => {
    const house = await salonIsOpen();
    const { salon, model } = house;
    const call = await danaIsOffered(house);
    const ring = { callSid: call.callSid, from: '+972501111111', to: salon.phoneNumber, resume: 'first' } as const;
    const ringsAgain = async () => {
      const desks = [house.desk, house.openHouse(), house.desk, house.openHouse()];
      return (await Promise.all(desks.map((desk) => desk.ring(ring)))).map(({ kind }) => kind);
    };
    expect(await ringsAgain()).toEqual(Array(4).fill('hangUp'));
    expect(await call.row()).toMatchObject({ streams: 1, epoch: 1, outcome: null });
    call.phone.hangsUp();
    await call.isClosed();
    expect(await ringsAgain()).toEqual(Array(4).fill('hangUp'));
    expect(await call.row()).toMatchObject({ streams: 1, epoch: 1, outcome: 'completed' });
    expect(model.sessions).toHaveLength(1);
    await hasRows(house);
  });

  describe('a phone', () => {
    test('whose frames repeat, go back and leave a hole of five seconds: the model hears each once, and silence in the hole', async () => {
      const call = await (await salonIsOpen()).isRung();
      await hears(call, 1, 'שלום, הסלון של דנה.');
      const frame = (byte: number) => Buffer.alloc(160, byte);
      const speaks = (ms: number, byte: number) => call.phone.speaks(ms, frame(byte).toString('base64'));
      speaks(0, 1);
      speaks(20, 2);
      speaks(20, 3);
      speaks(0, 4);
      speaks(5_040, 5);
      const { audio } = await call.session.hears('input_audio_buffer.append');
      const heard = Buffer.concat([frame(1), frame(2), Buffer.alloc(5_000 * 8, 0xff), frame(5)]);
      expect(Buffer.from(String(audio), 'base64')).toEqual(heard);
      expect(count(call, 'response.create')).toBe(1);
    });

    test('that gives back no mark, or an old one: time tells what was heard, and the yes is booked', async () => {
      const house = await salonIsOpen();
      house.model.willUnderstand(wish, yes);
      const call = await house.isRung();
      const { session, phone } = call;
      await session.hears('response.create');
      session.answers('answer_1', { text: 'שלום, הסלון של דנה.', ms: 60 });
      session.finishes('answer_1');
      await call.knows('playback.finished');
      says(call, 'אני דנה לוי, אפשר תור?');
      await session.hears('response.create', 2);
      session.answers('answer_2', { text: 'מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?', ms: 3_000 });
      session.finishes('answer_2');
      await phone.gets('media', 3);
      await phone.playsToTheEnd();
      session.hearsCaller('כן, תקבעי', 'yes');
      const truncated = await session.hears('conversation.item.truncate');
      expect(truncated['item_id']).toBe('item_answer_2');
      expect(truncated['audio_end_ms']).toBeLessThan(3_000);
      await session.hears('response.create', 3);
      expect(told(call)).toEqual([offered, created]);
      await hasRows(house, [time, 'confirmed']);
    });
  });

  describe('a status callback', () => {
    const before = async ({ desk }: SalonOnTheLine, callSid: string) => {
      for (const status of ['initiated', 'completed']) await desk.statusChanged({ callSid, status });
    };
    const after = async ({ desk }: SalonOnTheLine, callSid: string) => {
      for (const status of ['completed', 'ringing', 'completed']) await desk.statusChanged({ callSid, status });
    };

    test('before, instead of, after the end of the stream, or never: the same last row', async () => {
      const house = await salonIsOpen();
      const rows: unknown[] = [];
      for (const when of ['before', 'instead', 'after', 'never']) {
        const callSid = `CAstatus${when}${Date.now()}`;
        if (when === 'before') await before(house, callSid);
        const call = await house.isRung({ callSid });
        await hears(call, 1, 'שלום, הסלון של דנה.');
        if (when === 'instead') await after(house, callSid);
        else call.phone.hangsUp();
        await call.isClosed();
        if (when === 'after') await after(house, callSid);
        const { outcome, endedAt, epoch, streams, ownerNode } = (await call.row()) ?? {};
        rows.push({ outcome, hasEnded: endedAt instanceof Date, epoch, streams, ownerNode });
      }
      const last = { outcome: 'completed', hasEnded: true, epoch: 1, streams: 1, ownerNode: null };
      expect(rows).toEqual([last, last, last, last]);
    });
  });

  test('a model that refuses is dialled again, and the caller is greeted on the first session there is', async () => {
    const house = await salonIsOpen();
    house.model.willRefuse(503, 429);
    const call = await house.isRung();
    await hears(call, 1, 'שלום, הסלון של דנה.');
    expect(house.lines.filter(({ event }) => event === 'model_lost')).toMatchObject([{ status: 503 }, { status: 429 }]);
    call.phone.hangsUp();
    await call.isClosed();
    expect(await call.row()).toMatchObject({ outcome: 'completed', streams: 1 });
  });

  describe('a model that falls', () => {
    test('in mid-speech goes on where it was: one offer more, one yes, one row', async () => {
      const house = await salonIsOpen();
      const call = await danaIsOffered(house);
      const { phone } = call;
      call.session.answers('cut', { text: 'מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?', ms: 400 });
      await phone.gets('media', 2);
      call.session.falls();
      const session = await (await house.model.session(2)).isConfigured();
      await call.knows('model.ready', 2);
      await phone.playsToTheEnd(2);
      await session.hears('response.create');
      expect(told({ session })).toEqual([expect.stringMatching(/^\[SERVER\] resumed: .*"offered":{"date"/)]);
      session.answers('again', { text: 'אני כאן. לקבוע?', ms: 60 });
      session.finishes('again');
      await phone.playsToTheEnd(3);
      await call.knows('playback.finished', 3);
      session.hearsCaller('כן, תקבעי', 'yes');
      await session.hears('response.create', 2);
      expect(told({ session })).toEqual([expect.anything(), created]);
      expect(count({ session }, 'response.create')).toBe(2);
      await hasRows(house, [time, 'confirmed']);
    });

    test('while it tells of the appointment is told of it again; one row, which then counts as heard', async () => {
      const house = await salonIsOpen();
      const call = await danaIsOffered(house);
      await hears(call, 2, 'לקבוע?');
      says(call, 'כן, תקבעי');
      await call.session.hears('response.create', 3);
      call.session.falls();
      const session = await (await house.model.session(2)).isConfigured();
      await session.hears('response.create');
      expect(told({ session }).filter((text) => text.includes('appointment_created'))).toEqual([created]);
      expect((await call.row())?.confirmedAloudAt).toBeNull();
      session.answers('told', { text: 'התור נקבע בהצלחה.', ms: 60 });
      session.finishes('told');
      await call.phone.playsToTheEnd(3);
      await call.knows('playback.finished', 3);
      call.phone.hangsUp();
      await call.isClosed();
      await hasRows(house, [time, 'confirmed']);
      expect(await call.row()).toMatchObject({ confirmedAloudAt: expect.any(Date) as Date });
    });

    test('because the account is empty: one dial, a spoken apology, the lead with its name, and a line for the operator', async () => {
      const house = await salonIsOpen();
      const call = await danaIsOffered(house);
      call.session.errs('insufficient_quota');
      await call.isClosed();
      expect(house.model.sessions).toHaveLength(1);
      expect(call.phone.closedWith()).toBe(1000);
      for (const desk of [house.desk, house.openHouse()])
        expect(await desk.streamEnded(call.callSid)).toEqual({ kind: 'apologize', fallbackNumber: null });
      const row = await call.row();
      expect(row).toMatchObject({ outcome: 'modelUnavailable', endedAt: expect.any(Date) as Date });
      expect(await house.lead(row?.leadId ?? '')).toMatchObject({ phone: '+972501111111', name: 'דנה לוי' });
      await hasRows(house);
      expect(house.lines.filter(({ event }) => event === 'model_lost')).toMatchObject([
        { fatal: true, code: 'insufficient_quota' },
      ]);
    });
  });

  describe('what the model answers out of turn', () => {
    test('that there was nothing to cancel: the yes that cut the offer is booked and answered', async () => {
      const house = await salonIsOpen();
      const call = await danaIsOffered(house);
      const { session, phone } = call;
      session.answers('answer_2', { text: 'מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?', ms: 3_000 });
      await phone.gets('media', 3);
      session.startsToHear('yes');
      const cancel = await session.hears('response.cancel');
      expect(cancel['response_id']).toBe('answer_2');
      session.errs('response_cancel_not_active');
      session.finishes('answer_2');
      session.hearsCaller('כן, תקבעי', 'yes');
      await session.hears('response.create', 3);
      expect(told(call)).toEqual([offered, created]);
      session.answers('answer_3', { text: 'התור נקבע בהצלחה.', ms: 60 });
      session.finishes('answer_3');
      await phone.playsToTheEnd();
      await call.knows('playback.finished', 2);
      expect(count(call, 'response.cancel')).toBe(1);
      expect(house.model.sessions).toHaveLength(1);
      expect(house.lines.filter(({ event }) => event === 'model_error')).toMatchObject([
        { level: 'debug', code: 'response_cancel_not_active', meaning: 'benign' },
      ]);
      await hasRows(house, [time, 'confirmed']);
    });

    test('its ends twice, late and in the wrong order: each answer is asked for once, and one row is written', async () => {
      const house = await salonIsOpen();
      const call = await danaIsOffered(house);
      const { session, phone } = call;
      session.finishes('answer_1');
      session.answers('answer_2', { text: 'מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?', ms: 3_000 });
      session.finishes('answer_1', 'cancelled');
      await phone.gets('media', 3);
      session.finishes('nobody');
      session.hearsCaller('כן, תקבעי', 'yes');
      await session.hears('response.cancel');
      session.finishes('answer_1');
      await session.isUnderstood();
      expect(count(call, 'response.create')).toBe(2);
      session.finishes('answer_2', 'cancelled');
      session.finishes('answer_2', 'cancelled');
      await session.hears('response.create', 3);
      session.finishes('answer_2');
      session.answers('answer_3', { text: 'התור נקבע בהצלחה.', ms: 60 });
      session.finishes('answer_3');
      session.finishes('answer_3');
      await phone.playsToTheEnd();
      await call.knows('playback.finished', 2);
      await session.isUnderstood();
      expect(count(call, 'response.create')).toBe(3);
      expect(told(call)).toEqual([offered, created]);
      await hasRows(house, [time, 'confirmed']);
    });
  });

  test('a parser that answers with 31 February books nothing, and with a day gone by says that it is past', async () => {
    const house = await salonIsOpen();
    house.model.willUnderstand({ ...wish, date: '2027-02-31' }, { ...wish, date: '2020-02-03' });
    const call = await house.isRung();
    await hears(call, 1, 'שלום, הסלון של דנה.');
    says(call, 'תור לשלושים ואחד בפברואר בעשר');
    await hears(call, 2, 'לאיזה יום?');
    says(call, 'תור לשלישי בפברואר אלפיים ועשרים בעשר');
    await hears(call, 3, 'התאריך הזה כבר עבר.');
    expect(told(call)).toEqual(['[SERVER] clarify', expect.stringContaining('2020-02-03 10:00; reason: past')]);
    await hasRows(house);
  });

  test('a caller who hangs up while the row is written: it stays, unheard, and somebody follows it up', async () => {
    const { tap, far, house } = await salonBehindATap();
    const call = await danaIsOffered(house);
    await hears(call, 2, 'לקבוע?');
    const writing = tap.set({ statement: 'UPDATE call_session SET last_change', stops: 'forAWhile' });
    says(call, 'כן, תקבעי');
    await writing;
    call.phone.hangsUp();
    await call.isClosed();
    await hasRows(house, [time, 'confirmed']);
    expect(await call.row()).toMatchObject({ outcome: 'booked', confirmedAloudAt: null });
    expect(told(call)).toEqual([offered]);
    expect((await waitingJobs(far, house.salon.id)).map(({ name }) => name)).toContain('after-call');
  });

  test('a caller who hangs up while what she said is written slowly: it is written before the call counts as over', async () => {
    const { tap, far, house } = await salonBehindATap();
    const call = await danaIsOffered(house);
    await until(async () => Boolean((await call.row())?.wish));
    const { leadId } = (await call.row()) ?? {};
    await far.inBusiness(house.salon.id, (manager) => manager.query('UPDATE lead SET name = NULL'));
    const writing = tap.set({ statement: 'UPDATE "call_session" SET "wish"', stops: 'forAWhile' });
    call.phone.hangsUp();
    await writing;
    await call.isClosed();
    expect(await house.lead(leadId ?? '')).toMatchObject({ name: 'דנה לוי' });
  });

  test('a database that is away at the yes: the truth instead of a yes, no row, and the lead is still there', async () => {
    const url = opened().databaseUrl ?? '';
    const road = new Road(url);
    const far = await openDatabase({ databaseUrl: await road.open(url), dataDir: 'memory://', connections: 4 });
    open.push(async () => {
      await far.close();
      await road.close();
    });
    const house = await salonIsOpen(far);
    const call = await danaIsOffered(house);
    await hears(call, 2, 'לקבוע?');
    road.shuts();
    says(call, 'כן, תקבעי');
    await hears(call, 3, 'אני רושם את הבקשה, ופרטים מדויקים יישלחו בהמשך.');
    expect(told(call)).toEqual([offered, expect.stringMatching(/^\[SERVER\] appointment_failed: /)]);
    road.isClearAgain();
    call.phone.hangsUp();
    await call.isClosed();
    await hasRows(house);
    const row = await call.row();
    expect(row).toMatchObject({ outcome: 'completed', lastAppointmentId: null, confirmedAloudAt: null });
    expect(await house.lead(row?.leadId ?? '')).toMatchObject({ phone: '+972501111111', name: 'דנה לוי' });
  });

  test('a caller who speaks into the announcement hears it again; one row, which counts as heard only then', async () => {
    const house = await salonIsOpen();
    const call = await danaIsOffered(house);
    const { session, phone } = call;
    await hears(call, 2, 'לקבוע?');
    says(call, 'כן, תקבעי');
    await session.hears('response.create', 3);
    session.answers('answer_3', { text: 'התור נקבע בהצלחה. רוצה שאשלח לך תזכורת?', ms: 3_000 });
    await phone.gets('media', 4);
    session.startsToHear('into');
    await phone.gets('clear');
    const soundsBefore = phone.sent.filter(({ event }) => event === 'media').length;
    session.finishes('answer_3', 'cancelled');
    session.hearsCaller('רגע, מה אמרת?', 'into');
    await session.hears('response.create', 4);
    expect(phone.sent.filter(({ event }) => event === 'media')).toHaveLength(soundsBefore);
    expect(told(call)).toEqual([offered, created, created]);
    await hasRows(house, [time, 'confirmed']);
    expect((await call.row())?.confirmedAloudAt).toBeNull();
    session.answers('answer_4', { text: 'התור נקבע בהצלחה.', ms: 60 });
    session.finishes('answer_4');
    await phone.playsToTheEnd(3);
    await call.knows('playback.finished', 3);
    phone.hangsUp();
    await call.isClosed();
    expect(await call.row()).toMatchObject({ outcome: 'booked', confirmedAloudAt: expect.any(Date) as Date });
  });

  test('whose business is closed and gets another prompt keeps its own, also at a new session; the next call has the new one', async () => {
    const house = await salonIsOpen();
    const { salon, model, desk } = house;
    const call = await danaIsOffered(house);
    const becomes = (patch: BusinessPatch) =>
      opened().database.inBusiness(salon.id, (manager) => updateBusiness(manager, salon.id, patch));
    await becomes({ active: false, aiPrompt: { calls: 'מעכשיו אתה הפקיד של המוסך.' } });
    const ring = { callSid: 'CAclosed', from: '+972502222222', to: salon.phoneNumber, resume: 'first' } as const;
    expect(await desk.ring(ring)).toEqual({ kind: 'unknownNumber' });
    call.session.falls();
    const session = await (await model.session(2)).isConfigured();
    expect(session.received[0]).toEqual(call.session.received[0]);
    await session.hears('response.create');
    session.answers('again', { text: 'לקבוע?', ms: 60 });
    session.finishes('again');
    await call.phone.playsToTheEnd(2);
    await call.knows('playback.finished', 2);
    session.hearsCaller('כן, תקבעי', 'yes');
    await session.hears('response.create', 2);
    await hasRows(house, [time, 'confirmed']);
    await becomes({ active: true });
    const next = await house.isRung();
    expect(JSON.stringify(call.session.received[0])).not.toContain('המוסך');
    expect(JSON.stringify(next.session.received[0])).toContain('מעכשיו אתה הפקיד של המוסך.');
  });
});
