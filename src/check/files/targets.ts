import { targetKinds } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { optional, required, type RowOf } from '../shape.ts';

/** The column that says what is aimed at, in every file that has one. */
export const target = required('target', cell.target(), '目標', '指標値', '目安値', '数値目標');

/** The column that says by when, under the field that it fills. */
export const targetPeriod = <const F extends string>(field: F) =>
  optional(
    field,
    cell.period(),
    '目標値の年度',
    '目標の時点',
    '目標年度',
    '目標年',
    '目標時点',
    '時点',
    '年度',
  );

/** data/plans/{plan}/targets.csv */
export const targets = {
  指標ID: required('indicator', cell.reference(), 'ID'),
  目標値: target,
  目標値の時点: targetPeriod('period'),
  種類: optional('kind', cell.choiceOr('種類', targetKinds.words, 'final'), '目標の種類'),
  設定日: optional('set', cell.dateOrNull(), '目標を決めた日'),
  出典ID: optional('source', cell.slugOrNull(), '出典'),
  出典箇所: optional('place', cell.text(), '出典の箇所', '掲載箇所', '出典'),
};
export type TargetRow = RowOf<typeof targets>;
