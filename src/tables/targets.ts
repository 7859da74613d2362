import type { z } from 'zod';
import { defineField, IndicatorReference, SourceCitation } from '../model/identifiers.ts';
import { compareCodeUnits } from '../model/japanese-text.ts';
import { IsoDate, TargetValue } from '../model/quantity-schema.ts';
import { targetKinds } from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, optionalColumn, placeColumn, requiredColumn } from './table-schema.ts';

/** One of the targets of an indicator: the one in indicators.csv, or an interim or revised one. */
export const Target = TargetValue.extend({
  indicator: IndicatorReference.meta({ description: 'どの指標の目標か' }),
  kind: defineField(targetKinds.schema, '種類', '中間（interim）か最終（final）か', 'interim', {
    codeList: 'target-kinds',
  }),
  set: defineField(
    IsoDate.nullable(),
    '設定日',
    '目標が決められた日。計画の指標の表にある目標と、わからない日は空',
    '2023-03-31',
  ),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
});
export type Target = z.infer<typeof Target>;

/** The fields of a target that decide whether it is the current target. */
type InForceFields = Pick<Target, 'kind' | 'set' | 'period' | 'text'>;

/**
 * Returns the current target: the final one that was set last. The target in indicators.csv counts as set on the issue
 * day of its source; if that day is unknown, it counts as the first target. If it is empty, it is no target. A mark (－,
 * 未定) says that there is none since that day, so an earlier target does not return.
 * @param own the target in indicators.csv
 * @param issued the issue day of the source of `own`; null if unknown
 */
export function findTargetInForce<T extends InForceFields>(own: T, further: readonly T[], issued: string | null): T {
  const isLater = ({ set }: T) => own.text === '' || (set !== null && set > (issued ?? ''));
  const later = further.filter((one) => one.kind === 'final' && isLater(one));
  const byDay = (a: T, b: T) =>
    compareCodeUnits(a.set, b.set) || compareCodeUnits(a.period.end, b.period.end) || compareCodeUnits(a.text, b.text);
  return later.toSorted(byDay).at(-1) ?? own;
}

/** Returns the interim targets that count, by their times: of several for one time, the one that was set last. */
export function findInterimTargets<T extends Readonly<{ kind: string; set: string | null }>>(
  targets: readonly T[],
  getTime: (target: T) => string,
): Map<string, T> {
  const interim = targets.filter(({ kind }) => kind === 'interim');
  return new Map(interim.toSorted((a, b) => compareCodeUnits(a.set, b.set)).map((one) => [getTime(one), one]));
}

/** The column of the target value, in every file that has one. */
export const targetColumn = requiredColumn('target', cell.targetNotation(), {
  aliases: ['目標', '指標値', '目安値', '数値目標'],
});

/** The column of the target's period; its field has another name in each table. */
export const targetPeriodColumn = <const F extends string>(field: F) =>
  optionalColumn(field, cell.periodNotation(), {
    aliases: ['目標値の年度', '目標の時点', '目標年度', '目標年', '目標時点', '時点', '年度'],
  });

/** The columns of a table of values that repeat the name and the unit of the indicator. */
export const indicatorMemoColumns = {
  名称: optionalColumn('title', cell.optionalText(), { memo: true }),
  単位: optionalColumn('unit', cell.optionalText(), { memo: true }),
};

export const targetsTable = defineSourceTable({
  path: 'data/plans/{plan}/targets.csv',
  title: '中間などの目標',
  columns: {
    指標ID: requiredColumn('indicator', cell.rowReference(), { references: 'indicators', aliases: ['ID'] }),
    ...indicatorMemoColumns,
    目標値: targetColumn,
    目標値の時点: targetPeriodColumn('period'),
    種類: optionalColumn('kind', cell.choiceWithDefault(targetKinds.words, 'final'), {
      aliases: ['目標の種類'],
    }),
    設定日: optionalColumn('set', cell.optionalDate(), { aliases: ['目標を決めた日'] }),
    出典ID: optionalColumn('source', cell.optionalSlug(), { references: 'sources', aliases: ['出典'] }),
    出典箇所: placeColumn,
  },
});
