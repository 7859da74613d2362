import { z } from 'zod';
import { FilledText, RecordSlug } from '../model/identifiers.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn } from './table-schema.ts';

/** A subject of everyday life, and the words that plans use for it. */
export const Topic = z.strictObject({
  id: RecordSlug.meta({ title: '話題ID', description: '話題のID' }),
  title: FilledText.meta({ title: '名称', description: 'くらしの話題' }),
  words: z.array(FilledText).min(1).meta({ title: '言葉', description: '計画の中で手がかりにする言葉' }),
  otherPhrases: z
    .array(FilledText)
    .meta({ title: '除く言い回し', description: '言葉を含むが、話題とは別のことをいう部分' }),
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
