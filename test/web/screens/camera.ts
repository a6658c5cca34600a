import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Something that blinks for ever is no change under way. */
const NOTHING_FADES = 'document.getAnimations().every((one) => one.effect?.getTiming().iterations === Infinity)';

/** Writes what is seen of the page as WebP: a quarter of a PNG. Nothing is caught half lit. */
export async function photograph(page: Page, file: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.waitForFunction(NOTHING_FADES);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  await devtools.detach();
  await writeFile(file, Buffer.from(data, 'base64'));
}
