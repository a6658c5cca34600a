import type { Page } from 'playwright-core';
import type { en } from '../../../web/src/i18n/en/en.ts';

/** The words of the console in one language; `he.ts` and `en.ts` have the same ones. */
type Words = typeof en;

export interface Sights {
  salonId: string;
  finishedCall: string;
  leadId: string;
}

interface Stage extends Sights {
  page: Page;
  words: Words;
  isNarrow: boolean;
}

interface ShownPage {
  name: string;
  path: (stage: Stage) => string;
  /** What is done there before it is looked at. */
  then?: (stage: Stage) => Promise<void>;
}

/** Every page of the console, in the order of docs/screens.md. */
export const shownPages: readonly ShownPage[] = [
  { name: 'call', path: ({ finishedCall }) => `/calls/${finishedCall}`, then: nearTheEnd },
  { name: 'talk', path: ({ salonId }) => `/talk?business=${salonId}` },
  { name: 'appointments', path: () => '/appointments', then: nextWeek },
  { name: 'appointments-month', path: () => '/appointments', then: month },
  { name: 'booking', path: () => '/appointments', then: newBooking },
  { name: 'waitlist', path: () => '/waitlist' },
  { name: 'reminders', path: () => '/reminders' },
  { name: 'leads', path: () => '/leads' },
  { name: 'lead', path: ({ leadId }) => `/leads/${leadId}` },
  { name: 'businesses', path: () => '/businesses' },
  { name: 'business-hours', path: ({ salonId }) => `/businesses/${salonId}` },
  { name: 'business-prompt', path: ({ salonId }) => `/businesses/${salonId}?tab=prompt` },
  { name: 'business-staff', path: ({ salonId }) => `/businesses/${salonId}?tab=staff` },
  { name: 'business-webhooks', path: ({ salonId }) => `/businesses/${salonId}?tab=webhooks` },
  { name: 'business-details', path: ({ salonId }) => `/businesses/${salonId}?tab=details` },
  { name: 'business-versions', path: ({ salonId }) => `/businesses/${salonId}?tab=versions` },
  { name: 'numbers', path: () => '/numbers' },
  { name: 'people', path: () => '/people' },
  { name: 'doctor', path: () => '/doctor' },
];

async function nearTheEnd({ page, words }: Stage): Promise<void> {
  const slider = page.getByRole('slider');
  await slider.press('End');
  for (let at = 0; at < 24; at += 1) await slider.press('ArrowLeft');
  await page.getByRole('group', { name: words.scrub.label }).waitFor();
  await page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
}

/** The week to come; as a list, on a phone, it is there already. */
async function nextWeek({ page, words, isNarrow }: Stage): Promise<void> {
  if (isNarrow) return;
  await page.getByRole('button', { name: words.calendar.after }).click();
  await page
    .getByText(/ורד אלון/)
    .first()
    .waitFor();
}

async function month({ page, words }: Stage): Promise<void> {
  await page.getByText(words.calendar.month, { exact: true }).click();
  await page.getByRole('button', { name: words.calendar.after }).click();
  await page
    .getByText(/ורד אלון/)
    .first()
    .waitFor();
}

async function newBooking({ page, words }: Stage): Promise<void> {
  await page.getByRole('button', { name: words.appointments.add }).click();
  await page.getByLabel(words.appointments.name).fill('מיכל אברהם');
  await page.getByLabel(words.appointments.phone, { exact: false }).fill('050-777-8899');
  await page.getByRole('combobox', { name: words.appointments.time }).click();
}
