import * as cell from '../cell.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/sources.csv */
export const sourcesSchema = {
  出典ID: keyColumn('id', cell.requiredSlug()),
  市区町村ID: optionalColumn('municipality', cell.optionalSlug()),
  資料名: requiredColumn('title', cell.requiredText()),
  年度: optionalColumn('year', cell.optionalText()),
  発行者: optionalColumn('publisher', cell.optionalText()),
  発行日: optionalColumn('issued', cell.optionalDate()),
  URL: optionalColumn('website', cell.optionalUrl()),
  確認日: optionalColumn('checked', cell.optionalDate()),
  利用条件: optionalColumn('terms', cell.optionalText()),
  備考: optionalColumn('note', cell.optionalText()),
};
export type SourceRow = SchemaRow<typeof sourcesSchema>;
