import type { Page } from 'playwright-core';

/**
 * Run in the page: whatever state the chart ever shows as active is remembered on `<html data-shown>`, because a state may be
 * over before a test has looked.
 */
export const chartWitness = `
  const shown = new Set();
  const look = () => {
    for (const { dataset } of document.querySelectorAll('[data-now], [data-state][data-active]')) {
      shown.add(dataset.now ?? 'lit:' + dataset.state);
    }
    if (document.documentElement) document.documentElement.dataset.shown = [...shown].join(' ');
  };
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['data-now', 'data-active'],
  });
`;

/** Until the region was seen in the state, in words above the chart. */
export async function hasShown(page: Page, state: string): Promise<void> {
  await page.locator(`html[data-shown~="inCall.${state}"]`).waitFor({ state: 'attached' });
}

/** Every state that was shown in words, and with `lit:` before it every box that was lit. */
export async function statesShown(page: Page): Promise<string[]> {
  return (await page.locator('html').getAttribute('data-shown'))?.split(' ') ?? [];
}
