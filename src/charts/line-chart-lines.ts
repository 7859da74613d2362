import { area, line, sort } from 'd3';
import { isNotCalculated, MEDIAN_ID, isHighlighted } from './line-chart-frame.ts';
import type { LineChart, LineChartFrame, LineChartPoint, LineChartSeries } from './line-chart-frame.ts';
import { escapeXml, formatCoordinate } from './svg-text.ts';

/** The factor from percentages to the picture of lines, which is 1000 wide and high and needs no decimals. */
const SCALE = 10;

/** A position in the picture; `y` is null at a gap. */
type PathPoint = Readonly<{ x: number; y: number | null }>;

const drawPath = line<PathPoint>(
  ({ x }) => x * SCALE,
  ({ y }) => (y ?? 0) * SCALE,
)
  .defined(({ y }) => y !== null)
  .digits(0);

/** Returns the class of a line and its parts, and the id that the script and the buttons know. */
export function getSeriesAttributes(chart: LineChart, series: LineChartSeries, classes: string): string {
  const rank = isHighlighted(chart, series) ? '' : ' other';
  return `class="${classes} ${series.tone}${rank}" data-series="${escapeXml(series.id)}"`;
}

/** Returns the points of a line at all times of the chart, with gaps. */
export function listPathPoints({ times, x, y }: LineChartFrame, points: readonly LineChartPoint[]): PathPoint[] {
  const values = new Map(points.map(({ day, value }) => [day, value]));
  return times.map(({ day }) => {
    const value = values.get(day) ?? null;
    return { x: x(day), y: value === null ? null : y(value) };
  });
}

/** Draws points at all times of the chart as a path, with a gap at each long interval. */
const drawPoints = ({ follows }: LineChartFrame, points: readonly PathPoint[]) =>
  drawPath(points.flatMap((point, at) => (follows(at) ? point : [{ ...point, y: null }, point]))) ?? '';

/** Returns the points of a dashed line: each run of its values, joined to the line at the times before and after it. */
function listDashedPoints(frame: LineChartFrame, { points, dashed = [] }: LineChartSeries): PathPoint[] {
  const solid = listPathPoints(frame, points);
  const apart = listPathPoints(frame, dashed);
  const hasValue = (at: number) => (apart[at]?.y ?? null) !== null;
  return apart.map((point, at) => {
    const isNeighbour = !hasValue(at) && (hasValue(at - 1) || hasValue(at + 1));
    return isNeighbour ? (solid[at] ?? point) : point;
  });
}

function drawSeries(chart: LineChart, frame: LineChartFrame, series: LineChartSeries): string {
  const solid = drawPoints(frame, listPathPoints(frame, series.points));
  const dashed = drawPoints(frame, listDashedPoints(frame, series));
  const draw = (path: string, classes: string) =>
    path === '' ? '' : `<path ${getSeriesAttributes(chart, series, classes)} d="${path}"/>`;
  return draw(dashed, 'line dashed') + draw(solid, 'line');
}

/** Returns the positions around times of the chart: half an interval before and after them, inside the picture. */
function findSurroundings({ interval, x }: LineChartFrame, first: number, last: number): readonly [number, number] {
  return [Math.max(0, x(first - interval / 2)), Math.min(100, x(last + interval / 2))];
}

/** Returns the runs of some times of the chart, as positions in percent of the width. */
function listRuns(frame: LineChartFrame, days: ReadonlySet<number>) {
  const runs: { first: number; last: number }[] = [];
  frame.times.forEach(({ day }, at) => {
    if (!days.has(day)) return;
    const run = runs.at(-1);
    if (run && frame.follows(at) && run.last === frame.times[at - 1]?.day) run.last = day;
    else runs.push({ first: day, last: day });
  });
  return runs.map(({ first, last }) => findSurroundings(frame, first, last));
}

/** Returns the runs of times at which a line is 算定なし, as positions in percent of the width. */
export const listNotCalculatedRuns = (frame: LineChartFrame, { points }: LineChartSeries) =>
  listRuns(frame, new Set(points.filter(isNotCalculated).map(({ day }) => day)));

/** Draws what is behind the lines: shaded times, the grid, the middle half of all municipalities, the threshold. */
function drawBackground({ shaded = new Set(), summaries = [] }: LineChart, frame: LineChartFrame): string {
  const { x, y, bottom, numbers, stripTop, low, threshold } = frame;
  const scale = (share: number) => formatCoordinate(share * SCALE);
  const horizontal = (classes: string, share: number) =>
    `<path class="${classes}" d="M0,${scale(share)}H${100 * SCALE}"/>`;
  const shades = listRuns(frame, shaded).map(
    ([from, to]) =>
      `<rect class="shade" x="${scale(from)}" y="0" width="${scale(to - from)}" height="${scale(bottom)}"/>`,
  );
  const drawMiddle = area<(typeof summaries)[number]>(
    ({ day }) => x(day) * SCALE,
    ({ middle }) => y(middle?.low ?? 0) * SCALE,
    ({ middle }) => y(middle?.high ?? 0) * SCALE,
  )
    .defined(({ middle }) => middle !== null)
    .digits(1);
  const drawMedian = drawMiddle
    .lineY0()
    .y(({ middle }) => y(middle?.median ?? 0) * SCALE)
    .digits(1);
  return [
    ...shades,
    ...(summaries.length > 0 ? [`<path class="middle-half" d="${drawMiddle(summaries) ?? ''}"/>`] : []),
    ...numbers.map((tick) => horizontal(tick === 0 && low < 0 ? 'grid zero' : 'grid', y(tick))),
    ...(stripTop === null ? [] : [horizontal('strip-rule', stripTop)]),
    ...(summaries.length > 0
      ? [`<path class="median" data-series="${MEDIAN_ID}" d="${drawMedian(summaries) ?? ''}"/>`]
      : []),
    ...(threshold ? [horizontal('threshold', y(threshold.value))] : []),
  ].join('');
}

/** Draws the picture that is stretched: the background and the lines, the highlighted ones on top. */
export function drawLineLayer(chart: LineChart, frame: LineChartFrame): string {
  const lines = sort(chart.series, (one) => isHighlighted(chart, one));
  return drawBackground(chart, frame) + lines.map((series) => drawSeries(chart, frame, series)).join('');
}
