import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Passed checks are not listed, and style sheets are not loaded again for rules that are not used: both take long. */
const OPTIONS = { resultTypes: ['violations' as const], preload: false };

/** The rules that depend on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Lists the violations that axe finds on a page as it is now: the rule and the element of each.
 * @param aspect `colours` for the rules alone that depend on colours
 */
export async function findAxeViolations(page: Page, aspect: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options(OPTIONS).setLegacyMode();
  const { violations } = await (aspect === 'all' ? axe.withTags(TAGS) : axe.withRules(COLOUR_RULES)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
