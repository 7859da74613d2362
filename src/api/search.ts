import { z } from 'zod';
import type { SiteData } from '../portal/portal.ts';
import { listSearchDocuments } from '../search/documents.ts';
import { MANIFEST_NAME, type IndexManifest } from '../search/manifest.ts';

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
export function getSearchResource(portal: SiteData) {
  return {
    name: 'search',
    title: '検索の索引',
    description: '検索が使う索引のはじめのファイルです。ほかのファイルは、ここから決まる道にあります。',
    path: SEARCH,
    called: 'SearchManifest',
    count: listSearchDocuments(portal).length,
  };
}
