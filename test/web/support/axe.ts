import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeRun {
  violations: { id: string; impact: string | null; nodes: { target: unknown }[] }[];
}

/** Serious and critical faults of accessibility on the page as it stands; only of the named rules where some are named. */
export async function seriousFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  // The head of a day in the calendar part is named by its date where «א׳ 29» stands; the rule is an experimental one.
  const all = { rules: { 'label-content-name-mismatch': { enabled: false } } };
  const only = rules.length === 0 ? all : { runOnly: rules };
  const { violations } = await page.evaluate<AxeRun>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...only })})`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
}
