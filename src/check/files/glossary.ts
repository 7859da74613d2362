import * as cell from '../cell.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/glossary.csv */
export const glossarySchema = {
  用語ID: keyColumn('id', cell.requiredSlug()),
  用語: requiredColumn('title', cell.requiredText()),
  よみ: optionalColumn('reading', cell.optionalText()),
  別表記: optionalColumn('aliases', cell.textList()),
  説明: requiredColumn('description', cell.requiredText()),
};
export type TermRow = SchemaRow<typeof glossarySchema>;
