import * as cell from '../cell.ts';
import { optional, required, type RowOf } from '../shape.ts';

/** data/changes.csv */
export const changes = {
  日付: required('date', cell.date()),
  対象: optional('targets', cell.ids()),
  項目: required('item', cell.words()),
  前: optional('before', cell.text()),
  後: optional('after', cell.text()),
  理由: optional('reason', cell.text()),
  出典ID: optional('sources', cell.slugs()),
};
export type ChangeRow = RowOf<typeof changes>;
