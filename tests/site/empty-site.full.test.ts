import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEmptyFolder, FIXTURE_SITES, writeFixture } from '../support/fixture-site.ts';
import { runCommand } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();
const SQUARE = ['140,36', '140.1,36', '140.1,36.1', '140,36.1', '140,36'].map((point) => point.split(',').map(Number));

/** Creates a site with nothing but its settings. Returns its folder, which is outside of the program. */
function createBareSite(): string {
  const root = createEmptyFolder();
  copyFileSync(join(FIXTURE_SITES, 'bare', 'site.config.json'), join(root, 'site.config.json'));
  return root;
}

/** The outline of a municipality: a square. */
const outline = {
  type: 'FeatureCollection',
  source: 'mihon-annai',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [SQUARE] } }],
};

/** Adds the English pages to a site. */
function addEnglish(root: string): void {
  const config = JSON.parse(readFileSync(join(root, 'site.config.json'), 'utf8')) as object;
  const english = {
    name: 'Samples',
    description: 'Fictional plans.',
    licence: { name: 'CC', url: 'https://mihon.example' },
  };
  writeFixture(root, { 'site.config.json': JSON.stringify({ ...config, english }) });
}

/** Returns functions that read a page of a built site: its HTML, and its text. */
function createReaders(out: string) {
  const readHtml = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
  const read = (path: string) =>
    readHtml(path)
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ');
  return { readHtml, read };
}

test('a site is built from its own folder', async () => {
  const root = createBareSite();
  const { code, stderr } = await runCommand('build', ['--root', '.', '--out', 'public'], project, {}, root);
  expect([code, stderr]).toEqual([0, '']);
  expect(readdirSync(root).sort()).toEqual(['public', 'site.config.json']);
  expect(existsSync(join(root, 'public', 'index.html'))).toBe(true);
});

test('a site with nothing but its settings is built without a warning of Astro', async () => {
  const root = createBareSite();
  addEnglish(root);
  const out = join(project, 'link');
  mkdirSync(join(project, 'www'));
  symlinkSync('www', out);
  const { code, stdout, stderr } = await runCommand('build', ['--out', out, '--root', root], project);
  expect(stdout + stderr).not.toMatch(/\[WARN\]|nowhere/);
  expect([code, existsSync(join(project, 'www', 'compare', 'index.html'))]).toEqual([0, true]);
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  expect(home).toContain('計画は、まだありません。');
  expect(home).not.toMatch(/0の(?:市|取組|指標)|計画を選ぶ/);
  for (const path of ['plans', 'cities', 'compare', 'explore', 'themes', 'indicators', 'glossary', 'search']) {
    const html = readFileSync(join(out, path, 'index.html'), 'utf8');
    expect(html, path).not.toMatch(/[^0-9]0の(?:市|計画|取組|テーマ)/);
    if (path !== 'search') expect(html, path).toContain('まだありません。');
  }
  const english = readFileSync(join(out, 'en', 'index.html'), 'utf8');
  expect(english).toContain('<h1>In English</h1>');
  expect(english).not.toMatch(/0 items|All plans/);
  const themes = readFileSync(join(out, 'en', 'themes', 'index.html'), 'utf8');
  expect(themes).toContain('This site has no themes yet.');
  expect(themes).not.toMatch(/0 themes|<(?:nav|ul)[^>]*>\s*<\/|aria-label="Themes"/);
  expect(readFileSync(join(out, 'en', 'data', 'index.html'), 'utf8')).not.toContain('the theme “');
  // The link stays, and its target is replaced.
  expect(lstatSync(out).isSymbolicLink()).toBe(true);
});

