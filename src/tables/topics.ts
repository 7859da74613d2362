import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn, type SchemaRow } from './table-schema.ts';

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

/** A subject of everyday life, the words that plans use for it, and phrases in which they mean something else. */
export type Topic = SchemaRow<(typeof topicsTable)['columns']>;
