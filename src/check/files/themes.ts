import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/themes.csv */
export const themes = {
  テーマID: key('id', cell.slug()),
  名称: required('title', cell.words()),
  説明: optional('description', cell.text()),
  順序: optional('order', cell.position()),
};
export type ThemeRow = RowOf<typeof themes>;
