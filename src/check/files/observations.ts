import { certainties } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/observations.csv */
export const observations = {
  指標ID: required('indicator', cell.reference(), 'ID'),
  時点: required('period', cell.period(), '年度', '年', '実績の時点', '実績年度', '測定時点'),
  値: required('value', cell.quantity(), '実績', '実績値', '測定値', '数値'),
  地域ID: optional('zone', cell.slugOrNull(), '地域'),
  確度: optional('certainty', cell.choiceOr('確度', certainties.words, 'final')),
  標本数: optional('sample', cell.wholeOrNull(), '回答数', '回答者数', '有効回答数', 'サンプル数'),
  評価: optional('rating', cell.text(), '評価区分', '達成状況'),
  注記: optional('note', cell.text(), '備考', '注', '注釈'),
  出典ID: optional('source', cell.slugOrNull(), '出典'),
  出典箇所: optional('place', cell.text(), '出典の箇所', '掲載箇所', '出典'),
};
export type ObservationRow = RowOf<typeof observations>;
