import { extent, scaleLinear } from 'd3';
import type { Indicator } from '../tables/indicators.ts';
import type { Observation } from '../tables/observations.ts';
import type { Target } from '../tables/targets.ts';
import { createSvg } from './svg-text.ts';
import { drawLine } from './chart-frame.ts';
import { describeIndicatorChart } from './indicator-chart.ts';
import { createChartSeries, type ChartPoint } from './result-series.ts';
import { drawMarkers } from './chart-markers.ts';

const WIDTH = 240;
const HEIGHT = 96;
const MARGIN = 14;

/**
 * Draws the progress of one indicator among many, with the markers of the large chart but without text. Each sparkline
 * has its own scale. Null if the indicator has no large chart.
 */
export function drawSparkline(
  indicator: Indicator,
  observations: readonly Observation[],
  targets: readonly Target[],
): string | null {
  const series = createChartSeries(indicator, observations, targets);
  if (!series) return null;
  const { from, to, points, pairs } = series;
  const getDomain = (accessor: (point: ChartPoint) => number) => {
    const [low = 0, high = 0] = extent(points, accessor);
    // Equal values are in the middle.
    return low === high ? [low - 1, high + 1] : [low, high];
  };
  const x = scaleLinear(
    getDomain(({ day }) => day),
    [MARGIN, WIDTH - MARGIN],
  );
  const y = scaleLinear(
    getDomain(({ value }) => value),
    [HEIGHT - MARGIN, MARGIN],
  );
  const locate = ({ day, value }: ChartPoint) => [x(day), y(value)] as const;
  const line = (a: ChartPoint, b: ChartPoint, kind: string) =>
    drawLine({ x1: x(a.day), y1: y(a.value), x2: x(b.day), y2: y(b.value) }, kind);
  const label = describeIndicatorChart(indicator, observations, targets);
  return createSvg(
    { kind: 'chart chart-small', width: WIDTH, height: HEIGHT, label },
    line(from, to, 'expected') +
      pairs.map(([a, b]) => line(a, b, 'result')).join('') +
      drawMarkers(series, locate, 'small'),
  );
}
