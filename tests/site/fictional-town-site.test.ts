import { beforeAll, describe, expect, test } from 'vitest';
import { notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { preferredDirections } from '../../src/model/value-lists.ts';
import { listPageFiles, readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';
import { readText } from './support/page-html.ts';
import { runCommand } from './support/run-command.ts';

interface IndicatorRecord {
  readonly direction: string | null;
  readonly progress: { readonly status: string; readonly reason: string | null };
}

describe('見本市, the fictional town', () => {
  let site: BuiltSite;
  let indicators: readonly IndicatorRecord[];
  const listValues = (getValue: (indicator: IndicatorRecord) => string | null) =>
    [...new Set(indicators.map(getValue))].filter((value) => value !== null).sort();

  beforeAll(() => {
    site = getBuiltSite('mihon');
    const { data } = JSON.parse(readSiteFile(site, 'api/v1/indicators.json')) as { data: IndicatorRecord[] };
    indicators = data;
  });

  test('counts the actions of a theme without comparing its only municipality', () => {
    expect(readText(readSiteFile(site, 'themes/finance/index.html'))).toContain(
      'このサイトにのせた部分に、2つの取組があります。取組',
    );
    expect(readText(readSiteFile(site, 'themes/finance/index.html'))).not.toContain('1つの市');
  });

  test('has no key of the squares for its only municipality', () => {
    expect(readSiteFile(site, 'index.html')).toMatch(/<ul class="square-key"[^>]* hidden/);
  });

  test.each(['compare', 'embed/compare'])('has no dash in its one column on /%s/, and explains none', (page) => {
    const html = readSiteFile(site, `${page}/index.html`);
    expect(html).toContain('class="matrix');
    expect(readText(html)).not.toContain('—');
  });

  test.each([
    ['cities', '見本市（架空）の計画、テーマを読めます。'],
    ['plans', '計画があります。計画'],
  ])('does not promise parts for each municipality on /%s/: there is one', (page, lead) => {
    const text = readText(readSiteFile(site, `${page}/index.html`));
    expect(text).toContain(lead);
    expect(text).not.toContain('市ごとに');
  });

  test.each(['', 'compare/', 'explore/', 'themes/', 'themes/finance/'])(
    'names its only municipality on /%s, and promises no comparison with others',
    (page) => {
      const text = readText(readSiteFile(site, `${page}index.html`));
      expect(text).toContain('見本市（架空）');
      expect(text).not.toMatch(/1つの市|市ごと|市をこえて|市によってちがう/);
    },
  );

  test('separates the links to several sources', () => {
    const page = readText(readSiteFile(site, 'indicators/mihon-sogo/leaks/index.html'));
    const titles = ['', '令和5年度の結果', '令和6年度の結果', '令和7年度の結果'];
    expect(page).toContain(titles.map((title) => `「架空の資料見本市総合計画${title}」について`).join('、'));
  });

  test('lists the results of an indicator for the whole town, then zone by zone in the order of the zones', () => {
    const page = readSiteFile(site, 'indicators/mihon-sogo/meeting-people/index.html');
    const names = [...page.matchAll(/<th scope="row"[^>]*>\s*(現状値|実績(?:（.の地区）)?)\s*<\/th>/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(names)]).toEqual(['現状値', '実績', '実績（丘の地区）', '実績（川の地区）', '実績（海の地区）']);
    expect(names).toEqual(names.toSorted((a, b) => names.indexOf(a) - names.indexOf(b)));
  });

  test('names the plan in the title of an indicator, because plans that follow each other share indicators', () => {
    const page = readSiteFile(site, 'indicators/mihon-sogo/meeting-people/index.html');
    expect(page).toContain('（見本市（架空） 見本市総合計画（架空））｜');
  });

  test('calls no result final that is not there yet', () => {
    const readTable = (path: string) => readText(readSiteFile(site, `indicators/${path}/index.html`));
    expect(readTable('mihon-sogo/short-visits')).toMatch(/集計中(?!.{0,40}確報)/);
    expect(readTable('mihon-sogo/wait-time')).toMatch(/22分.{0,40}確報/);
  });

  test('leads from an indicator to the themes of its items', () => {
    const html = readSiteFile(site, 'indicators/mihon-sogo/wait-time/index.html');
    expect(html).toMatch(/<h2>テーマ<\/h2>[\s\S]*?href="[^"]*\/themes\/services\/"/);
  });

  test('explains the line of results below a chart only if one is drawn', () => {
    const readPage = (path: string) => readText(readSiteFile(site, `indicators/${path}/index.html`));
    const [drawn, missing] = ['実線が実績です。', '実績がわかると、実線で加わります。'];
    expect(readPage('mihon-sogo/wait-time')).toContain(drawn);
    expect(readPage('mihon-sogo/phone-lessons')).toContain(missing);
    expect(readPage('mihon-sogo/phone-lessons')).not.toContain(drawn);
  });

  test('has every progress status', () => {
    expect(listValues(({ progress }) => progress.status)).toEqual(Object.keys(progressStatuses).sort());
  });

  test('has every reason for no rating, except one that comes with a warning', () => {
    const { 'counted-differently': _warned, ...reasons } = notRatedReasons;
    expect(listValues(({ progress }) => progress.reason)).toEqual(Object.keys(reasons).sort());
  });

  test('has indicators of every direction, and two indicators without a direction', () => {
    expect(listValues(({ direction }) => direction)).toEqual(Object.keys(preferredDirections.words).sort());
    expect(indicators.filter(({ direction }) => direction === null)).toHaveLength(2);
  });

  test('says on every page that it is made up', () => {
    expect(listPageFiles(site).filter((file) => !readSiteFile(site, file).includes('架空'))).toEqual([]);
  });

  test('has no errors, and only the three warnings that its README names', async () => {
    const { code, stdout } = await runCommand('check', ['--example', 'mihon', '--format', 'json']);
    const diagnostics = JSON.parse(stdout) as { readonly code: string; readonly level: string }[];
    expect(code).toBe(0);
    expect(diagnostics.map((diagnostic) => `${diagnostic.level} ${diagnostic.code}`)).toEqual([
      'warning no-direction',
      'warning era-beyond-its-end',
      'warning no-direction',
    ]);
  });
});
