import { certaintyLevels } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { optionalColumn, requiredColumn, type SchemaRow } from '../shape.ts';

/** data/plans/{plan}/observations.csv */
export const observationsSchema = {
  指標ID: requiredColumn('indicator', cell.rowReference(), 'ID'),
  時点: requiredColumn('period', cell.periodNotation(), '年度', '年', '実績の時点', '実績年度', '測定時点'),
  値: requiredColumn('value', cell.quantityNotation(), '実績', '実績値', '測定値', '数値'),
  地域ID: optionalColumn('zone', cell.optionalSlug(), '地域'),
  確度: optionalColumn('certainty', cell.choiceWithDefault('確度', certaintyLevels.words, 'final')),
  標本数: optionalColumn('sample', cell.optionalInteger(), '回答数', '回答者数', '有効回答数', 'サンプル数'),
  評価: optionalColumn('rating', cell.optionalText(), '評価区分', '達成状況'),
  注記: optionalColumn('note', cell.optionalText(), '備考', '注', '注釈'),
  出典ID: optionalColumn('source', cell.optionalSlug(), '出典'),
  出典箇所: optionalColumn('place', cell.optionalText(), '出典の箇所', '掲載箇所', '出典'),
};
export type ObservationRow = SchemaRow<typeof observationsSchema>;
