import { z } from 'zod';
import { defineField } from './identifiers.ts';
import { NullableNumber, RATIO_UNIT } from './quantity-schema.ts';
import { listKeys } from './value-lists.ts';

/** The progress statuses, with their Japanese names. */
export const progressStatuses = {
  achieved: '達成',
  'on-track': '順調',
  'slightly-behind': 'やや遅れ',
  behind: '遅れ',
  worse: '後退',
  missed: '未達成',
  'not-rated': '評価なし',
} as const;

/** The reasons why an indicator is not rated. */
export const notRatedReasons = {
  ended: '指標の終了',
  'definition-changed': '定義の変更',
  'no-target': '目標値なし',
  'target-in-words': '言葉の目標',
  'not-measured': '実績の掲載なし',
  'small-sample': '標本数の不足',
  'direction-unknown': '方向がわからない',
  'counted-differently': '数え方のちがい',
  'target-approximate': 'おおよその目標',
  'no-baseline': '現状値なし',
  'period-unknown': '時点が不明',
} as const;

/** The reasons why a plan's own method returns no rating: the reasons above, and the reasons about bands. */
export const ownMethodReasons = {
  ...notRatedReasons,
  'no-value': '尺度の値が出ない',
  'no-band': 'あてはまる段なし',
  'not-typed': '評価の記入なし',
} as const;

export const ratingMethods = {
  linear: '現状値から目標値まで、同じ速さで進むとみる方法',
  own: '計画がもつ評価のしかた',
} as const;

export const ProgressStatus = z.enum(listKeys(progressStatuses));
export type ProgressStatus = z.infer<typeof ProgressStatus>;
const NotRatedReason = z.enum(listKeys(notRatedReasons));
export type NotRatedReason = z.infer<typeof NotRatedReason>;
export const OwnMethodReason = z.enum(listKeys(ownMethodReasons));
export type OwnMethodReason = z.infer<typeof OwnMethodReason>;

/** The progress of an indicator: status and figures by the common method, and the rating by the plan's own method. */
export const IndicatorProgress = z.strictObject({
  status: defineField(ProgressStatus, '状態', '共通の方法で計算した状態', 'on-track', { codeList: 'statuses' }),
  reason: defineField(NotRatedReason.nullable(), '理由', '評価できないときの理由', 'not-measured', {
    codeList: 'reasons',
  }),
  achieved: NullableNumber.meta({
    title: '達成率',
    description: '現状値から目標値までのうち進んだ割合（0.5は半分）。空のときのことは、進み具合の評価の表の説明にある',
    unit: RATIO_UNIT,
    examples: [0.5],
  }),
  elapsed: NullableNumber.meta({
    title: '経過率',
    description: '現状値の時点から目標値の時点までのうち、最新の実績の時点までに過ぎた割合（0.5は半分）',
    unit: RATIO_UNIT,
    examples: [0.25],
  }),
  method: defineField(z.literal('linear'), '方法', '計算の方法', 'linear', { codeList: 'methods' }),
  own: z
    .strictObject({
      symbol: z.string().meta({ title: '記号', description: '市区町村が使う評価の記号' }),
      title: z.string().meta({ title: '記号の名称', description: '評価の記号の意味' }),
    })
    .nullable()
    .meta({ title: '市の評価', description: '計画がもつ方法での評価。なければ空' }),
});
export type IndicatorProgress = z.infer<typeof IndicatorProgress>;

/** Counts indicators by progress status. No total or mean: it would hide the indicators that are not rated. */
export const countStatuses = (all: readonly IndicatorProgress[]): { status: ProgressStatus; count: number }[] =>
  listKeys(progressStatuses).map((status) => ({ status, count: all.filter((one) => one.status === status).length }));

/** Counts the indicators that are not rated by reason, without reasons that do not occur. */
export const countReasons = (all: readonly IndicatorProgress[]): { reason: NotRatedReason; count: number }[] =>
  listKeys(notRatedReasons)
    .map((reason) => ({ reason, count: all.filter((one) => one.reason === reason).length }))
    .filter(({ count }) => count > 0);
