import { polygonArea } from 'd3';
import type { ParsedOutlines } from '../validation/read-zone-outlines.ts';
import type { MunicipalityOutlines } from '../tables/zones.ts';
import type { ParsedSite } from '../validation/parsed-site.ts';
import { compareReadings } from '../model/japanese-text.ts';
import type { Change } from '../tables/changes.ts';
import { getPrefectureNumber, prefectureNames } from '../model/municipality.ts';
import type { SiteUrls } from './urls.ts';
import { buildChapters, buildGuides } from './build-chapters.ts';
import { buildIndicators } from './build-indicators.ts';
import { buildPlanItems } from './build-plan-items.ts';
import type { SiteRecords } from './site-data.ts';
import { buildBands } from './build-ratings.ts';

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

/** Orders by the `順序` typed; rows without one stand after those with one, as they came. */
function ordered<T extends { readonly order: number | null }>(rows: readonly T[]): (T & { order: number })[] {
  return [...rows]
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0)
    .map((row, at) => ({ ...row, order: at + 1 }));
}

/** Gives each change an id that stays while rows are only added: its day, and its place among that day's rows. */
function datedChanges(rows: readonly Omit<Change, 'id'>[]): Change[] {
  const seen = new Map<string, number>();
  const changes = rows.map((row) => {
    const place = (seen.get(row.date) ?? 0) + 1;
    seen.set(row.date, place);
    return { id: `${row.date}-${place}`, ...row };
  });
  return changes.reverse().sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
}

/** Makes every published record from a sound draft. */
export function buildRecords(draft: ParsedSite, address: SiteUrls): SiteRecords {
  const values = <T>(table: { readonly rows: readonly { readonly fields: T }[] }) =>
    table.rows.map(({ fields }) => fields);
  const municipalities = values(draft.municipalities)
    .map(({ code: { value: code }, ...row }) => ({
      ...row,
      code,
      prefecture: row.prefecture || (prefectureNames.get(getPrefectureNumber(code)) ?? ''),
      url: address.city(row.id),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const place = new Map(municipalities.map(({ id }, at) => [id, at]));
  // Plans stand in the order of their municipalities' codes, which is the one that lists of Japanese cities use.
  const plans = [...draft.plans].sort(
    (a, b) => (place.get(a.index.front.municipality) ?? 0) - (place.get(b.index.front.municipality) ?? 0),
  );
  const terms = values(draft.terms)
    .map((row) => ({ ...row, url: address.term(row.id) }))
    .sort((a, b) => compareReadings(a.reading, b.reading));
  const issued = new Map(values(draft.sources).map((one) => [one.id, one.issued]));
  const measured = plans.map((plan) => buildIndicators(plan, address, issued));
  return {
    municipalities,
    plans: plans.map(({ id, index: { front } }) => ({
      id,
      municipality: front.municipality,
      title: front.title,
      shortTitle: front.shortTitle,
      kind: front.kind,
      period: front.period ?? null,
      levels: front.levels.map((title, at) => ({ title, number: front.numbers?.[at] ?? '' })),
      source: front.source,
      minimumSample: front.minimumSample ?? null,
      url: address.plan(id),
    })),
    planItems: plans.flatMap((plan) => buildPlanItems(plan, terms, address)),
    indicators: measured.flatMap((one) => one.indicators),
    observations: measured.flatMap((one) => one.observations),
    targets: measured.flatMap((one) => one.targets),
    ratings: measured.flatMap((one) => one.ratings),
    bands: plans.flatMap((plan) => buildBands(plan.bands.rows).map((band) => ({ ...band, plan: plan.id }))),
    themes: ordered(values(draft.themes)).map((row) => ({ ...row, url: address.theme(row.id) })),
    terms,
    departments: values(draft.departments),
    sources: values(draft.sources),
    zones: draft.zones.flatMap(({ municipality, zones }) =>
      ordered(values(zones)).map(({ id, source, place: where, ...row }) => ({
        ...row,
        id: `${municipality}/${id}`,
        slug: id,
        municipality,
        source: { id: source, place: where },
        url: address.zone(municipality, id),
      })),
    ),
    municipalityOutlines: draft.zones.flatMap(({ municipality, outlines }) =>
      outlines ? buildMunicipalityOutlines(municipality, outlines) : [],
    ),
    relatedPlans: plans.flatMap((plan) =>
      values(plan.relatedPlans).map(({ source, place: where, nodes, ...row }) => ({
        ...row,
        plan: plan.id,
        nodes: nodes.map((code) => `${plan.id}/${code}`),
        source: { id: source, place: where },
      })),
    ),
    topics: values(draft.topics),
    everydayWords: values(draft.words),
    changes: datedChanges(values(draft.changes)),
    chapters: plans.flatMap((plan) => buildChapters(plan, address)),
    guides: buildGuides(draft.guides, address),
  };
}
