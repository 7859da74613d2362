import { describe, expect, test } from 'vitest';
import {
  describeSourceTerms,
  getSourceTermsUrl,
  listSourceTerms,
  listTableSources,
} from '../../../../src/open-data/metadata/source-terms.ts';
import { describedTables } from '../../../../src/open-data/tables/published-code-lists.ts';
import { formatSourceList } from '../../../../src/site-data/source-citations.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { createPublishedFiles, findTable } from '../../../support/metadata/published-files.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const own = openSharedSite(REPOSITORY_FOLDER);
const { document } = createPublishedFiles(own);
const values = findTable('statistic-values');
const terms = listSourceTerms(own, values);
const GOVERNMENT = '政府標準利用規約（第2.0版。今は公共データ利用規約 第1.0版）';
const SSDSE = '「独立行政法人統計センター SSDSE を加工して作成」と書けば使えます';
const PUBLIC_DATA = '公共データ利用規約（第1.0版）';
const LICENCE = 'https://keikaku.example/data/statistic-values/#licence';

describe('the terms of the sources of a table', () => {
  test('are named by their first sentence, each once, with the full terms', () => {
    expect(terms.map(({ title }) => title).sort()).toEqual([SSDSE, PUBLIC_DATA, GOVERNMENT].sort());
    expect(terms.find(({ title }) => title === PUBLIC_DATA)?.url).toBe(
      'https://keikaku.example/data/#source-ipss-projection-2023',
    );
  });

  test('have the credit line of every source of the values', () => {
    const credits = terms.flatMap((one) => one.credits.map(({ text }) => text));
    expect(credits.every((credit) => credit.endsWith('を加工して作成'))).toBe(true);
    expect(credits).toContain(
      '総務省「地方公共団体の主要財政指標一覧」全市町村の主要財政指標（平成17年度～令和6年度）の写しを加工して作成',
    );
    expect(describeSourceTerms(terms)).toContain(credits.at(-1));
  });

  test('are the same lines as on the page of a statistic, with the words that terms fix', () => {
    const sources = own.sources.map(({ id }) => ({ id, place: '' })).filter(({ id }) => id.startsWith('ssdse-'));
    const lines = sources.flatMap((source) => formatSourceList(own, [source], { isCredit: true }));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/の写し：独立行政法人統計センター SSDSE を加工して作成$/);
    const { credits } = listSourceTerms(own, values).find(({ title }) => title === SSDSE) ?? {};
    expect(credits?.map(({ text }) => text)).toEqual(lines);
  });

  test('are those of thresholds in the table of statistics, and are none for plans', () => {
    expect(listSourceTerms(own, findTable('statistics')).map(({ title }) => title)).toEqual([GOVERNMENT]);
    expect(listSourceTerms(own, findTable('nodes'))).toEqual([]);
    expect(describeSourceTerms([])).toBe('');
  });

  test('are none for tables that only name sources', () => {
    const named = describedTables.filter(({ id }) => ['municipality-sources', 'update-sources'].includes(id));
    expect(named.map((table) => listTableSources(own, [table]).length > 0)).toEqual([true, true]);
    expect(named.flatMap((table) => listSourceTerms(own, table))).toEqual([]);
  });

  test('come only from columns of sources, not from the same ids elsewhere', () => {
    const rows = () => own.sources.map(({ id }) => [id]);
    expect(listTableSources(own, [{ ...findTable('themes'), rows }])).toEqual([]);
  });

  test('replace the licence of the site only if the table is copied and has rows', () => {
    expect(getSourceTermsUrl(own, values)).toBe(LICENCE);
    expect(getSourceTermsUrl(own, findTable('statistics'))).toBeNull();
    expect(getSourceTermsUrl(openSharedSite(EXAMPLE_SITE), values)).toBeNull();
  });
});

