import { aggregations, directions, states } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';
import { target, targetPeriod } from './targets.ts';

/** data/plans/{plan}/indicators.csv */
export const indicators = {
  指標ID: key('id', cell.slug(), 'ID'),
  コード: optional('nodes', cell.codes(), '施策コード', '項目コード'),
  名称: required('title', cell.words(), '指標', '指標名', '指標名称', '指標の名称', '成果指標', '成果指標名'),
  単位: optional('unit', cell.text(), '単位名'),
  良い方向: optional(
    'direction',
    cell.choiceOrNull('良い方向', directions.words),
    '望ましい方向',
    '目指す方向',
    '目標の方向',
    '方向性',
  ),
  集計: optional('aggregation', cell.choiceOrNull('集計', aggregations.words), '集計方法', '集計の方法'),
  現状値: required(
    'baseline',
    cell.quantity(),
    '現状',
    '基準値',
    '基準',
    '策定時',
    '策定時の値',
    '策定時の現状値',
    '現況',
    '現況値',
    '直近値',
    '当初値',
  ),
  現状値の時点: optional(
    'baselinePeriod',
    cell.period(),
    '現状値の年度',
    '現状年度',
    '基準値の時点',
    '基準値の年度',
    '基準年度',
    '基準年',
    '基準時点',
    '策定時の時点',
    '時点',
    '年度',
  ),
  目標値: target,
  目標値の時点: targetPeriod('targetPeriod'),
  状態: optional('state', cell.choiceOr('状態', states.words, 'continuing'), '指標の状態'),
  注記: optional('note', cell.text(), '備考', '注', '注釈'),
  出典ID: required('source', cell.slug(), '出典'),
  出典箇所: optional('place', cell.text(), '出典の箇所', '掲載箇所', '出典'),
};
export type IndicatorRow = RowOf<typeof indicators>;
