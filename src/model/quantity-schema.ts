import { z } from 'zod';
import { defineField } from './identifiers.ts';
import { describeValues, listKeys } from './value-lists.ts';

/** The largest whole number of the published tables, which have 32 bits for it. */
export const MAX_INTEGER = 2_147_483_647;

/** The kinds of numbers in records, besides those with limits of their own. */
export const PositiveInteger = z.number().int().positive().max(MAX_INTEGER);
export const NaturalNumber = z.number().int().nonnegative();
export const NullableNumber = z.number().nullable();
/** The unit of a ratio: 1 is all. */
export const RATIO_UNIT = '割合（1で全部）';

/** A day as ISO 8601 text: `2026-11-20`. */
export const IsoDate = z.iso.date();

/** Milliseconds. */
export const DAY_LENGTH = 86_400_000;

/** Returns the number of days from 1970-01-01 to an ISO date. */
export const toDayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_LENGTH;

/** Returns the date of a day number: 1970-01-01 for 0. */
export const formatDayNumber = (day: number): string => new Date(day * DAY_LENGTH).toISOString().slice(0, 10);

/** A period as a document prints it, with its first and last day; both are null if only words are known (`随時`). */
export const Period = z.strictObject({
  text: defineField(z.string(), '時点', '資料に書かれている時点', '令和5年10月時点', { printed: true }),
  start: defineField(IsoDate.nullable(), '時点（はじめ）', '期間の最初の日', '2023-10-01'),
  end: defineField(IsoDate.nullable(), '時点（おわり）', '期間の最後の日', '2023-10-31'),
});
export type Period = z.infer<typeof Period>;

/** True for a point with a number. */
export const hasNumber = <P extends Readonly<{ value: number | null }>>(point: P): point is P & { value: number } =>
  point.value !== null;

/** Returns a text that only periods of the same days have or, if these are unknown, of the same words. */
export const getTimeKey = ({ text, start, end }: Period): string =>
  start === null && end === null ? text : `${start}/${end}`;

/** True for periods with the same key. It makes no text, because a table may have a million rows. */
export const isSameTime = (a: Period, b: Period): boolean =>
  a.start === b.start && a.end === b.end && (a.start !== null || a.end !== null || a.text === b.text);

/** The comparisons of a result with a target. Null if the plan states none; then 良い方向 decides. */
export const targetComparators = {
  '>=': '以上',
  '<=': '以下',
  '>': 'より多い',
  '<': 'より少ない',
  '=': 'ちょうど',
  within: '範囲の中',
  about: '程度',
} as const;
export const TargetComparator = z.enum(listKeys(targetComparators));
export type TargetComparator = z.infer<typeof TargetComparator>;

const value = defineField(NullableNumber, '値', '数値。数値として読めない、またはわからないときは空', 5587);
const text = defineField(z.string(), '値（表記）', '資料に書かれているとおりの値', '5,587人', { printed: true });

const period = Period.meta({ title: '時点', description: '値の時点' });

/** A value: the printed text, the number and the period. */
export const Quantity = z.strictObject({ value, text, period });
export type Quantity = z.infer<typeof Quantity>;

/** The value of a target with its comparison; `low` and `high` are set only with `within`. */
export const TargetValue = z.strictObject({
  value,
  comparator: TargetComparator.nullable().meta({
    title: '比べ方',
    description: `値を目標とどう比べるか。計画にあるときだけで、なければ空。${describeValues(targetComparators)}`,
    codeList: 'comparators',
    examples: ['>='],
  }),
  low: defineField(NullableNumber, '下限', '範囲の目標の下限', 80),
  high: defineField(NullableNumber, '上限', '範囲の目標の上限', 120),
  text,
  period,
});
export type TargetValue = z.infer<typeof TargetValue>;
