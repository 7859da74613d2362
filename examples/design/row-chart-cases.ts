import { drawShareStrip, drawUnitSquares } from '../../src/charts/count-charts.ts';
import { drawProgressRow } from '../../src/charts/progress-row.ts';
import type { ChartCase, CaseSeries } from './chart-case.ts';
import { createMadeUpIndicator, type MadeUpFigures } from './made-up-indicator.ts';

const row = (id: string, title: string, figures: MadeUpFigures): ChartCase => ({
  id: `way-${id}`,
  title,
  draw: () => drawProgressRow(createMadeUpIndicator(figures).indicator) ?? '',
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

/** Cases of the progress row. */
export const progressRowSeries: CaseSeries = {
  id: 'way',
  title: '表の中の道のり',
  description:
    '●が現状値、◎が目標値です。点線はこれからの道のり、実線は実績の分です。行ごとに目もりがちがうので、長さをくらべるものではありません。',
  cases: [
    row('increase', '増えるとよい', { baseline: [2022, 45], target: [2030, 80] }),
    row('decrease', '減るとよい', { direction: 'decrease', baseline: [2022, 24], target: [2030, 15] }),
    row('negative', '負の値から0へ', { unit: '百万円', baseline: [2022, -240], target: [2028, 0] }),
    row('half', '実績がある', { baseline: [2022, 45], target: [2030, 80], results: [[2026, 60]] }),
    row('worse', '実績が現状値より悪い', { baseline: [2022, 45], target: [2030, 80], results: [[2026, 38]] }),
    row('beyond', '実績が目標値をこえた', {
      baseline: [2022, 45],
      target: [2030, 80],
      results: [[2026, 92]],
    }),
    row('same', '現状値と目標値が同じ（図は描きません）', { baseline: [2022, 98], target: [2028, 98] }),
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
