import { geoDistance, polygonContains } from 'd3';
import { createIssue, type Issue, locateFile } from '../../diagnostics/diagnostic.ts';
import type { GeoArea } from '../../input/json-reader.ts';
import { findRepetitions } from '../../model/collections.ts';
import { EARTH_RADIUS, JAPAN_LIMITS, getPrefectureNumber, prefectureNames } from '../../model/municipality.ts';
import type { SiteCheck } from '../parsed-site.ts';
import { findPath } from './id-checks.ts';
import { createReferenceCheck } from './reference-checks.ts';

/**
 * Reports prefectures that don't match the first two digits of the municipality's code. Numbers that no prefecture has
 * belong to made-up areas; municipalities with the same number must have the same prefecture.
 */
export const checkPrefectures: SiteCheck = ({ municipalities }, report) => {
  const names = new Map(prefectureNames);
  for (const { fields, locate } of municipalities.rows) {
    const number = getPrefectureNumber(fields.code);
    const name = names.get(number) ?? fields.prefecture;
    if (fields.prefecture === '') continue;
    names.set(number, name);
    if (name !== fields.prefecture)
      report.add(locate('都道府県'), 'other-prefecture', { value: fields.prefecture, number, name });
  }
};

/** Reports municipalities that merged on no day or on a day to come, and those that merged into themselves. */
export const checkAbolitions: SiteCheck = ({ municipalities: { rows }, today }, report) => {
  const successors = new Map(rows.map(({ fields }) => [fields.id, fields.successor]));
  for (const { fields, locate } of rows) {
    const { id, abolished, successor } = fields;
    if (abolished === null && successor !== null) report.add(locate('廃止日'), 'unclear-abolition');
    if (abolished !== null && abolished > today)
      report.add(locate('廃止日'), 'unclear-abolition', { value: abolished, today });
    const path = successor === null ? null : findPath(successor, id, (one) => [successors.get(one) ?? []].flat());
    if (path) report.add(locate('合併先'), 'successor-loop', { loop: [id, ...path].join(' → ') });
  }
};

/** Reports offices with only one of the two coordinates: no map can show them. */
export const checkPositions: SiteCheck = ({ municipalities }, report) => {
  for (const { fields, locate } of municipalities.rows) {
    if ((fields.latitude === null) === (fields.longitude === null)) continue;
    const [field, other] = fields.latitude === null ? ['緯度', '経度'] : ['経度', '緯度'];
    report.add(locate(field), 'half-position', { field, other });
  }
};

/** The different points of a triangle. */
const MIN_CORNERS = 3;

/** Digits after the point by which two points of a ring differ: no map can enlarge a smaller ring. */
const DIGITS = 9;

/** Returns true for a ring that ends at its beginning and goes through three points or more. */
function isClosed(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  const corners = new Set(ring.map(([x = 0, y = 0]) => `${x.toFixed(DIGITS)} ${y.toFixed(DIGITS)}`));
  return corners.size >= MIN_CORNERS && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isInJapan([longitude = 0, latitude = 0]: readonly number[]): boolean {
  const { west, east, south, north } = JAPAN_LIMITS;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Yields the issues of one shape by itself. */
function* listShapeIssues({ id, polygons }: GeoArea, schematic: boolean): Generator<Issue> {
  const rings = polygons.flat();
  if (!rings.every(isClosed)) yield createIssue('open-ring', { value: id });
  const outside = schematic ? undefined : rings.flat().find((position) => !isInJapan(position));
  if (outside) yield createIssue('outside-japan', { value: id, position: outside.slice(0, 2).join(', ') });
}

/** The maximum number of points of a municipality's outline: pictures of it are small. */
const MAX_POINTS = 1000;

/** A town hall at most this far from a point of the border may be inside the exact border. In kilometres. */
const BORDER_DISTANCE = 1;

/** Returns true if a point is inside the outer ring of one of the polygons, or near a point of them. */
function isInOrNear(point: [number, number], polygons: GeoArea['polygons']): boolean {
  const rings = polygons.map((rings) => (rings[0] ?? []).map(([x = 0, y = 0]): [number, number] => [x, y]));
  return rings.some(
    (ring) =>
      polygonContains(ring, point) || ring.some((one) => geoDistance(one, point) * EARTH_RADIUS <= BORDER_DISTANCE),
  );
}

/** Checks the outline of each municipality: it can be drawn, and contains the town hall. */
export const checkMunicipalityShapes: SiteCheck = ({ municipalities, folders }, report) => {
  const byId = new Map(municipalities.rows.map(({ fields }) => [fields.id, fields]));
  for (const { municipality, outline } of folders) {
    if (!outline) continue;
    const { file, shapes } = outline;
    const issues = shapes.flatMap((shape) => Array.from(listShapeIssues(shape, false), (issue) => ({ shape, issue })));
    for (const { shape, issue } of issues) report.addIssue({ file, ...shape.position, field: '' }, issue);
    const polygons = shapes.flatMap((shape) => shape.polygons);
    const count = polygons.flat(2).length;
    if (count > MAX_POINTS) report.add(locateFile(file), 'too-many-points', { count, most: MAX_POINTS });
    const { latitude = null, longitude = null } = byId.get(municipality) ?? {};
    if (issues.length === 0 && latitude !== null && longitude !== null && !isInOrNear([longitude, latitude], polygons))
      report.add(locateFile(file), 'office-outside-shape', { latitude, longitude });
  }
};

/** Checks the shapes of zones: every zone has exactly one, and each can be drawn. */
export const checkZoneShapes: SiteCheck = (context, report) => {
  for (const { zones, outlines } of context.folders) {
    if (!outlines) continue;
    const { file, schematic, shapes } = outlines;
    const checkId = createReferenceCheck('地域ID', zones, context, report);
    const locateShape = ({ position }: GeoArea) => ({ file, ...position, field: 'id' });
    for (const shape of shapes) {
      checkId({ locate: () => locateShape(shape) }, 'id', shape.id);
      for (const issue of listShapeIssues(shape, schematic)) report.addIssue(locateShape(shape), issue);
    }
    for (const { item, first } of findRepetitions(shapes, ({ id }) => id))
      report.add(locateShape(item), 'repeated-id', { value: item.id, file, line: first.position.line });
    for (const { fields, locate } of zones.rows)
      if (!shapes.some(({ id }) => id === fields.id))
        report.add(locate('地域ID'), 'zone-without-shape', { value: fields.id, file });
  }
};

/** Reports zones of municipalities without a plan, because zones come from plans. */
export const checkZonePlans: SiteCheck = (context, report) => {
  const planned = new Set(context.plans.map(({ index }) => index.front.municipality));
  const allRead = context.plans.length === context.planIds.size;
  for (const { municipality, zones } of context.folders)
    if (allRead && zones.rows.length > 0 && context.municipalities.keys.has(municipality) && !planned.has(municipality))
      report.add(locateFile(zones.file), 'zones-without-plan', { value: municipality });
};
