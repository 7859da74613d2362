import { polygonArea, sort } from 'd3';
import type { Chapter, Guide } from '../model/chapter.ts';
import { compareCodeUnits, compareReadings } from '../model/japanese-text.ts';
import { getPrefectureNumber, formatEnglishName, prefecturesByNumber } from '../model/municipality.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { getRouteStart, otherPaths } from '../model/routes.ts';
import { type Change, PLAN_REPLACEMENT_ITEM } from '../tables/changes.ts';
import type { RelatedPlan } from '../tables/related-plans.ts';
import type { Zone, ZoneOutlineSet } from '../tables/zones.ts';
import type { MdxDocument } from '../validation/mdx-document.ts';
import { listUsedThemes } from '../validation/parsed-site.ts';
import type { ParsedMunicipality, ParsedPlan, ParsedSite, ParsedText } from '../validation/parsed-site.ts';
import type { ParsedOutlines } from '../validation/read-outlines.ts';
import { buildIndicators } from './build-indicators.ts';
import { buildAllPlanItems } from './build-plan-items.ts';
import { buildBands } from './build-ratings.ts';
import { buildStatistics, buildStatisticValues } from './build-statistics.ts';
import type { SiteRecords } from './site-data.ts';
import type { SiteUrls } from './urls.ts';

