import type { z } from 'zod';
import { SourceCitation, PairId } from './id.ts';
import { TargetKind } from './kind.ts';
import { IsoDate } from './period.ts';
import { TargetValue } from './quantity.ts';

/** One of the targets of an indicator: the one in its own row, or a further one (interim, or revised). */
export const Target = TargetValue.extend({
  indicator: PairId.meta({ title: '指標ID', description: 'どの指標の目標か' }),
  kind: TargetKind.meta({ title: '種類', description: '中間（interim）か最終（final）か' }),
  set: IsoDate.nullable().meta({ title: '設定日', description: '目標が決められた日' }),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
});
export type Target = z.infer<typeof Target>;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What of a target says whether it is the one in force. */
type Dated = Pick<Target, 'kind' | 'set' | 'period' | 'text'>;

/**
 * Which of an indicator's targets is in force: of the final ones, the one set last. The one in the indicator's own row
 * counts as set on the day its source was issued; where that day is not known, it counts as the first one.
 * @param own the target in the indicator's own row
 * @param further those in targets.csv, in any order
 * @param issued the day on which the own row's source was issued; null where unknown
 */
export function findTargetInForce<T extends Dated>(own: T, further: readonly T[], issued: string | null): T {
  const later = further.filter(({ kind, set }) => kind === 'final' && set !== null && set > (issued ?? ''));
  const byDay = (a: T, b: T) =>
    compare(a.set ?? '', b.set ?? '') ||
    compare(a.period.end ?? '', b.period.end ?? '') ||
    compare(a.text, b.text);
  return later.toSorted(byDay).at(-1) ?? own;
}
