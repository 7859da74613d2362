import { z } from 'zod';
import { printListResponse, buildRecordFiles } from '../downloads/api/files.ts';
import { tableLists } from '../downloads/api/lists.ts';
import type { SiteData } from '../portal/portal.ts';
import { apiLists } from './lists.ts';
import { getListSchemaName } from './names.ts';
import { getSearchResource } from './search.ts';

/** Where the description of the API stands. */
const DESCRIPTION = '/api/openapi.json';

/** The addresses of single records, by the list that they belong to. */
const items: Readonly<Record<string, string>> = {
  plans: '/api/v1/plans/{id}.json',
  indicators: '/api/v1/indicators/{id}.json',
  zones: '/api/v1/zones/{municipality}.geojson',
};

/** One list, as `/api/v1/index.json` tells of it. */
export const ApiResource = z.strictObject({
  name: z.string().meta({ title: '名前', description: 'アドレスの中での名前' }),
  title: z.string().meta({ title: '名称', description: '日本語の名前' }),
  description: z.string().meta({ title: '説明', description: '1件が何を表すか' }),
  url: z.string().meta({ title: 'アドレス', description: '一覧のアドレス（サイトの根からの相対）' }),
  count: z.number().int().nonnegative().meta({ title: '件数', description: '一覧にある記録の数' }),
  items: z.string().nullable().meta({
    title: '1件ずつのアドレス',
    description: '{ } を記録の値に置きかえると、くわしい記録のアドレスになる。なければ null',
  }),
  schema: z.string().meta({ title: '形', description: '応答の形を書いた JSON Schema のアドレス' }),
});

/** What `/api/v1/` offers: each list with its address, the number of its records, and where its schema stands; and the search. */
export function buildApiIndex(portal: SiteData): z.infer<typeof ApiResource>[] {
  const { withBase } = portal.urls;
  const schema = (name: string) => `${withBase(DESCRIPTION)}#/components/schemas/${name}`;
  const { path, called: manifest, ...search } = getSearchResource(portal);
  return [
    ...apiLists.map(({ name, title, description, called, records }) => {
      const single = items[name];
      return {
        name,
        title,
        description,
        url: withBase(`/api/v1/${name}.json`),
        count: records(portal).length,
        items: single === undefined ? null : withBase(single),
        schema: schema(getListSchemaName(called)),
      };
    }),
    { ...search, url: withBase(path), items: null, schema: schema(manifest) },
  ];
}

/** The answers of the static API: path below `/api/`, and text. */
export function buildApiFiles(portal: SiteData): ReadonlyMap<string, string> {
  const more = apiLists.filter((list) => !tableLists.includes(list));
  return new Map([
    ['v1/index.json', printListResponse(portal, buildApiIndex(portal))],
    ...buildRecordFiles(portal),
    ...more.map(
      ({ name, records }) => [`v1/${name}.json`, printListResponse(portal, records(portal))] as const,
    ),
  ]);
}
