import type { Node } from '../model/node.ts';
import type { Outlines } from '../model/outline.ts';
import type { Portal } from '../portal/portal.ts';
import { indicatorsBelow, standingOf } from '../portal/standing.ts';
import { objects } from './table.ts';
import { nodeLinks } from './tables/node-links.ts';
import { ratings } from './tables/ratings.ts';
import { relatedPlans } from './tables/related-plans.ts';

/** The lists of records that `/api/v1/` offers, by name. A list has as many records as its table has rows. */
const lists = {
  municipalities: (portal: Portal) => portal.municipalities,
  plans: (portal: Portal) => portal.plans,
  nodes: (portal: Portal) => portal.nodes,
  'node-links': (portal: Portal) => objects(nodeLinks, portal),
  indicators: (portal: Portal) => portal.indicators,
  observations: (portal: Portal) => portal.observations,
  ratings: (portal: Portal) => objects(ratings, portal),
  themes: (portal: Portal) => portal.themes,
  glossary: (portal: Portal) => portal.terms,
  sources: (portal: Portal) => portal.sources,
  zones: (portal: Portal) => portal.zones,
  'related-plans': (portal: Portal) => objects(relatedPlans, portal),
} as const;

const titles: Readonly<Record<keyof typeof lists, string>> = {
  municipalities: '市区町村',
  plans: '計画',
  nodes: '計画の項目（政策・施策・取組など）',
  'node-links': '項目のつながり',
  indicators: '指標',
  observations: '指標の値',
  ratings: '進み具合の評価',
  themes: 'テーマ',
  glossary: '用語',
  sources: '出典',
  zones: '地域',
  'related-plans': '関連する計画',
};

/** What stands before the records: the terms of use and which data this is. */
function meta(portal: Portal, count: number) {
  const { name, licence, fictional } = portal.site;
  return { name, licence, version: portal.version, updated: portal.updated, fictional, count };
}

/** A file of the API: records behind what must be known of them. */
export function apiFile(portal: Portal, data: readonly unknown[]): string {
  return `${JSON.stringify({ meta: meta(portal, data.length), data })}\n`;
}

function one(portal: Portal, data: object): string {
  return `${JSON.stringify({ meta: meta(portal, 1), data })}\n`;
}

/** A node with all that stands below it, and how its indicators and theirs stand. */
interface Branch extends Node {
  readonly progress: ReturnType<typeof standingOf>;
  readonly children: readonly Branch[];
}

function branch(portal: Portal, node: Node): Branch {
  return {
    ...node,
    progress: standingOf(indicatorsBelow(portal, node)),
    children: portal.childrenOf(node.id).map((child) => branch(portal, child)),
  };
}

/** Each plan as a nested tree, with its own way of rating. */
function* planFiles(portal: Portal): Generator<[string, string]> {
  for (const plan of portal.plans) {
    const nodes = portal.rootsOf(plan.id).map((node) => branch(portal, node));
    const progress = standingOf(portal.indicatorsOf(plan.id));
    const bands = portal.bandsOf(plan.id);
    yield [`v1/plans/${plan.id}.json`, one(portal, { ...plan, progress, bands, nodes })];
  }
}

/** A record without the id of the indicator that it stands under. */
function withoutIndicator<T extends { readonly indicator: string }>(record: T): Omit<T, 'indicator'> {
  const { indicator: _under, ...rest } = record;
  return rest;
}

/** Each indicator with its whole series, all of its targets and every rating with its figures. */
function* indicatorFiles(portal: Portal): Generator<[string, string]> {
  for (const indicator of portal.indicators) {
    const series = portal.observationsOf(indicator.id).map(withoutIndicator);
    const targets = portal.targetsOf(indicator.id).map(withoutIndicator);
    const ratings = portal.ratingsOf(indicator.id).map(withoutIndicator);
    yield [`v1/indicators/${indicator.id}.json`, one(portal, { ...indicator, series, targets, ratings })];
  }
}

/** Zones as GeoJSON (RFC 7946). A schematic says so at the top: its coordinates are no places on the earth. */
function geojson(portal: Portal, { municipality, schematic, outlines }: Outlines): string {
  const shapes = new Map(outlines.map(({ zone, polygons }) => [zone, polygons]));
  const features = portal.zonesOf(municipality).flatMap(({ id, title, reading, url }) => {
    const coordinates = shapes.get(id);
    if (!coordinates) return [];
    return [
      {
        type: 'Feature',
        id,
        properties: { id, title, reading, url },
        geometry: { type: 'MultiPolygon', coordinates },
      },
    ];
  });
  return `${JSON.stringify({ type: 'FeatureCollection', schematic, features })}\n`;
}

function* zoneFiles(portal: Portal): Generator<[string, string]> {
  for (const outlines of portal.outlines)
    yield [`v1/zones/${outlines.municipality}.geojson`, geojson(portal, outlines)];
}

/** What `/api/v1/` offers: each list's name, title, address and number of records. */
export function apiIndex(portal: Portal) {
  return (Object.keys(lists) as (keyof typeof lists)[]).map((name) => ({
    name,
    title: titles[name],
    url: portal.address.at(`/api/v1/${name}.json`),
    count: lists[name](portal).length,
  }));
}

/** The files of the static API: path below `/api/`, and text. */
export function api(portal: Portal): ReadonlyMap<string, string> {
  const index = apiIndex(portal);
  return new Map([
    ['v1/index.json', apiFile(portal, index)],
    ...index.map(({ name }) => [`v1/${name}.json`, apiFile(portal, lists[name](portal))] as const),
    ...planFiles(portal),
    ...indicatorFiles(portal),
    ...zoneFiles(portal),
  ]);
}
