import { z } from 'zod';
import { SourceCitation, PairId } from './id.ts';
import { listKeys } from './keys.ts';
import { CertaintyLevel } from './kind.ts';
import { Quantity } from './quantity.ts';

/** What a value of an indicator is. */
export const observationRoles = { baseline: '計画の現状値', result: '計画のあとの実績' } as const;

/** A baseline or a result of an indicator at one time, for the whole city or one zone. */
export const Observation = Quantity.extend({
  indicator: PairId.meta({
    title: '指標ID',
    description: 'どの指標の値か',
    references: 'indicators.id',
    examples: ['warabi-jiritsu/sns-followers'],
  }),
  role: z.enum(listKeys(observationRoles)).meta({
    title: '役割',
    description: 'baseline は計画の現状値、result はその後の実績',
    codeList: 'roles',
    examples: ['baseline'],
  }),
  zone: PairId.nullable().meta({
    title: '地域ID',
    description: '地域の値のときだけ。市全体は空',
    references: 'zones.id',
    examples: ['kashiwa/north'],
  }),
  certainty: CertaintyLevel.meta({
    title: '確度',
    description: '速報（provisional）か確報（final）か',
    codeList: 'certainties',
    examples: ['final'],
  }),
  sample: z
    .number()
    .int()
    .nonnegative()
    .nullable()
    .meta({
      title: '標本数',
      description: '調査に答えた人の数。調査でないときは空',
      unit: '人',
      examples: [400],
    }),
  rating: z
    .string()
    .meta({ title: '評価', description: '市がつけた評価の記号。なければ空', examples: ['A'], printed: true }),
  note: z.string().meta({
    title: '注記',
    description: '値についての注意',
    examples: ['現状値の時点は表に書かれています。'],
  }),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
});
export type Observation = z.infer<typeof Observation>;
