import { z } from 'zod';
import { defineField, defineText, EnglishTitle, FilledText, PageUrl, RecordSlug } from '../model/identifiers.ts';
import { PositiveInteger } from '../model/quantity-schema.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn, textColumn } from './table-schema.ts';

/** A subject that occurs in the plans of many municipalities, so that readers can compare them. */
export const Theme = z.strictObject({
  id: defineField(RecordSlug, 'テーマID', 'テーマのID', 'digital'),
  title: defineField(FilledText, '名称', 'テーマの名前', 'デジタル化'),
  reading: defineText('よみ', '読み（ひらがな）', 'でじたるか'),
  titleEn: EnglishTitle.meta({ examples: ['Digitalization'] }),
  description: defineText(
    '説明',
    'テーマに入るもの',
    '手続きのオンライン化、仕事でのデジタル技術の利用、公共データの公開など。',
  ),
  order: defineField(PositiveInteger, '順序', '並べる順（1から）', 2),
  url: PageUrl.meta({ examples: ['/themes/digital/'] }),
});
export type Theme = z.infer<typeof Theme>;

export const themesTable = defineSourceTable({
  path: 'data/themes.csv',
  title: 'テーマ',
  ids: 'unique',
  columns: {
    テーマID: keyColumn('id', cell.anchorSlug()),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    よみ: textColumn('reading'),
    英語名: textColumn('titleEn'),
    説明: optionalColumn('description', cell.optionalText(), { role: 'summary' }),
    順序: optionalColumn('order', cell.optionalPosition()),
  },
});