describe('the descriptions of the values of statistics', () => {
  test('name these terms in the catalogue, with the credit lines', () => {
    const catalog = document('catalog.jsonld') as { readonly 'dcat:dataset': readonly Record<string, unknown>[] };
    const dataset = catalog['dcat:dataset'].find((one) => one['dct:identifier'] === 'statistic-values');
    const [first] = (dataset?.['dcat:distribution'] ?? []) as readonly Record<string, unknown>[];
    expect(first?.['dct:license']).toMatchObject({ '@id': LICENCE, '@type': 'dct:LicenseDocument' });
    expect(JSON.stringify(first?.['dct:license'])).toContain(GOVERNMENT);
    for (const { text } of terms.flatMap((one) => one.credits))
      expect(JSON.stringify(first?.['dct:rights'])).toContain(text);
  });

  test('name these terms and sources in the Data Package', () => {
    const { resources } = document('datapackage.json') as { readonly resources: readonly Record<string, unknown>[] };
    const find = (name: string) => resources.find((one) => one.name === name) ?? {};
    expect(find('statistic-values').licenses).toEqual(terms.map(({ title, url }) => ({ title, path: url })));
    expect(find('statistic-values').sources).toHaveLength(terms.flatMap(({ credits }) => credits).length);
    expect(find('statistic-values').sources).toContainEqual({
      title: '総務省統計局「国勢調査」（社会・人口統計体系 市区町村データ A1101 総人口）の写しを加工して作成',
      path: 'https://keikaku.example/data/#source-ssds-census-population',
    });
    expect(find('statistics').licenses).toMatchObject([{ name: 'CC-BY-4.0' }, { title: GOVERNMENT }]);
    expect(find('nodes').licenses).toBeUndefined();
  });

  test('name, for outlines, the terms of their source instead of the licence', () => {
    const catalog = document('catalog.jsonld') as { readonly 'dcat:dataset': readonly Record<string, unknown>[] };
    const dataset = catalog['dcat:dataset'].find((one) => one['dct:identifier'] === 'municipalities');
    const files = (dataset?.['dcat:distribution'] ?? []) as readonly Record<string, unknown>[];
    const [outline] = files.filter((file) => JSON.stringify(file['dcat:downloadURL']).includes('.geojson'));
    expect(outline?.['dct:license']).toMatchObject({
      '@id': 'https://keikaku.example/data/#source-ksj-n03-municipalities',
    });
    expect(JSON.stringify(outline?.['dct:rights'])).toContain(
      '「国土数値情報（行政区域データ）」（市区町村の形）を加工して作成',
    );
    expect(JSON.stringify(files[0]?.['dct:rights'])).toContain('「令和7年国勢調査 人口等基本集計」');
  });

  test('name the licence and the terms of copied facts of municipalities', () => {
    const { resources } = document('datapackage.json') as { readonly resources: readonly Record<string, unknown>[] };
    const municipalities = resources.find(({ name }) => name === 'municipalities');
    expect(municipalities?.licenses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'CC-BY-4.0' }),
        expect.objectContaining({ title: GOVERNMENT }),
      ]),
    );
  });

  test('name these terms beside the CSV', () => {
    expect(document('statistic-values.csv-metadata.json')).toMatchObject({ 'dc:license': { '@id': LICENCE } });
    expect(document('statistics.csv-metadata.json')).toMatchObject({
      'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dc:rights': describeSourceTerms(listSourceTerms(own, findTable('statistics'))),
    });
  });
});

test('the sentence on terms names each of them with its credit lines', () => {
  const cite = (document: string) => ({ text: `${document}を加工して作成`, url: '' });
  const both = [
    { title: '規約A', url: '', credits: ['甲', '乙'].map(cite) },
    { title: '規約B', url: '', credits: ['丙'].map(cite) },
  ];
  expect(describeSourceTerms(both)).toBe(
    '写した値の、もとの資料の利用条件は、次のとおりです。規約A。出典の書き方は「甲を加工して作成、乙を加工して作成」。規約B。出典の書き方は「丙を加工して作成」。',
  );
});
