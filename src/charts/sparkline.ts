import { extent, scaleLinear } from 'd3';
import type { Indicator } from '../tables/indicators.ts';
import type { Observation } from '../tables/observations.ts';
import type { Target } from '../tables/targets.ts';
import { escapeXml } from './svg-text.ts';
import { describeIndicatorChart } from './indicator-chart.ts';
import {
  listInterimPoints,
  pairNeighbours,
  listMissingDays,
  createChartPoint,
  listResultPoints,
  type ChartPoint,
} from './result-series.ts';
import { formatCoordinate, drawMarkers } from './chart-markers.ts';

const WIDTH = 240;
const HEIGHT = 96;
const MARGIN = 14;

/**
 * The way to a target as one of many: the same signs as in the large picture, without words or scale, which stand in
 * the caption. Each has a scale of its own. Null where the large one is not drawn either.
 */
export function drawSparkline(
  indicator: Indicator,
  observations: readonly Observation[],
  targets: readonly Target[],
): string | null {
  const from = createChartPoint(indicator.baseline);
  const to = createChartPoint(indicator.target);
  if (!from || !to || from.day >= to.day) return null;
  const results = listResultPoints(observations);
  const interim = listInterimPoints(targets);
  const points = [from, to, ...results, ...interim];
  const span = (of: (point: ChartPoint) => number) => {
    const [low = 0, high = 0] = extent(points, of);
    // Where all are the same, they stand in the middle.
    return low === high ? [low - 1, high + 1] : [low, high];
  };
  const x = scaleLinear(
    span(({ day }) => day),
    [MARGIN, WIDTH - MARGIN],
  );
  const y = scaleLinear(
    span(({ value }) => value),
    [HEIGHT - MARGIN, MARGIN],
  );
  const place = ({ day, value }: ChartPoint) => [x(day), y(value)] as const;
  const line = (a: ChartPoint, b: ChartPoint, kind: string) =>
    `<line class="${kind}" x1="${formatCoordinate(x(a.day))}" y1="${formatCoordinate(y(a.value))}" x2="${formatCoordinate(x(b.day))}" y2="${formatCoordinate(y(b.value))}"/>`;
  const known = [from, ...results].sort((a, b) => a.day - b.day);
  const dot = results.length > 10 ? 2.5 : 3.5;
  const text = escapeXml(describeIndicatorChart(indicator, observations, targets));
  return (
    `<svg class="chart chart-small" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${text}">` +
    line(from, to, 'expected') +
    pairNeighbours(known, listMissingDays(observations))
      .map(([a, b]) => line(a, b, 'result'))
      .join('') +
    drawMarkers({ from, to, interim, results }, place, {
      baseline: 5.5,
      target: 6.5,
      core: 2.5,
      interim: 5,
      interimCore: 1.5,
      result: dot,
    }) +
    '</svg>'
  );
}