/** Compares two texts: the texts with an `order` come first, the others follow by slug. */
const compareOrder = (a: { order: number | null; slug: string }, b: { order: number | null; slug: string }): number =>
  (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || compareCodeUnits(a.slug, b.slug);

const TERM_LINK = new RegExp(`^${getRouteStart(otherPaths.term)}([a-z0-9-]+)$`);

/** Returns the terms that a text links to, each once, in the order of the text. */
function listLinkedTerms({ parts }: MdxDocument<unknown>): string[] {
  const ids = parts.flatMap(({ type, value }) => (type === 'link' ? (TERM_LINK.exec(value)?.[1] ?? []) : []));
  return [...new Set(ids)];
}

/** Builds the texts of a plan: its introduction, its further texts, the bodies of its items. */
function buildChapters(plan: ParsedPlan, urls: SiteUrls): Chapter[] {
  const createChapter = (role: Chapter['role'], one: ParsedText, url: string): Chapter => ({
    id: one.id,
    plan: plan.id,
    slug: one.slug,
    role,
    title: one.front.title,
    order: one.front.order ?? null,
    source: one.front.source ?? null,
    place: one.front.place ?? '',
    terms: listLinkedTerms(one),
    text: one.text,
    url,
  });
  const introduction = { ...plan.index, id: `plans/${plan.id}/index`, slug: 'index' };
  return [
    createChapter('introduction', introduction, urls.plan(plan.id)),
    ...plan.texts.map((one) => createChapter('text', one, urls.planText(plan.id, one.slug))).sort(compareOrder),
    ...plan.bodies.map((one) => createChapter('body', one, urls.planItem(plan.id, one.slug))),
  ];
}

/** Builds the guides below `/about/` that are texts. */
const buildGuides = (guides: readonly ParsedText[], urls: SiteUrls): Guide[] =>
  guides
    .map(({ id, slug, front, text }) => ({
      id,
      slug,
      title: front.title,
      description: front.description ?? '',
      text,
      order: front.order ?? null,
      url: urls.guide(slug),
    }))
    .sort(compareOrder);

type Position = [number, number];

/** Returns polygons with the directions of RFC 7946: outer rings counterclockwise, holes clockwise; no heights. */
function windPolygons(polygons: ParsedOutlines['shapes'][number]['polygons']): Position[][][] {
  return polygons.map((rings) =>
    rings.map((ring, at) => {
      const points = ring.map(([x = 0, y = 0]): Position => [x, y]);
      // In d3, y points downwards, so its counterclockwise is clockwise on a map.
      const isClockwise = polygonArea(points) > 0;
      return isClockwise === at > 0 ? points : points.toReversed();
    }),
  );
}

/** Builds the outlines of a municipality's zones. */
export function buildZoneOutlineSet(
  municipality: string,
  { schematic, shapes }: Pick<ParsedOutlines, 'schematic' | 'shapes'>,
): ZoneOutlineSet {
  const outlines = shapes.map(({ id, polygons }) => ({
    zone: `${municipality}/${id}`,
    polygons: windPolygons(polygons),
  }));
  return { municipality, schematic, outlines };
}

/** Sorts rows by 順序. Rows without a 順序 are last, in their original order. */
const sortByOrder = <T extends { readonly order: number | null }>(rows: readonly T[]): (T & { order: number })[] =>
  sort(rows, ({ order }) => order ?? Infinity).map((row, at) => ({ ...row, order: at + 1 }));

/** Adds an id to each change: its day and its position among that day's rows. Added rows don't change earlier ids. */
function addChangeIds(rows: readonly Omit<Change, 'id'>[]): Change[] {
  const changes = [...Map.groupBy(rows, ({ date }) => date)].flatMap(([date, own]) =>
    own.map((row, at) => ({ id: `${date}-${at + 1}`, ...row })),
  );
  return changes.reverse().sort((a, b) => compareCodeUnits(b.date, a.date));
}

function buildPlan({ id, index: { front } }: ParsedPlan, changes: readonly Change[], urls: SiteUrls): Plan {
  const replacements = changes.filter(({ item }) => item === PLAN_REPLACEMENT_ITEM);
  return {
    id,
    municipality: front.municipality,
    title: front.title,
    shortTitle: front.shortTitle,
    reading: front.reading ?? '',
    titleEn: front.titleEn ?? '',
    officialTitle: front.officialTitle ?? null,
    titleNote: front.titleNote ?? '',
    kind: front.kind,
    category: front.category ?? null,
    scope: front.scope ?? null,
    scopeEn: front.scopeEn ?? '',
    period: front.period ?? null,
    lastYear: front.lastYear ?? null,
    state: front.state,
    stateReason: front.stateReason ?? '',
    stateWebsite: front.stateWebsite ?? '',
    stateChecked: front.stateChecked ?? null,
    replaces: replacements.flatMap(({ before, subjects }) => (subjects.includes(id) ? [before] : [])),
    replacedBy: replacements.flatMap(({ before, subjects }) => (before === id ? subjects : [])),
    levels: front.levels.map((title, at) => ({ title, number: front.numbers?.[at] ?? '' })),
    source: front.source,
    minimumSample: front.minimumSample ?? null,
    url: urls.plan(id),
  };
}

const listFields = <T>(table: { readonly rows: readonly { readonly fields: T }[] }) =>
  table.rows.map(({ fields }) => fields);

/** Builds the municipalities, in the order of their codes. */
const buildMunicipalities = (table: ParsedSite['municipalities'], urls: SiteUrls): Municipality[] =>
  listFields(table)
    .map(({ code, ...row }) => {
      // A made-up prefecture has no number, and so no English name.
      const { title = '', english = '' } = prefecturesByNumber.get(getPrefectureNumber(code)) ?? {};
      return {
        ...row,
        code,
        titleEn: formatEnglishName(row.title, row.english),
        prefectureEn: formatEnglishName(title, english),
        prefecture: row.prefecture || title,
        url: urls.municipality(row.id),
      };
    })
    .sort((a, b) => compareCodeUnits(a.code, b.code));

const buildZones = ({ municipality, zones }: ParsedMunicipality, urls: SiteUrls): Zone[] =>
  sortByOrder(listFields(zones)).map(({ id, source, place, ...row }) => ({
    ...row,
    id: `${municipality}/${id}`,
    slug: id,
    municipality,
    source: { id: source, place },
    url: urls.zone(municipality, id),
  }));

const buildRelatedPlans = (plan: ParsedPlan): RelatedPlan[] =>
  listFields(plan.relatedPlans).map(({ source, place, nodes, ...row }) => ({
    ...row,
    plan: plan.id,
    nodes: nodes.map((code) => `${plan.id}/${code}`),
    source: { id: source, place },
  }));

/** Builds every published record from a valid parsed site. */
export function buildRecords(parsedSite: ParsedSite, urls: SiteUrls): SiteRecords {
  const { folders } = parsedSite;
  const municipalities = buildMunicipalities(parsedSite.municipalities, urls);
  // Plans are in the order of their municipalities' codes, as in other Japanese lists.
  const plansOf = Map.groupBy(parsedSite.plans, ({ index }) => index.front.municipality);
  const plans = municipalities.flatMap(({ id }) => plansOf.get(id) ?? []);
  const terms = listFields(parsedSite.terms)
    .map((row) => ({ ...row, url: urls.term(row.id) }))
    .sort((a, b) => compareReadings(a.reading, b.reading));
  const issued = new Map(listFields(parsedSite.sources).map((one) => [one.id, one.issued]));
  const usedThemes = listUsedThemes(parsedSite);
  const changes = addChangeIds(listFields(parsedSite.changes));
  const measured = plans.flatMap((plan) => buildIndicators(plan, urls, issued));
  return {
    municipalities,
    plans: plans.map((plan) => buildPlan(plan, changes, urls)),
    planItems: buildAllPlanItems(plans, terms, urls),
    indicators: measured.map(({ indicator }) => indicator),
    observations: measured.flatMap((one) => one.observations),
    targets: measured.flatMap((one) => one.targets),
    ratings: measured.flatMap((one) => one.ratings),
    bands: plans.flatMap((plan) => buildBands(plan.bands.rows).map((band) => ({ ...band, plan: plan.id }))),
    statistics: buildStatistics(parsedSite, urls),
    statisticValues: buildStatisticValues(parsedSite, municipalities),
    themes: sortByOrder(listFields(parsedSite.themes))
      .filter(({ id }) => usedThemes.has(id))
      .map((row) => ({ ...row, url: urls.theme(row.id) })),
    terms,
    departments: listFields(parsedSite.departments),
    sources: listFields(parsedSite.sources),
    zones: folders.flatMap((one) => buildZones(one, urls)),
    zoneOutlineSets: folders.flatMap(({ municipality, outlines }) =>
      outlines ? buildZoneOutlineSet(municipality, outlines) : [],
    ),
    municipalityOutlines: folders.flatMap(({ municipality, outline }) => {
      if (!outline) return [];
      const polygons = outline.shapes.flatMap((one) => windPolygons(one.polygons));
      return { municipality, source: outline.source, polygons };
    }),
    relatedPlans: plans.flatMap(buildRelatedPlans),
    topics: listFields(parsedSite.topics),
    everydayWords: listFields(parsedSite.words),
    changes,
    releases: parsedSite.releases,
    chapters: plans.flatMap((plan) => buildChapters(plan, urls)),
    guides: buildGuides(parsedSite.guides, urls),
  };
}
