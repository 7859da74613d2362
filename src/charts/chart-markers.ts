import { formatCoordinate } from './svg-text.ts';
import type { ChartPoint, ResultPoint } from './result-series.ts';

/** The points of a chart that have markers. */
interface MarkedPoints {
  readonly from: ChartPoint;
  readonly to: ChartPoint;
  readonly interim: readonly ChartPoint[];
  readonly results: readonly ResultPoint[];
}

/** Radii of the markers, in pixels. */
interface Radii {
  readonly baseline: number;
  readonly target: number;
  readonly core: number;
  readonly interim: number;
  readonly interimCore: number;
  readonly result: number;
}

/** Returns an SVG circle. */
export const drawCircle = (kind: string, x: number, y: number, radius: number) =>
  `<circle class="${kind}" cx="${formatCoordinate(x)}" cy="${formatCoordinate(y)}" r="${radius}"/>`;

/**
 * Draws the markers of an indicator: ● baseline, ◎ target, a small ◎ for interim targets, dots for results, hollow
 * ones for 速報.
 * @param locate returns the coordinates of a point, in pixels
 */
export function drawMarkers(
  { from, to, interim, results }: MarkedPoints,
  locate: (point: ChartPoint) => readonly [x: number, y: number],
  radii: Radii,
): string {
  const circle = (point: ChartPoint, kind: string, radius: number) => drawCircle(kind, ...locate(point), radius);
  return [
    ...interim.map(
      (point) => circle(point, 'target interim', radii.interim) + circle(point, 'target-core', radii.interimCore),
    ),
    circle(from, 'baseline', radii.baseline),
    circle(to, 'target', radii.target),
    circle(to, 'target-core', radii.core),
    ...results.map((point) => circle(point, point.provisional ? 'result-dot provisional' : 'result-dot', radii.result)),
  ].join('');
}
