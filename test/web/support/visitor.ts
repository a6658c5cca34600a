import type { Browser, Page } from 'playwright-core';
import { chartWitness } from './chart-witness.ts';

export interface Visit {
  page: Page;
  /** What the browser complained about since the visit began. */
  complaints: string[];
  close(): Promise<void>;
}

interface Looks {
  language?: 'he' | 'en';
  colors?: 'light' | 'dark';
  width?: number;
}

/** Somebody with a browser of their own. */
export async function visit(browser: Browser, url: string, looks: Looks = {}): Promise<Visit> {
  const { language = 'he', colors = 'light', width = 1280 } = looks;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 800 },
    permissions: ['microphone', 'clipboard-read', 'clipboard-write'],
    timezoneId: 'Asia/Jerusalem',
    locale: language === 'he' ? 'he-IL' : 'en-GB',
  });
  context.setDefaultTimeout(45_000);
  await context.addInitScript(`
    localStorage.getItem('toran.language') ?? localStorage.setItem('toran.language', '${language}');
    localStorage.getItem('toran.colors') ?? localStorage.setItem('toran.colors', '${colors}');
  `);
  await context.addInitScript(chartWitness);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refusal that a test provokes (409) is printed by Chromium whatever the page does with it.
    if (message.type() === 'error' && !message.text().includes('status of 409'))
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  return { page, complaints, close: () => context.close() };
}

/** Comes in with the administrator's token, as the first start offers. */
export async function logIn({ page }: Visit, adminToken: string): Promise<void> {
  await page.goto(`/login#token=${adminToken}`);
  await page.getByRole('navigation').first().waitFor({ state: 'attached' });
}
