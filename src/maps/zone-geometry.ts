import { geoIdentity, geoMercator, geoPath, greatest } from 'd3';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import type { ZoneOutlineSet } from '../tables/zones.ts';

export type Point = [number, number];
/** Polygons, each an outer ring and its holes. */
export type Polygons = Point[][][];

/** A zone on the map: polygons of rings, in pixels. */
export type ProjectedZone = Readonly<{ zone: string; polygons: Polygons }>;

const MARGIN = 4;
/** Minimum area of the triangle at a corner, in square pixels. Smaller corners are left out. */
const DETAIL = 3;
/** Points are rounded to a grid of this many steps, about a twentieth of a pixel each. */
const GRID = 1e4;

/** Returns the path data of polygons in pixels. */
export const formatPolygonPath = (coordinates: Polygons): string =>
  geoPath().digits(1)({ type: 'MultiPolygon', coordinates }) ?? '';

/** Moves every point of polygons. */
export const projectPolygons = (polygons: Polygons, project: (point: Point) => Point): Polygons =>
  polygons.map((rings) => rings.map((ring) => ring.map(project)));

/**
 * Returns the projection that fits polygons into a map: a plane with y upwards, or degrees by Mercator. It
 * fits the points instead of the polygons, because d3 reads a counterclockwise ring as everything outside the ring.
 */
export function fitPolygons(polygons: Polygons, [width, height]: Point, margin: number, isPlane = false) {
  const corners: [Point, Point] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  const points = { type: 'MultiPoint', coordinates: polygons.flat(2) } as const;
  const projection = isPlane
    ? geoIdentity().reflectY(true).fitExtent(corners, points)
    : geoMercator().fitExtent(corners, points);
  return (point: Point): Point => projection(point) ?? [0, 0];
}

/**
 * Leaves out the corners of zones whose triangles are smaller than an area. A border between two zones is simplified
 * once for both, so there are no gaps or overlaps.
 * @param chooseArea returns the area, in square pixels, from those of all corners
 * @param grid the number of steps to which points are rounded
 */
export function simplifyZones(
  zones: readonly ProjectedZone[],
  chooseArea: (areas: readonly number[]) => number,
  grid?: number,
): ProjectedZone[] {
  const features: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: zones.map(({ zone, polygons }) => ({
      type: 'Feature',
      id: zone,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
  const shared = topology({ zones: features }, grid);
  const weighted = presimplify(shared as Parameters<typeof presimplify>[0], planarTriangleArea);
  const areas = weighted.arcs.flatMap((arc) => arc.map(([, , area = 0]) => area));
  const simple = simplify(weighted, chooseArea(areas));
  const collection = simple.objects.zones ? feature(simple, simple.objects.zones) : null;
  if (collection?.type !== 'FeatureCollection') return [];
  return collection.features.flatMap(({ id, geometry }) =>
    geometry.type === 'MultiPolygon' ? [{ zone: String(id), polygons: geometry.coordinates as Polygons }] : [],
  );
}

/** Projects outlines to a map of a width and height. */
export function projectOutlines(set: ZoneOutlineSet, width: number, height: number): ProjectedZone[] {
  const all = set.outlines.flatMap(({ polygons }) => polygons);
  const project = fitPolygons(all, [width, height], MARGIN, set.schematic);
  const zones = set.outlines.map(({ zone, polygons }) => ({ zone, polygons: projectPolygons(polygons, project) }));
  return simplifyZones(zones, () => DETAIL, GRID);
}

type Rings = Polygons[number];

/** Returns where a horizontal line crosses the borders of a polygon, from left to right. */
const listCrossings = (rings: Rings, y: number): number[] =>
  rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x1, y1], index) => {
        const [x0, y0] = ring[index] ?? [x1, y1];
        return y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)];
      }),
    )
    .sort((a, b) => a - b);

/** Returns the borders of the polygon to the left and right of a point, on a horizontal line. */
function findBorders(rings: Rings, x: number, y: number): readonly [left: number, right: number] {
  const crossings = listCrossings(rings, y);
  return [crossings.findLast((left) => left <= x) ?? x, crossings.find((right) => right > x) ?? x];
}

/**
 * Finds the space for a label in the largest polygon of a zone: around the point farthest from all borders, as wide as
 * the polygon is between the top of the label and its bottom. Returns its middle and its width, in pixels.
 * @param above height of the label above its middle
 * @param below height below its middle
 */
export function findLabelSpace(polygons: ProjectedZone['polygons'], above: number, below: number) {
  const points = polygons.map((rings) => ({ rings, point: polylabel(rings, 1) }));
  const largest = greatest(points, (a, b) => a.point.distance - b.point.distance);
  if (!largest) throw new Error('a zone without a polygon has no room for a label');
  const { rings, point } = largest;
  const [x, y] = point;
  const ends = [y - above, y, y + below].map((level) => findBorders(rings, x, level));
  const left = Math.max(...ends.map(([end]) => end));
  const right = Math.min(...ends.map(([, end]) => end));
  return { x: (left + right) / 2, y, width: right - left };
}
