import { z } from 'zod';
import { ReleaseChange, ReleasedFile, ReleaseManifest } from '../../model/data-release.ts';
import { PageUrl } from '../../model/identifiers.ts';
import { NaturalNumber } from '../../model/quantity-schema.ts';
import { type IndexManifest, listSearchDocuments, MANIFEST_NAME, SearchDocument } from '../../search/build-index.ts';
import { makesPath } from '../../site-data/part-of-path.ts';
import { getGroupId, listReleaseChanges } from '../../site-data/release-queries.ts';
import { memoizeBySite, type SiteData } from '../../site-data/site-data.ts';
import type { PublishedFile } from '../published-file.ts';
import { publishedTables } from '../tables/published-tables.ts';
import { defineRecords, type RecordList, tableLists, formatListResponse, buildRecordFiles } from './api-responses.ts';

/** Returns every document that the search of a site finds. */
export const listSiteDocuments = memoizeBySite((siteData): readonly SearchDocument[] =>
  listSearchDocuments(siteData, publishedTables),
);

const documentList: RecordList = {
  name: 'documents',
  title: '検索できるもの',
  description:
    '1件が、検索で見つけられる1つのものです。それを見られるページのアドレスと、検索の対象になる文章があります。',
  schemaName: 'SearchDocument',
  ...defineRecords(SearchDocument, listSiteDocuments),
};

/** A change links to its group on `/changes/`, because the page of its indicator may no longer exist. */
const changeList: RecordList = {
  name: 'changes',
  title: '保存版ごとに変わったところ',
  description:
    '1件が、ある保存版と1つ前の保存版のちがいです。前と後の値、いつから、なぜかがわかります。加わった計画と、なくなった計画は、中のものを数えずに1件です。新しい順です。',
  schemaName: 'ReleaseChange',
  ...defineRecords(ReleaseChange.extend({ url: PageUrl }), (siteData) =>
    listReleaseChanges(siteData).map((change) => {
      const { released: _, ...present } = change;
      return { ...present, url: siteData.urls.releaseChanges(getGroupId(change)) };
    }),
  ),
};

const releaseList: RecordList = {
  name: 'releases',
  title: '保存版',
  description:
    '1件が、あとから変わらないデータの写し1つ（名前は version、データの版は data）です。ファイルは url の下にあります。新しい順です。',
  schemaName: 'Release',
  ...defineRecords(
    ReleaseManifest.pick({ version: true, date: true, data: true }).extend({
      files: z.array(ReleasedFile).meta({ title: 'ファイル', description: '保存版のファイル' }),
      url: PageUrl,
    }),
    ({ releases, urls }) =>
      releases.map(({ version, date, data, files }) => ({
        version,
        date,
        data,
        files: [...files],
        url: urls.release(version),
      })),
  ),
};

const otherLists = [documentList, changeList, releaseList];

/** The lists of `/api/v1/`: one for each table, the documents of the search, and the releases with their changes. */
export const apiLists: readonly RecordList[] = [...tableLists, ...otherLists];

/** Converts a name in a URL to a schema name: `node-links` → `NodeLinks`. */
export const toPascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Returns the schema name of a list by the schema name of its records. */
export const getListSchemaName = (schemaName: string): string => `${schemaName}List`;

/** Returns the schema name of the rows of a table. */
export const getRowsSchemaName = (table: string): string => `${toPascalCase(table)}Rows`;

/** The manifest of the search index: the version of its data, and the folder of its other files. */
export const SearchManifest: z.ZodType<IndexManifest> = z.strictObject({
  format: z.number().int().meta({ title: '形式', description: '索引の形式の番号' }),
  version: z.string().meta({ title: 'データの版', description: '索引をつくったデータの版' }),
  documents: NaturalNumber.meta({ title: '件数', description: '検索できるものの数' }),
  folder: z.string().meta({
    title: 'フォルダ',
    description: '索引のほかのファイルがある、このファイルからのパス。中身が変われば変わる',
  }),
  start: z.string().optional().meta({
    title: 'はじめの部分',
    description: '小さい索引の、はじめのファイルの中身（Base64）。大きい索引では start.bin',
  }),
  words: z.string().optional().meta({
    title: '問いの言葉',
    description: '小さい索引の、多くの問いにある言葉のファイルの中身（Base64）。大きい索引では words.bin',
  }),
});

