import { z } from 'zod';
import { listKeys } from './keys.ts';
import { Period } from './period.ts';

/** How a target is compared with a result; null where the plan states nothing (then 良い方向 decides). */
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

const value = z
  .number()
  .nullable()
  .meta({
    title: '値',
    description: '数値。数値として読めない、またはわからないときは空',
    examples: [5587],
  });
const text = z.string().meta({
  title: '値（表記）',
  description: '計画に書かれているとおりの値',
  examples: ['5,587人'],
  printed: true,
});

/** A value as printed, the number it stands for, and its time. */
export const Quantity = z.strictObject({ value, text, period: Period });
export type Quantity = z.infer<typeof Quantity>;

/** A target: a value with how it is to be compared; `low` and `high` are set only with `within`. */
export const TargetValue = z.strictObject({
  value,
  comparator: TargetComparator.nullable().meta({
    title: '比べ方',
    description: '計画に「以上」「以下」などがあるときだけ。なければ空',
    codeList: 'comparators',
    examples: ['>='],
  }),
  low: z
    .number()
    .nullable()
    .meta({ title: '下限', description: '範囲の目標の下限', examples: [80] }),
  high: z
    .number()
    .nullable()
    .meta({ title: '上限', description: '範囲の目標の上限', examples: [120] }),
  text,
  period: Period,
});
export type TargetValue = z.infer<typeof TargetValue>;
