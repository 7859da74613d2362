import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createSharedFolder, FIXTURE_SITES, writeFixture } from '../support/fixture-site.ts';
import { readText } from './support/page-html.ts';
import { spawnBuild } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

/* The site of two cities of the same name, each with a plan. Only one of the plans has indicators. */

const project = createTestProject();
const root = createSharedFolder();
const out = join(root, 'public');

const english = {
  name: 'Samples',
  description: 'Fictional plans.',
  licence: { name: 'CC', url: 'https://mihon.example' },
};

/** Returns the files of the plan of a city. */
const createPlanFiles = (city: string) => ({
  [`content/plans/${city}-plan/index.mdx`]: `---\ntitle: 総合計画\nshortTitle: 総合計画\nmunicipality: ${city}\nkind: 総合計画\nlevels: [取組]\nsource: mihon-annai\n---\n`,
  [`data/plans/${city}-plan/tree.csv`]:
    'コード,種別,名称,要約,テーマ,出典ID\n1,取組,あいさつ,あいさつをします。,aisatsu,mihon-annai\n',
  [`data/municipalities/${city}/statistic-values.csv`]:
    '統計ID,時点,値,出典ID\npeople,2020年度,100,mihon-annai\npeople,2021年度,110,mihon-annai\npeople,2022年度,120,mihon-annai\n',
});

const readHtml = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
/** Returns the text of a page, without its menu and its foot. */
const read = (path: string) => readText(/<main[\s\S]*<\/main>/.exec(readHtml(path))?.[0] ?? '');

beforeAll(async () => {
  cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
  const config = JSON.parse(readFileSync(join(root, 'site.config.json'), 'utf8')) as object;
  writeFixture(root, {
    'site.config.json': JSON.stringify({ ...config, english }),
    'content/plans/mihon-annai/index.mdx': null,
    'data/plans/mihon-annai/indicators.csv': null,
    'data/plans/mihon-annai/tree.csv': null,
    'data/municipalities.csv':
      '団体コード,市区町村ID,名称,よみ,英語名,都道府県,公式サイト,出典ID\n132063,fuchu-tokyo,府中市,ふちゅうし,Fuchu,東京都,https://tokyo.example/,mihon-annai\n342084,fuchu-hiroshima,府中市,ふちゅうし,Fuchu,広島県,https://hiroshima.example/,mihon-annai\n',
    'data/statistics.csv':
      '統計ID,名称,単位,分類,良い方向,比べ方,定義\npeople,人口,人,人口,,そのまま,住んでいる人の数です。\n',
    ...createPlanFiles('fuchu-tokyo'),
    ...createPlanFiles('fuchu-hiroshima'),
    'data/plans/fuchu-tokyo-plan/indicators.csv':
      '指標ID,名称,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID\naisatsu,あいさつをした人,人,増加,10人,令和5年度,20人,令和9年度,mihon-annai\nsanpo,さんぽをした人,人,増加,10人,令和5年度,15人,令和9年度,mihon-annai\n',
  });
  await spawnBuild(out, ['--root', root], project);
});

test('the key of the squares tells the cities apart, and so does the headline of the targets', () => {
  const key = /<ul class="square-key"[\s\S]*?<\/ul>/.exec(readHtml(''))?.[0] ?? '';
  expect(readText(key)).toBe('府中市（東京都）1府中市（広島県）1');
  expect(read('')).toMatch(/府中市（東京都）では、/);
});

test('the search offers each city, its topics and its official site with the prefecture', () => {
  const html = readHtml('search');
  expect(html).toContain('<option value="fuchu-tokyo">府中市（東京都）</option>');
  expect(html).toContain('<option value="fuchu-hiroshima">府中市（広島県）</option>');
  expect(html).toMatch(/href="https:\/\/tokyo\.example\/"[^>]*>府中市（東京都）の公式サイト</);
});

test.each([
  ['themes', /FuchuCity\(Tokyo\):.*FuchuCity\(Hiroshima\):/],
  ['indicators', /FuchuCity\(Tokyo\)/],
  ['statistics', /FuchuCity\(Tokyo\)FuchuCity\(Hiroshima\)/],
])('the English page /en/%s/ names cities with their prefectures', (path, names) => {
  expect(read(`en/${path}`)).toMatch(names);
});

test('the title of the English page of a plan has the prefecture of its city', () => {
  expect(readHtml('en/plans/fuchu-tokyo-plan')).toMatch(/<title[^>]*>総合計画: Fuchu City \(Tokyo\)｜Samples</);
});

test('the charts on the page of a city name it without its prefecture, and the other city with it', () => {
  const labels = [...readHtml('cities/fuchu-tokyo').matchAll(/<text class="end[^>]*>([^<]*)</g)].map(
    ([, text]) => text,
  );
  expect(labels).toEqual(['府中市（広島県）', '府中市 120']);
});
