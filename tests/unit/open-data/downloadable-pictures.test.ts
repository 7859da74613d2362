import { describe, expect, test } from 'vitest';
import { drawIndicatorChart } from '../../../src/charts/indicator-chart.ts';
import { drawLineChart } from '../../../src/charts/line-chart.ts';
import { createStatisticChart, drawStatisticPicture } from '../../../src/components/statistic/statistic-chart.ts';
import { computeContrast, listBrandTokens } from '../../../src/model/brand-colours.ts';
import {
  drawIndicatorPicture,
  drawZonesPicture,
  createChartPicture,
  type PictureText,
} from '../../../src/open-data/downloadable-pictures.ts';
import { drawSitePicture } from '../../../src/open-data/link-pictures.ts';
import { getSiteStatistic, listSiteStatistics } from '../../../src/site-data/site-statistics.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openFixtureSite, openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const example = openSharedSite(EXAMPLE_SITE);
const real = openSharedSite(REPOSITORY_FOLDER);
const kashiwa = real.municipality('kashiwa');
const pictures = [
  ...[example, real].flatMap((siteData) =>
    siteData.indicators.flatMap((indicator) => drawIndicatorPicture(siteData, indicator) ?? []),
  ),
  drawZonesPicture(real, kashiwa) ?? '',
  ...listSiteStatistics(real).flatMap((entry) => drawStatisticPicture(real, entry) ?? []),
];
const drawStatistic = (id: string) => drawStatisticPicture(real, getSiteStatistic(real, id)) ?? '';

/** Classes without style rules: they only group elements. */
const PLAIN = new Set([
  'chart',
  'chart-wide',
  'owner',
  'note',
  'plot-page',
  'plot-short',
  'end-unit',
  'wide',
  'mid',
  'last',
  'minor',
]);

