import { scales } from '../../model/kind.ts';
import * as cell from '../cell.ts';
import { optional, required, type RowOf } from '../shape.ts';

/** data/plans/{plan}/rating.csv */
export const rating = {
  順: required('order', cell.place()),
  記号: required('symbol', cell.words()),
  名称: required('title', cell.words()),
  尺度: required('scale', cell.choice('尺度', scales.words)),
  下限: optional('low', cell.limitOrNull()),
  下限を含む: optional('lowIncluded', cell.flag('下限を含む')),
  上限: optional('high', cell.limitOrNull()),
  上限を含む: optional('highIncluded', cell.flag('上限を含む')),
  年度: optional('year', cell.daysOrNull()),
  誤差: optional('margin', cell.decimalOrNull('誤差', 0, 1e9, '3')),
  説明: optional('note', cell.text()),
};
export type BandRow = RowOf<typeof rating>;
