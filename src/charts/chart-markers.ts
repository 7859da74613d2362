import type { ChartPoint, ResultPoint } from './result-series.ts';

/** What is marked on the way to a target. */
interface Marked {
  readonly from: ChartPoint;
  readonly to: ChartPoint;
  readonly interim: readonly ChartPoint[];
  readonly results: readonly ResultPoint[];
}

/** How large the signs are, in pixels. */
interface Radii {
  readonly baseline: number;
  readonly target: number;
  readonly core: number;
  readonly interim: number;
  readonly interimCore: number;
  readonly result: number;
}

/** A length or place in the picture, to a tenth of a pixel. */
export const formatCoordinate = (value: number) => String(Math.round(value * 10) / 10);

/**
 * The signs of every chart of an indicator: ● baseline, ◎ target, a small ◎ for interim targets, dots for results,
 * hollow ones for 速報.
 * @param place where a point stands in the picture, in pixels
 */
export function drawMarkers(
  { from, to, interim, results }: Marked,
  place: (point: ChartPoint) => readonly [x: number, y: number],
  radii: Radii,
): string {
  const circle = (point: ChartPoint, kind: string, radius: number) => {
    const [x, y] = place(point);
    return `<circle class="${kind}" cx="${formatCoordinate(x)}" cy="${formatCoordinate(y)}" r="${radius}"/>`;
  };
  return [
    ...interim.map(
      (one) => circle(one, 'target interim', radii.interim) + circle(one, 'target-core', radii.interimCore),
    ),
    circle(from, 'baseline', radii.baseline),
    circle(to, 'target', radii.target),
    circle(to, 'target-core', radii.core),
    ...results.map((one) =>
      circle(one, one.provisional ? 'result-dot provisional' : 'result-dot', radii.result),
    ),
  ].join('');
}
