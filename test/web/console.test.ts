import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { en } from '../../web/src/i18n/en/en.ts';
import { he } from '../../web/src/i18n/he/he.ts';
import { callers } from './screens/callers.ts';
import { ringTheSalon } from './screens/ring-the-salon.ts';
import { seriousFaults } from './support/axe.ts';
import { hasShown, statesShown } from './support/chart-witness.ts';
import { drag } from './support/drag.ts';
import { builtConsole } from './support/built-console.ts';
import { chromiumPath, startChromium } from './support/chromium.ts';
import { reluctantMicrophone } from './support/reluctant-microphone.ts';
import { startService } from './support/service-with-console.ts';
import type { Service } from './support/service-with-console.ts';
import { settled } from './support/settled.ts';
import { logIn, visit } from './support/visitor.ts';
import type { Visit } from './support/visitor.ts';

const executablePath = chromiumPath();
const inBrowser = executablePath === null ? describe.skip : describe;

const now = (page: Page, region: string, state: string) =>
  page.locator(`[data-region="inCall.${region}"][data-now="inCall.${region}.${state}"]`).first();

const DAY_MS = 86_400_000;
const dateOf = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A weekday some days ahead: Sunday to Thursday, when the salon is open. */
function openDay(atLeastDays: number): string {
  const day = new Date(dateOf(atLeastDays)).getUTCDay();
  return day === 5 ? dateOf(atLeastDays + 2) : day === 6 ? dateOf(atLeastDays + 1) : dateOf(atLeastDays);
}

/** The diary, turned to the week of a date. */
async function openWeekOf(page: Page, date: string): Promise<void> {
  await page.goto('/appointments');
  const sunday = Date.parse(dateOf(0)) - new Date().getUTCDay() * DAY_MS;
  const weeks = Math.floor((Date.parse(date) - sunday) / (7 * DAY_MS));
  for (let turned = 0; turned < weeks; turned += 1) {
    await page.getByRole('button', { name: he.calendar.after }).click();
  }
}

/** The states of the booking that the chart has shown in words, in the order in which they first came. */
async function bookingsWay(page: Page): Promise<string[]> {
  const shown = await statesShown(page);
  const words = shown.flatMap((state) => (state.startsWith('inCall.booking.') ? [state.split('.')[2] ?? ''] : []));
  return [...new Set(words)];
}

const places = (salonId: string): string[] => [
  '/',
  '/talk',
  '/appointments',
  '/waitlist',
  '/reminders',
  '/leads',
  '/businesses',
  ...['hours', 'prompt', 'staff', 'details', 'webhooks', 'versions'].map((tab) => `/businesses/${salonId}?tab=${tab}`),
  '/numbers',
  '/people',
  '/doctor',
];

