import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../src/open-data/api/api-index.ts';
import { listSearchCities } from '../../../src/search/build-index.ts';
import type { DocumentKind, SearchDocument } from '../../../src/search/search-documents.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';
import { buildSiteFiles, NO_FILTERS, openInMemory } from './index-in-memory.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const documents = listSiteDocuments(siteData);
const index = await openInMemory(buildSiteFiles(siteData), undefined, listSearchCities(siteData));

async function findFirst(query: string, firstCity: string | null = null): Promise<SearchDocument | undefined> {
  const { exact } = await index.search(query, { ...NO_FILTERS, firstCity });
  return documents[exact[0] ?? -1];
}

describe('a city is the first result', () => {
  const cities = siteData.municipalities.filter(({ title }) => title.endsWith('市'));

  test.each(cities)('$id: in kanji, kana and letters, with and without 市', async ({ id, title, reading, english }) => {
    const romaji = english.replace(/ City$/, '');
    const short = [title, reading].map((name) => name.slice(0, -1));
    const queries = [title, reading, ...short, romaji, `${romaji}-shi`, `${romaji}shi`, `${romaji} City`];
    for (const query of [...queries, romaji.toLowerCase(), romaji.toUpperCase()])
      expect([query, await findFirst(query)]).toMatchObject([query, { kind: 'city', id }]);
  });

  test('also if the results of another city come first', async () => {
    expect(await findFirst('柏市', 'warabi')).toMatchObject({ kind: 'city', id: 'kashiwa' });
  });
});

describe.each<DocumentKind>(['city', 'prefecture', 'theme', 'plan', 'department', 'statistic', 'term', 'zone'])(
  'a document of the kind %s',
  (kind) => {
    const named = documents.filter((document) => document.kind === kind);

    test('is the first result for its title and each of its other names', async () => {
      expect(named.length).toBeGreaterThan(0);
      const wrong: string[] = [];
      for (const { id, title, names } of named)
        for (const name of [title, ...names]) {
          const first = await findFirst(name);
          // Two documents can have the same name: the first of them is the one of the kind that comes first.
          const isShared = first !== undefined && [first.title, ...first.names].includes(name);
          if (first?.id !== id && !isShared) wrong.push(`${name}: ${first?.title ?? 'nothing'}`);
        }
      expect(wrong).toEqual([]);
    });
  },
);

describe('a plan item is the first result', () => {
  const numbered = siteData.planItems.filter(({ code }) => /^\d+(?:_\d+)*$/.test(code));

  test('for the name of its city and its number', async () => {
    const wrong: string[] = [];
    for (const { id, municipality, level, code } of numbered)
      for (const number of [code.replaceAll('_', '-'), level + code.replaceAll('_', '－'), code.replaceAll('_', '−')]) {
        const city = siteData.municipality(municipality).title;
        for (const query of [`${city} ${number}`, `${city}の${number}`])
          if ((await findFirst(query))?.id !== id) wrong.push(query);
      }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['金沢市施策1-2', 'kanazawa-keiei/1_2'],
    ['蕨市の施策33-1の担当課は', 'warabi-jiritsu/33_1'],
    ['平塚市の取り組み1-1-1', 'hiratsuka-jitsugen/1_1_1'],
  ])('among related results for %s', async (query, id) => {
    const { exact, related } = await index.search(query, NO_FILTERS);
    expect([exact, documents[related[0] ?? -1]?.id]).toEqual([[], id]);
  });

  test('for a number that only one has, without the page of its city', async () => {
    const { exact, related } = await index.search('金沢市 3-3-2-1', NO_FILTERS);
    expect([...exact, ...related].map((document) => documents[document]?.id)).toEqual(['kanazawa-keiei/3_3_2_1']);
  });

  test.each([
    ['施策1-2', 'kanazawa-keiei/1_2'],
    ['重点課題3', 'kashiwara-unei-r2/5_2_3'],
    ['展開方針1', 'hiratsuka-jitsugen/1'],
    ['蕨市 施策②', 'warabi-jiritsu/33_2'],
    ['平塚市 1ー2ー1', 'hiratsuka-jitsugen/1_2_1'],
    ['33-1-1', 'warabi-jiritsu/33_1_1'],
  ])('for %s', async (query, id) => {
    expect(await findFirst(query)).toMatchObject({ id });
  });
});

test('documents with names that people say have readings', () => {
  const kinds: readonly DocumentKind[] = ['city', 'prefecture', 'theme', 'plan', 'statistic', 'term', 'zone'];
  const withoutReading = documents.filter(
    ({ kind, title, names }) =>
      kinds.includes(kind) && ![title, ...names].some((name) => /^[ぁ-ゖー・（）]+$/u.test(name)),
  );
  expect(withoutReading.map(({ title }) => title)).toEqual([]);
});

