import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules that axe runs: all of WCAG 2.2 AA and the best practices, or those that depend on colours. */
const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} satisfies Record<string, axe.RunOnly>;

/**
 * Lists the violations that axe finds on a page as it is now: the rule and the element of each.
 * @param aspect `colours` for only the rules that depend on colours
 */
export async function findAxeViolations(page: Page, aspect: keyof typeof RULES = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    // axe lists no passed checks, and does not load style sheets again for unused rules: both take long.
    const options: axe.RunOptions = { runOnly, resultTypes: ['violations'], preload: false };
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, RULES[aspect]);
}
