import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../src/api/api-index.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { getSearchableText } from '../../../src/search/search-documents.ts';
import { splitQuery } from '../../../src/search/search-text.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const all = listSiteDocuments(siteData);
/** Returns the ids of all documents that contain every word of a query. */
const findIds = (query: string) =>
  all.filter((one) => splitQuery(query).every((word) => getSearchableText(one).includes(word))).map(({ id }) => id);

describe('the documents', () => {
  test('are one for each plan item, indicator, statistic, term, zone, chapter, dataset and guide', () => {
    const counts = Object.fromEntries(
      Object.entries(Object.groupBy(all, ({ kind }) => kind)).map(([kind, list]) => [kind, list.length]),
    );
    const chapters = siteData.chapters.filter(({ role }) => role !== 'body');
    expect(counts).toEqual({
      node: siteData.planItems.length,
      indicator: siteData.indicators.length,
      statistic: siteData.statistics.length,
      chapter: chapters.length,
      zone: siteData.zones.length,
      term: siteData.terms.length,
      dataset: 14,
      guide: siteData.guides.length,
    });
  });

  test('have each a URL of their own', () => {
    const urls = all.map(({ url }) => url);
    expect(urls.filter((url, at) => urls.indexOf(url) !== at)).toEqual([]);
  });

  test('contain the body text of a plan item with its own page', () => {
    expect(findIds('みんなで創るわらび推進条例 2013')).toEqual(['warabi-jiritsu/33']);
  });

  test('contain the text of a chapter without its markup', () => {
    const [chapter] = all.filter(({ kind }) => kind === 'chapter');
    expect(chapter?.text).not.toMatch(/[[\]]\(|^#|<Indicator/m);
  });

  test('are found in any character width and in the middle of a word', () => {
    expect(findIds('ＳＮＳ')).toEqual(findIds('sns'));
    expect(findIds('管理者制')).toContain('designated-manager');
  });
});
