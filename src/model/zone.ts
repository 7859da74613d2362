import { z } from 'zod';
import { SourceCitation, PairId, RecordSlug, PageUrl } from './id.ts';

/** A named part of a municipality that its plan speaks of. */
export const Zone = z.strictObject({
  id: PairId.meta({
    title: 'ID',
    description: '市区町村IDと地域IDを / でつないだもの',
    examples: ['kashiwa/north'],
  }),
  municipality: RecordSlug.meta({
    title: '市区町村ID',
    description: '地域がある市区町村',
    references: 'municipalities.id',
    examples: ['kashiwa'],
  }),
  slug: RecordSlug.meta({ title: '地域ID', description: '市区町村の中での地域のID', examples: ['north'] }),
  title: z
    .string()
    .min(1)
    .meta({ title: '名称', description: '地域の名前', examples: ['北部ゾーン'], printed: true }),
  reading: z.string().meta({ title: 'よみ', description: '読み（ひらがな）', examples: ['ほくぶぞーん'] }),
  description: z.string().meta({
    title: '説明',
    description: '地域の説明',
    examples: ['地域の特性によって柏市を4つに分けたうちの1つです。'],
  }),
  order: z
    .number()
    .int()
    .positive()
    .meta({ title: '順序', description: '並べる順（1から）', examples: [1] }),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
  url: PageUrl.meta({ examples: ['/zones/kashiwa/#north'] }),
});
export type Zone = z.infer<typeof Zone>;
