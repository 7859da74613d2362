import { targetKinds } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** The column that says what is aimed at, in every file that has one. */
export const targetColumn = requiredColumn(
  'target',
  cell.targetNotation(),
  '目標',
  '指標値',
  '目安値',
  '数値目標',
);

/** The column that says by when, under the field that it fills. */
export const targetPeriodColumn = <const F extends string>(field: F) =>
  optionalColumn(
    field,
    cell.periodNotation(),
    '目標値の年度',
    '目標の時点',
    '目標年度',
    '目標年',
    '目標時点',
    '時点',
    '年度',
  );

/** data/plans/{plan}/targets.csv */
export const targetsSchema = {
  指標ID: requiredColumn('indicator', cell.rowReference(), 'ID'),
  目標値: targetColumn,
  目標値の時点: targetPeriodColumn('period'),
  種類: optionalColumn('kind', cell.choiceWithDefault('種類', targetKinds.words, 'final'), '目標の種類'),
  設定日: optionalColumn('set', cell.optionalDate(), '目標を決めた日'),
  出典ID: optionalColumn('source', cell.optionalSlug(), '出典'),
  出典箇所: optionalColumn('place', cell.optionalText(), '出典の箇所', '掲載箇所', '出典'),
};
export type TargetRow = SchemaRow<typeof targetsSchema>;
