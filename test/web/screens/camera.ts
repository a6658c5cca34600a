import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Writes what is seen of the page as WebP: a quarter of a PNG. */
export async function photograph(page: Page, file: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  await devtools.detach();
  await writeFile(file, Buffer.from(data, 'base64'));
}

/** Until the page has its title, waits for nothing more, and nothing on it moves. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined)))`);
}
