import { formatCoordinate } from '../charts/svg-text.ts';
import { extent, geoMercator, greatest } from 'd3';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import type { ZoneOutline, MunicipalityOutlines } from '../tables/zones.ts';
import polylabel from 'polylabel';

export type Point = [number, number];
/** Polygons, each an outer ring and its holes. */
export type Polygons = readonly (readonly (readonly Point[])[])[];

/** A zone on the map: polygons of rings, in pixels. */
export interface ProjectedZone {
  readonly zone: string;
  readonly polygons: Polygons;
}

const MARGIN = 4;
/** Minimum area of the triangle at a corner, in square pixels. Smaller corners are left out. */
const DETAIL = 3;
/** Points are rounded to a grid of this many steps, about a tenth of a pixel each. */
const GRID = 1e4;

function toFeatures(outlines: readonly ZoneOutline[]): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: outlines.map(({ zone, polygons }) => ({
      type: 'Feature',
      id: zone,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
}

/** Returns the path data of polygons in pixels. */
export function formatPolygonPath(polygons: Polygons): string {
  const ring = (points: readonly Point[]) =>
    `M${points
      .slice(0, -1)
      .map(([x, y]) => `${formatCoordinate(x)} ${formatCoordinate(y)}`)
      .join('L')}Z`;
  return polygons.flatMap((rings) => rings.map(ring)).join('');
}

/** Moves every point of polygons. */
export const projectPolygons = (polygons: Polygons, project: (point: Point) => Point): Point[][][] =>
  polygons.map((rings) => rings.map((ring) => ring.map(project)));

const listPoints = (outlines: readonly ZoneOutline[]): Point[] => outlines.flatMap(({ polygons }) => polygons.flat(2));

/** Fits plane coordinates, with y upwards, into the map. */
function createPlaneProjection(points: readonly Point[], width: number, height: number): (point: Point) => Point {
  const [left = 0, right = 0] = extent(points, ([x]) => x);
  const [bottom = 0, top = 0] = extent(points, ([, y]) => y);
  const [wide, tall] = [right - left || 1, top - bottom || 1];
  const scale = Math.min((width - MARGIN * 2) / wide, (height - MARGIN * 2) / tall);
  const [x0, y0] = [(width - wide * scale) / 2, (height + tall * scale) / 2];
  return ([x, y]) => [x0 + (x - left) * scale, y0 - (y - bottom) * scale];
}

/**
 * Fits longitudes and latitudes into a map by the Mercator projection. It fits the points instead of the polygons, because
 * d3 reads a counterclockwise ring as everything outside the ring.
 */
export function createMercatorProjection(
  points: readonly Point[],
  width: number,
  height: number,
  margin = MARGIN,
): (point: Point) => Point {
  const corners: [Point, Point] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  const projection = geoMercator().fitExtent(corners, { type: 'MultiPoint', coordinates: [...points] });
  return (point) => projection(point) ?? [0, 0];
}

/**
 * Projects outlines to a map of a width and height. A border between two zones is simplified once for both, so there are
 * no gaps or overlaps.
 */
export function projectOutlines(
  { schematic, outlines }: MunicipalityOutlines,
  width: number,
  height: number,
): ProjectedZone[] {
  const createProjection = schematic ? createPlaneProjection : createMercatorProjection;
  const project = createProjection(listPoints(outlines), width, height);
  const projected = outlines.map(({ zone, polygons }) => ({
    zone,
    polygons: projectPolygons(polygons, project),
  }));
  const shared = topology({ zones: toFeatures(projected) }, GRID);
  const simple = simplify(presimplify(shared as Parameters<typeof presimplify>[0], planarTriangleArea), DETAIL);
  const collection = simple.objects.zones ? feature(simple, simple.objects.zones) : null;
  if (collection?.type !== 'FeatureCollection') return [];
  return collection.features.flatMap(({ id, geometry }) =>
    geometry.type === 'MultiPolygon'
      ? [{ zone: String(id), polygons: geometry.coordinates as unknown as Polygons }]
      : [],
  );
}

type Rings = Polygons[number];

/** Returns where a horizontal line crosses the borders of a polygon, from left to right. */
function listCrossings(rings: Rings, y: number): number[] {
  return rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x1, y1], index) => {
        const [x0, y0] = ring[index] ?? [x1, y1];
        return y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)];
      }),
    )
    .sort((a, b) => a - b);
}

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
