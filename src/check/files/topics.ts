import * as cell from '../cell.ts';
import { keyColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/topics.csv */
export const topicsSchema = {
  話題ID: keyColumn('id', cell.requiredSlug()),
  名称: requiredColumn('title', cell.requiredText()),
  言葉: requiredColumn('words', cell.requiredTextList()),
};
export type TopicRow = SchemaRow<typeof topicsSchema>;
