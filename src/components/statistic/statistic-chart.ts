import { extent, nice } from 'd3';
import { listTimes, MIN_SUMMARIZED_VALUES, summarizeValues } from '../../charts/line-chart-frame.ts';
import type { LineChart, LineChartPoint, LineChartSeries } from '../../charts/line-chart-frame.ts';
import { describeLineChart, describeThreshold, drawLineChart, listChartNotes } from '../../charts/line-chart.ts';
import { toDayNumber } from '../../model/quantity-schema.ts';
import { statisticValueStates } from '../../model/value-lists.ts';
import { formatCount, getPrintedUnit } from '../../notation/format.ts';
import { createChartPicture, fixLineChart, listFooterLines } from '../../open-data/downloadable-pictures.ts';
import type { StatisticPoint } from '../../site-data/compare-statistic.ts';
import { memoizeBySite, type SiteData } from '../../site-data/site-data.ts';
import { getMunicipalityWord } from '../../site-data/site-size.ts';
import { getMunicipalityFinding, getSiteStatistic, listPublishedValues } from '../../site-data/site-statistics.ts';
import { listSiteStatistics, type SiteStatistic } from '../../site-data/site-statistics.ts';
import { listStatisticSources } from '../../site-data/source-citations.ts';
import * as words from '../../site-data/statistic-words.ts';
import { isProjected, type Statistic } from '../../tables/statistics.ts';
import { getMunicipalityColour } from '../site/municipality-display.ts';

/** Values are drawn from 0, unless the lowest is more than this share of the highest: then changes would be flat. */
const FLAT = 0.5;

/** Values on the axis of every index: a change of 1 %, which sentences call ほぼ同じ, must not look steep. */
const INDEX_AXIS = [95, 105] as const;

/** Returns the points of a line. A point without a known day is in no chart. */
const createPoints = (points: readonly StatisticPoint[], unit: string): LineChartPoint[] =>
  points.flatMap(({ period, value, state, text: number }) => {
    if (period.start === null) return [];
    const [day, year] = [toDayNumber(period.start), Number(period.start.slice(0, 4))];
    const text =
      state === 'not-calculated' ? statisticValueStates.words[state] : words.formatValue({ value, text: number }, unit);
    return [{ day, year, time: words.formatTime(period), value, text, state }];
  });

/** Returns an axis that does not begin at 0 if lines from 0 would be flat, else null. Equal values are always flat. */
export function findNarrowDomain(values: readonly number[]): [number, number] | null {
  const [low = 0, high = 0] = extent(values);
  return low > high * FLAT && low < high ? nice(low, high, 5) : null;
}

/** What is 100 in an index that is published as one, in the words of its definition: 国家公務員を100として. */
const PUBLISHED_BASE = /(?<=^|、)([^、。]+を100と)して/;

/** True for too many municipalities for a line, a column and a button each: charts then show the middle half of all. */
export const isSummarized = ({ published }: Pick<SiteStatistic, 'published'>): boolean =>
  published.length >= MIN_SUMMARIZED_VALUES;

/**
 * Creates the lines of a statistic. In the years of its adjusted form they follow that form, and the published values
 * are dashed: `shaded` has the days of these years.
 */
function createLines(siteData: SiteData, entry: SiteStatistic) {
  const { statistic, compared } = entry;
  const { unit, series, base } = compared;
  const adjusted = statistic.adjusted === null ? null : getSiteStatistic(siteData, statistic.adjusted);
  const adjustedPoints = new Map(
    adjusted?.published.map((one) => [one.municipality, createPoints(one.points, unit)] as const),
  );
  const lines = series.map(({ municipality, title, points }): LineChartSeries => {
    const values = base ? listPublishedValues(entry, municipality) : [];
    const counts = new Map(createPoints(values, statistic.unit).map(({ day, text }) => [day, text]));
    const own = createPoints(points, unit).map((point) => ({ ...point, published: counts.get(point.day) ?? '' }));
    const better = new Map(adjustedPoints.get(municipality)?.map((point) => [point.day, point]));
    return {
      id: municipality,
      title,
      tone: getMunicipalityColour(siteData, municipality),
      points: own.map((point) => better.get(point.day) ?? point),
      ...(better.size > 0 && { dashed: own.filter(({ day }) => better.has(day)) }),
    };
  });
  return {
    lines,
    summaries: isSummarized(entry) ? summarizeValues(lines.map(({ points }) => points)) : [],
    shaded: new Set([...adjustedPoints.values()].flat().map(({ day }) => day)),
  };
}

const statisticLines = memoizeBySite(
  (siteData) =>
    new Map(listSiteStatistics(siteData).map((entry) => [entry.statistic.id, createLines(siteData, entry)])),
);

/**
 * Returns the line chart of a statistic. Of many municipalities, it has only the line that is highlighted, above the
 * middle half of all.
 * @param main the municipality whose line is highlighted; none if all are alike
 */
