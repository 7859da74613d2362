import * as cell from '../cell.ts';
import { optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/changes.csv */
export const changesSchema = {
  日付: requiredColumn('date', cell.requiredDate()),
  対象: optionalColumn('targets', cell.idList()),
  項目: requiredColumn('item', cell.requiredText()),
  前: optionalColumn('before', cell.optionalText()),
  後: optionalColumn('after', cell.optionalText()),
  理由: optionalColumn('reason', cell.optionalText()),
  出典ID: optionalColumn('sources', cell.slugList()),
};
export type ChangeRow = SchemaRow<typeof changesSchema>;
