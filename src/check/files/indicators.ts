import { aggregations, directions, states } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/indicators.csv */
export const indicators = {
  指標ID: key('id', cell.slug()),
  コード: optional('node', cell.codeOrNull()),
  名称: required('title', cell.words()),
  単位: optional('unit', cell.text()),
  良い方向: optional('direction', cell.choiceOrNull('良い方向', directions.words)),
  集計: optional('aggregation', cell.choiceOrNull('集計', aggregations.words)),
  現状値: required('baseline', cell.quantity()),
  現状値の時点: optional('baselinePeriod', cell.period()),
  目標値: required('target', cell.target()),
  目標値の時点: optional('targetPeriod', cell.period()),
  状態: optional('state', cell.choiceOr('状態', states.words, 'continuing')),
  注記: optional('note', cell.text()),
  出典ID: required('source', cell.slug()),
  出典箇所: optional('place', cell.text()),
};
export type IndicatorRow = RowOf<typeof indicators>;
