import type { z } from 'zod';
import { Citation, PairId } from './id.ts';
import { TargetKind } from './kind.ts';
import { IsoDate } from './period.ts';
import { TargetValue } from './quantity.ts';

/** One of the targets of an indicator: the one in its own row, or a further one (interim, or revised). */
export const Target = TargetValue.extend({
  indicator: PairId.meta({ title: '指標ID', description: 'どの指標の目標か' }),
  kind: TargetKind.meta({ title: '種類', description: '中間（interim）か最終（final）か' }),
  set: IsoDate.nullable().meta({ title: '設定日', description: '目標が決められた日' }),
  source: Citation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
});
export type Target = z.infer<typeof Target>;
