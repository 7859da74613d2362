import { polygonArea } from 'd3';
import type { ParsedOutlines } from '../check/outlines.ts';
import type { MunicipalityOutlines } from '../model/outline.ts';

type Point = [number, number];

/** Turns a ring so that it runs counterclockwise around an area, or clockwise around a hole, with y upwards. */
function wound(ring: readonly Point[], hole: boolean): Point[] {
  // d3 means pixels, with y downwards: what runs counterclockwise there runs clockwise on a map.
  const clockwise = polygonArea([...ring]) > 0;
  return clockwise === hole ? [...ring] : ring.toReversed();
}

/**
 * The outlines of a municipality's zones, as they are drawn and published: outer rings counterclockwise, holes clockwise
 * (RFC 7946, section 3.1.6), however they were written. Heights, which GeoJSON allows, are left out.
 */
export function buildMunicipalityOutlines(
  municipality: string,
  { schematic, shapes }: ParsedOutlines,
): MunicipalityOutlines {
  const flat = ([x = 0, y = 0]: readonly number[]): Point => [x, y];
  const outlines = shapes.map(({ id, polygons }) => ({
    zone: `${municipality}/${id}`,
    polygons: polygons.map((rings) => rings.map((ring, at) => wound(ring.map(flat), at > 0))),
  }));
  return { municipality, schematic, outlines };
}
