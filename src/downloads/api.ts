import type { Portal } from '../portal/portal.ts';

/** The lists of records that `/api/v1/` offers, by name. */
const lists = {
  municipalities: (portal: Portal) => portal.municipalities,
  plans: (portal: Portal) => portal.plans,
  nodes: (portal: Portal) => portal.nodes,
  indicators: (portal: Portal) => portal.indicators,
  themes: (portal: Portal) => portal.themes,
  glossary: (portal: Portal) => portal.terms,
  sources: (portal: Portal) => portal.sources,
  zones: (portal: Portal) => portal.zones,
} as const;

const titles: Readonly<Record<keyof typeof lists, string>> = {
  municipalities: '市区町村',
  plans: '計画',
  nodes: '計画の項目（政策・施策・取組など）',
  indicators: '指標',
  themes: 'テーマ',
  glossary: '用語',
  sources: '出典',
  zones: '地域',
};

/** What stands before the records: the terms of use and which data this is. */
function meta(portal: Portal, count: number) {
  const { name, licence, fictional } = portal.site;
  return { name, licence, version: portal.version, updated: portal.updated, fictional, count };
}

function json(portal: Portal, data: readonly unknown[]): string {
  return `${JSON.stringify({ meta: meta(portal, data.length), data })}\n`;
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
    ['v1/index.json', json(portal, index)],
    ...index.map(({ name }) => [`v1/${name}.json`, json(portal, lists[name](portal))] as const),
  ]);
}
