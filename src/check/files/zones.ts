import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/municipalities/{id}/zones.csv */
export const zones = {
  地域ID: key('id', cell.slug()),
  名称: required('title', cell.words()),
  よみ: optional('reading', cell.text()),
  説明: optional('description', cell.text()),
  順序: optional('order', cell.position()),
  出典ID: required('source', cell.slug()),
  出典箇所: optional('place', cell.text()),
};
export type ZoneRow = RowOf<typeof zones>;
