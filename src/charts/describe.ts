import { certaintyLevels } from '../model/kind.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { Quantity, TargetValue } from '../model/quantity.ts';
import type { Target } from '../model/target.ts';
import { filterCityResults } from './series.ts';

const timed = ({ period, text }: Pick<Quantity, 'period' | 'text'>) => `${period.text} ${text}`.trim();

/** Targets beside the one that the picture leads to: those on the way, and those of earlier days. */
function otherTargets(own: TargetValue, targets: readonly Target[]): string {
  const interim = targets.filter(({ kind }) => kind === 'interim').map(timed);
  const former = targets
    .filter(({ kind }) => kind === 'final')
    .filter(({ text, period }) => text !== own.text || period.text !== own.period.text)
    .map((one) => timed(one) + (one.set === null ? '' : `（${one.set} 設定）`));
  return [
    ...(interim.length > 0 ? [`中間の目標値は${interim.join('、')}。`] : []),
    ...(former.length > 0 ? [`別に設定された目標値は${former.join('、')}。`] : []),
  ].join('');
}

/** What the picture shows, in a few sentences, with every number of the whole city that stands in its table. */
export function describeIndicatorChart(
  { title, baseline, target }: Indicator,
  observations: readonly Observation[],
  targets: readonly Target[] = [],
): string {
  const results = filterCityResults(observations).map(
    (one) => timed(one) + (one.certainty === 'provisional' ? `（${certaintyLevels.words.provisional}）` : ''),
  );
  const measured =
    results.length === 0 ? '計画のあとの実績は、まだありません。' : `実績は${results.join('、')}。`;
  return `${title}。${baseline.period.text}の現状値${baseline.text}から、${target.period.text}の目標値${target.text}まで。${otherTargets(target, targets)}${measured}`;
}
