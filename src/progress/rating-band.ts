import { z } from 'zod';
import { defineField, defineText, FilledText } from '../model/identifiers.ts';
import type { ProgressStatus } from '../model/progress-status.ts';
import { Period, PositiveInteger, NullableNumber } from '../model/quantity-schema.ts';
import { type BandScale, bandScales } from '../model/value-lists.ts';
import { subtractDecimals } from '../notation/decimal.ts';
import type { BandRow } from '../tables/rating-bands.ts';
import { ROUNDING_TOLERANCE } from './progress-metrics.ts';

// Scripts leave out what `.meta()` adds, so the texts are in its calls.
const describeLimit = (title: string, description: string) => {
  return { title, description: `${description}。なければ空`, unitColumn: 'scale_unit', examples: [0.8] };
};

/** One band of a plan's own rating method: its limits and its symbol. */
export const RatingBand = z.strictObject({
  order: defineField(PositiveInteger, '順', '段を調べる順番', 1),
  symbol: defineField(FilledText, '記号', '市区町村が使う評価の記号', 'A', { printed: true }),
  title: defineField(FilledText, '記号の名称', '評価の記号の意味', '予定どおり', { printed: true }),
  scale: defineField(bandScales.schema, '尺度', '段で使う値', 'share', { codeList: 'scales' }),
  low: NullableNumber.meta(describeLimit('段の下限', '段の下限。割合は 0.8 が 80%、基準差は指標の単位')),
  lowIncluded: defineField(z.boolean(), '下限を含む', '下限ちょうどの値が段に入るか', true),
  high: NullableNumber.meta(describeLimit('段の上限', '段の上限。割合は 0.8 が 80%、基準差は指標の単位')),
  highIncluded: defineField(z.boolean(), '上限を含む', '上限ちょうどの値が段に入るか', false),
  year: Period.nullable().meta({ title: '年度', description: '段で評価する実績の年度。どの年度でもよければ null' }),
  margin: z
    .number()
    .nonnegative()
    .meta({
      title: '誤差',
      description: '指標の単位での誤差。下限や上限との差がこれ以下の値は、その下限や上限と同じとみなす',
      unitColumn: 'unit',
      examples: [3],
    }),
  note: defineText('説明', '段についての説明', '調査の誤差を3ポイントとみます。'),
});
export type RatingBand = z.infer<typeof RatingBand>;

/** Returns true for a value inside a band. Within the margin of a limit it counts as the limit: 含む decides. */
export function isInBand(
  band: Pick<RatingBand, 'low' | 'lowIncluded' | 'high' | 'highIncluded'>,
  value: number,
  margin: number,
): boolean {
  const isLimit = (limit: number) => Math.abs(subtractDecimals(value, limit)) <= margin + ROUNDING_TOLERANCE;
  const isAboveLow = band.low === null || (isLimit(band.low) ? band.lowIncluded : value > band.low);
  const isBelowHigh = band.high === null || (isLimit(band.high) ? band.highIncluded : value < band.high);
  return isAboveLow && isBelowHigh;
}

/** The rank of each progress status from the best (0) to the worst (1). */
const STATUS_RANKS: Readonly<Record<Exclude<ProgressStatus, 'not-rated'>, number>> = {
  achieved: 0,
  'on-track': 0,
  'slightly-behind': 0.5,
  behind: 0.75,
  worse: 1,
  missed: 1,
};

/** The minimum difference between two ranks that needs an explanation. */
const RANK_DIFFERENCE = 0.4;

/**
 * Returns true if the common method and the plan's own method disagree: the ranks of the status and of the symbol are
 * far apart. Typed symbols are not compared, because symbols such as 始めていない have no order.
 * @param bands all bands of the plan, the best first
 */
export function methodsDisagree(status: ProgressStatus, band: RatingBand, bands: readonly RatingBand[]): boolean {
  if (status === 'not-rated' || band.scale === 'typed') return false;
  const symbols = [...new Set(bands.filter(({ scale }) => scale !== 'typed').map(({ symbol }) => symbol))];
  if (symbols.length < 2) return false;
  const rank = symbols.indexOf(band.symbol) / (symbols.length - 1);
  return Math.abs(rank - STATUS_RANKS[status]) >= RANK_DIFFERENCE;
}

/** Returns a typed limit as a value of its scale: 80 means 80 % if the scale is a ratio. */
const convertLimit = (typed: number | null, scale: BandScale): number | null =>
  typed === null || scale === 'difference' ? typed : typed / 100;

/** Returns the band of a row of rating.csv. */
export const createBand = ({ year, margin, ...row }: BandRow): RatingBand => ({
  ...row,
  low: convertLimit(row.low, row.scale),
  high: convertLimit(row.high, row.scale),
  year,
  margin: margin ?? 0,
});
