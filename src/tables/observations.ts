import { z } from 'zod';
import { defineField, defineText, IndicatorReference, PairId, SourceCitation } from '../model/identifiers.ts';
import { compareCodeUnits } from '../model/japanese-text.ts';
import { Quantity, NaturalNumber, type Period } from '../model/quantity-schema.ts';
import { certaintyLevels, listKeys } from '../model/value-lists.ts';
import { ERA_PATTERN, writeWesternYears } from '../notation/calendar.ts';
import { findCertainty } from '../notation/quantity.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, optionalColumn, placeColumn, requiredColumn, textColumn } from './table-schema.ts';
import { indicatorMemoColumns } from './targets.ts';

/** The roles of a value of an indicator. */
export const observationRoles = { baseline: '計画の現状値', result: '実績（現状値より前のものもある）' } as const;

/** A baseline or a result of an indicator at one time, for the whole municipality or one zone. */
export const Observation = Quantity.extend({
  indicator: IndicatorReference.meta({ description: 'どの指標の値か' }),
  role: z.enum(listKeys(observationRoles)).meta({
    title: '役割',
    description: `baseline は${observationRoles.baseline}、result は${observationRoles.result}`,
    codeList: 'roles',
    examples: ['baseline'],
  }),
  zone: PairId.nullable().meta({
    title: '地域ID',
    description: '地域の値のときだけ、「地域」の表の「ID」の列の値（市区町村ID/地域ID）。市区町村全体は空',
    references: 'zones.id',
    examples: ['kashiwa/north'],
  }),
  certainty: certaintyLevels.schema.meta({
    title: '確度',
    description:
      '速報（provisional）か確報（final）か。資料に速報と書かれていない値は、計画の現状値も、確報としている。値が空の行では、意味を持たない',
    codeList: 'certainties',
    examples: ['final'],
  }),
  sample: defineField(NaturalNumber.nullable(), '標本数', '調査に答えた人の数。調査でないときは空', 400, {
    unit: '人',
  }),
  rating: defineField(z.string(), '評価', '市区町村がつけた評価の記号。なければ空', 'A', { printed: true }),
  note: defineText('注記', '値についての注意', '現状値の時点は表に書かれています。'),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
});
export type Observation = z.infer<typeof Observation>;

const ESTIMATE_ADVICE = '見込みや予定の数なら、確度を空にして、値に「120人（見込み）」のように書きます。';

export const observationsTable = defineSourceTable({
  path: 'data/plans/{plan}/observations.csv',
  title: '実績',
  columns: {
    指標ID: requiredColumn('indicator', cell.rowReference(), { references: 'indicators', aliases: ['ID'] }),
    ...indicatorMemoColumns,
    時点: requiredColumn('period', cell.periodNotation('result'), {
      aliases: ['年度', '年', '実績の時点', '実績年度', '測定時点'],
    }),
    値: requiredColumn('value', cell.quantityNotation('result'), { aliases: ['実績', '実績値', '測定値', '数値'] }),
    地域ID: optionalColumn('zone', cell.optionalSlug(), { references: 'zones', aliases: ['地域'] }),
    確度: optionalColumn('certainty', cell.choiceWithDefault(certaintyLevels.words, 'final', ESTIMATE_ADVICE)),
    標本数: optionalColumn('sample', cell.optionalInteger(), {
      aliases: ['回答数', '回答者数', '有効回答数', 'サンプル数'],
    }),
    評価: textColumn('rating', { aliases: ['評価区分', '達成状況'] }),
    注記: textColumn('note', { aliases: ['備考', '注', '注釈'] }),
    出典ID: optionalColumn('source', cell.optionalSlug(), { references: 'sources', aliases: ['出典'] }),
    出典箇所: placeColumn,
  },
});

/** Returns `provisional` for a row that says 速報, or whose number does, as printed values do: 41.5%（速報値）. */
export const readCertainty = ({
  certainty,
  value: { text, value },
}: Pick<Observation, 'certainty'> & {
  readonly value: Pick<Observation, 'text' | 'value'>;
}): Observation['certainty'] => (value !== null && findCertainty(text) === '速報' ? 'provisional' : certainty);

const RANK = { provisional: 0, final: 1 } as const;

const ERA_YEAR = new RegExp(`(${ERA_PATTERN}) ?(\\d{1,3}|元)`);

/** Returns the words of a period with the Western year of R元 or 平成30, so that texts sort by year. */
const getSortedWords = ({ period }: Observation) => writeWesternYears(period.text, ERA_YEAR);

/** Compares results by their last day. The 確報 comes after the 速報, so that it counts; texts decide last. */
export const compareObservations = (a: Observation, b: Observation): number =>
  compareCodeUnits(a.period.end, b.period.end) ||
  RANK[a.certainty] - RANK[b.certainty] ||
  compareCodeUnits(a.zone, b.zone) ||
  compareCodeUnits(a.period.start, b.period.start) ||
  compareCodeUnits(getSortedWords(a), getSortedWords(b)) ||
  compareCodeUnits(a.period.text, b.period.text) ||
  compareCodeUnits(a.text, b.text);

/** Returns the results of the whole municipality, without the results of zones. */
export const filterCityResults = (observations: readonly Observation[]): Observation[] =>
  observations.filter(({ role, zone }) => role === 'result' && zone === null);

/**
 * Returns the latest result of the whole municipality that counts, or null. A value of the baseline's period or earlier is
 * not a result of the plan.
 * @param observations sorted by time
 * @param counts decides which results are used; by default, those with a number
 */
export function findLatestResult(
  observations: readonly Observation[],
  baseline: Period,
  counts = ({ value }: Observation) => value !== null,
): Observation | null {
  const later = ({ end }: Period) => end === null || baseline.end === null || end > baseline.end;
  return filterCityResults(observations).findLast((one) => counts(one) && later(one.period)) ?? null;
}

/** Returns the last of sorted rows for the whole municipality that has a number or a symbol in 評価. */
export const findLatestRow = (observations: readonly Observation[]): Observation | null =>
  filterCityResults(observations).findLast(({ value, rating }) => value !== null || rating !== '') ?? null;
