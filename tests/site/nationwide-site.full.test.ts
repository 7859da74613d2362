import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { computeCheckDigit, prefectureNames } from '../../src/model/municipality.ts';
import { copyStatistics } from '../../tools/benchmark/fictional-towns.ts';
import { readMainPart } from './support/built-site.ts';
import { addCsvRows, mergeSites } from './support/merge-sites.ts';
import { readText } from './support/page-html.ts';
import { copySiteSources, listFolderFiles } from './support/project-copy.ts';
import { spawnBuild } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();
const out = join(project, 'dist');
const readPage = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
const readMain = (path: string) => readMainPart({ dist: out }, join(path, 'index.html'));

/** The number of prefectures, with that of the fictional 見本市. */
const PREFECTURES = prefectureNames.size + 1;

/** The title of an added action. */
const TITLE = '試しに加えた取組';

/** The number of actions that are added to one measure, so that its plan is too large for one page. */
const ADDED = 1000;

/** Fictional towns, five in each prefecture: together with the other cities they are too many for one page. */
const towns = Array.from({ length: 235 }, (_, index) => {
  const [number = '', prefecture = ''] = [...prefectureNames][index % prefectureNames.size] ?? [];
  const code = `${number}${701 + Math.floor(index / prefectureNames.size)}`;
  return {
    団体コード: `${code}${computeCheckDigit(code)}`,
    市区町村ID: `kakuu-${index + 1}`,
    名称: `架空${index + 1}町`,
    // If this cell is empty, the site uses the prefecture of the code.
    都道府県: index < 100 ? '' : prefecture,
    出典ID: 'localgovjp',
  };
});

