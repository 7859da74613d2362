import { z } from 'zod';
import { defineText, EnglishTitle, FilledText, RecordSlug, PageUrl } from '../model/identifiers.ts';
import { PositiveInteger } from '../model/quantity-schema.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn } from './table-schema.ts';

/** A subject that occurs in the plans of many municipalities, so that readers can compare them. */
export const Theme = z.strictObject({
  id: RecordSlug.meta({ title: 'テーマID', description: 'テーマのID', examples: ['digital'] }),
  title: FilledText.meta({ title: '名称', description: 'テーマの名前', examples: ['デジタル化'] }),
  reading: defineText('よみ', '読み（ひらがな）', 'でじたるか'),
  titleEn: EnglishTitle.meta({ examples: ['Digitalization'] }),
  description: defineText(
    '説明',
    'テーマに入るもの',
    '手続きのオンライン化、仕事でのデジタル技術の利用、公共データの公開など。',
  ),
  order: PositiveInteger.meta({ title: '順序', description: '並べる順（1から）', examples: [2] }),
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
    よみ: optionalColumn('reading', cell.optionalText(), { role: 'other' }),
    英語名: optionalColumn('titleEn', cell.optionalText(), { role: 'other' }),
    説明: optionalColumn('description', cell.optionalText(), { role: 'summary' }),
    順序: optionalColumn('order', cell.optionalPosition()),
  },
});