/** Returns the entry of the search index in `/api/v1/index.json`. */
export const getSearchResource = (siteData: SiteData) => ({
  name: 'search',
  title: '検索の索引',
  description: '検索が使う索引のはじめのファイルです。ほかのファイルは、ここから決まるパスにあります。',
  path: `/api/v1/search/${MANIFEST_NAME}`,
  schemaName: 'SearchManifest',
  count: listSiteDocuments(siteData).length,
});

const DESCRIPTION_PATH = '/api/openapi.json';

/** URL templates of single records by the name of their list. */
const itemUrls: Readonly<Record<string, string>> = {
  plans: '/api/v1/plans/{id}.json',
  indicators: '/api/v1/indicators/{id}.json',
  statistics: '/api/v1/statistics/{id}.json',
  municipalities: '/api/v1/municipalities/{id}.geojson',
  zones: '/api/v1/zones/{municipality}.geojson',
};

/** One list in `/api/v1/index.json`. */
export const ApiResource = z.strictObject({
  name: z.string().meta({ title: '名前', description: 'アドレスの中での名前' }),
  title: z.string().meta({ title: '名称', description: '日本語の名前' }),
  description: z.string().meta({ title: '説明', description: '1件が何を表すか' }),
  url: z
    .string()
    .meta({ title: 'アドレス', description: '一覧のアドレス（ホストのあとの / から。サイトのフォルダも含む）' }),
  count: NaturalNumber.meta({ title: '件数', description: '一覧にある記録の数' }),
  items: z.string().nullable().meta({
    title: '1件ずつのアドレス',
    description:
      '{ } を記録の値に置きかえる（/ もそのまま）と、くわしい記録か形（わかっているものだけで、/data/catalog.jsonld にある）のアドレスになる。なければ null',
  }),
  schema: z.string().meta({ title: '形', description: '応答の形を書いた JSON Schema のアドレス' }),
});

/** Returns the content of `/api/v1/index.json`: each list with its URL, record count and schema; the search index. */
export function buildApiIndex(siteData: SiteData): z.infer<typeof ApiResource>[] {
  const { withBase } = siteData.urls;
  const schema = (name: string) => `${withBase(DESCRIPTION_PATH)}#/components/schemas/${name}`;
  const { path, schemaName: manifest, ...search } = getSearchResource(siteData);
  return [
    ...apiLists.map(({ name, title, description, schemaName, records }) => {
      const hasItems = buildRecordFiles(siteData).some((file) => file.path.startsWith(`v1/${name}/`));
      const itemUrl = hasItems ? itemUrls[name] : undefined;
      return {
        name,
        title,
        description,
        url: withBase(`/api/v1/${name}.json`),
        count: records(siteData).length,
        items: itemUrl === undefined ? null : withBase(itemUrl),
        schema: schema(getListSchemaName(schemaName)),
      };
    }),
    { ...search, url: withBase(path), items: null, schema: schema(manifest) },
  ];
}

/** Returns the files of the static API, or of a part of the site. */
export function buildApiFiles(siteData: SiteData): PublishedFile[] {
  const ofRecords = buildRecordFiles(siteData);
  if (!makesPath(siteData, 'api/')) return ofRecords;
  const createList = (name: string, records: readonly unknown[]) => ({
    path: `v1/${name}.json`,
    body: formatListResponse(siteData, records, name),
  });
  return [
    createList('index', buildApiIndex(siteData)),
    ...ofRecords,
    ...otherLists.map(({ name, records }) => createList(name, records(siteData))),
  ];
}
