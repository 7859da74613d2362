import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/sources.csv */
export const sources = {
  出典ID: key('id', cell.slug()),
  市区町村ID: optional('municipality', cell.slugOrNull()),
  資料名: required('title', cell.words()),
  年度: optional('year', cell.text()),
  発行者: optional('publisher', cell.text()),
  発行日: optional('issued', cell.dateOrNull()),
  URL: optional('website', cell.webAddress()),
  確認日: optional('checked', cell.dateOrNull()),
  利用条件: optional('terms', cell.text()),
  備考: optional('note', cell.text()),
};
export type SourceRow = RowOf<typeof sources>;
