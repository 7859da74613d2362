import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../src/open-data/api/api-index.ts';
import { NOTE_START, splitQuery } from '../../../src/search/search-text.ts';
import { getSearchableText, markWords } from '../../../src/search/word-marks.ts';
import { listOtherGuides, listToolPages } from '../../../src/site-data/guide-links.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const all = listSiteDocuments(siteData);
/** Returns the ids of all documents that contain every word of a query. */
const findIds = (query: string) =>
  all
    .filter((one) => splitQuery(query).every((word) => getSearchableText(one).includes(markWords(word))))
    .map(({ id }) => id);

describe('the documents', () => {
  test('are one for each thing with a name on the site, and for each text', () => {
    const counts = Object.fromEntries(
      Object.entries(Object.groupBy(all, ({ kind }) => kind)).map(([kind, list]) => [kind, list.length]),
    );
    expect(counts).toEqual({
      city: siteData.municipalities.length,
      prefecture: new Set(siteData.municipalities.map(({ prefecture }) => prefecture)).size,
      theme: siteData.themes.length,
      plan: siteData.plans.length,
      department: siteData.departments.length,
      node: siteData.planItems.length,
      indicator: siteData.indicators.length,
      statistic: siteData.statistics.length,
      chapter: siteData.chapters.filter(({ role }) => role === 'text').length,
      zone: siteData.zones.length,
      term: siteData.terms.length,
      dataset: 16,
      // Besides the texts of the site, generated pages, the changes and the English pages.
      guide: siteData.guides.length + [...listOtherGuides(siteData), ...listToolPages(siteData)].length + 1,
    });
  });

  test('of the terms of use begin with the name of the licence, which a result for ライセンス shows', () => {
    const terms = all.find(({ url }) => url.endsWith('/about/terms/'));
    expect(terms?.text).toMatch(/^.{0,40}ライセンスは CC BY 4\.0/);
    expect(findIds('転載')).toContain(terms?.id);
  });

  test('contain the note of the site after the text of the plan', () => {
    const item = siteData.planItems.find(({ note }) => note !== '');
    const text = all.find(({ id, kind }) => kind === 'node' && id === item?.id)?.text ?? '';
    expect(text.split(NOTE_START)).toEqual([expect.stringContaining(item?.summary ?? 'none'), item?.note]);
  });

  test('of plan items say if the site has inferred their departments', () => {
    const texts = new Map(all.map(({ id, text }) => [id, text]));
    for (const { id, departments, inferred } of siteData.planItems) {
      const mark = departments.length > 0 && inferred.includes('departments');
      expect(texts.get(id)?.includes('担当（読み取り）：'), id).toBe(mark);
    }
  });

  test('of plan items contain what the plan says about related plans', () => {
    expect(findIds('蕨市情報化総合推進計画 情報を安全で信頼できる')).toEqual(['warabi-jiritsu/35']);
  });

  test.each([
    ['warabi-jiritsu/33_1_1', ['33-1-1', '小施策33-1-1', '小施策 1']],
    ['warabi-jiritsu/33', ['33', '分野33', '分野33']],
    ['kashiwa-suishin/1_1_1', ['1-1-1', '取組1-1-1']],
    ['kashiwara-unei-r2/5_2_1_o1', ['達成目標 ①']],
  ])('of the plan item %s have its numbers among the names, as people write them', (id, numbers) => {
    const document = all.find((one) => one.id === id && one.kind === 'node');
    expect(document?.names.slice(1)).toEqual([...new Set(numbers)]);
  });

  test('of plans begin with the state and the period, as pages say them', () => {
    const firstLines = all.filter(({ kind }) => kind === 'plan').map(({ text }) => text.split('\n')[0]);
    expect(firstLines).toContain(
      '計画の期間と状態：終了（計画全体の期間：平成19年度～平成28年度、実際は平成27年度まで）',
    );
    expect(firstLines).toContain('計画の期間と状態：状態未確認（目標の年度：令和10年度）');
    expect(firstLines).toContain('計画の期間と状態：状態未確認（期間：のせた部分に記載なし）');
  });

  test('of statistics contain the latest value of each municipality', () => {
    const texts = all.filter(({ kind }) => kind === 'statistic').map(({ text }) => text.split('\n')[0]);
    const owners = new Set(siteData.statisticValues.map(({ municipality }) => municipality));
    for (const { title } of siteData.municipalities.filter(({ id }) => owners.has(id)))
      expect(texts.filter((text) => !text?.match(`${title} (?:[\\d,.]+\\D*|算定なし)（\\d{4}年`))).toEqual([]);
    expect(all.find(({ id, kind }) => kind === 'statistic' && id === 'area')?.text).toContain(
      '柏市 114.74平方キロメートル（2024年10月1日）',
    );
  });

  test('are each named by kind and id together', () => {
    const names = all.map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('of items of ended plans come after those of other plans', () => {
    const states = new Map(siteData.planItems.map(({ id, planState }) => [id, planState]));
    const ended = all.filter(({ kind }) => kind === 'node').map(({ id }) => states.get(id) === 'ended');
    expect(new Set(ended).size).toBe(2);
    expect(ended.slice(ended.indexOf(true))).not.toContain(false);
  });

  test('have each a URL of their own', () => {
    const urls = all.map(({ url }) => url);
    expect(urls.filter((url, at) => urls.indexOf(url) !== at)).toEqual([]);
  });

  test('contain the body text of a plan item with its own page', () => {
    expect(findIds('みんなで創るわらび推進条例 2013')).toEqual(['warabi-jiritsu/33']);
  });

  test('contain the texts of chapters without their markup', () => {
    const texts = all.filter(({ kind }) => kind === 'chapter').map(({ text }) => text);
    expect(texts.join('\n')).toContain('市民目線：市民にとって');
    expect(texts.join('\n')).not.toMatch(/[[\]]\(|^#|<Indicator/m);
  });

  test('are found in any character width and in the middle of a word', () => {
    expect(findIds('ＳＮＳ')).toEqual(findIds('sns'));
    expect(findIds('管理者制')).toContain('designated-manager');
  });
});
