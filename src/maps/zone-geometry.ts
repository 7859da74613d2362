import { extent, geoMercator } from 'd3';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import type { ZoneOutline, MunicipalityOutlines } from '../tables/zones.ts';
import polylabel from 'polylabel';

type Point = [number, number];

/** A zone in the picture: polygons of rings, in pixels. */
export interface ProjectedZone {
  readonly zone: string;
  readonly polygons: readonly (readonly (readonly Point[])[])[];
}

const MARGIN = 4;
/** Corners whose triangle covers less than this many square pixels are left out. */
const DETAIL = 3;
/** Steps of the grid that points are put on, over the whole picture: about a tenth of a pixel. */
const GRID = 1e4;

function collect(outlines: readonly ZoneOutline[]): FeatureCollection<MultiPolygon> {
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

const pointsOf = (outlines: readonly ZoneOutline[]): Point[] =>
  outlines.flatMap(({ polygons }) => polygons.flat(2));

/** Fits plane coordinates, y upwards, into the picture. */
function planeOf(points: readonly Point[], width: number, height: number): (at: Point) => Point {
  const [left = 0, right = 0] = extent(points, ([x]) => x);
  const [bottom = 0, top = 0] = extent(points, ([, y]) => y);
  const [wide, tall] = [right - left || 1, top - bottom || 1];
  const scale = Math.min((width - MARGIN * 2) / wide, (height - MARGIN * 2) / tall);
  const [x0, y0] = [(width - wide * scale) / 2, (height + tall * scale) / 2];
  return ([x, y]) => [x0 + (x - left) * scale, y0 - (y - bottom) * scale];
}

/**
 * Fits longitudes and latitudes into the picture by the Mercator projection, north up. It looks at the points alone: on
 * the globe, d3 takes a ring that runs counterclockwise for everything outside it.
 */
function mapOf(points: readonly Point[], width: number, height: number): (at: Point) => Point {
  const corners: [Point, Point] = [
    [MARGIN, MARGIN],
    [width - MARGIN, height - MARGIN],
  ];
  const projection = geoMercator().fitExtent(corners, { type: 'MultiPoint', coordinates: [...points] });
  return (at) => projection(at) ?? [0, 0];
}

/**
 * Puts outlines into a picture of a width and height. Borders that two zones share are simplified once for both, so
 * that neither gaps nor overlaps come between them.
 */
export function projectOutlines(
  { schematic, outlines }: MunicipalityOutlines,
  width: number,
  height: number,
): ProjectedZone[] {
  const place = (schematic ? planeOf : mapOf)(pointsOf(outlines), width, height);
  const flat = outlines.map(({ zone, polygons }) => ({
    zone,
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(place))),
  }));
  const shared = topology({ zones: collect(flat) }, GRID);
  const simple = simplify(
    presimplify(shared as Parameters<typeof presimplify>[0], planarTriangleArea),
    DETAIL,
  );
  const drawn = simple.objects.zones ? feature(simple, simple.objects.zones) : null;
  if (drawn?.type !== 'FeatureCollection') return [];
  return drawn.features.flatMap(({ id, geometry }) =>
    geometry.type === 'MultiPolygon'
      ? [{ zone: String(id), polygons: geometry.coordinates as unknown as ProjectedZone['polygons'] }]
      : [],
  );
}

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
