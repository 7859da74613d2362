import { certainties } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/observations.csv */
export const observations = {
  指標ID: required('indicator', cell.slug()),
  時点: required('period', cell.period()),
  値: required('value', cell.quantity()),
  地域ID: optional('zone', cell.slugOrNull()),
  確度: optional('certainty', cell.choiceOr('確度', certainties.words, 'final')),
  標本数: optional('sample', cell.wholeOrNull()),
  評価: optional('rating', cell.text()),
  注記: optional('note', cell.text()),
  出典ID: optional('source', cell.slugOrNull()),
  出典箇所: optional('place', cell.text()),
};
export type ObservationRow = RowOf<typeof observations>;