export function createStatisticChart(
  siteData: SiteData,
  entry: SiteStatistic,
  size: LineChart['size'],
  main: string | null = null,
): LineChart {
  const { statistic, compared } = entry;
  const { unit, base, series: all } = compared;
  const { lines = [], summaries = [], shaded } = statisticLines(siteData).get(statistic.id) ?? {};
  // The page of a municipality names it without its prefecture.
  const own = lines.flatMap((line) =>
    line.id === main ? [{ ...line, title: siteData.municipality(main).title, isMain: true }] : [],
  );
  const series = isSummarized(entry) ? own : [...lines.filter(({ id }) => id !== main), ...own];
  const domain = findNarrowDomain([
    ...(base ? INDEX_AXIS : []),
    ...series.flatMap(({ points, dashed = [] }) => [...points, ...dashed].flatMap(({ value }) => value ?? [])),
    ...summaries.flatMap(({ middle }) => (middle ? [middle.low, middle.high] : [])),
  ]);
  const hundred = base ? `${words.chooseTimeFormat(all)(base)}を100と` : PUBLISHED_BASE.exec(statistic.definition)?.[1];
  return {
    title: words.nameSubject(statistic) + (hundred === undefined ? '' : `（${hundred}した値）`),
    unit: getPrintedUnit(unit),
    note: describeFigure(siteData, entry, main),
    size,
    series,
    summaries,
    ...(statistic.threshold && { threshold: statistic.threshold }),
    ...(domain && { domain }),
    ...(isProjected(statistic) && { isProjection: true }),
    ...(shaded?.size && series.length > 0 && { shaded, lineTitle: '参考値', dashedTitle: '公表値' }),
  };
}

/** Says how a chart shows the years of the adjusted form; empty if the site has no values of that form. */
export function describeAdjustedYears(siteData: SiteData, { adjusted }: Statistic, hasLines: boolean): string {
  if (adjusted === null || siteData.statisticValuesOf(adjusted).length === 0) return '';
  return hasLines
    ? '色をつけた年は、線が参考値、点線が公表された値です。'
    : '参考値のある年は、参考値の帯と中央値です。';
}

/**
 * Returns the note of a statistic's figure: what it shows apart (算定なし, 参考値), whom it lacks, and what ほぼ同じ means.
 * @param main the municipality whose line is highlighted; none if all are alike
 */
export function describeFigure(siteData: SiteData, entry: SiteStatistic, main: string | null = null): string {
  const { statistic, published, compared, finding } = entry;
  const excluded = published.length - compared.series.filter(({ points }) => points.length > 0).length;
  const explained = statistic.note.split(/(?<=。)/).filter((one) => one.endsWith('。') && /算定なし|参考値/.test(one));
  return [
    ...(statistic.comparison === 'share' ? [statistic.note] : explained),
    describeAdjustedYears(siteData, statistic, main !== null || !isSummarized(entry)),
    compared.series.length > 1 && excluded > 0 ? `くらべられる値のない${excluded}か所は、図にありません。` : '',
    words.explainSame((main === null ? finding : getMunicipalityFinding(entry, main)) ?? '', compared.unit),
  ].join('');
}

/** Returns the values of a statistic as they were published, for a table. */
export function createPublishedTable(
  siteData: SiteData,
  { statistic, published }: Pick<SiteStatistic, 'statistic' | 'published'>,
): LineChart {
  const series = published.map(({ municipality, title, points }) => ({
    id: municipality,
    title,
    tone: getMunicipalityColour(siteData, municipality),
    points: createPoints(points, statistic.unit),
  }));
  return { title: statistic.title, unit: statistic.unit, size: 'page', series };
}

/** Returns the last time of a chart, with the values of that time for text; undefined if it has no time. */
export function findLastValues(chart: Pick<LineChart, 'series' | 'unit'>) {
  const last = listTimes(chart).at(-1);
  const values = chart.series.flatMap(({ title: city, points }) =>
    points
      .filter(({ day }) => day === last?.day)
      .map((point) => ({ city, text: words.formatReadable(point, chart.unit) || point.text })),
  );
  return last && { time: last.time, values };
}

/** Draws the chart of a statistic for download; null if its page has none. */
export function drawStatisticPicture(siteData: SiteData, entry: SiteStatistic): string | null {
  const { statistic, published } = entry;
  const chart = createStatisticChart(siteData, entry, 'page');
  const drawn = statistic.comparison === 'none' ? '' : drawLineChart(chart, '');
  if (drawn === '') return null;
  return createChartPicture(fixLineChart(drawn), {
    title: chart.title + (chart.unit && `（${chart.unit}）`),
    owner: `国の統計、${formatCount(published.length)}の${getMunicipalityWord(siteData)}`,
    description: describeLineChart(chart),
    legend: [describeThreshold(chart) ?? '', ...listChartNotes(chart, getMunicipalityWord(siteData))],
    foot: listFooterLines(siteData, listStatisticSources(siteData, [entry]), statistic.url, true),
    brand: siteData.site.colours.brand,
  });
}
