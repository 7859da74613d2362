import { drawShareStrip, drawUnitSquares } from '../../src/charts/count-charts.ts';
import { createNeedScale, drawNeed } from '../../src/charts/need-chart.ts';
import { drawWay } from '../../src/charts/way-chart.ts';
import type { ChartCase, CaseSeries } from './chart-case.ts';
import { createMadeUpIndicator } from './made-up-indicator.ts';

const HALF_WAY = { baseline: [2022, 40], target: [2030, 80], results: [[2026, 60]] } as const;

const way = (id: string, title: string, share: number, elapsed: number | null, provisional = false): ChartCase => ({
  id: `way-${id}`,
  title,
  draw: () =>
    drawWay(createMadeUpIndicator({ ...HALF_WAY, provisional: provisional ? [2026] : [] }).indicator, {
      kind: 'way',
      share,
      elapsed,
    }),
});

const need = (id: string, title: string, change: number, others: readonly number[]): ChartCase => ({
  id: `need-${id}`,
  title,
  draw: () => drawNeed(change, createNeedScale([change, ...others])),
});

const strip = (id: string, title: string, counts: readonly number[]): ChartCase => ({
  id: `strip-${id}`,
  title,
  draw: () => {
    const parts = counts.map((count, at) => ({ title: `架空の分野${at + 1}`, count }));
    return drawShareStrip(parts, '分野ごとの取組の数');
  },
});

const units = (id: string, title: string, count: number): ChartCase => ({
  id: `units-${id}`,
  title,
  draw: () => drawUnitSquares(count),
});

/** Cases of the way to the target. */
export const waySeries: CaseSeries = {
  id: 'way',
  title: '目標までの道のり',
  description:
    '現状値を0、目標値を100%とする、どの指標にも同じ目もりです。●は実績（○は速報）、▼は期間のうち過ぎた割合です。',
  cases: [
    way('axis', '半分まで進んだ', 0.5, 0.6),
    way('start', '現状値と同じ', 0, 0.2),
    way('little', 'ほんの少し進んだ', 0.004, 0.2),
    way('almost', '目標値に、わずかに届かない', 0.996, 0.8),
    way('provisional', '速報', 0.625, 0.6, true),
    way('worse', '現状値より後退した', -0.35, 0.4),
    way('worse-outside', '目もりの外まで後退した', -1, 0.6),
    way('reached', '目標値にちょうど届いた', 1, 1),
    way('beyond', '目標値をこえた', 1.2, 0.6),
    way('edge', '目もりの端', 1.55, 0.6),
    way('beyond-outside', '目もりの外までこえた', 20.5, 0.33),
    way('no-time', '時点がわからない', 1.1, null),
  ],
};

/** Cases of the needed change. */
export const needSeries: CaseSeries = {
  id: 'need',
  title: '目標までに必要な変化',
  description:
    '現状値に対する割合です。枠だけの帯は、実績をまだのせていないことを表します。100%をこえる帯は切り、数字で示します。',
  cases: [
    need('large', 'いちばん大きい', 0.525, [0.253, 0.006]),
    need('middle', '中くらい', 0.253, [0.525, 0.006]),
    need('small', 'とても小さい', 0.006, [0.525, 0.253]),
    need('tiny', '0.1%に満たない', 0.0004, []),
    need('decrease', '減らす目標だけ', -0.3, [-0.1]),
    need('mixed', '減らす目標と増やす目標', -0.3, [0.5]),
    need('outside', '100%をこえる', 2.75, [0.2]),
  ],
};

/** Cases of the share strip. */
export const shareStripSeries: CaseSeries = {
  id: 'strip',
  title: '分野の帯',
  description: '帯の長さは、分野ごとの取組の数です。',
  cases: [
    strip('usual', 'ふつうの場合', [12, 8, 5, 9]),
    strip('one', '分野が1つ', [7]),
    strip('with-none', '取組のない分野がある', [4, 0, 6]),
    strip('none', '取組が1つもない（図は描きません）', [0, 0]),
    strip('many', '分野が20', [9, 1, 4, 2, 7, 3, 3, 1, 8, 2, 5, 6, 1, 1, 4, 2, 9, 3, 2, 30]),
  ],
};

/** Cases of the unit squares. */
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
