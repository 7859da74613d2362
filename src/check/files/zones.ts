import * as cell from '../cell.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/municipalities/{id}/zones.csv */
export const zonesSchema = {
  地域ID: keyColumn('id', cell.requiredSlug()),
  名称: requiredColumn('title', cell.requiredText()),
  よみ: optionalColumn('reading', cell.optionalText()),
  説明: optionalColumn('description', cell.optionalText()),
  順序: optionalColumn('order', cell.optionalPosition()),
  出典ID: requiredColumn('source', cell.requiredSlug()),
  出典箇所: optionalColumn('place', cell.optionalText()),
};
export type ZoneRow = SchemaRow<typeof zonesSchema>;
