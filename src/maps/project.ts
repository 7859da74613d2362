import { geoMercator } from 'd3';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import type { Outline, Outlines } from '../model/outline.ts';

type Point = [number, number];

/** A zone in the picture: polygons of rings, in pixels. */
export interface Drawn {
  readonly zone: string;
  readonly polygons: readonly (readonly (readonly Point[])[])[];
}

const MARGIN = 4;
/** Corners whose triangle covers less than this many square pixels are left out. */
const DETAIL = 3;
/** Steps of the grid that points are put on, over the whole picture: about a tenth of a pixel. */
const GRID = 1e4;

function collect(outlines: readonly Outline[]): FeatureCollection<MultiPolygon> {
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

/** Fits plane coordinates, y upwards, into the picture. */
function planeOf(outlines: readonly Outline[], width: number, height: number): (at: Point) => Point {
  const points = outlines.flatMap(({ polygons }) => polygons.flat(2));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [wide, tall] = [Math.max(...xs) - left || 1, Math.max(...ys) - bottom || 1];
  const scale = Math.min((width - MARGIN * 2) / wide, (height - MARGIN * 2) / tall);
  const [x0, y0] = [(width - wide * scale) / 2, (height + tall * scale) / 2];
  return ([x, y]) => [x0 + (x - left) * scale, y0 - (y - bottom) * scale];
}

/** Fits longitudes and latitudes into the picture by the Mercator projection, north up. */
function mapOf(outlines: readonly Outline[], width: number, height: number): (at: Point) => Point {
  const corners: [Point, Point] = [
    [MARGIN, MARGIN],
    [width - MARGIN, height - MARGIN],
  ];
  const projection = geoMercator().fitExtent(corners, collect(outlines));
  return (at) => projection(at) ?? [0, 0];
}

/**
 * Puts outlines into a picture of a width and height. Borders that two zones share are simplified once for both, so
 * that neither gaps nor overlaps come between them.
 */
export function project({ schematic, outlines }: Outlines, width: number, height: number): Drawn[] {
  const place = (schematic ? planeOf : mapOf)(outlines, width, height);
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
      ? [{ zone: String(id), polygons: geometry.coordinates as unknown as Drawn['polygons'] }]
      : [],
  );
}
