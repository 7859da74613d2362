import { suggestChoice } from '../../problems/near.ts';
import { createIssue, type Issue } from '../../problems/problem.ts';
import type { GeoArea } from '../../read/geojson.ts';
import type { ParsedZones } from '../draft.ts';
import type { SiteCheck } from '../rule.ts';
import type { DiagnosticReport } from '../report.ts';

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
function* flawsOf({ id, polygons }: GeoArea, schematic: boolean): Generator<Issue> {
  const rings = polygons.flat();
  if (!rings.every(isClosed)) yield createIssue('open-ring', { value: id });
  const outside = schematic ? undefined : rings.flat().find((position) => !isInJapan(position));
  if (outside) yield createIssue('outside-japan', { value: id, position: outside.slice(0, 2).join(', ') });
}

function checkShapes({ zones, outlines }: ParsedZones, report: DiagnosticReport): void {
  if (!outlines) return;
  const { file, schematic, shapes } = outlines;
  const first = new Map<string, number>();
  for (const shape of shapes) {
    const { id, position } = shape;
    const place = { file, ...position, field: 'id' };
    const line = first.get(id);
    if (line !== undefined) report.add(place, createIssue('repeated-id', { value: id, file, line }));
    else first.set(id, position.line);
    if (!zones.keys.has(id))
      report.add(
        place,
        createIssue('unknown-reference', {
          value: id,
          what: '地域ID',
          file: zones.file,
          near: suggestChoice(id, zones.keys),
        }),
      );
    for (const found of flawsOf(shape, schematic)) report.add(place, found);
  }
  for (const { fields, locate } of zones.rows)
    if (!first.has(fields.id))
      report.add(locate('地域ID'), createIssue('zone-without-shape', { value: fields.id, file }));
}

/** Where the shapes of zones are given, each zone has one, and each can be drawn. */
export const checkZoneShapes: SiteCheck = (known, report) => {
  for (const one of known.zones) checkShapes(one, report);
};
