import { extent, min, nice, pairs, scaleLinear, sort, ticks, max, quantileSorted } from 'd3';
import { memoizeByObject } from '../model/collections.ts';
import { fixDecimals } from '../notation/decimal.ts';
import type { StatisticValue } from '../tables/statistic-values.ts';

export interface LineChartPoint {
  /** Its position on the axis of time: days since 1970-01-01. */
  readonly day: number;
  /** The year on the axis: 2008. */
  readonly year: number;
  /** The time in words: 2008年度. */
  readonly time: string;
  /** Null if it is 算定なし, or if there is none: a known gap. */
  readonly value: number | null;
  /** The value in words, with its unit: 20.7%, 算定なし. */
  readonly text: string;
  readonly state: StatisticValue['state'];
  /** The published value of an index, which says how many people 108.7 are. */
  readonly published?: string;
}

/**
 * One line of a chart. It breaks at each time at which it has no value but another line has one, and at intervals
 * longer than usual: a year that no line has is a gap, too.
 */
export interface LineChartSeries {
  readonly id: string;
  readonly title: string;
  /** The CSS class of its colour: `city-2`. */
  readonly tone: string;
  readonly points: readonly LineChartPoint[];
  /** True for a line that is highlighted: if there are such lines, all others are grey. */
  readonly isMain?: boolean;
  /** Values of the same times that the line does not follow: drawn dashed. */
  readonly dashed?: readonly LineChartPoint[];
}

/** Many values at one time. */
export interface ValueSummary extends Pick<LineChartPoint, 'day' | 'year' | 'time'> {
  /** How many municipalities have a number. */
  readonly numbers: number;
  /** How many are 算定なし. */
  readonly notCalculated: number;
  /** The middle half of the numbers: the lower quartile, the median, the upper quartile. Null if they are too few. */
  readonly middle: { readonly low: number; readonly median: number; readonly high: number } | null;
  /** How many decimals the numbers have; the middle half is printed with as many. */
  readonly decimals: number;
}

export interface LineChart {
  /** What the values are: 将来負担比率. */
  readonly title: string;
  readonly unit: string;
  readonly size: 'page' | 'small';
  /** What readers must know about the values. */
  readonly note?: string;
  readonly series: readonly LineChartSeries[];
  /** The lowest and the highest value of the axis. Without it, the axis begins at 0. */
  readonly domain?: readonly [low: number, high: number];
  readonly threshold?: { readonly value: number; readonly title: string };
  /** The values of all municipalities, with their middle half. */
  readonly summaries?: readonly ValueSummary[];
  /** The days of times with a shaded background. */
  readonly shaded?: ReadonlySet<number>;
  /** What a value of the line is at a time with a dashed value: 参考値. */
  readonly lineTitle?: string;
  /** What a dashed value is: 公表値. */
  readonly dashedTitle?: string;
  /** True if nobody has measured the values yet: all lines are broken. */
  readonly isProjection?: boolean;
}

/** The words for a value that the site does not have, though its source may have one. */
export const UNLISTED_VALUE = '掲載なし';

/** The id of the line of the median; no municipality has it. */
export const MEDIAN_ID = '(median)';

/** With more lines than this, only main lines have labels and colours. */
export const MAX_LABELLED = 8;

/**
 * Lengths in pixels, if a rem has 16: the minimum height of a chart in line-chart.css, and the distance of two rows of
 * 算定なし, which have names.
 */
export const LINE_CHART_SIZES = {
  page: { height: 304, row: 14 },
  small: { height: 208, row: 14 },
} as const;

/**
 * Returns about how many numbers an axis has, on charts of both sizes: a statistic has one axis. One that begins at 0
 * needs fewer; the numbers of another one show that it doesn't.
 */
const countTicks = (low: number) => (low === 0 ? 4 : 5);

/** An interval longer than this many of the shortest ones is a gap: there are years of 276 days, and leap years. */
const MAX_INTERVAL = 1.5;

/** Below the axis: the distances to the line above it, to the first row of 算定なし, and from the last row to the end. */
const STRIP = { top: 12, first: 12, end: 8 };

/** The least distance of a number of the axis from the lowest one, in pixels: more than the height of its letters. */
const LEAST_TICK_DISTANCE = 16;

export const isNotCalculated = ({ state }: Pick<LineChartPoint, 'state'>) => state === 'not-calculated';

/** True for a value, or the statement that there is none to calculate. */
export const isStated = (point: LineChartPoint) => point.value !== null || isNotCalculated(point);

/** True for a chart with a value to draw. */
export const hasDrawnValue = ({ series, summaries = [] }: LineChart): boolean =>
  series.some(({ points }) => points.some(isStated)) || summaries.some(({ middle }) => middle !== null);

/** True for a line in its own colour, with its value at its end. */
export const isHighlighted = ({ series }: LineChart, { isMain = false }: LineChartSeries): boolean =>
  isMain || (series.length <= MAX_LABELLED && !series.some((one) => one.isMain));

/** Returns the times of all values, in order. 2020年4月1日 and 2020年度 begin on one day, so they are one time. */
export function listTimes({
  series,
  summaries = [],
}: Pick<LineChart, 'series' | 'summaries'>): Pick<LineChartPoint, 'day' | 'time' | 'year'>[] {
  const points = [...series.flatMap(({ points: line, dashed = [] }) => [...line, ...dashed]), ...summaries];
  const times = Map.groupBy(points, ({ day }) => day);
  return [...times]
    .map(([day, own]) => ({ day, year: own[0]?.year ?? 0, time: [...new Set(own.map(({ time }) => time))].join('・') }))
    .sort((a, b) => a.day - b.day);
}

