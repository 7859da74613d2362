import { drawCountSquares } from '../../src/charts/count-squares.ts';
import { drawProgress } from '../../src/charts/progress-chart.ts';
import { createChangeScale, drawRequiredChange } from '../../src/charts/required-change-chart.ts';
import type { ChartCase, CaseSeries } from './chart-case.ts';
import { createMadeUpIndicator } from './made-up-indicator.ts';

const HALF_WAY = { baseline: [2022, 40], target: [2030, 80], results: [[2026, 60]] } as const;

const progress = (
  id: string,
  title: string,
  share: number,
  elapsed: number | null,
  provisional = false,
): ChartCase => ({
  id: `progress-${id}`,
  title,
  draw: () =>
    drawProgress(createMadeUpIndicator({ ...HALF_WAY, provisional: provisional ? [2026] : [] }).indicator, {
      kind: 'progress',
      share,
      elapsed,
    }),
});

const required = (id: string, title: string, change: number, others: readonly number[]): ChartCase => ({
  id: `required-${id}`,
  title,
  draw: () => drawRequiredChange(change, createChangeScale([change, ...others])),
});

const units = (id: string, title: string, count: number): ChartCase => ({
  id: `units-${id}`,
  title,
  draw: () => drawCountSquares(count),
});

/** Cases of the progress to the target. */
export const progressSeries: CaseSeries = {
  id: 'progress',
  title: '目標までの道のり',
  description:
    '現状値を0、目標値を100%とする、どの指標にも同じ目もりです。●は実績（○は速報）、▼は期間のうち過ぎた割合です。',
  cases: [
    progress('axis', '半分まで進んだ', 0.5, 0.6),
    progress('start', '現状値と同じ', 0, 0.2),
    progress('little', 'ほんの少し進んだ', 0.004, 0.2),
    progress('almost', '目標値に、わずかに届かない', 0.996, 0.8),
    progress('provisional', '速報', 0.625, 0.6, true),
    progress('worse', '現状値より後退した', -0.35, 0.4),
    progress('worse-outside', '目もりの外まで後退した', -1, 0.6),
    progress('reached', '目標値にちょうど届いた', 1, 1),
    progress('beyond', '目標値をこえた', 1.2, 0.6),
    progress('edge', '目もりの端', 1.55, 0.6),
    progress('beyond-outside', '目もりの外までこえた', 20.5, 0.33),
    progress('no-time', '時点がわからない', 1.1, null),
  ],
};

/** Cases of the required change. */
export const requiredChangeSeries: CaseSeries = {
  id: 'required',
  title: '目標までに必要な変化',
  description:
    '現状値に対する割合です。枠だけの帯は、実績をまだのせていないことを表します。100%をこえる帯は切り、数字で示します。',
  cases: [
    required('large', 'いちばん大きい', 0.525, [0.253, 0.006]),
    required('middle', '中くらい', 0.253, [0.525, 0.006]),
    required('small', 'とても小さい', 0.006, [0.525, 0.253]),
    required('tiny', '0.1%に満たない', 0.0004, []),
    required('decrease', '減らす目標だけ', -0.3, [-0.1]),
    required('mixed', '減らす目標と増やす目標', -0.3, [0.5]),
    required('outside', '100%をこえる', 2.75, [0.2]),
  ],
};

/** Cases of the squares of a count. */
export const unitSquareSeries: CaseSeries = {
  id: 'units',
  title: '数の四角',
  description: '1つの四角が1つを表します。数は、そばの言葉が伝えます。',
  cases: [
    units('one', '1つ', 1),
    units('seven', '7つ', 7),
    units('sixty', '60（描く最大の数）', 60),
    units('none', '0（図は描きません）', 0),
    units('too-many', '61（多すぎるので、図は描きません）', 61),
  ],
};
