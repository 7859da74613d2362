import { chmodSync, cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createSharedFolder, FIXTURE_SITES, writeFixture } from '../support/fixture-site.ts';
import { readText } from './support/page-html.ts';
import { PRIVATE_FILES, runCommand } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

/*
 * The site of one town without statistics. Its two plans, of which one has ended, have policies and measures, but no
 * actions.
 */

const project = createTestProject();
const root = createSharedFolder();
const out = join(root, 'public');
/** What the build printed. */
let printed = '';

const english = {
  name: 'Samples',
  description: 'Fictional plans.',
  licence: { name: 'CC', url: 'https://mihon.example' },
};

/** Returns the files of a plan with a policy, its measures and two indicators. */
const createPlanFiles = (id: string, title: string, state: string, times: readonly [string, string]) => ({
  [`content/plans/${id}/index.mdx`]: `---\ntitle: ${title}\nshortTitle: ${title}\nmunicipality: mihonmura\nkind: 総合計画\nlevels: [政策, 施策]\nstate: ${state}\nstateReason: 期間からわかります。\nperiod: ${times.join('から')}まで\nsource: mihon-annai\n---\n`,
  [`data/plans/${id}/tree.csv`]:
    'コード,親コード,種別,名称,要約,テーマ,出典ID\n1,,政策,くらし,くらしのことです。,,mihon-annai\n1_1,1,施策,避難所,避難所をふやします。,bosai,mihon-annai\n1_2,1,施策,消防団,消防団をささえます。,bosai,mihon-annai\n1_3,1,施策,あいさつ,あいさつをします。,aisatsu,mihon-annai\n',
  [`data/plans/${id}/indicators.csv`]: `指標ID,コード,名称,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID\nshelters,1_1,${title}の避難所の数,か所,増加,10か所,${times[0]},20か所,${times[1]},mihon-annai\nfirefighters,1_2,${title}の消防団員の数,人,増加,100人,${times[0]},130人,${times[1]},mihon-annai\n`,
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
    'data/changes.csv':
      '日付,対象,項目,前,後,理由\n2028-04-10,koki,計画をのせました,,,\n2028-04-11,koki/1_1,IDの変更,koki/old_9,,\n2028-04-12,koki/1_1,IDの変更,koki/old_8,,\n2028-04-11,koki/1,IDの変更,koki/old,,\n2028-04-11,koki,IDの変更,atarashii,,\n',
    'data/themes.csv': 'テーマID,名称\naisatsu,あいさつ\nbosai,防災\n',
    ...createPlanFiles('zenki', '前期計画', '終了', ['令和5年度', '令和9年度']),
    'data/plans/zenki/observations.csv':
      '指標ID,時点,値,出典ID\nshelters,令和8年度,19か所,mihon-annai\nfirefighters,令和8年度,90人,mihon-annai\n',
    ...createPlanFiles('koki', '後期計画', '実施中', ['令和10年度', '令和14年度']),
  });
  chmodSync(join(project, 'public', '_headers'), 0o444);
  const { code, stdout, stderr } = await runCommand('build', ['--root', root, '--out', out], project, PRIVATE_FILES);
  if (code !== 0) throw new Error(stderr);
  printed = stdout;
});

const hasModes = process.platform !== 'win32';

test.runIf(hasModes)('the end of the build says that a web server may not be able to read its files', () => {
  expect(printed).toContain('umask の設定のため、ほかの利用者には読めないファイルになりました。');
});

test.runIf(hasModes)('the list of headers is a new file, not the changed copy of a read-only one', () => {
  expect(statSync(join(out, '_headers')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(out, '_headers'), 'utf8')).toContain('\n/plans/data/*\n');
});

test('the comparison has no button that would be the only one of its kind', () => {
  expect(read('compare')).toMatch(/あいさつ.*見本村|見本村.*あいさつ/);
  expect(readHtml('compare')).not.toContain('by-city');
});

test('the pages of themes count and name the measures of plans without actions', () => {
  expect(read('themes')).toContain('2つのテーマで、見本村の施策を並べて読めます。');
  expect(read('themes')).toMatch(/テーマは、このサイトがつけたものです。数は施策の数で、.*防災4.*あいさつ2/);
  expect(read('themes/bosai')).toContain('このサイトにのせた部分に、4つの施策があります。');
  expect(read('themes/bosai')).not.toContain('取組');
});

test('the page and the card of the town do so, and links lead to exactly these items', () => {
  expect(read('cities/mihonmura')).toMatch(/のせている施策6.*防災4避難所など.*あいさつ2あいさつなど/);
  expect(read('cities/mihonmura')).toContain('終わった計画の3つの施策も入っています。');
  expect(read('cities/mihonmura')).not.toContain('取組ではない項目');
  const query = `city=mihonmura&amp;theme=bosai&amp;kind=measure-${encodeURIComponent('施策')}`;
  expect(readHtml('cities/mihonmura')).toContain(`href="/plans/explore/?${query}"`);
  expect(read('cities')).toContain('6つの施策');
});

