import type { Browser, Page } from 'playwright-core';
import { en } from '../../../web/src/i18n/en/en.ts';
import { he } from '../../../web/src/i18n/he/he.ts';
import type { Service } from '../support/service-with-console.ts';
import { logIn, visit } from '../support/visitor.ts';
import { settled } from '../support/settled.ts';
import { photograph } from './camera.ts';
import { shownPages } from './shown-pages.ts';
import type { Sights } from './shown-pages.ts';

interface Tour {
  language: 'he' | 'en';
  colors: 'light' | 'dark';
  width: number;
  /** What the files of this tour end with. */
  suffix: string;
  /** Left out: every page. */
  pages?: readonly string[];
}

const words = { he, en };

export const tours: readonly Tour[] = [
  { language: 'he', colors: 'light', width: 1280, suffix: 'he' },
  { language: 'en', colors: 'light', width: 1280, suffix: 'en' },
  {
    language: 'he',
    colors: 'dark',
    width: 1280,
    suffix: 'he-dark',
    pages: ['live', 'call', 'appointments', 'numbers'],
  },
  {
    language: 'he',
    colors: 'light',
    width: 390,
    suffix: 'he-phone',
    pages: ['live', 'live-call', 'appointments', 'booking', 'leads', 'business-hours', 'numbers'],
  },
];

interface Journey {
  browser: Browser;
  service: Service;
  /** The name of a picture as the path of its file. */
  file: (name: string) => string;
}

/** The first thing anybody sees: how to come in, and the way to the first call. Nobody may have called yet. */
export async function showFirstStart({ browser, service, file }: Journey): Promise<void> {
  for (const { suffix, ...looks } of tours.filter(({ colors, width }) => colors === 'light' && width > 1000)) {
    const visitor = await visit(browser, service.url, looks);
    await visitor.page.goto('/login');
    await settled(visitor.page);
    await photograph(visitor.page, file(`login-${suffix}`));
    await logIn(visitor, service.adminToken);
    await visitor.page.goto('/');
    await settled(visitor.page);
    await photograph(visitor.page, file(`welcome-${suffix}`));
    await visitor.close();
  }
}

export async function takeTour(tour: Tour, { browser, service, file }: Journey, sights: Sights): Promise<void> {
  const { suffix, pages, ...looks } = tour;
  const isShown = (name: string) => pages?.includes(name) ?? true;
  const visitor = await visit(browser, service.url, looks);
  const { page } = visitor;
  await logIn(visitor, service.adminToken);
  await page.evaluate(`localStorage.setItem('toran.business', JSON.stringify('${sights.salonId}'))`);
  for (const shown of shownPages.filter(({ name }) => isShown(name))) {
    const stage = { ...sights, page, words: words[tour.language], isNarrow: tour.width < 600 };
    await page.goto(shown.path(stage));
    await settled(page);
    await shown.then?.(stage);
    await settled(page);
    await photograph(page, file(`${shown.name}-${suffix}`));
  }
  await showLiveCall(page, { service, salonId: sights.salonId }, (name) =>
    isShown(name) ? photograph(page, file(`${name}-${suffix}`)) : Promise.resolve(),
  );
  await visitor.close();
}

/** Practice calls while they go on: the page of one when a time was offered, then the page of all that are on the line. */
async function showLiveCall(
  page: Page,
  { service, salonId }: { service: Service; salonId: string },
  show: (name: string) => Promise<void>,
): Promise<void> {
  const ring = () => service.ask('POST', `/businesses/${salonId}/practice-calls`, { script: 'plain-booking' });
  const { callSid } = await ring();
  await page.goto(`/calls/${String(callSid)}`);
  await page.locator('[data-region="inCall.booking"][data-now^="inCall.booking.offered"]').first().waitFor();
  await page.locator('.arrow-line.is-traced').first().waitFor();
  await settled(page);
  await show('live-call');
  await page.goto('/');
  await ring();
  await page.locator('.live-dot').first().waitFor();
  await settled(page);
  await show('live');
}
