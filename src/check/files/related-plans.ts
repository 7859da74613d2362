import * as cell from '../cell.ts';
import { optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/related-plans.csv */
export const relatedPlans = {
  名称: required('title', cell.words()),
  説明: optional('description', cell.text()),
  コード: optional('nodes', cell.codes()),
  出典ID: required('source', cell.slug()),
  出典箇所: optional('place', cell.text()),
};
export type RelatedPlanRow = RowOf<typeof relatedPlans>;
