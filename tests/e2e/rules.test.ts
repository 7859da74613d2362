import { describe, expect, test } from 'vitest';
import { Quality } from '../../src/downloads/quality.ts';
import { rules } from '../../src/rules/rules.ts';
import { idsOn, read, siteNamed, SITES } from './support/site.ts';

describe.each(SITES)('the rules on the site “%s”', (name) => {
  const site = siteNamed(name);
  const quality = Quality.parse(JSON.parse(read(site, 'data/quality.json')));

  test('are told on a page of their own, each at its anchor', () => {
    const ids = idsOn(read(site, 'about/rules/index.html'));
    expect(rules.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(read(site, 'about/index.html')).toContain(`href="${site.base}about/rules/"`);
  });

  test('have their verdicts on the page of each table', () => {
    for (const { id, passed, failed, person, verdicts } of quality.tables) {
      const page = read(site, `data/${id}/index.html`)
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
      expect(page).toContain(`合格 ${passed} 不合格 ${failed} 人が確かめる ${person}`);
      expect(verdicts.filter(({ rule }) => !page.includes(rule))).toEqual([]);
    }
  });

  test('are broken by no table', () => {
    expect(
      quality.tables.flatMap(({ verdicts }) => verdicts.filter(({ cells }) => cells.length > 0)),
    ).toEqual([]);
  });
});
