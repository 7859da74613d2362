import { z } from 'zod';
import { defineRecords, tableLists, type RecordList } from '../downloads/api/lists.ts';
import { PairId, RecordSlug, PageUrl } from '../model/id.ts';
import { listSearchDocuments, type SearchDocument } from '../search/documents.ts';

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
  description:
    '1件が、検索で見つけられる1つのものです。それを見られるページの住所と、検索の対象になる文章があります。',
  called: 'SearchDocument',
  ...defineRecords<SearchDocument>(searchDocumentSchema, listSearchDocuments),
};

/** The lists of `/api/v1/`: those of the tables, and all that can be searched. */
export const apiLists: readonly RecordList[] = [...tableLists, searchable];
