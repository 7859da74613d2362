import { z } from 'zod';
import { PositiveInteger } from '../model/quantity-schema.ts';
import { EnglishTitle, FilledText, RecordSlug, PageUrl } from '../model/identifiers.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn } from './table-schema.ts';

/** A subject that occurs in the plans of many municipalities, so that readers can compare them. */
export const Theme = z.strictObject({
  id: RecordSlug.meta({ title: 'テーマID', description: 'テーマのID', examples: ['digital'] }),
  title: FilledText.meta({ title: '名称', description: 'テーマの名前', examples: ['デジタル化'] }),
  reading: z.string().meta({ title: 'よみ', description: '読み（ひらがな）', examples: ['でじたるか'] }),
  titleEn: EnglishTitle.meta({ examples: ['Digitalization'] }),
  description: z.string().meta({
    title: '説明',
    description: 'テーマに入るもの',
    examples: ['手続きのオンライン化、仕事でのデジタル技術の利用、公共データの公開など。'],
  }),
  order: PositiveInteger.meta({ title: '順序', description: '並べる順（1から）', examples: [2] }),
  url: PageUrl.meta({ examples: ['/themes/digital/'] }),
});
export type Theme = z.infer<typeof Theme>;

export const themesTable = defineSourceTable({
  path: 'data/themes.csv',
  title: 'テーマ',
  ids: 'unique',
  columns: {
    テーマID: keyColumn('id', cell.requiredSlug()),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    よみ: optionalColumn('reading', cell.optionalText(), { role: 'other' }),
    英語名: optionalColumn('titleEn', cell.optionalText(), { role: 'other' }),
    説明: optionalColumn('description', cell.optionalText(), { role: 'summary' }),
    順序: optionalColumn('order', cell.optionalPosition()),
  },
});

/** A subject of everyday life, and the words that plans use for it. */
export const Topic = z.strictObject({
  id: RecordSlug.meta({ title: '話題ID', description: '話題のID' }),
  title: FilledText.meta({ title: '名称', description: 'くらしの話題' }),
  words: z.array(FilledText).min(1).meta({ title: '言葉', description: '計画の中で手がかりにする言葉' }),
  otherPhrases: z
    .array(FilledText)
    .meta({ title: '除く言い回し', description: '言葉をふくむが、話題とは別のことをいう部分' }),
});
export type Topic = z.infer<typeof Topic>;

export const topicsTable = defineSourceTable({
  path: 'data/topics.csv',
  title: '話題',
  columns: {
    話題ID: keyColumn('id', cell.requiredSlug()),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    言葉: requiredColumn('words', cell.requiredTextList(), { role: 'other' }),
    除く言い回し: optionalColumn('otherPhrases', cell.textList(), { role: 'other' }),
  },
});
