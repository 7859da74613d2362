import { targetKinds } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/targets.csv */
export const targets = {
  指標ID: required('indicator', cell.slug()),
  目標値: required('target', cell.target()),
  目標値の時点: optional('period', cell.period()),
  種類: optional('kind', cell.choiceOr('種類', targetKinds.words, 'final')),
  設定日: optional('set', cell.dateOrNull()),
  出典ID: optional('source', cell.slugOrNull()),
  出典箇所: optional('place', cell.text()),
};
export type TargetRow = RowOf<typeof targets>;