inBrowser('the console in a browser', () => {
  let service: Service;
  let browser: Browser;
  let visitor: Visit;
  let salon = { id: '', phoneNumber: '' };

  beforeAll(async () => {
    builtConsole();
    [service, browser] = await Promise.all([startService(), startChromium(executablePath ?? '')]);
    visitor = await visit(browser, service.url);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await service.stop();
  }, 60_000);

  test('leads from the first start to the first call by one button, and shows the booking move to its row', async () => {
    const { page } = visitor;
    await logIn(visitor, service.adminToken);
    await page.getByRole('button', { name: he.welcome.begin }).click();
    await page.waitForURL('**/calls/*');
    const { items } = (await service.ask('GET', '/businesses')) as { items: [typeof salon] };
    [salon] = items;
    await hasShown(page, 'floor.aiSpeaking.generating');
    await page.getByRole('group', { name: he.scrub.label }).waitFor();
    const wanted = ['needDateTime', 'offered', 'written'];
    expect((await bookingsWay(page)).filter((state) => wanted.includes(state))).toEqual(wanted);
    expect(await statesShown(page)).toEqual(
      expect.arrayContaining(['lit:inCall.booking.needDateTime', 'lit:inCall.booking.offered.slot']),
    );
    await page.getByText(/\[SERVER\] appointment_created/).waitFor();
  }, 120_000);

  test('shows a call of the telephone while it goes on, and then its appointment in the diary', async () => {
    const { page } = visitor;
    await page.goto('/');
    const michal = callers.find(({ from }) => from.endsWith('8899'));
    if (michal === undefined) throw new Error('nobody calls');
    const over = ringTheSalon(michal, { serviceUrl: service.url, to: salon.phoneNumber });
    await page.getByRole('link', { name: /8899/ }).first().click();
    await hasShown(page, 'booking.offered.slot');
    const callSid = await over;
    await page.getByRole('group', { name: he.scrub.label }).waitFor();
    const { items } = (await service.ask('GET', `/businesses/${salon.id}/appointments?status=confirmed`)) as {
      items: { callSid: string; date: string; time: string }[];
    };
    const row = items.find((one) => one.callSid === callSid);
    expect(row).toMatchObject({ time: '09:00' });
    await openWeekOf(page, row?.date ?? '');
    await page.getByText(/09:00 מיכל אברהם/).click();
    await page.getByRole('dialog').getByRole('link', { name: he.appointments.toCall }).click();
    await page.waitForURL(`**/calls/${callSid}`);
  }, 120_000);

  test('steps through a finished call, and the chart moves with it', async () => {
    const { page } = visitor;
    const said = page.getByTestId('scrub-now');
    await page.locator('[data-state="ended"][data-active]').waitFor();
    const last = await said.textContent();
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: he.scrub.back }).click();
    expect(await said.textContent()).not.toBe(last);
    await page.locator('[data-state="inCall"].is-active').waitFor();
    await page.getByRole('slider').press('Home');
    await page.locator('[data-state="connecting.dialing"][data-active]').waitFor();
    await page.getByRole('slider').press('ArrowRight');
    await page.getByText(/^2\/\d+$/).waitFor();
    await page.getByRole('button', { name: he.scrub.play }).click();
    await now(page, 'floor', 'aiSpeaking.generating').waitFor();
    await page.getByRole('button', { name: he.scrub.pause }).click();
    await page.getByRole('button', { name: he.call.copyScript }).click();
    await page.getByText(he.call.scriptCopied).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('steps:');
  }, 90_000);

  test('books by hand, refuses with a reason and something near, moves by dragging and by choosing, cancels', async () => {
    const { page } = visitor;
    const date = openDay(9);
    const take = (time: string, name: string, phone: string) =>
      service.ask('POST', `/businesses/${salon.id}/appointments`, { date, time, name, phone });
    await take('11:00', 'רוני ישראלי', '0541112233');
    await openWeekOf(page, date);
    await page.getByRole('button', { name: he.appointments.add }).click();
    await page.getByLabel(he.appointments.name).fill('מיכל לוי');
    await page.getByLabel(he.appointments.phone, { exact: false }).fill('052999');
    await page.getByRole('button', { name: he.appointments.book, exact: true }).click();
    await page.getByText(he.wrong['not-a-phone-number']).waitFor();
    await page.getByLabel(he.appointments.phone, { exact: false }).fill('0529998877');
    await page.getByLabel(he.appointments.date).fill(date);
    await page.getByRole('combobox', { name: he.appointments.time }).click();
    await page.getByRole('option', { name: '12:00' }).click();
    await take('12:00', 'קדמה בנט', '0507776655');
    await page.getByRole('button', { name: he.appointments.book, exact: true }).click();
    const refusal = page.getByRole('alert').filter({ hasText: he.reasons.taken });
    await refusal.getByRole('button').first().click();
    await page.getByRole('button', { name: he.appointments.book, exact: true }).click();
    await page.getByText(he.appointments.booked, { exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(/^\d\d:\d\d מיכל לוי/).waitFor();

    const four = page.getByLabel(`${he.calendar.timeSlot} ${date} 16:00:00`);
    await drag(page, page.getByText(/11:00 רוני ישראלי/), four);
    await page.getByText(he.appointments.moved, { exact: true }).waitFor();
    await page.getByText(/16:00 רוני ישראלי/).waitFor();

    await page.getByText(he.calendar.list, { exact: true }).click();
    await page.getByRole('button', { name: /מיכל לוי/ }).click();
    await page.getByRole('combobox', { name: he.appointments.time }).click();
    await page.getByRole('option', { name: '15:00' }).click();
    await page.getByRole('button', { name: he.appointments.move }).click();
    await page.getByRole('button', { name: /15:00.*מיכל לוי/ }).click();
    await page.getByRole('button', { name: he.appointments.cancel }).click();
    await page.getByRole('button', { name: he.common.yes }).click();
    await page.getByText(he.appointments.cancelled, { exact: true }).waitFor();
    await page.getByRole('button', { name: /מיכל לוי/ }).waitFor({ state: 'detached' });
  }, 90_000);

  test('leaves an appointment that is dragged with whom it is, and moves it to another only when told to', async () => {
    const { page } = visitor;
    const date = openDay(9);
    const two = await service.ask('POST', '/businesses', { name: 'מספרת שתיים', phoneNumber: '+97239990009' });
    const of = `/businesses/${String(two['id'])}`;
    const { items } = (await service.ask('GET', `${of}/resources`)) as { items: [{ id: string }] };
    const dalia = { resourceId: items[0].id };
    await service.ask('PATCH', `/resources/${dalia.resourceId}`, { name: 'דליה' });
    await service.ask('POST', `${of}/resources`, { name: 'שירה' });
    const clients = [
      { time: '10:00', name: 'רוני ישראלי', phone: '0541112233' },
      { time: '11:00', name: 'מיכל לוי', phone: '0529998877' },
    ];
    for (const client of clients) await service.ask('POST', `${of}/appointments`, { date, ...client, ...dalia });
    await page.evaluate(`localStorage.setItem('toran.business', JSON.stringify('${String(two['id'])}'))`);
    await openWeekOf(page, date);
    await page.getByText('10:00 רוני ישראלי · דליה').waitFor();
    const eleven = page.getByLabel(`${he.calendar.timeSlot} ${date} 11:00:00`);
    await drag(page, page.getByText(/10:00 רוני ישראלי/), eleven);
    const notice = page.getByRole('alert').filter({ hasText: he.appointments.notMoved });
    await notice.getByText(he.reasons.taken).waitFor();
    await page.getByText('10:00 רוני ישראלי · דליה').waitFor();
    await notice.getByRole('button', { name: he.appointments.moveTo.replace('{{name}}', 'שירה') }).click();
    await page.getByText(he.appointments.nowWith.replace('{{name}}', 'שירה'), { exact: true }).waitFor();
    await page.getByText('11:00 רוני ישראלי · שירה').click();
    await page
      .getByRole('dialog')
      .getByText(he.appointments.with.replace('{{name}}', 'שירה'), { exact: true })
      .waitFor();
    await page.evaluate(`localStorage.setItem('toran.business', JSON.stringify('${salon.id}'))`);
  }, 90_000);

  test('tells the owner whom to call back until it is done', async () => {
    const { page } = visitor;
    const { items } = (await service.ask('GET', `/businesses/${salon.id}/leads`)) as { items: [{ id: string }] };
    const followUp = 'כדאי להתקשר ולוודא שהתור ידוע.';
    await service.ask('PATCH', `/leads/${items[0].id}`, { name: 'תמר גולן', followUp });
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`^${he.nav.leads}\\s*\\d+\\s*${he.leads.toDo}$`) }).click();
    await page.getByRole('radiogroup').getByText(he.leads.toDo, { exact: true }).click();
    await page.getByRole('link', { name: 'תמר גולן' }).click();
    await page.getByText(followUp).waitFor();
    await page.getByRole('button', { name: he.leads.markDone }).click();
    await page.getByText(followUp).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: he.nav.leads }).click();
    await page.getByRole('link', { name: 'תמר גולן' }).waitFor();
    await page.getByRole('radiogroup').getByText(he.leads.toDo, { exact: true }).click();
    await page.getByRole('link', { name: 'תמר גולן' }).waitFor({ state: 'detached' });
  }, 60_000);

  test('shows at once what other hours would do; the next call obeys what was published, and it is rolled back', async () => {
    const { page } = visitor;
    await page.goto(`/businesses/${salon.id}`);
    const days = page.getByRole('switch');
    await days.first().waitFor();
    for (const day of [0, 1, 2, 3, 4, 5, 6]) await days.nth(day).setChecked(false, { force: true });
    await page.getByText(he.preview.allClosed).waitFor();
    await days.nth(0).setChecked(true, { force: true });
    await page.getByText(he.preview.allClosed).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: he.draft.publish }).click();
    await page.getByText(he.draft.published).waitFor();

    await page.goto('/talk');
    await page.getByRole('button', { name: he.practice.start }).click();
    await page.waitForURL('**/calls/*');
    await page.getByText(/slot_unavailable: .* reason: closed_day/).waitFor();
    await page.goto(`/businesses/${salon.id}?tab=versions`);
    await page.getByRole('button', { name: he.versions.restore }).first().click();
    await page.getByRole('button', { name: he.common.yes }).click();
    await page.getByText(he.versions.done).waitFor();
    const settings = await service.ask('GET', `/businesses/${salon.id}/settings`);
    expect(settings['activeDays']).toEqual([0, 1, 2, 3, 4]);
  }, 120_000);

  test('rings with the microphone over the wire of the phone, however long it takes to be allowed', async () => {
    const { page } = visitor;
    const microphone = (state: string) =>
      page.locator(`html[data-microphone="${state}"]`).waitFor({ state: 'attached' });
    const ring = () => page.getByRole('button', { name: he.microphone.ring, exact: true }).click();
    await page.addInitScript(reluctantMicrophone);
    await page.goto('/talk');
    await ring();
    await page.getByText(he.microphone.talking).waitFor();
    await microphone('live');
    await hasShown(page, 'silenceGate.hearing');
    await page.getByRole('group', { name: he.microphone.keypad }).getByRole('button', { name: '5' }).click();
    await hasShown(page, 'keypad.collecting');
    await page.getByRole('log').getByText(he.call.toran).first().waitFor();
    await page.getByRole('button', { name: he.microphone.hangUp }).click();
    await page.getByText(he.microphone.ended).waitFor();
    await microphone('ended');
    await ring();
    await microphone('asked');
    await page.getByRole('link', { name: he.nav.leads }).click();
    await microphone('ended');
    await page.getByRole('link', { name: he.nav.talk }).click();
    for (const why of [he.microphone.faults.noMicrophone, he.microphone.faults.notAllowed]) {
      await ring();
      await page.getByText(why).waitFor();
    }
    await ring();
    await page.getByText(he.microphone.talking).waitFor();
    await page.getByRole('link', { name: he.nav.leads }).click();
    await microphone('ended');
  }, 90_000);

  test('lets two owners in who cannot see each other', async () => {
    const ownWords = 'ארבע מילים רק שלי ביחד';
    const owners = await Promise.all(
      [
        { name: 'מוסך כהן', number: '+97239990001', email: 'cohen@example.com' },
        { name: 'מרפאת לביא', number: '+97239990002', email: 'lavi@example.com' },
      ].map(async ({ name, number, email }) => {
        const { id } = await service.ask('POST', '/businesses', { name, phoneNumber: number });
        const made = await service.ask('POST', '/users', { email, name, role: 'owner', businessId: id });
        return { name, id: String(id), email, password: String(made['firstPassword']) };
      }),
    );
    for (const [at, owner] of owners.entries()) {
      const other = owners[1 - at];
      const guest = await visit(browser, service.url);
      await guest.page.goto('/login');
      await guest.page.getByLabel(he.login.email).fill(owner.email);
      await guest.page.getByRole('textbox', { name: he.login.password }).fill(owner.password);
      await guest.page.getByRole('button', { name: he.login.enter }).last().click();
      await guest.page.getByRole('heading', { name: he.firstPassword.title }).waitFor();
      expect(await guest.page.getByRole('link').count()).toBe(0);
      await guest.page.getByRole('textbox', { name: he.firstPassword.given }).fill(owner.password);
      await guest.page.getByRole('textbox', { name: he.password.new }).fill('Password1234');
      await guest.page.getByRole('button', { name: he.common.save }).click();
      await guest.page.getByText(he.wrong['too-common']).waitFor();
      await guest.page.getByRole('textbox', { name: he.password.new }).fill(ownWords);
      await guest.page.getByRole('textbox', { name: he.firstPassword.given }).fill('something else');
      await guest.page.getByRole('button', { name: he.common.save }).click();
      await guest.page.getByText(he.wrong['wrong-password']).waitFor();
      await guest.page.getByRole('textbox', { name: he.firstPassword.given }).fill(owner.password);
      await guest.page.getByRole('button', { name: he.common.save }).click();
      await guest.page.getByRole('link', { name: he.nav.businesses }).click();
      await guest.page.getByRole('heading', { name: owner.name }).waitFor();
      expect(await guest.page.getByText(other?.name ?? '').count()).toBe(0);
      expect(await guest.page.getByRole('link', { name: he.nav.people }).count()).toBe(0);
      await guest.page.goto(`/businesses/${other?.id ?? ''}`);
      await guest.page.getByText(he.problems['not-found']).waitFor();
      await guest.close();
    }
  }, 120_000);

  test('speaks Hebrew from right to left and English from left to right, and keeps the choice', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('heading', { name: he.live.title, level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByRole('heading', { name: en.live.title, level: 1 }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: en.live.title, level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.dir')).toBe('ltr');
    await page.getByRole('button', { name: /עברית/ }).click();
    await page.getByRole('heading', { name: he.live.title, level: 1 }).waitFor();
  }, 60_000);

  /** Every page as it is opened, then in the other colours: what axe finds, what is too wide, what the browser complains of. */
  async function faultsOfEveryPage(looks: { language: 'he' | 'en'; width: number }): Promise<string[]> {
    const guest = await visit(browser, service.url, looks);
    const { page } = guest;
    const { nav } = looks.language === 'he' ? he : en;
    await page.goto('/login');
    await settled(page);
    const found = await seriousFaults(page);
    await logIn(guest, service.adminToken);
    const { items } = (await service.ask('GET', '/calls?live=false&kind=phone')) as {
      items: [{ callSid: string; leadId: string }];
    };
    const [{ callSid, leadId }] = items;
    for (const place of [...places(salon.id), `/calls/${callSid}`, `/leads/${leadId}`]) {
      await page.goto(place);
      await settled(page);
      const faults = await seriousFaults(page);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (overflow > 0) faults.push(`is ${overflow} px too wide`);
      await page.getByRole('button', { name: new RegExp(`^(${nav.light}|${nav.dark})$`) }).click();
      await settled(page);
      faults.push(...(await seriousFaults(page, ['color-contrast'])).map((fault) => `in the other colours: ${fault}`));
      found.push(...faults.map((fault) => `${looks.language} ${place} ${fault}`));
    }
    found.push(...guest.complaints);
    await guest.close();
    return found;
  }

  test('has no serious accessibility fault on any page, in both languages and colours, on a desk and on a phone', async () => {
    const found = await Promise.all([
      faultsOfEveryPage({ language: 'he', width: 390 }),
      faultsOfEveryPage({ language: 'en', width: 1280 }),
    ]);
    expect(found.flat()).toEqual([]);
  }, 600_000);

  test('is usable soon after it is opened', async () => {
    const guest = await visit(browser, service.url);
    await logIn(guest, service.adminToken);
    await guest.page.goto('/');
    await guest.page.getByRole('heading', { level: 1 }).waitFor();
    const painted = await guest.page.evaluate<number>(
      'performance.getEntriesByType("paint").find(({ name }) => name === "first-contentful-paint").startTime',
    );
    process.stderr.write(`The first page is painted after ${Math.round(painted)} ms; 1500 ms are wanted.\n`);
    // A busy machine is slower, and that is no fault of the page.
    expect(painted).toBeLessThan(15_000);
    await guest.close();
  }, 60_000);

  test('made the browser complain about nothing', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
