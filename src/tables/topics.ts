import { z } from 'zod';
import { RecordSlug } from '../model/identifiers.ts';
import * as cell from './cells/cell-types.ts';
import { keyColumn, requiredColumn, type SchemaRow } from './table-schema.ts';

/** Something of everyday life that residents ask about, and the words by which plans speak of it. */
export const Topic = z.strictObject({
  id: RecordSlug.meta({ title: '話題ID', description: '話題のID' }),
  title: z.string().min(1).meta({ title: '名称', description: 'くらしの話題' }),
  words: z
    .array(z.string().min(1))
    .min(1)
    .meta({ title: '言葉', description: '計画の中で手がかりにする言葉' }),
});
export type Topic = z.infer<typeof Topic>;

/** data/topics.csv */
export const topicsSchema = {
  話題ID: keyColumn('id', cell.requiredSlug()),
  名称: requiredColumn('title', cell.requiredText()),
  言葉: requiredColumn('words', cell.requiredTextList()),
};
export type TopicRow = SchemaRow<typeof topicsSchema>;