describe('results', () => {
  test('about plans come before guides and tables', async () => {
    for (const query of ['計画', '指標', '評価', '年度', '公開']) {
      const { exact } = await index.search(query, NO_FILTERS);
      const manuals = exact.map((index) => /^(?:guide|dataset)$/.test(documents[index]?.kind ?? ''));
      expect(manuals).toContain(true);
      expect(manuals.slice(manuals.indexOf(true))).not.toContain(false);
    }
  });

  test('of the first city come first, exact and related ones', async () => {
    const { exact } = await index.search('市民', { ...NO_FILTERS, firstCity: 'kashiwa' });
    const cities = exact.map((index) => documents[index]?.municipality);
    const count = cities.filter((city) => city === 'kashiwa').length;
    expect(count).toBeGreaterThan(1);
    expect(new Set(cities.slice(0, count))).toEqual(new Set(['kashiwa']));
    const without = await index.search('市民', NO_FILTERS);
    expect([...exact].sort()).toEqual([...without.exact].sort());
    const related = await index.search('子供のこと', { ...NO_FILTERS, firstCity: 'kanazawa' });
    const all = await index.search('子供のこと', NO_FILTERS);
    expect([...related.related].sort()).toEqual([...all.related].sort());
  });

  test('of a city that the site does not have change nothing', async () => {
    const { exact } = await index.search('市民', { ...NO_FILTERS, firstCity: 'nowhere' });
    expect(exact).toEqual((await index.search('市民', NO_FILTERS)).exact);
  });
});

test.each([
  ['間違い', 'guides/sources'],
  ['誤り', 'guides/sources'],
  ['間違いを見つけた', 'guides/sources'],
  ['問い合わせ', 'guides/sources'],
  ['お問い合わせ', 'guides/sources'],
  ['問い合わせ先', 'guides/sources'],
  ['お問合せ', 'guides/sources'],
  ['連絡先', 'guides/sources'],
  ['用語集', 'guides/glossary'],
  ['比較', 'guides/compare'],
  ['CSV', 'guides/data'],
  ['KPI', 'guides/indicators'],
  ['指標の一覧', 'guides/indicators'],
  ['データのダウンロード', 'guides/data'],
  ['まちがい', 'guides/sources'],
  ['使い方の例', 'guides/examples'],
  ['データの使い方', 'guides/examples'],
  ['オープンデータ 使い方', 'guides/examples'],
  ['English', 'guides/en'],
  ['英語版', 'guides/en'],
  ['英語', 'guides/en'],
])('the first exact result for %s is a page about the site: %s', async (query, id) => {
  expect(await findFirst(query)).toMatchObject({ kind: 'guide', id });
});

test('the page that says how to report errors is no answer to a question about the city hall', async () => {
  for (const query of ['市役所の連絡先', '柏市の連絡先'])
    expect(await index.search(query, NO_FILTERS)).toMatchObject({ exact: [], related: [] });
});

test.each([
  ['運営者', 'guides/index'],
  ['比べたい', 'guides/compare'],
  ['まちがえる', 'guides/sources'],
  ['まちがいのれんらく', 'guides/sources'],
  ['やさしい日本語', 'guides/en'],
  ['こうえん', 'infrastructure'],
  ['避難所の電源', 'kashiwara-unei-r2/1_3_5_2'],
  ['広報わらび', 'warabi-jiritsu/33_3_2_1'],
  ['こうほうひらつか', 'hiratsuka-jitsugen/1_1_1'],
  ['広報柏原', 'kashiwara-unei-r2/5_2_3'],
  ['強じん化', 'resilience'],
  ['こうみんれんけい', 'warabi-jiritsu/33_2_1_3'],
  ['生活快適夢プラン', 'plans/hiratsuka-jitsugen/index'],
  ['金澤', 'kanazawa'],
  ['石川縣金澤市', 'kanazawa'],
  ['屋根 太陽光', 'kanazawa-keiei/3_1_2_1'],
  ['公務員の人数', 'administrative-staff'],
  ['公務員 人数', 'administrative-staff'],
  ['しょくいんのかず', 'administrative-staff'],
  ['職員 人数', 'administrative-staff'],
])('the first related result for %s is %s', async (query, id) => {
  const { related } = await index.search(query, NO_FILTERS);
  expect(documents[related[0] ?? -1]).toMatchObject({ id });
});
