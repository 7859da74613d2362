import * as cell from '../cell.ts';
import { keyColumn, optionalColumn, type SchemaRow } from '../shape.ts';

/** data/words.csv */
export const wordsSchema = {
  言葉: keyColumn('title', cell.requiredText()),
  よみ: optionalColumn('reading', cell.optionalText()),
  別表記: optionalColumn('aliases', cell.textList()),
};
export type WordRow = SchemaRow<typeof wordsSchema>;
