import { describeSmallSample } from '../charts/change-words.ts';
import { describeAxisStart, describeIndicatorChart, drawIndicatorChart } from '../charts/indicator-chart.ts';
import { getPictureStyle } from '../charts/picture-style.ts';
import { createChartSeries } from '../charts/result-series.ts';
import { drawText, escapeXml, formatCoordinate, wrapText } from '../charts/svg-text.ts';
import { drawZoneMap, SCHEMATIC_NOTE } from '../maps/zone-map.ts';
import type { BrandColours } from '../model/brand-colours.ts';
import type { SourceCitation } from '../model/identifiers.ts';
import type { Municipality } from '../model/municipality.ts';
import { formatCount } from '../notation/format.ts';
import { lacksDistance } from '../progress/progress-metrics.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { formatSourceList, listIndicatorSources } from '../site-data/source-citations.ts';
import type { Indicator } from '../tables/indicators.ts';
import { formatLicence } from './citation-formats.ts';

/** The text around a downloaded chart, which makes it understandable outside the site. */
export interface PictureText {
  readonly title: string;
  /** The city and the plan. */
  readonly owner: string;
  /** Description for screen readers. */
  readonly description: string;
  /** Explanation of the markers, one line each. */
  readonly legend: readonly string[];
  /** Source, licence, site and version, one line each. */
  readonly foot: readonly string[];
  /** The main colour of the site; absent if it is the usual one. */
  readonly brand: BrandColours | undefined;
}

const MARGIN = 24;
/** The font sizes of the title, of the lines around the chart, and of the foot. */
const [HEAD, PLAIN, FOOT] = [20, 14, 12];
const LEADING = 1.5;
/** More lines than any title has, so no text is cut. */
const MAX_LINES = 12;

/** The chart of a page: its classes, its size and its content. */
const CHART = /^<svg class="([^"]*)" viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)<\/svg>$/s;

/** The line chart of a page: its classes, its lines in thousandths of the size, and all else in per cent. */
const LINE_CHART = /^<div class="([^"]*)"[^>]*><svg[^>]*>(.*?)<\/svg>(.*)<\/div>$/s;

