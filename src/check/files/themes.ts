import * as cell from '../cell.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/themes.csv */
export const themesSchema = {
  テーマID: keyColumn('id', cell.requiredSlug()),
  名称: requiredColumn('title', cell.requiredText()),
  説明: optionalColumn('description', cell.optionalText()),
  順序: optionalColumn('order', cell.optionalPosition()),
};
export type ThemeRow = SchemaRow<typeof themesSchema>;