test('the home page has a square for each measure, with those of the ended plan dotted', () => {
  expect(read('')).toContain('見本村の計画から、6つの施策');
  expect(read('')).toContain('6つの施策をひと目で');
  expect(readHtml('').match(/<li(?: class="run-end")?>\s*<i class="tile/g)).toHaveLength(6);
  expect(readHtml('').match(/<i class="tile[^"]* ended"/g)).toHaveLength(3);
  expect(read('')).toMatch(/前期計画終了[^。]*3つの施策/);
});

test.each(['compare', 'embed/compare'])('the table at /%s/ counts them', (path) => {
  expect(readText(readHtml(path))).toContain('テーマごとの施策の数');
  expect([...readHtml(path).matchAll(/aria-label="(\d)件（施策6件のうち）/g)].map(([, count]) => count)).toEqual([
    '2',
    '4',
  ]);
  expect(readHtml(path)).not.toMatch(/数えた項目がないテーマ|取組の数|まだない/);
});

test('the page of a plan without actions has a square for each measure, and names them', () => {
  expect(readHtml('plans/koki').match(/<a class="tile/g)).toHaveLength(3);
  expect(read('plans/koki')).toContain('こま1つが施策1つです。選ぶと、その施策へ進みます。');
  expect(read('plans/koki')).not.toContain('取組');
});

test('URLs with earlier codes lead to the items on the page of the plan', () => {
  const html = readHtml('plans/koki');
  expect(html).toContain('id="1"><h2 class="group-head"><span id="old"></span>くらし</h2>');
  expect(html).toContain('id="1_1"><h3 class="group-head"><span id="old_8"></span><span id="old_9"></span><a ');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('the page of the comparison is about the themes of the only town, because it has no other to compare', () => {
  expect(read('compare')).toMatch(
    /見本村の計画をテーマでくらべる見本村の2つの計画の項目をあわせて数え、テーマと種別でくらべます。/,
  );
  expect(read('compare')).not.toContain('市区町村の計画');
  expect(read('compare/kind/measure')).toContain('見本村の計画にある施策の数を、テーマごとにくらべます。');
});

test('the table of measures can be downloaded where the page of the comparison leads', () => {
  expect(readHtml('compare')).toContain('href="/plans/data/compare/measure.csv"');
  expect(readFileSync(join(out, 'data/compare/measure.csv'), 'utf8')).toContain('防災,見本村,施策,施策,4');
});

test('the English page of a plan without an English name has its Japanese name, marked as Japanese', () => {
  const html = readHtml('en/plans/koki');
  expect(html).toContain('<title lang="ja">後期計画: 見本村｜Samples</title>');
  expect(html).toContain('<li aria-current="page" lang="ja">後期計画</li>');
  expect(html).toContain('To cite this page: “後期計画: 見本村”, Samples, data version ');
  expect(readHtml('en/plans')).toContain('<title>Plans｜Samples</title>');
});

test('the English pages count measures, too', () => {
  expect(read('en')).toContain('8items,6ofthemmeasures(3inplansthathaveended)');
  expect(read('en')).toContain('Ameasureiswhataplanannounces');
  expect(read('en/themes')).toContain('Themeasuresofallplans,by2themes.Weassignedthethemes.');
  expect(read('en/themes')).toContain('Ameasuremayhaveuptothreethemes.');
  expect(read('en/themes')).toMatch(/\(4\)/);
});

test('the home page rates and counts the targets of the plan that has not ended', () => {
  const [, section = ''] = read('').split('2つの目標値は、現状値より30.0%～100.0%大きい値です');
  expect(section).toContain('このサイトの、終わっていない計画の2つの指標は、');
  expect(section).toContain('終わった計画も入れて、指標をすべて見る（4）');
  expect(section).toContain('後期計画の避難所の数');
  expect(section).not.toMatch(/前期計画の|順調|後退/);
  expect(read('')).not.toContain('評価した');
});

test('the list of indicators has those of the ended plan apart, at its end', () => {
  const [head = '', current = '', ended = ''] = read('indicators').split(/見本村の(?:終わった計画の)?2つの指標/);
  expect(head).toContain('終わった計画の2つの指標も入っています。');
  expect([current, ended].map((part) => [...new Set(part.match(/[前後]期計画の避難所/g))])).toEqual([
    ['後期計画の避難所'],
    ['前期計画の避難所'],
  ]);
  expect(read('indicators')).toContain('見本村の終わった計画の2つの指標');
});

test('the page of the town has the indicators of the ended plan apart, too', () => {
  const [current = '', ended = ''] = read('cities/mihonmura').split('終わった計画の2つの指標現状値は');
  expect([current, ended].map((part) => [...new Set(part.match(/[前後]期計画の避難所/g))])).toEqual([
    ['後期計画の避難所'],
    ['前期計画の避難所'],
  ]);
});

test('no page leads to statistics, which the site does not have, or compares the only town', () => {
  for (const path of ['', 'themes', 'themes/bosai', 'explore', 'cities/mihonmura', 'en', 'en/plans']) {
    const html = readHtml(path);
    expect(html, path).not.toMatch(/href="[^"]*\/(?:statistics|compare)\/(?:[#?][^"]*)?"/);
    expect(readText(html), path).not.toMatch(/くらべる|くらべられる/);
  }
  expect(readText(readHtml(''))).toContain('まちの計画を、読める・使えるデータに。');
  expect(read('')).toMatch(/(?<!市区町村と)計画を選ぶ/);
});

test('the page of statistics stays without a citation of nothing, also in English', () => {
  expect(read('statistics')).toBe('統計国の統計は、このサイトにまだありません。');
  expect(read('en/statistics')).toBe('StatisticsThissitehasnoofficialstatisticsyet.');
  expect(read('en/plans')).toContain('Tocitethispage:');
});