describe('the pictures of the sites', () => {
  test('have the main colour of the site instead of the usual one, as readable', () => {
    const brand = { light: '#1d4f91', dark: '#9cc3f5' };
    const site = { ...real.site, colours: { ...real.site.colours, brand } };
    const drawn = drawZonesPicture({ ...real, site }, kashiwa) ?? '';
    const listColours = (svg: string) => new Set(svg.match(/#[0-9a-f]{6}/g));
    const replaced = listColours(drawn).difference(listColours(drawZonesPicture(real, kashiwa) ?? ''));
    const { 'brand-soft': soft } = listBrandTokens(brand, 'light');
    expect([...replaced].sort()).toEqual([brand.light, soft]);
    expect(computeContrast(brand.light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(drawSitePicture({ ...real, site })).toContain(brand.light);
  });

  test('exist for the indicators with a chart, and for no others', () => {
    for (const indicator of example.indicators) {
      const chart = drawIndicatorChart(indicator, example.observationsOf(indicator.id), 'wide');
      expect(drawIndicatorPicture(example, indicator) === null).toBe(chart === null);
    }
  });

  test('explain the dotted line if they have one', () => {
    const lines = pictures.map((svg) => svg.includes('class="expected"'));
    expect(new Set(lines)).toEqual(new Set([true, false]));
    expect(pictures.map((svg) => svg.includes('点線：'))).toEqual(lines);
  });

  test('have a style rule for every class', () => {
    const unruled = pictures.flatMap((svg) => {
      const style = /<style>(.*)<\/style>/s.exec(svg)?.[1] ?? '';
      const classes = [...svg.matchAll(/ class="([^"]+)"/g)].flatMap((found) => found[1]?.split(' ') ?? []);
      return classes.filter((name) => !PLAIN.has(name) && !new RegExp(`\\.${name}(?![\\w-])`).test(style));
    });
    expect([...new Set(unruled)]).toEqual([]);
  });

  test.each([
    ['nothing else', '', '', ''],
    ['results', '', 'online,令和6年度,32%,', '　実線：実績'],
    ['provisional results', '', 'online,令和6年度,32%,速報', '　実線：実績　○ 速報'],
    ['results without a number', '', 'online,令和6年度,集計中,速報', ''],
    ['interim targets', 'online,50%,令和7年度,中間', '', '　小さい◎ 中間の目標値'],
    ['interim targets in words', 'online,増加,令和7年度,中間', '', ''],
  ])('explain the marks of a chart with %s', (_what, target, result, others) => {
    const town = openFixtureSite({
      'data/plans/mihon-keikaku/targets.csv': `指標ID,目標値,目標値の時点,種類\n${target}\n`,
      'data/plans/mihon-keikaku/observations.csv': `指標ID,時点,値,確度\n${result}\n`,
    });
    const svg = drawIndicatorPicture(town, town.indicator('mihon-keikaku/online')) ?? '';
    expect(/<text class="note"[^>]*>([^<]*)</.exec(svg)?.[1]).toBe(`● 現状値　◎ 目標値${others}`);
  });

  test('contain the source, page, version and licence', () => {
    const [indicator] = real.indicators;
    const svg = (indicator && drawIndicatorPicture(real, indicator)) ?? '';
    expect(svg).toContain('出典：蕨市「');
    expect(svg).toContain(`${real.site.name} ${real.urls.absolute(indicator?.url ?? '')}`);
    expect(svg).toContain(`データの版：${real.version}　利用条件：CC BY 4.0（`);
    expect(svg).not.toContain('架空');
  });

  test('name the documents of the results too', () => {
    const shops = example.indicators.find(({ id }) => id === 'mihon-kurashi/shops');
    const svg = (shops && drawIndicatorPicture(example, shops)) ?? '';
    const words = svg.replaceAll(/<[^>]*>/g, '');
    expect(words).toContain('出典：見本市（架空）「架空の資料 見本市くらし計画」指標の2番、');
    expect(words).toContain('「架空の資料 見本市総合計画 令和7年度の結果」');
  });

  test('say where the value axis begins, if not at zero', () => {
    const start = (slug: string) => {
      const indicator = real.indicators.find(({ id }) => id === `warabi-jiritsu/${slug}`);
      return (indicator && drawIndicatorPicture(real, indicator)) ?? '';
    };
    expect(start('sns-followers')).toContain('縦の目もりは、0からではなく5,000人からです。');
    expect(start('tax-collection')).toContain('0からではなく97.2%からです。');
  });

  test('of a fictional town say so', () => {
    const svg = example.indicators.map((one) => drawIndicatorPicture(example, one)).find((one) => one !== null);
    expect(svg).toContain('この図の内容は、すべて架空です。');
  });

  test('of zones contain each zone, and mark a schematic map', () => {
    const svg = drawZonesPicture(real, kashiwa) ?? '';
    for (const { title } of real.zonesOf('kashiwa')) expect(svg).toContain(`>${title}</text>`);
    expect(svg).toContain('模式図です。実際の境界を写した図ではないので、');
    expect(svg).toContain('柏市の4つの地域の模式図：');
    // The source file does not say who drew it.
    expect(svg).not.toMatch(/が描いた|がつくった/);
    const zoneOutlineSets = real.zoneOutlineSets.map((one) => ({ ...one, schematic: false }));
    const map = drawZonesPicture({ ...real, zoneOutlineSets }, kashiwa) ?? '';
    expect(map).toContain('柏市の4つの地域の地図：');
    expect(map).not.toContain('模式図');
    expect(svg).not.toContain('<a ');
  });

  test('of zones contain every part of the source', () => {
    const places = ['地域のうち北', '地域のうち南'];
    const zones = real
      .zonesOf('kashiwa')
      .map((zone, at) => ({ ...zone, source: { ...zone.source, place: places[at % 2] ?? '' } }));
    const svg = drawZonesPicture({ ...real, zonesOf: () => zones }, kashiwa) ?? '';
    expect(places.filter((place) => !svg.includes(place))).toEqual([]);
  });

  test('of statistics have the lines, labels and words of their pages, the sources and their terms', () => {
    const svg = drawStatistic('future-burden-ratio');
    const shown = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) =>
      text.replaceAll(/<[^>]*>/g, ''),
    );
    expect(svg.match(/<path class="line /g)).toHaveLength(5);
    expect(shown).toContain('将来負担比率（%）');
    expect(shown).toContain('金沢市 20.7%');
    expect(shown).toContain('算定なしは、0ではありません。算定なしの時点は、図の下に点線で示しています。');
    expect(shown).toContain('↑ 早期健全化基準 350% は、この図の上のはし（150%）より高い値です。');
    expect(shown.join('')).toMatch(/出典：総務省「.*」.*の写しを加工して作成作図：/);
    expect(shown.at(-1)).toMatch(/　利用条件：図は CC BY 4.0、写した値は資料ごとの利用条件$/);
  });

  test('of statistics have lines in pixels, so that every size keeps their width', () => {
    const lines = [...drawStatistic('revenue').matchAll(/ d="([^"]*)"/g)].map(([, path = '']) => path);
    const ends = lines.flatMap((path) => [...path.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x)));
    expect(Math.max(...ends)).toBe(488);
    expect(drawStatistic('revenue')).not.toMatch(/preserveAspectRatio|\drem\b/);
  });

  test('of statistics exist for those whose pages have a chart, and for no others', () => {
    for (const entry of listSiteStatistics(real)) {
      const chart = drawLineChart(createStatisticChart(real, entry, 'page'), 'table');
      const hasChart = entry.statistic.comparison !== 'none' && chart !== '';
      expect(drawStatisticPicture(real, entry) !== null).toBe(hasChart);
    }
    expect(drawStatistic('area')).toBe('');
  });

  test('of zones do not exist without outlines', () => {
    const without = { ...example, zoneOutlineSets: [] };
    expect(example.municipalities.map((city) => drawZonesPicture(without, city))).toEqual([null]);
  });
});

const CHART =
  '<svg class="chart" viewBox="0 0 300 200" width="300" height="200" role="img" aria-label="x"><a href="#a"><circle class="baseline" r="7"/></a></svg>';
const words: PictureText = {
  brand: undefined,
  title: '歩く人 & <走る人>',
  owner: '見本市「計画」',
  description: '10人から20人まで。',
  legend: ['● 現状値'],
  foot: ['出典：見本市「計画」', '利用条件：CC BY 4.0'],
};
const draw = (change: Partial<PictureText> = {}) => createChartPicture(CHART, { ...words, ...change });
const getHeight = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);

describe('a downloadable picture', () => {
  test('has its namespace and loads nothing from a server', () => {
    expect(draw()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(draw()).not.toMatch(/href|url\(|@import|src=/);
  });

  test('contains the chart on white, without its links', () => {
    expect(draw()).toContain('fill="#fff"/>');
    expect(draw()).toContain('<g class="chart" transform="translate(24 ');
    expect(draw()).toContain('<g><circle class="baseline" r="7"/></g>');
  });

  test('shows title, owner, legend and foot as escaped text', () => {
    const shown = [...draw().matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((found) => found[1]);
    expect(shown).toEqual([
      '歩く人 &amp; &lt;走る人&gt;',
      '見本市「計画」',
      '● 現状値',
      '出典：見本市「計画」',
      '利用条件：CC BY 4.0',
    ]);
  });

  test('has a description', () => {
    expect(draw()).toContain('<desc id="desc">10人から20人まで。</desc>');
    expect(draw()).toContain('<title id="title">歩く人 &amp; &lt;走る人&gt;（見本市「計画」）</title>');
  });

  test('breaks a long title into lines without cutting it, and grows', () => {
    const title = '長い題名'.repeat(20);
    const svg = draw({ title });
    const head = [...svg.matchAll(/<text class="head"[^>]*>([^<]*)</g)].map((found) => found[1] ?? '');
    expect(head.length).toBeGreaterThan(1);
    expect(head.join('')).toBe(title);
    expect(getHeight(svg)).toBe(getHeight(draw()) + (head.length - 1) * 30);
  });

  test('has text of at least 12 px', () => {
    const sizes = [...draw().matchAll(/font-size="(\d+)"/g)].map((found) => Number(found[1]));
    expect(Math.min(...sizes)).toBe(12);
  });

  test('rejects a chart without a size', () => {
    expect(() => createChartPicture('<svg></svg>', words)).toThrow('size');
  });
});