/** Returns the ends of the axis, which are numbers on it. It contains every value, even if a declared axis does not. */
function chooseDomain({ series, domain, threshold, summaries = [] }: LineChart): readonly [number, number] {
  const lines = series.flatMap(({ points, dashed = [] }) => [...points, ...dashed]);
  const values = [
    ...lines.flatMap(({ value }) => value ?? []),
    ...summaries.flatMap(({ middle }) => (middle ? [middle.low, middle.high] : [])),
  ];
  const [low = 0, high = 0] = extent([...(domain ?? [0]), ...(values.length > 0 ? values : [threshold?.value ?? 0])]);
  if (low === domain?.[0] && high === domain[1]) return domain;
  const limit = !domain && threshold && threshold.value <= high * 1.5 ? Math.max(high, threshold.value) : high;
  return low === limit ? [0, 1] : nice(low, limit, countTicks(low));
}

/** The area of a line chart, with its scales. */
export type LineChartFrame = ReturnType<typeof createLineFrame>;

/** Creates the frame of a chart, once for all its parts. Coordinates are percentages of its size. */
export const createLineFrame = memoizeByObject((chart: LineChart) => {
  const { threshold, size } = chart;
  const { height, row } = LINE_CHART_SIZES[size];
  const stripped = chart.series.filter(
    (one) => (chart.series.length <= MAX_LABELLED || isHighlighted(chart, one)) && one.points.some(isNotCalculated),
  );
  const stripHeight = stripped.length === 0 ? 0 : STRIP.top + STRIP.first + (stripped.length - 1) * row + STRIP.end;
  const toShare = (pixels: number) => (100 * pixels) / height;
  const bottom = 100 - toShare(stripHeight);
  const times = listTimes(chart);
  const [low, high] = chooseDomain(chart);
  const y = scaleLinear([low, high], [bottom, 0]);
  const numbers = ticks(low, high, countTicks(low));
  const [first = 0, last = 0] = extent(times, ({ day }) => day);
  const interval = min(pairs(times), ([a, b]) => b.day - a.day) ?? 1;
  // One time is in the middle, with half an interval on both sides.
  const margin = first === last ? interval / 2 : 0;
  const firstRow = bottom + toShare(STRIP.top + STRIP.first);
  return {
    times,
    /** The shortest interval of two times, in days. */
    interval,
    /** True if a time follows the time before it without a gap. */
    follows: (at: number) =>
      (times[at]?.day ?? Infinity) - (times[at - 1]?.day ?? -Infinity) <= interval * MAX_INTERVAL,
    x: scaleLinear([first - margin, last + margin], [0, 100]),
    y,
    low,
    high,
    /** An axis above 0 has a number at its lower end, which says that it does not begin at 0. */
    numbers: low < 0 ? numbers : [low, ...numbers.filter((tick) => bottom - y(tick) >= toShare(LEAST_TICK_DISTANCE))],
    /** The end of the axis of values; below it is only 算定なし. */
    bottom,
    /** The line between the axis and 算定なし. */
    stripTop: stripped.length === 0 ? null : bottom + toShare(STRIP.top),
    /** The threshold, if the axis contains it. */
    threshold: threshold && threshold.value >= low && threshold.value <= high ? threshold : undefined,
    /** The row of 算定なし of each line that has it. */
    rows: new Map(stripped.map(({ id }, at) => [id, firstRow + toShare(at * row)])),
    /** Pixels in percent of the height, at the least height of the picture. */
    toShare,
  };
});

/** Of fewer values, quartiles say more about single municipalities than about all. */
export const MIN_SUMMARIZED_VALUES = 30;

/** Returns the quartiles of numbers, interpolated (R-7, `quantile` of d3) and rounded; null for too few numbers. */
function findMiddle(numbers: readonly number[], decimals: number): ValueSummary['middle'] {
  if (numbers.length < MIN_SUMMARIZED_VALUES) return null;
  const sorted = sort(numbers);
  const [low = 0, median = 0, high = 0] = [0.25, 0.5, 0.75].map((share) =>
    Number(fixDecimals(quantileSorted(sorted, share) ?? 0, decimals)),
  );
  return { low, median, high };
}

/**
 * Returns a summary of the values at each time, in the order of time: the middle half of at least
 * `MIN_SUMMARIZED_VALUES` numbers, and how many there are. 算定なし is not a number, and is counted on its own. Empty for
 * fewer lines than that.
 */
export function summarizeValues(series: readonly (readonly LineChartPoint[])[]): ValueSummary[] {
  if (series.length < MIN_SUMMARIZED_VALUES) return [];
  const days = Map.groupBy(series.flat(), ({ day }) => day);
  return sort(days, ([day]) => day).flatMap(([day, points]) => {
    const [{ year, time } = {}] = points;
    if (year === undefined || time === undefined) return [];
    const numbers = points.flatMap(({ value }) => value ?? []);
    const notCalculated = points.filter(isNotCalculated).length;
    const decimals = max(points, ({ text }) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0) ?? 0;
    const middle = findMiddle(numbers, decimals);
    return [{ day, year, time, numbers: numbers.length, notCalculated, middle, decimals }];
  });
}
