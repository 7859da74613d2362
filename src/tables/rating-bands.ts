import { bandScales } from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, optionalColumn, requiredColumn, type SchemaRow } from './table-schema.ts';

export const ratingBandsTable = defineSourceTable({
  path: 'data/plans/{plan}/rating.csv',
  title: '評価のしかた',
  columns: {
    順: requiredColumn('order', cell.requiredPosition()),
    記号: requiredColumn('symbol', cell.requiredText()),
    名称: requiredColumn('title', cell.requiredText()),
    尺度: requiredColumn('scale', cell.requiredChoice(bandScales.words)),
    下限: optionalColumn('low', cell.optionalLimit()),
    下限を含む: optionalColumn('lowIncluded', cell.optionalFlag()),
    上限: optionalColumn('high', cell.optionalLimit()),
    上限を含む: optionalColumn('highIncluded', cell.optionalFlag()),
    年度: optionalColumn('year', cell.optionalDatedPeriod()),
    誤差: optionalColumn('margin', cell.optionalDecimal(0, 1e9, '3')),
    説明: optionalColumn('note', cell.optionalText()),
  },
});
export type BandRow = SchemaRow<(typeof ratingBandsTable)['columns']>;
