import type { Page } from 'playwright-core';

/** Until the page has its title, waits for nothing more, and nothing on it moves but what always moves. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await page.locator('main[aria-busy="true"]').waitFor({ state: 'detached' });
  await page.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined)))`);
}
