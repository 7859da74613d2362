import { near } from '../../problems/near.ts';
import { flaw, type Flaw } from '../../problems/problem.ts';
import type { Shape } from '../../read/geojson.ts';
import type { ZonesDraft } from '../draft.ts';
import type { Rule } from '../rule.ts';
import type { Report } from '../report.ts';

/** Degrees between which Japan lies, with its farthest islands. */
const JAPAN = { west: 122, east: 154, south: 20, north: 46 };
/** A triangle whose last point is its first again. */
const FEWEST_POINTS = 4;

function isClosed(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= FEWEST_POINTS && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isInJapan([longitude = 0, latitude = 0]: readonly number[]): boolean {
  const { west, east, south, north } = JAPAN;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** What is wrong with one shape by itself. */
function* flawsOf({ id, polygons }: Shape, schematic: boolean): Generator<Flaw> {
  const rings = polygons.flat();
  if (!rings.every(isClosed)) yield flaw('open-ring', { value: id });
  const outside = schematic ? undefined : rings.flat().find((position) => !isInJapan(position));
  if (outside) yield flaw('outside-japan', { value: id, position: outside.slice(0, 2).join(', ') });
}

function checkShapes({ zones, outlines }: ZonesDraft, report: Report): void {
  if (!outlines) return;
  const { file, schematic, shapes } = outlines;
  const first = new Map<string, number>();
  for (const shape of shapes) {
    const { id, spot } = shape;
    const place = { file, ...spot, field: 'id' };
    const line = first.get(id);
    if (line !== undefined) report.add(place, flaw('repeated-id', { value: id, file, line }));
    else first.set(id, spot.line);
    if (!zones.keys.has(id))
      report.add(
        place,
        flaw('unknown-reference', {
          value: id,
          what: '地域ID',
          file: zones.file,
          near: near(id, zones.keys),
        }),
      );
    for (const found of flawsOf(shape, schematic)) report.add(place, found);
  }
  for (const { value, at } of zones.rows)
    if (!first.has(value.id)) report.add(at('地域ID'), flaw('zone-without-shape', { value: value.id, file }));
}

/** Where the shapes of zones are given, each zone has one, and each can be drawn. */
export const shapes: Rule = (known, report) => {
  for (const one of known.zones) checkShapes(one, report);
};
