import { z } from 'zod';
import { defineField, defineText, FilledText, PageUrl, RecordSlug } from '../model/identifiers.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn, textColumn } from './table-schema.ts';

/** A difficult word with its explanation. */
export const Term = z.strictObject({
  id: defineField(RecordSlug, '用語ID', '用語のID', 'outsourcing'),
  title: defineField(FilledText, '用語', '言葉', 'アウトソーシング'),
  reading: defineText('よみ', '読み（ひらがな）', 'あうとそーしんぐ'),
  aliases: defineField(z.array(z.string()), '別表記', '同じ意味のほかの書き方', ['外部委託', '業務委託']),
  description: defineField(
    FilledText,
    '説明',
    '言葉の説明',
    '自分の組織で行っている仕事を、外部の会社や団体に任せることです。',
  ),
  url: PageUrl.meta({ examples: ['/glossary/#outsourcing'] }),
});
export type Term = z.infer<typeof Term>;

export const glossaryTable = defineSourceTable({
  path: 'data/glossary.csv',
  title: '用語',
  ids: 'unique',
  mustBeUsed: true,
  columns: {
    用語ID: keyColumn('id', cell.anchorSlug()),
    用語: requiredColumn('title', cell.requiredText(), { role: 'name', unique: true }),
    よみ: textColumn('reading'),
    別表記: optionalColumn('aliases', cell.textList(), { role: 'other', unique: true }),
    説明: requiredColumn('description', cell.requiredText(), { role: 'summary' }),
  },
});
