import { z } from 'zod';
import { listAnswer, recordFiles } from '../downloads/api/files.ts';
import { tableLists } from '../downloads/api/lists.ts';
import type { Portal } from '../portal/portal.ts';
import { lists } from './lists.ts';
import { answerName } from './names.ts';
import { searchResource } from './search.ts';

/** Where the description of the API stands. */
const DESCRIPTION = '/api/openapi.json';

/** The addresses of single records, by the list that they belong to. */
const items: Readonly<Record<string, string>> = {
  plans: '/api/v1/plans/{id}.json',
  indicators: '/api/v1/indicators/{id}.json',
  zones: '/api/v1/zones/{municipality}.geojson',
};

/** One list, as `/api/v1/index.json` tells of it. */
export const Resource = z.strictObject({
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
export function apiIndex(portal: Portal): z.infer<typeof Resource>[] {
  const { at } = portal.address;
  const schema = (name: string) => `${at(DESCRIPTION)}#/components/schemas/${name}`;
  const { path, called: manifest, ...search } = searchResource(portal);
  return [
    ...lists.map(({ name, title, description, called, records }) => {
      const single = items[name];
      return {
        name,
        title,
        description,
        url: at(`/api/v1/${name}.json`),
        count: records(portal).length,
        items: single === undefined ? null : at(single),
        schema: schema(answerName(called)),
      };
    }),
    { ...search, url: at(path), items: null, schema: schema(manifest) },
  ];
}

/** The answers of the static API: path below `/api/`, and text. */
export function api(portal: Portal): ReadonlyMap<string, string> {
  const more = lists.filter((list) => !tableLists.includes(list));
  return new Map([
    ['v1/index.json', listAnswer(portal, apiIndex(portal))],
    ...recordFiles(portal),
    ...more.map(({ name, records }) => [`v1/${name}.json`, listAnswer(portal, records(portal))] as const),
  ]);
}
