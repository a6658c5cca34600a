import type { Locator, Page } from 'playwright-core';

/** Takes one thing by the hand and lays it on another, over the way between: a drag begins and ends by moving. */
export async function drag(page: Page, what: Locator, onto: Locator): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const [from, to] = [await what.boundingBox(), await onto.boundingBox()];
  if (from === null || to === null) throw new Error('there is nothing to drag, or nowhere to lay it');
  // Waits until nothing lies over it any more: a dialog that is still fading away would be dragged in its place.
  await what.hover({ position: { x: from.width / 2, y: Math.min(8, from.height / 2) } });
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + 24, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
}
