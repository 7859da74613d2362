import { z } from 'zod';
import { records, tableLists, type List } from '../downloads/api/lists.ts';
import { PairId, Slug, Url } from '../model/id.ts';
import { documents, type Document } from '../search/documents.ts';

const SearchDocument = z.strictObject({
  id: z.union([Slug, PairId, z.string()]).meta({ title: 'ID', description: 'この記録のID' }),
  kind: z
    .enum(['node', 'indicator', 'term', 'zone', 'chapter', 'dataset', 'guide'])
    .meta({ title: '種類', description: '項目、指標、用語、地域、本文、データの表、案内のどれか' }),
  plan: Slug.nullable().meta({ title: '計画ID', description: '計画のものでなければ null' }),
  municipality: Slug.nullable().meta({
    title: '市区町村ID',
    description: '市区町村のものでなければ null',
  }),
  themes: z.array(Slug).meta({ title: 'テーマ', description: 'テーマID' }),
  url: Url,
  title: z.string().meta({ title: '名称', description: '見出し' }),
  text: z.string().meta({ title: '本文', description: 'ページに出ている文章（見出しをのぞく）' }),
});

const searchable: List = {
  name: 'documents',
  title: '検索できるもの',
  description:
    '1件が、検索で見つけられる1つのものです。それを見られるページの住所と、検索の対象になる文章があります。',
  called: 'SearchDocument',
  ...records<Document>(SearchDocument, documents),
};

/** The lists of `/api/v1/`: those of the tables, and all that can be searched. */
export const lists: readonly List[] = [...tableLists, searchable];
