import { z } from 'zod';
import { defineRecords, type RecordList, tableLists } from '../open-data/api/record-lists.ts';
import { PairId, RecordSlug, PageUrl } from '../model/identifiers.ts';
import { listSearchDocuments, MANIFEST_NAME, type IndexManifest, type SearchDocument } from '../search/build-index.ts';
import { publishedTables } from '../open-data/tables/published-tables.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { printListResponse, buildRecordFiles } from '../open-data/api/api-responses.ts';

/** Returns every document that the search of a site finds. */
export const listSiteDocuments = (siteData: SiteData): SearchDocument[] =>
  listSearchDocuments(siteData, publishedTables);

const searchDocumentSchema = z.strictObject({
  id: z.union([RecordSlug, PairId, z.string()]).meta({ title: 'ID', description: 'この記録のID' }),
  kind: z
    .enum(['node', 'indicator', 'term', 'zone', 'chapter', 'dataset', 'guide'])
    .meta({ title: '種類', description: '項目、指標、用語、地域、本文、データの表、案内のどれか' }),
  plan: RecordSlug.nullable().meta({ title: '計画ID', description: '計画のものでなければ null' }),
  municipality: RecordSlug.nullable().meta({
    title: '市区町村ID',
    description: '市区町村のものでなければ null',
  }),
  themes: z.array(RecordSlug).meta({ title: 'テーマ', description: 'テーマID' }),
  url: PageUrl,
  title: z.string().meta({ title: '名称', description: '見出し' }),
  text: z.string().meta({ title: '本文', description: 'ページに出ている文章（見出しをのぞく）' }),
});

const searchable: RecordList = {
  name: 'documents',
  title: '検索できるもの',
  description: '1件が、検索で見つけられる1つのものです。それを見られるページの住所と、検索の対象になる文章があります。',
  schemaName: 'SearchDocument',
  ...defineRecords<SearchDocument>(searchDocumentSchema, listSiteDocuments),
};

/** The lists of `/api/v1/`: those of the tables, and all that can be searched. */
export const apiLists: readonly RecordList[] = [...tableLists, searchable];

/** A name of an address as the description of the API writes it: `node-links` → `NodeLinks`. */
export function toPascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What the answer of a list is called, from what one of its records is called. */
export function getListSchemaName(called: string): string {
  return `${called}List`;
}

/** What the rows of a table are called. */
export function getRowsSchemaName(table: string): string {
  return `${toPascalCase(table)}Rows`;
}

/** Where the index of the search begins, from the site's root. */
const SEARCH = `/api/v1/search/${MANIFEST_NAME}`;

/** What the index of the search says first: which data it is of, and where its other files stand. */
export const SearchManifest: z.ZodType<IndexManifest> = z.strictObject({
  format: z.number().int().meta({ title: '形式', description: '索引の形式の番号' }),
  version: z.string().meta({ title: 'データの版', description: '索引を作ったデータの版' }),
  documents: z.number().int().nonnegative().meta({ title: '件数', description: '検索できるものの数' }),
  folder: z.string().meta({
    title: 'フォルダ',
    description: '索引のほかのファイルがある、このファイルからの道。中身が変われば変わる',
  }),
});

/** The index of the search, as `/api/v1/index.json` tells of it. */
export function getSearchResource(siteData: SiteData) {
  return {
    name: 'search',
    title: '検索の索引',
    description: '検索が使う索引のはじめのファイルです。ほかのファイルは、ここから決まる道にあります。',
    path: SEARCH,
    called: 'SearchManifest',
    count: listSiteDocuments(siteData).length,
  };
}

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
export function buildApiIndex(siteData: SiteData): z.infer<typeof ApiResource>[] {
  const { withBase } = siteData.urls;
  const schema = (name: string) => `${withBase(DESCRIPTION)}#/components/schemas/${name}`;
  const { path, called: manifest, ...search } = getSearchResource(siteData);
  return [
    ...apiLists.map(({ name, title, description, schemaName, records }) => {
      const single = items[name];
      return {
        name,
        title,
        description,
        url: withBase(`/api/v1/${name}.json`),
        count: records(siteData).length,
        items: single === undefined ? null : withBase(single),
        schema: schema(getListSchemaName(schemaName)),
      };
    }),
    { ...search, url: withBase(path), items: null, schema: schema(manifest) },
  ];
}

/** The answers of the static API: path below `/api/`, and text. */
export function buildApiFiles(siteData: SiteData): ReadonlyMap<string, string> {
  const more = apiLists.filter((list) => !tableLists.includes(list));
  return new Map([
    ['v1/index.json', printListResponse(siteData, buildApiIndex(siteData))],
    ...buildRecordFiles(siteData),
    ...more.map(({ name, records }) => [`v1/${name}.json`, printListResponse(siteData, records(siteData))] as const),
  ]);
}
