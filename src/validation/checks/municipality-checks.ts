import { getPrefectureNumber, prefectureNames } from '../../model/municipality.ts';
import { createIssue, type Issue, locateFile } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../validation-context.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import type { GeoArea } from '../../input/json-reader.ts';
import type { ParsedMunicipality } from '../parsed-site.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';

/**
 * Reports prefectures that don't match the first two digits of the municipality's code. Numbers that no prefecture has
 * belong to made-up places; municipalities with the same number must have the same prefecture.
 */
export const checkPrefectures: SiteCheck = ({ municipalities }, report) => {
  const names = new Map(prefectureNames);
  for (const { fields, locate } of municipalities.rows) {
    const number = getPrefectureNumber(fields.code.value);
    const name = names.get(number) ?? fields.prefecture;
    if (fields.prefecture === '') continue;
    names.set(number, name);
    if (name !== fields.prefecture)
      report.add(locate('都道府県'), createIssue('other-prefecture', { value: fields.prefecture, number, name }));
  }
};

/** The limits of Japan in degrees, with its remotest islands. */
const JAPAN = { west: 122, east: 154, south: 20, north: 46 };
/** The points of a triangle: the last point repeats the first. */
const FEWEST_POINTS = 4;

function isClosed(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= FEWEST_POINTS && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isInJapan([longitude = 0, latitude = 0]: readonly number[]): boolean {
  const { west, east, south, north } = JAPAN;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Yields the issues of one shape by itself. */
function* listShapeIssues({ id, polygons }: GeoArea, schematic: boolean): Generator<Issue> {
  const rings = polygons.flat();
  if (!rings.every(isClosed)) yield createIssue('open-ring', { value: id });
  const outside = schematic ? undefined : rings.flat().find((position) => !isInJapan(position));
  if (outside) yield createIssue('outside-japan', { value: id, position: outside.slice(0, 2).join(', ') });
}

function checkShapes({ zones, outlines }: ParsedMunicipality, report: DiagnosticReport): void {
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
    for (const issue of listShapeIssues(shape, schematic)) report.add(place, issue);
  }
  for (const { fields, locate } of zones.rows)
    if (!first.has(fields.id))
      report.add(locate('地域ID'), createIssue('zone-without-shape', { value: fields.id, file }));
}

/** Checks the shapes of zones: every zone has exactly one, and each can be drawn. */
export const checkZoneShapes: SiteCheck = (context, report) => {
  for (const folder of context.folders) checkShapes(folder, report);
};

/** Reports zones of municipalities without a plan, because zones come from plans. */
export const checkZonePlans: SiteCheck = (context, report) => {
  const planned = new Set(context.plans.map(({ index }) => index.front.municipality));
  const allRead = context.plans.length === context.planIds.size;
  for (const { municipality, zones } of context.folders)
    if (allRead && zones.rows.length > 0 && context.municipalities.keys.has(municipality) && !planned.has(municipality))
      report.add(locateFile(zones.file), createIssue('zones-without-plan', { value: municipality }));
};
