import { extent, geoMercator } from 'd3';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import type { ZoneOutline, MunicipalityOutlines } from '../model/outline.ts';

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