/** Turns the line chart of a page into a chart with a size. Its lines are in pixels, so they are as thick in any size. */
export function fixLineChart(html: string): string {
  const [whole, classes = '', lines = '', marks = ''] = LINE_CHART.exec(html) ?? [];
  if (whole === undefined) throw new Error('a line chart in another form');
  const toPixels = (_: string, start: string, number: string) =>
    start + formatCoordinate(Number(number) * (/[MLHxw]/.test(start) ? 0.488 : 0.304));
  const inPixels = lines.replace(/([MLH,]| (?:x|y|width|height)=")([\d.]+)/g, toPixels);
  return `<svg class="${classes}" viewBox="0 0 680 348"><svg x="48" y="12" width="488" height="304" overflow="visible">${inPixels}${marks}</svg></svg>`;
}

/** Draws lines of text below a height. Also returns the height at which they end. */
function drawBlock(texts: readonly string[], classes: string, size: number, top: number, width: number) {
  const rows = texts.flatMap((text) => wrapText(text, width, size, MAX_LINES));
  const svg = rows.map((row, index) => drawText(classes, [MARGIN, top + size + index * size * LEADING], size, row));
  return { svg: svg.join(''), bottom: top + rows.length * size * LEADING };
}

/** Turns the chart of a page into a picture for download that loads nothing and has no links to parts of the page. */
export function createChartPicture(
  chart: string,
  { title, owner, description, legend: lines, foot, brand }: PictureText,
): string {
  const [, classes = '', across, down, inside = ''] = CHART.exec(chart) ?? [];
  if (across === undefined || down === undefined) throw new Error('a chart without a size');
  const chartWidth = Number(across);
  const width = chartWidth + MARGIN * 2;
  const head = drawBlock([title], 'head', HEAD, MARGIN - 4, chartWidth);
  const subhead = drawBlock([owner], 'owner', PLAIN, head.bottom, chartWidth);
  const top = subhead.bottom + 12;
  const legend = drawBlock(lines, 'note', PLAIN, top + Number(down) + 8, chartWidth);
  const rule = legend.bottom + 8;
  const footer = drawBlock(foot, 'foot', FOOT, rule + 8, chartWidth);
  const height = Math.ceil(footer.bottom + MARGIN - 8);
  const content = inside.replace(/<a [^>]*>/g, '<g>').replaceAll('</a>', '</g>');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="ja" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escapeXml(title)}（${escapeXml(owner)}）</title><desc id="desc">${escapeXml(description)}</desc>` +
    `<style>${getPictureStyle(brand)}</style><rect width="${width}" height="${height}" fill="#fff"/>` +
    head.svg +
    subhead.svg +
    `<g class="${classes}" transform="translate(${MARGIN} ${top})">${content}</g>` +
    legend.svg +
    `<line class="rule" x1="${MARGIN}" x2="${width - MARGIN}" y1="${rule}" y2="${rule}"/>` +
    footer.svg +
    '</svg>\n'
  );
}

/** Returns the lines below every picture: sources, page, version, terms of use. Copied values have those of their sources. */
export function listFooterLines(siteData: SiteData, sources: readonly SourceCitation[], url: string, isCopied = false) {
  const { site, urls, version } = siteData;
  const licence = formatLicence(site.licence.id);
  return [
    `出典：${formatSourceList(siteData, sources, { isCredit: isCopied }).join('、')}`,
    `作図：${site.name} ${urls.absolute(url)}`,
    `データの版：${version}　利用条件：${isCopied ? `図は ${licence}、写した値は資料ごとの利用条件` : `${licence}（${site.licence.name}）`}`,
    ...(site.fictional ? ['この図の内容は、すべて架空です。'] : []),
  ];
}

/** Draws the chart of an indicator for download; null if the indicator has no chart. */
export function drawIndicatorPicture(siteData: SiteData, indicator: Indicator): string | null {
  const observations = siteData.observationsOf(indicator.id);
  const targets = siteData.targetsOf(indicator.id);
  const chart = drawIndicatorChart(indicator, observations, 'wide', targets);
  const series = createChartSeries(indicator, observations, targets);
  if (chart === null || series === null) return null;
  const { title, municipality, plan, url } = indicator;
  const { interim, results } = series;
  const otherSigns = [
    ...(interim.length > 0 ? ['小さい◎ 中間の目標値'] : []),
    ...(results.length > 0 ? ['実線：実績'] : []),
    ...(results.some(({ isProvisional }) => isProvisional) ? ['○ 速報'] : []),
  ];
  return createChartPicture(chart, {
    title,
    owner: `${siteData.municipality(municipality).title}「${siteData.plan(plan).shortTitle}」`,
    description: describeIndicatorChart(indicator, observations, targets),
    legend: [
      ['● 現状値', '◎ 目標値', ...otherSigns].join('　'),
      lacksDistance(indicator) ? '' : '点線：現状値から目標値へ同じ歩みで進んだ場合の道のり（実績ではありません）',
      describeAxisStart(indicator, observations, targets) ?? '',
      describeSmallSample(indicator),
    ],
    foot: listFooterLines(siteData, listIndicatorSources(siteData, indicator), url),
    brand: siteData.site.colours.brand,
  });
}

/** Draws the map of a municipality's zones for download; null if it has no map. */
export function drawZonesPicture(siteData: SiteData, { id, title, prefecture }: Municipality): string | null {
  const outlines = siteData.zoneOutlineSets.find(({ municipality }) => municipality === id);
  if (!outlines) return null;
  const zones = siteData.zonesOf(id);
  const mapZones = zones.map((zone) => ({ id: zone.id, title: zone.title, url: '' }));
  const sources = zones.map(({ source }) => source);
  const { schematic } = outlines;
  return createChartPicture(drawZoneMap(outlines, mapZones, title, 'plain'), {
    title: `${title}の地域`,
    owner: `${prefecture}${title}`,
    description: `${title}の${formatCount(zones.length)}の地域の${schematic ? '模式図' : '地図'}：${zones.map((zone) => zone.title).join('、')}`,
    legend: [schematic ? SCHEMATIC_NOTE : '上が北です。'],
    foot: listFooterLines(siteData, sources, siteData.urls.zones(id)),
    brand: siteData.site.colours.brand,
  });
}
