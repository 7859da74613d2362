import { z } from 'zod';

/** Returns the keys of an object with their type, which `Object.keys` loses. */
export function listKeys<T extends object>(list: T): (keyof T & string)[] {
  return Object.keys(list) as (keyof T & string)[];
}

/**
 * Value lists: the English values in the data and the Japanese words that staff type. Both are public: words may be
 * added but never changed.
 */
function list<const T extends Readonly<Record<string, string>>>(words: T) {
  return { words, schema: z.enum(listKeys(words)) };
}

export const itemKinds = list({
  policy: '政策',
  measure: '施策',
  action: '取組',
  outcome: '成果',
  programme: '事業',
  stance: '姿勢',
  issue: '課題',
});
export const preferredDirections = list({
  increase: '増加',
  decrease: '減少',
  maintain: '維持',
  range: '範囲',
});
export const aggregationKinds = list({ annual: '単年', cumulative: '累計', point: '時点' });
export const indicatorStates = list({
  continuing: '継続',
  ended: '終了',
  'definition-changed': '定義変更',
});
export const certaintyLevels = list({ provisional: '速報', final: '確報' });
export const targetKinds = list({ interim: '中間', final: '最終' });
/** The figures that a band of a plan's own rating method can use. */
export const bandScales = list({
  share: '達成率',
  pace: '進み具合',
  'target-ratio': '目標比',
  difference: '基準差',
  'difference-ratio': '基準差率',
  typed: '記入',
});

export const ItemKind = itemKinds.schema;
export type ItemKind = z.infer<typeof ItemKind>;
export const PreferredDirection = preferredDirections.schema;
export type PreferredDirection = z.infer<typeof PreferredDirection>;
export const AggregationKind = aggregationKinds.schema;
export const IndicatorState = indicatorStates.schema;
export type IndicatorState = z.infer<typeof IndicatorState>;
export const CertaintyLevel = certaintyLevels.schema;
export const TargetKind = targetKinds.schema;
export const BandScale = bandScales.schema;
export type BandScale = z.infer<typeof BandScale>;
