import { formatCoordinate } from './svg-text.ts';
import type { ChartPoint, ChartSeries } from './result-series.ts';

/** Radii of the markers, in pixels. More results than `many` are too close to each other for large dots. */
const RADII = {
  large: { baseline: 7, target: 8, core: 3, interim: 6, interimCore: 2, result: 4.5, smallResult: 3, many: 20 },
  small: {
    baseline: 5.5,
    target: 6.5,
    core: 2.5,
    interim: 5,
    interimCore: 1.5,
    result: 3.5,
    smallResult: 2.5,
    many: 10,
  },
} as const;

/** Returns an SVG circle. */
const drawCircle = (kind: string, x: number, y: number, radius: number) =>
  `<circle class="${kind}" cx="${formatCoordinate(x)}" cy="${formatCoordinate(y)}" r="${radius}"/>`;

/**
 * Draws the markers of an indicator: ● baseline, ◎ target, a small ◎ for interim targets, dots for results, hollow
 * ones for 速報.
 * @param locate returns the coordinates of a point, in pixels
 */
export function drawMarkers(
  { from, to, interim, results }: ChartSeries,
  locate: (point: ChartPoint) => readonly [x: number, y: number],
  size: keyof typeof RADII,
): string {
  const radii = RADII[size];
  const circle = (point: ChartPoint, kind: string, radius: number) => drawCircle(kind, ...locate(point), radius);
  const dot = results.length > radii.many ? radii.smallResult : radii.result;
  return [
    ...interim.map(
      (point) => circle(point, 'target interim', radii.interim) + circle(point, 'target-core', radii.interimCore),
    ),
    circle(from, 'baseline', radii.baseline),
    circle(to, 'target', radii.target),
    circle(to, 'target-core', radii.core),
    ...results.map((point) => circle(point, point.provisional ? 'result-dot provisional' : 'result-dot', dot)),
  ].join('');
}