test('a site with one action, of one of two municipalities, says only what is there', async () => {
  const root = createEmptyFolder();
  cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
  addEnglish(root);
  writeFixture(root, {
    'data/municipalities.csv':
      '団体コード,市区町村ID,名称,出典ID\n990019,mihon,見本町,mihon-annai\n990027,mihonmura,見本村,mihon-annai\n',
    'data/statistics.csv': '統計ID,名称,単位,分類,比べ方,定義\nunused,人の数,人,人口,指数,人の数です。\n',
    'data/municipalities/mihonmura/outline.geojson': JSON.stringify(outline),
    'data/municipalities/mihonmura/zones.csv': '地域ID,名称,出典ID\nkita,北,mihon-annai\n',
  });
  const out = join(root, 'public');
  const build = () => runCommand('build', ['--root', root, '--out', out], project);
  expect((await build()).code).toBe(0);
  const { readHtml, read } = createReaders(out);
  expect(read('cities')).toContain('2つの市区町村があります。市区町村ごとに、計画、テーマを読めます。');
  // The page introduces a table.
  expect(readFileSync(join(out, 'compare', 'index.html'), 'utf8')).toContain('class="matrix');
  // A kind of record that the site does not have is not counted.
  expect(read('en')).toContain('1 of them an action, and 1 indicator with baselines and targets. Each record');
  expect(read('en')).toContain('0 of 4 plans, plan items, themes, indicators and statistics have English names,');
  expect(read('en/themes')).toContain('by 1 theme.');
  expect(read('en/plans')).toContain('The site contains 1 plan, or parts of plans.');
  expect(read('en/plans/mihon-annai')).toMatch(/Baseline: － Target: ―(?! \()/);
  // Neither the made-up municipality nor its theme has more than a name.
  expect(readHtml('cities/mihonmura')).toContain('content="見本村の計画に何が書かれているかを、');
  expect(read('cities/mihonmura')).not.toMatch(/(?<!見本村)の形の出典/);
  for (const path of ['cities/mihonmura', 'zones/mihonmura', 'themes/aisatsu', 'compare'])
    expect(readHtml(path), path).not.toMatch(/<(p|dl|ul|tbody)(?: class="[^"]*")?[^>]*>\s*<\/\1>/);
  expect(readHtml('en')).toMatch(/Outlines made from: <[^>]*>見本村の案内\s*</);
  // Nothing of the plan has been translated.
  expect(readFileSync(join(out, 'en/plans/mihon-annai/index.html'), 'utf8')).not.toContain('with English titles');
  rmSync(join(root, 'data/plans/mihon-annai/indicators.csv'));
  writeFixture(root, {
    'data/changes.csv': '日付,対象,項目,前,後,理由\n2026-11-20,mihon-annai,計画をのせました,,,\n',
    'data/themes.csv': 'テーマID,名称\naisatsu,あいさつ\nkurashi,くらし\n',
    'data/statistics.csv':
      '統計ID,名称,単位,分類,比べ方,定義,テーマID\nused,人の数,人,人口,指数,人の数です。,aisatsu;kurashi\nunused,家の数,軒,人口,指数,家の数です。,\nzero,火の数,件,職員,指数,火の数です。,\nahead,推計した人の数,人,人口,指数,人の数です。,\n',
    'data/municipalities/mihon/statistic-values.csv':
      '統計ID,時点,値,出典ID\nused,2020年度,5,mihon-annai\nzero,2020年度,0,mihon-annai\nused,2090年度,5,mihon-annai\nahead,2090年度,5,mihon-annai\n',
  });
  expect((await build()).code).toBe(0);
  expect(read('cities')).toContain('市区町村ごとに、計画、テーマ、統計を読めます。');
  // The municipality has no prefecture, and the change nothing before and after it.
  for (const path of ['cities', 'changes'])
    expect(readFileSync(join(out, path, 'index.html'), 'utf8')).not.toMatch(/<(p|small)\b[^>]*>\s*<\/\1>/);
  expect(read('en')).toContain('1 of them an action, and 3 official statistics.');
  expect(read('en/indicators')).toContain('This site has no indicators yet.');
  expect(read('en/indicators')).not.toContain('Baseline');
  expect(read('indicators')).toContain('指標は、まだありません。');
  for (const path of ['plans', 'en/plans']) expect(readHtml(path), path).not.toMatch(/href="[^"]*\/indicators\/"/);
  // A count of a later day than the data is no projection, which is a computed number.
  expect(read('en/statistics')).toContain('FY2090');
  const [counts = '', projections, sources] = read('en/statistics').split(/Table: Projections|What the statistics are/);
  expect([counts, projections].map((part) => part?.includes('推計した人の数'))).toEqual([false, true]);
  expect([counts, projections].map((part) => part?.match(/人の数/g)?.length)).toEqual([1, 1]);
  expect(sources).toBeDefined();
  expect(read('en')).toContain('0 of 7 plans, plan items, themes, indicators and statistics have English names,');
  // No source has a copy, so no note explains the mark.
  expect(read('en/statistics')).not.toContain('(copy)');
  expect(read('statistics/used')).toContain('テーマ「あいさつ」の取組');
  expect(read('statistics/used')).not.toContain('くらし');
  // A figure that cannot be drawn takes no downloads with it.
  expect(read('statistics/zero')).toContain('この統計の公表された値を、ファイルで保存できます');
  writeFixture(root, {
    'data/plans/mihon-annai/tree.csv':
      '名称,種別,コード,親コード,出典ID,要約,テーマ,サイトの読み取り\n朝,政策,1,,mihon-annai,朝のことです。,,名称\n夜,政策,2,,mihon-annai,夜のことです。,,\n朝のあいさつ,施策,1_1,1,mihon-annai,朝にあいさつをします。,aisatsu,\n',
    'data/plans/mihon-annai/indicators.csv':
      '指標ID,名称,単位,現状値,現状値の時点,目標値,目標値の時点,出典ID\naisatsu,あいさつをした人,人,5,令和4年度,9,令和9年度,mihon-annai\n',
    'data/plans/mihon-annai/observations.csv':
      '指標ID,時点,値,確度\naisatsu,令和5年度,6,速報\naisatsu,令和5年度,7,確報\n',
  });
  expect((await build()).code).toBe(0);
  expect(read('.')).toContain('見本村の計画から、1つの施策と1つの指標をまとめました');
  // The plan may have actions that the site does not.
  expect(read('plans/mihon-annai/1')).toContain('朝のあいさつ');
  expect(read('plans/mihon-annai/1')).not.toMatch(/取組\s*(?:&nbsp;)?0/);
  expect(read('plans/mihon-annai/1')).toContain('名前：このサイトがつけました');
  expect(read('plans/mihon-annai/2')).not.toContain('このサイトがつけました');
  expect(read('compare')).toContain('数字を選ぶと、そのテーマの施策を並べて読めます。');
  // The chart has the 確報 instead of the 速報.
  expect(read('indicators/mihon-annai/aisatsu')).toContain('実線が実績です。');
  expect(read('indicators/mihon-annai/aisatsu')).not.toContain('中が白い点');
});

test('a site with one plan without items says only what is there', async () => {
  const root = createEmptyFolder();
  cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
  addEnglish(root);
  rmSync(join(root, 'data/themes.csv'));
  writeFixture(root, { 'data/plans/mihon-annai/tree.csv': '名称,種別,コード,出典ID,要約\n' });
  const out = join(root, 'public');
  expect((await runCommand('build', ['--root', root, '--out', out], project)).code).toBe(0);
  const { readHtml, read } = createReaders(out);
  expect(read('.')).toContain('見本村の計画から、1つの指標をまとめました');
  expect(read('explore')).toContain('見本村の計画の項目は、まだありません。');
  expect(read('explore')).not.toContain('項目の数');
  expect(read('compare')).toContain('テーマのついた項目は、まだありません。');
  expect(read('compare')).not.toMatch(/選んでください|足すと/);
  expect(readHtml('search')).not.toContain('テーマから読む');
  expect(readHtml('search/kana')).not.toMatch(/#themes|<h2[^>]*>テーマ/);
  expect(read('en')).toContain('into one format: 1 indicator with baselines and targets. Each record');
  expect(read('en/plans/mihon-annai')).not.toContain('Items of the plan');
  for (const path of ['en', 'en/plans/mihon-annai', 'explore'])
    expect(readHtml(path), path).not.toMatch(/\b0 (?:items|actions)|[^0-9]0の取組/);
});
