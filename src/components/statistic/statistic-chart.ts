import { extent, nice } from 'd3';
import type { LineChart, LineChartPoint } from '../../charts/line-chart-frame.ts';
import { summarizeValues } from '../../charts/value-band.ts';
import { statisticValueStates } from '../../model/value-lists.ts';
import { toDayNumber } from '../../model/quantity-schema.ts';
import type { StatisticPoint, StatisticSeries } from '../../site-data/compare-statistic.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { getSiteStatistic, type SiteStatistic } from '../../site-data/site-statistics.ts';
import { formatTime, formatValue, formatYear, getPrintedUnit, nameSubject } from '../../site-data/statistic-words.ts';
import { getMunicipalityColour } from '../site/municipality-display.ts';

/** A published number with all its decimals: 102.0. */
const DECIMALS = /^\d+\.\d+$/;

/** Half a year around a day, which is shaded. */
const HALF_YEAR = 183;

/** Values are drawn from 0, unless the lowest is more than this share of the highest: then their changes would be flat. */
const FLAT = 0.5;

/** Returns the points of a line. A point without a known day is in no chart. */
function createPoints(points: readonly StatisticPoint[], unit: string): LineChartPoint[] {
  const format = (value: number, text: string) =>
    DECIMALS.test(text) ? text + getPrintedUnit(unit) : formatValue(value, unit);
  return points.flatMap(({ period, value, state, text = '' }) =>
    period.start === null
      ? []
      : [
          {
            day: toDayNumber(period.start),
            year: Number(period.start.slice(0, 4)),
            time: formatTime(period),
            value,
            text:
              value === null
                ? state === 'not-calculated'
                  ? statisticValueStates.words[state]
                  : ''
                : format(value, text),
            state,
          },
        ],
  );
}

function chooseDomain(lines: readonly { readonly points: readonly LineChartPoint[] }[]): [number, number] | null {
  const [low = 0, high = 0] = extent(lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])));
  return low > high * FLAT ? nice(low, high, 5) : null;
}

/**
 * Returns the line chart of a statistic. In the years of its adjusted form, the lines follow that form, and the published
 * values are dashed.
 * @param main the municipality whose line stands out; none if all are alike
 */
export function createStatisticChart(
  siteData: SiteData,
  { statistic, compared: { unit, series, base } }: SiteStatistic,
  size: LineChart['size'],
  main: string | null = null,
): LineChart {
  const adjusted = statistic.adjusted === null ? null : getSiteStatistic(siteData, statistic.adjusted);
  const adjustedPoints = new Map(
    adjusted?.published.map((one) => [one.municipality, createPoints(one.points, unit)] as const),
  );
  const lines = series.map(({ municipality, title, points }) => {
    const own = createPoints(points, unit);
    const better = new Map(adjustedPoints.get(municipality)?.map((point) => [point.day, point]));
    return {
      id: municipality,
      title,
      tone: getMunicipalityColour(siteData, municipality),
      points: own.map((point) => better.get(point.day) ?? point),
      ...(better.size > 0 && { dashed: own.filter(({ day }) => better.has(day)) }),
      ...(municipality === main && { isMain: true }),
    };
  });
  const days = [...new Set([...adjustedPoints.values()].flat().map(({ day }) => day))].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  const domain = chooseDomain(lines.map(({ points, dashed = [] }) => ({ points: [...points, ...dashed] })));
  return {
    title: base ? `${statistic.title}（${formatYear(base)}を100とした値）` : nameSubject(statistic),
    unit: unit === '指数' ? '' : unit,
    size,
    series: main === null ? lines : lines.toSorted((a, b) => Number(a.id === main) - Number(b.id === main)),
    band: summarizeValues(lines.map(({ points }) => points)),
    ...(statistic.threshold && { threshold: statistic.threshold }),
    ...(domain && { domain }),
    ...(first !== undefined &&
      last !== undefined && { spans: [[first - HALF_YEAR, last + HALF_YEAR]], dashedTitle: '公表値' }),
  };
}

/** Returns the values of a statistic as they were published, for a table. */
export function createPublishedTable(
  siteData: SiteData,
  { statistic, published }: Pick<SiteStatistic, 'statistic' | 'published'>,
): LineChart {
  const series = published.map(({ municipality, title, points }: StatisticSeries) => ({
    id: municipality,
    title,
    tone: getMunicipalityColour(siteData, municipality),
    points: createPoints(points, statistic.unit),
  }));
  return { title: statistic.title, unit: statistic.unit, size: 'page', series };
}
