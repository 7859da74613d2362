import { z } from 'zod';
import { Indicator } from '../../model/indicator.ts';
import { Progress } from '../../model/progress.ts';
import { table } from '../table.ts';
import { codeOf, municipalityCode } from './fields.ts';

const { status, reason, achieved, elapsed, method } = Progress.shape;
const number = (title: string, description: string) =>
  z
    .number()
    .nullable()
    .meta({ title, description, unitColumn: 'unit', examples: [5587] });
const day = (title: string, description: string) =>
  z.iso
    .date()
    .nullable()
    .meta({ title, description, examples: ['2023-10-31'] });

export const ratings = table({
  id: 'ratings',
  title: '進み具合の評価',
  description:
    '1行が、ある指標を1つの方法で評価した結果です。計算に使った値もすべてのせているので、だれでも計算しなおせます。',
  planColumn: 'indicator',
  key: ['indicator', 'method'],
  row: z.object({
    indicator: Indicator.shape.id.meta({
      title: '指標ID',
      description: 'どの指標の評価か',
      references: 'indicators.id',
    }),
    municipality_code: municipalityCode,
    method,
    status: status.meta({ title: '評価', description: '計算した進み具合の状態' }),
    reason: reason.meta({ title: '評価しない理由', description: '評価できないときの理由。評価したときは空' }),
    direction: Indicator.shape.direction,
    unit: Indicator.shape.unit,
    baseline_value: number('現状値', '計画をつくったときの値'),
    baseline_end: day('現状値の日', '現状値の時点の最後の日'),
    target_value: number('目標値', '目標の値'),
    target_end: day('目標値の日', '目標値の時点の最後の日'),
    latest_value: number('最新の実績', '計画のあとに公表された最新の値'),
    latest_end: day('最新の実績の日', '最新の実績の時点の最後の日'),
    achieved,
    elapsed,
  }),
  rows: (portal) =>
    portal.indicators.map(({ id, municipality, direction, unit, baseline, target, latest, progress }) => ({
      indicator: id,
      municipality_code: codeOf(portal, municipality),
      method: progress.method,
      status: progress.status,
      reason: progress.reason,
      direction,
      unit,
      baseline_value: baseline.value,
      baseline_end: baseline.period.end,
      target_value: target.value,
      target_end: target.period.end,
      latest_value: latest?.value ?? null,
      latest_end: latest?.period.end ?? null,
      achieved: progress.achieved,
      elapsed: progress.elapsed,
    })),
});
