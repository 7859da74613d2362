import { z } from 'zod';
import { keysOf } from './keys.ts';

/**
 * Value lists: what staff type in Japanese and what the data says in English. The words on both sides are part of
 * the public contract: they may grow but never change.
 */
function list<const T extends Readonly<Record<string, string>>>(words: T) {
  return { words, schema: z.enum(keysOf(words)) };
}

export const kinds = list({
  policy: '政策',
  measure: '施策',
  action: '取組',
  outcome: '成果',
  programme: '事業',
  stance: '姿勢',
  issue: '課題',
});
export const directions = list({
  increase: '増加',
  decrease: '減少',
  maintain: '維持',
  range: '範囲',
});
export const aggregations = list({ annual: '単年', cumulative: '累計', point: '時点' });
export const states = list({
  continuing: '継続',
  ended: '終了',
  'definition-changed': '定義変更',
});
export const certainties = list({ provisional: '速報', final: '確報' });
export const targetKinds = list({ interim: '中間', final: '最終' });
/** What a band of a plan's own way of rating looks at. */
export const scales = list({
  share: '達成率',
  pace: '進み具合',
  'target-ratio': '目標比',
  difference: '基準差',
  'difference-ratio': '基準差率',
  typed: '記入',
});

export const Kind = kinds.schema;
export type Kind = z.infer<typeof Kind>;
export const Direction = directions.schema;
export type Direction = z.infer<typeof Direction>;
export const Aggregation = aggregations.schema;
export const State = states.schema;
export type State = z.infer<typeof State>;
export const Certainty = certainties.schema;
export const TargetKind = targetKinds.schema;
export const Scale = scales.schema;
export type Scale = z.infer<typeof Scale>;
