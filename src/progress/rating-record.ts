import { z } from 'zod';
import { RatingBand } from './plan-bands.ts';
import { ProgressMetrics } from './progress-metrics.ts';
import { IndicatorReference } from '../model/identifiers.ts';
import { OwnMethodReason, ProgressStatus } from '../model/progress-status.ts';
import { TargetComparator, NaturalNumber, NullableNumber } from '../model/quantity-schema.ts';

/** The rating of an indicator by one method, with every figure that it was computed from. */
export const Rating = z.strictObject({
  indicator: IndicatorReference.meta({ description: 'どの指標の評価か' }),
  method: z.enum(['linear', 'own']).meta({
    title: '方法',
    description: '共通の方法（linear）か、計画がもつ方法（own）か',
    codeList: 'methods',
    examples: ['linear'],
  }),
  status: ProgressStatus.nullable().meta({
    title: '評価',
    description: '計算した進み具合の状態。計画がもつ方法で評価したときは空で、記号の列にある',
    codeList: 'statuses',
    examples: ['on-track'],
  }),
  reason: OwnMethodReason.nullable().meta({
    title: '評価しない理由',
    description: '評価できないときの理由。評価したときは空',
    codeList: 'reasons',
    examples: ['not-measured'],
  }),
  judgedBy: TargetComparator.exclude(['about'])
    .nullable()
    .meta({
      title: '判断のしかた',
      description:
        '目標値とのくらべ方。計画に書かれていないときは、良い方向、目標値の言葉、現状値から目標値への向きの順で決めたもの。わからなければ空',
      codeList: 'comparators',
      examples: ['>='],
    }),
  sample: NaturalNumber.nullable().meta({
    title: '標本数',
    description: '最新の実績の標本数。調査でないときは空',
    unit: '人',
    examples: [412],
  }),
  figures: ProgressMetrics,
  /** The band of the result; null for the common method, and if there is none. */
  band: RatingBand.nullable(),
  /** The value on the band's scale; null without a band, and for a typed symbol. */
  measured: NullableNumber.meta({
    title: '尺度の値',
    description: '段の尺度で見た値',
    unitColumn: 'scale_unit',
    examples: [0.64],
  }),
});
export type Rating = z.infer<typeof Rating>;
