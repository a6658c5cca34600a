import type { Locator, Page } from 'playwright-core';

/** Takes one thing by the hand and lays it on another, over the way between: a drag begins and ends by moving. */
export async function drag(page: Page, what: Locator, onto: Locator): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  // Waits until nothing lies over it any more: a dialog that is still fading away would be dragged in its place.
  await what.hover({ position: { x: 16, y: 8 } });
  // Only now, since hovering may scroll.
  const [from, to] = [await what.boundingBox(), await onto.boundingBox()];
  if (from === null || to === null) throw new Error('there is nothing to drag, or nowhere to lay it');
  await page.mouse.down();
  await page.mouse.move(from.x + 16, from.y + 24, { steps: 4 });
  const goal = { x: to.x + to.width / 2, y: to.y + to.height / 2 };
  await page.mouse.move(goal.x, goal.y, { steps: 8 });
  // What lies under the hand is told of it by a move that ends there as well as begins there.
  await page.mouse.move(goal.x + 1, goal.y);
  await page.mouse.up();
}
