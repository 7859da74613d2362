import { aggregationKinds, preferredDirections, indicatorStates } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';
import { targetColumn, targetPeriodColumn } from './targets.ts';

/** data/plans/{plan}/indicators.csv */
export const indicatorsSchema = {
  指標ID: keyColumn('id', cell.requiredSlug(), 'ID'),
  コード: optionalColumn('nodes', cell.codeList(), '施策コード', '項目コード'),
  名称: requiredColumn(
    'title',
    cell.requiredText(),
    '指標',
    '指標名',
    '指標名称',
    '指標の名称',
    '成果指標',
    '成果指標名',
  ),
  単位: optionalColumn('unit', cell.optionalText(), '単位名'),
  良い方向: optionalColumn(
    'direction',
    cell.optionalChoice('良い方向', preferredDirections.words),
    '望ましい方向',
    '目指す方向',
    '目標の方向',
    '方向性',
  ),
  集計: optionalColumn(
    'aggregation',
    cell.optionalChoice('集計', aggregationKinds.words),
    '集計方法',
    '集計の方法',
  ),
  現状値: requiredColumn(
    'baseline',
    cell.quantityNotation(),
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
  現状値の時点: optionalColumn(
    'baselinePeriod',
    cell.periodNotation(),
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
  目標値: targetColumn,
  目標値の時点: targetPeriodColumn('targetPeriod'),
  状態: optionalColumn(
    'state',
    cell.choiceWithDefault('状態', indicatorStates.words, 'continuing'),
    '指標の状態',
  ),
  注記: optionalColumn('note', cell.optionalText(), '備考', '注', '注釈'),
  出典ID: requiredColumn('source', cell.requiredSlug(), '出典'),
  出典箇所: optionalColumn('place', cell.optionalText(), '出典の箇所', '掲載箇所', '出典'),
};
export type IndicatorRow = SchemaRow<typeof indicatorsSchema>;
