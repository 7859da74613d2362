import * as cell from '../cell.ts';
import { optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/plans/{plan}/related-plans.csv */
export const relatedPlansSchema = {
  名称: requiredColumn('title', cell.requiredText()),
  説明: optionalColumn('description', cell.optionalText()),
  コード: optionalColumn('nodes', cell.codeList()),
  出典ID: requiredColumn('source', cell.requiredSlug()),
  出典箇所: optionalColumn('place', cell.optionalText()),
};
export type RelatedPlanRow = SchemaRow<typeof relatedPlansSchema>;