describe('a site of municipalities across the country, with an added city, an added row and a changed id', () => {
  const listRowLinks = (path: string) =>
    [...readMain(path).matchAll(/<th scope="row">\s*<input[^>]*>\s*<a href="([^"]+)"/g)].map((match) => match[1]);

  beforeAll(async () => {
    const root = copySiteSources(project, join(project, 'root'));
    addCsvRows(join(root, 'data', 'municipalities.csv'), towns);
    for (const [at, town] of towns.entries()) {
      copyStatistics(root, 'hiratsuka', town.市区町村ID, at);
      const file = join(root, 'data', 'municipalities', town.市区町村ID, 'statistic-values.csv');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/(debt-service-ratio-before-2007,\d+年度),[^,]+/g, '$1,算定なし'));
    }
    const values = join(root, 'data', 'municipalities', 'kakuu-2', 'statistic-values.csv');
    writeFileSync(values, readFileSync(values, 'utf8').replace(/(future-burden-ratio,2024年度),[^,]+/, '$1,700'));
    mergeSites(join(project, 'examples', 'mihon'), root);
    addCsvRows(join(root, 'data', 'changes.csv'), [
      {
        日付: '2026-11-20',
        対象: 'warabi-jiritsu/sns-followers',
        項目: 'IDの変更',
        前: 'warabi-jiritsu/sns',
        後: 'warabi-jiritsu/sns-followers',
      },
      { 日付: '2026-11-20', 対象: 'kanazawa-keiei', 項目: 'IDの変更', 前: 'kanazawa-old', 後: 'kanazawa-keiei' },
    ]);
    addCsvRows(join(root, 'data', 'plans', 'mihon-minato', 'tree.csv'), [
      {
        コード: '1_2_9',
        親コード: '1_2',
        階層: '取組',
        種別: '取組',
        名称: '港の防災',
        要約: '試すために加えました。',
        テーマ: 'disaster',
        出典ID: 'mihon-minato',
      },
    ]);
    addCsvRows(join(root, 'data', 'plans', 'kashiwa-suishin', 'tree.csv'), [
      {
        コード: '1_1_99',
        親コード: '1_1',
        階層: '取組',
        種別: '取組',
        名称: TITLE,
        要約: '試すために加えました。',
        テーマ: 'publicity',
        出典ID: 'kashiwa-suishin',
      },
    ]);
    addCsvRows(
      join(root, 'data', 'plans', 'kashiwara-unei-r2', 'tree.csv'),
      Array.from({ length: ADDED }, (_, index) => ({
        コード: `5_2_1_${index + 100}`,
        親コード: '5_2_1',
        階層: '重点的な取組',
        種別: '取組',
        名称: `${TITLE}${index}`,
        要約: '試すために加えました。',
        テーマ: 'management',
        出典ID: 'kashiwara-unei-r2',
      })),
    );
    await spawnBuild(out, ['--root', root], project);
  });

  test('has a page at the beginning of the URL of each page, or leads to one', () => {
    const listFolders = (folder: string): string[] => (folder === '.' ? [] : [folder, ...listFolders(dirname(folder))]);
    const folders = new Set(listFolderFiles(out, '**/index.html').flatMap((file) => listFolders(dirname(file))));
    expect(folders.has('themes/digital/prefecture')).toBe(true);
    expect([...folders].filter((folder) => !existsSync(join(out, folder, 'index.html')))).toEqual([]);
  });

  test('has the earlier and the next plan of a plan on its English page', () => {
    expect(readMain('en/plans/mihon-minato')).toMatch(/Next plan<[\s\S]*?href="\/en\/plans\/mihon-midori\/"/);
    expect(readMain('en/plans/mihon-midori')).toMatch(/Earlier plan<[\s\S]*?href="\/en\/plans\/mihon-minato\/"/);
  });

  test('has English pages of plans without a URL of their document or their municipality', () => {
    expect(readMain('en/plans/mihon-minato')).not.toMatch(/Official site|>Original<\/dt>\s*<dd>\s*<a/);
    expect(readMain('en/plans/mihon-minato')).toContain('Its address is not known');
    expect(readMain('en/plans/mihon-minato')).toContain('Mihon (fictional)');
  });

  test('contains the plan that was added with only folders and rows', () => {
    const nodes = readFileSync(join(out, 'api', 'v1', 'nodes.json'), 'utf8');
    const { data } = JSON.parse(nodes) as { readonly data: readonly { readonly plan: string }[] };
    expect(data.filter(({ plan }) => plan === 'mihon-sogo')).toHaveLength(26);
  });

  test('has a page of the added municipality beside the others', () => {
    expect(readPage('cities/mihon')).toContain('見本市');
    expect(existsSync(join(out, 'plans', 'kashiwa-suishin', 'index.html'))).toBe(true);
  });

  test('marks an item of an ended plan among the topics of a municipality with other plans', () => {
    expect(readMain('cities/mihon')).toContain('>港の防災（終了）</a>');
    expect(readMain('cities/mihon')).not.toMatch(/href="\/plans\/mihon-sogo\/[^>]*>[^<]*（終了）/);
  });

  test('says openly which themes without actions of a municipality it names, without a list of others', () => {
    const pages = ['kanazawa', 'kashiwa', 'kashiwara', 'hiratsuka', 'warabi', 'mihon'].map((id) =>
      readMain(`cities/${id}`),
    );
    const missing = pages.filter((page) => page.includes('の計画にないテーマ'));
    expect(missing.length).toBeGreaterThan(0);
    for (const page of missing) expect(page).toContain('の半分より多くにあるテーマだけをあげています。');
    expect(pages.join('')).not.toMatch(/<details class="missing">(?:(?!<\/details>).)*<a /s);
  });

  test('shows an added row', () => {
    const page = readPage('plans/kashiwa-suishin/1_1');
    expect(page).toContain(TITLE);
    expect(page).toContain('id="1_1_99"');
  });

  test('shows only the measures of a plan with too many items for one page, and the actions on their pages', () => {
    const plan = readMain('plans/kashiwara-unei-r2');
    expect(plan).not.toContain(TITLE);
    expect(plan).not.toContain('class="plan-overview"');
    expect(plan).toContain('<a href="/plans/kashiwara-unei-r2/5_2_1/">第5次柏原市総合計画の策定</a>');
    expect(plan).toMatch(/取組1,0\d\d/);
    expect(gzipSync(plan).length).toBeLessThan(20 * 1024);
    // Its link, its anchor and its themes name each action.
    expect(readMain('plans/kashiwara-unei-r2/5_2_1').split(TITLE)).toHaveLength(3 * ADDED + 1);
  });

  test('separates the thousands of counts', () => {
    expect(readText(readMain('plans/kashiwara-unei-r2'))).toMatch(/取組1,0\d\d/);
    expect(readText(readMain('en/themes'))).toMatch(/\(1,0\d\d\)/);
    for (const path of ['plans/kashiwara-unei-r2', 'en/themes', 'glossary', 'statistics/ordinary-balance-ratio'])
      expect(readText(readMain(path)), path).not.toMatch(/(?:取組|\()\d{4,}|\d{4,}(?:件|か所)/);
  });

  test('redirects from the URL with an old id, which the sitemap leaves out', () => {
    expect(readPage('indicators/warabi-jiritsu/sns')).toContain(
      'content="0; url=/indicators/warabi-jiritsu/sns-followers/"',
    );
    expect(readFileSync(join(out, 'sitemap-0.xml'), 'utf8')).not.toContain('/warabi-jiritsu/sns/');
  });

  test('redirects in English from an English URL with an old id', () => {
    expect(readPage('en/plans/kanazawa-old')).toContain('<html lang="en"');
    expect(readMain('en/plans/kanazawa-old')).toContain('<h1>This page has moved</h1>');
    expect(readMain('en/plans/kanazawa-old')).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
  });

  test('links from the home page to the list of each prefecture', () => {
    const links = [...readMain('').matchAll(/href="(\/plans\/#prefecture-\d\d)"/g)].map((match) => match[1]);
    expect(links).toHaveLength(PREFECTURES);
    for (const link of links) expect(readMain('plans')).toContain(`id="${link?.replace('/plans/#', '') ?? ''}"`);
  });

  test('leads from the list of plans to the pages of each prefecture, and from a theme to its prefectures', () => {
    for (const page of ['explore', 'compare']) expect(readMain('plans')).toContain(`href="/${page}/prefecture/11/"`);
    expect(readMain('explore/prefecture/11')).not.toContain('href="/compare/prefecture/11/"');
    expect(readMain('themes/digital')).toContain('href="#prefecture-11"');
    expect(readMain('themes/digital')).toContain('<h3 id="prefecture-11">');
  });

  test('leads from /explore/ to the items of each prefecture, which only its own page loads', () => {
    const links = [...readMain('explore').matchAll(/href="(\/explore\/prefecture\/\d\d\/)"/g)];
    expect(links).toHaveLength(PREFECTURES);
    expect(readMain('explore/prefecture/11')).toContain('data-items="/explore/prefecture/11.json"');
    const items = readFileSync(join(out, 'explore', 'prefecture', '11.json'), 'utf8');
    expect(items).toContain('"city":["warabi"]');
    expect(items).not.toContain('"city":["kashiwa"]');
    expect(existsSync(join(out, 'explore.json'))).toBe(false);
    expect(readMain('cities/warabi')).toContain('href="/explore/prefecture/11/?city=warabi"');
  });

  test.each(['', 'plans/', 'themes/', 'indicators/', 'statistics/', 'data/'])(
    'has an English page /en/%s that does not list what each municipality has',
    (path) => {
      expect(readPage(`en/${path}`).length).toBeLessThan(60 * 1024);
    },
  );

  test('describes the sources of municipalities in a line with their anchor', () => {
    expect(readMain('data')).toMatch(/<li id="source-warabi-jiritsu">\s*蕨市「[^」]*」<code>warabi-jiritsu<\/code>/);
  });

  test('leads language models to the list of plans', () => {
    const text = readFileSync(join(out, 'llms.txt'), 'utf8');
    expect(text).toContain('/api/v1/plans.json');
    expect(text).not.toContain('/api/v1/plans/');
  });

  test('compares prefectures, and links to the municipalities and themes of each prefecture', () => {
    const rows = listRowLinks('compare');
    expect(rows).toHaveLength(PREFECTURES);
    expect(rows[10]).toBe('/compare/prefecture/11/');
    expect(readMain('compare')).toContain('href="/themes/digital/prefecture/11/"');
    expect(listRowLinks('compare/kind/issue')[10]).toBe('/compare/kind/issue/prefecture/11/');
    expect(readPage('compare/kind/issue')).toContain('計画に課題がある市区町村の数を、テーマごとにくらべます。');
  });

  test('compares the municipalities of a prefecture on its own page', () => {
    expect(listRowLinks('compare/prefecture/11')).toEqual([
      '/compare/city/warabi/',
      ...[11, 58, 105, 152, 199].map((town) => `/compare/city/kakuu-${town}/`),
    ]);
    const html = readMain('compare/prefecture/11');
    expect(html).toContain('href="/themes/digital/prefecture/11/#warabi"');
    expect(html).toContain('埼玉県の取組をくらべる');
  });

  test('lets readers change the kind without leaving the prefecture', () => {
    const nav = /<nav class="compare-nav"[\s\S]*?<\/nav>/.exec(readMain('compare/prefecture/12'))?.[0] ?? '';
    expect([...nav.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
      '/compare/kind/measure/prefecture/12/',
      '/compare/prefecture/12/',
      '/compare/kind/outcome/prefecture/12/',
      '/compare/kind/issue/prefecture/12/',
      '/compare/',
      '/compare/prefecture/12/',
    ]);
  });

  test('has an anchor for each municipality on the page of a theme, and its text on the page of the prefecture', () => {
    expect(readMain('themes/digital')).toMatch(
      /<li id="warabi">\s*<a href="\/themes\/digital\/prefecture\/11\/#warabi">蕨市<\/a>/,
    );
    const html = readMain('themes/digital/prefecture/11');
    expect(html).toMatch(/<section id="warabi"/);
    expect(html).toContain('href="/plans/warabi-jiritsu/35_2/');
    expect(html).not.toContain('id="kashiwa"');
  });

  const readTable = (path: string, id: string) =>
    new RegExp(`<table[^>]* id="${id}".*?</table>`, 's').exec(readPage(path))?.[0] ?? '';
  const listSeries = (html: string) => [...html.matchAll(/<th[^>]* data-series="([^"]*)"/g)].map((match) => match[1]);

  test('shows the middle half and the median of a statistic instead of a line, a column and a button for each', () => {
    const html = readPage('statistics/future-burden-ratio');
    expect(html).toContain('class="middle-half"');
    expect(html).not.toContain('class="line ');
    expect(html).not.toContain('class="plot-tools"');
    const table = readTable('statistics/future-burden-ratio', 'statistic-future-burden-ratio-values');
    expect(listSeries(table)).toEqual(['(median)']);
    expect(table).toMatch(/中央値.*数のある市区町村.*算定なし/s);
    expect(html).toMatch(/2024年度に数があるのは238で、算定なしの2は帯に入っていません。/);
  });

  test('has the table and the files of a statistic with too few numbers for a middle half', () => {
    const [id, path] = ['debt-service-ratio-before-2007', 'statistics/debt-service-ratio-before-2007'];
    expect(readTable(path, `statistic-${id}-values`)).toMatch(/2005年度.*値が少ない/s);
    expect(readPage(path)).toContain(`href="/data/${path}.csv"`);
    expect(readPage(path)).not.toContain('class="plot ');
    expect(readPage(path)).not.toContain(`${id}.svg`);
  });

  test('shows how far a value is above the threshold of its statistic', () => {
    const ruler = /<svg class="ruler".*?<\/svg>/s.exec(readMain('statistics/future-burden-ratio'))?.[0];
    expect(ruler).toContain('class="now" width="1000"');
    expect(ruler).toContain('class="limit" x="494"');
  });

  test('shows the line of a city above the middle half of all on its own page, with its values', () => {
    const html = readPage('cities/kakuu-1');
    expect(html).toMatch(/<path class="line city-\d" data-series="kakuu-1"/);
    expect(html).not.toContain('data-series="kakuu-2"');
    expect(listSeries(readTable('cities/kakuu-1', 'statistic-ordinary-balance-ratio-values'))).toEqual([
      'kakuu-1',
      '(median)',
    ]);
  });

  test('leaves amounts that may not be compared to their files', () => {
    const html = readPage('statistics/revenue');
    expect(html).not.toContain('id="published"');
    expect(html).toContain('href="/data/statistics/revenue.csv"');
    expect(readFileSync(join(out, 'data', 'statistics', 'revenue.csv'), 'utf8').split('\n').length).toBeGreaterThan(
      2000,
    );
  });

  test('has pages with charts of at most 20 KiB gzipped', () => {
    const measure = (path: string) => gzipSync(readPage(path), { level: 9 }).length;
    for (const path of [
      '',
      'statistics',
      'statistics/future-burden-ratio',
      'statistics/revenue',
      'cities/warabi',
      'themes/finance',
    ])
      expect(measure(path), path).toBeLessThan(20 * 1024);
  });

  test('uses the word 市区町村 if not all municipalities are 市', () => {
    expect(readMain('')).toContain('6つの市区町村の計画から');
  });
});
