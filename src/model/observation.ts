import { z } from 'zod';
import { Citation, PairId } from './id.ts';
import { Certainty } from './kind.ts';
import { Quantity } from './quantity.ts';

/** A baseline or a result of an indicator at one time, for the whole city or one zone. */
export const Observation = Quantity.extend({
  indicator: PairId.meta({ title: '指標ID', description: 'どの指標の値か' }),
  role: z.enum(['baseline', 'result']).meta({
    title: '役割',
    description: 'baseline は計画の現状値、result はその後の実績',
  }),
  zone: PairId.nullable().meta({ title: '地域ID', description: '地域の値のときだけ。市全体は空' }),
  certainty: Certainty.meta({ title: '確度', description: '速報（provisional）か確報（final）か' }),
  sample: z.number().int().nonnegative().nullable().meta({
    title: '標本数',
    description: '調査に答えた人の数。調査でないときは空',
  }),
  rating: z.string().meta({ title: '評価', description: '市がつけた評価の記号。なければ空' }),
  note: z.string().meta({ title: '注記', description: '値についての注意' }),
  source: Citation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
});
export type Observation = z.infer<typeof Observation>;
