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
