import { describe, expect, test } from 'vitest';
import { QualityReport } from '../../src/open-data/quality-report.ts';
import { readabilityRules } from '../../src/readability/judge-readability.ts';
import { findElementIds, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

describe.each(SITE_NAMES)('the readability rules on the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const quality = QualityReport.parse(JSON.parse(readSiteFile(site, 'data/quality.json')));

  test('are on a page of their own, each with an anchor', () => {
    const ids = findElementIds(readSiteFile(site, 'about/rules/index.html'));
    expect(readabilityRules.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(readSiteFile(site, 'about/index.html')).toContain(`href="${site.base}about/rules/"`);
    const text = readSiteFile(site, 'about/rules/index.html')
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ');
    // Of a table at hand, the page /check/ checks other things.
    expect(text).toContain(
      'コマンド npm run check -- --rules 表.csvで同じように調べられます。「データの確認」のページでは、このルールは調べられません。',
    );
  });

  test('have their verdicts on the page of each table', () => {
    for (const { id, passed, failed, person, verdicts } of quality.tables) {
      const page = readSiteFile(site, `data/${id}/index.html`)
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
      expect(page).toContain(`合格 ${passed} 不合格 ${failed} 人が確かめる ${person}`);
      expect(verdicts.filter(({ rule }) => !page.includes(rule))).toEqual([]);
    }
  });

  test('have no violation in any table', () => {
    expect(quality.tables.flatMap(({ verdicts }) => verdicts.filter(({ cells }) => cells.length > 0))).toEqual([]);
  });
});
