import polylabel from 'polylabel';
import type { ProjectedZone } from './project.ts';

type Rings = ProjectedZone['polygons'][number];

/** Where a label may stand inside a zone, in pixels: its middle, and how wide it may be. */
export interface LabelSpace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The places, from left to right, where a level line meets the borders of a polygon. */
function crossings(rings: Rings, y: number): number[] {
  return rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x1, y1], at) => {
        const [x0, y0] = ring[at] ?? [x1, y1];
        return y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)];
      }),
    )
    .sort((a, b) => a - b);
}

/** How far one can go to the left and to the right of a place, on a level line, without leaving the polygon. */
function reach(rings: Rings, x: number, y: number): readonly [left: number, right: number] {
  const met = crossings(rings, y);
  return [met.findLast((one) => one <= x) ?? x, met.find((one) => one > x) ?? x];
}

/**
 * The room for a label in the polygon of a zone that has the most of it: around the point that lies farthest from all
 * borders, as wide as the polygon is there from the top of the label to its foot.
 * @param above how far the label reaches above its middle
 * @param below how far it reaches below
 */
export function findLabelSpace(
  polygons: ProjectedZone['polygons'],
  above: number,
  below: number,
): LabelSpace {
  const points = polygons.map((rings) => ({ rings, point: polylabel(rings, 1) }));
  const [first, ...rest] = points;
  if (!first) throw new Error('a zone without a polygon has no room for a label');
  const { rings, point } = rest.reduce(
    (best, one) => (one.point.distance > best.point.distance ? one : best),
    first,
  );
  const [x, y] = [point[0], point[1]];
  const ends = [y - above, y, y + below].map((level) => reach(rings, x, level));
  const left = Math.max(...ends.map(([end]) => end));
  const right = Math.min(...ends.map(([, end]) => end));
  return { x: (left + right) / 2, y, width: right - left };
}
