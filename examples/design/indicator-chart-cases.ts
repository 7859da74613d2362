import { drawIndicatorChart } from '../../src/charts/indicator-chart.ts';
import type { ChartCase, CaseSeries } from './chart-case.ts';
import { createMadeUpIndicator, type MadeUpFigures } from './made-up-indicator.ts';

const chart = (id: string, title: string, figures: MadeUpFigures): ChartCase => ({
  id: `path-${id}`,
  title,
  draw: (size) => {
    const { indicator, observations, targets } = createMadeUpIndicator(figures);
    return drawIndicatorChart(indicator, observations, size, targets) ?? '';
  },
});

/** Results of forty years, the same at each run. */
const fortyYears = Array.from({ length: 34 }, (_, at) => [1991 + at, 40 + at + ((at * 7) % 5)] as const);

/** Cases of the indicator chart. */
export const indicatorChartSeries: CaseSeries = {
  id: 'path',
  title: '目標への道のり',
  description:
    '●は現状値、◎は目標値、点線は同じ歩みで進んだ場合の道のり、実線は実績です。中が白い点は速報、小さい◎は中間の目標値です。',
  cases: [
    chart('usual', 'ふつうの場合：実績が3年分', {
      baseline: [2022, 45],
      target: [2030, 80],
      results: [
        [2023, 52],
        [2024, 58],
        [2025, 61],
      ],
    }),
    chart('no-results', '実績がまだない', { baseline: [2022, 45], target: [2030, 80] }),
    chart('one-point', '実績が1つ', { baseline: [2022, 45], target: [2030, 80], results: [[2023, 47]] }),
    chart('zero-target', '目標値が0', {
      unit: '件',
      direction: 'decrease',
      baseline: [2022, 12],
      target: [2028, 0],
      results: [
        [2023, 9],
        [2024, 10],
      ],
    }),
    chart('decrease', '減るとよい', {
      unit: '分',
      direction: 'decrease',
      baseline: [2021, 24],
      target: [2027, 15],
      results: [
        [2022, 23],
        [2023, 21],
        [2024, 17],
      ],
    }),
    chart('gap', '実績のない年がある', {
      baseline: [2019, 51],
      target: [2029, 70],
      results: [
        [2020, 53],
        [2021, 52],
        [2022, null],
        [2023, 58],
        [2025, 63],
      ],
    }),
    chart('provisional', '最新の実績が速報', {
      baseline: [2022, 45],
      target: [2028, 60],
      results: [
        [2023, 48],
        [2024, 47],
        [2025, 52],
      ],
      provisional: [2025],
    }),
    chart('interim', '中間の目標値がある', {
      unit: '千人',
      baseline: [2022, 12.4],
      target: [2030, 20],
      results: [
        [2023, 13.6],
        [2024, 15.1],
      ],
      interim: [
        [2026, 16],
        [2028, 18],
      ],
    }),
    chart('negative', '負の値がある', {
      unit: '百万円',
      baseline: [2022, -240],
      target: [2028, 100],
      results: [
        [2023, -180],
        [2024, -60],
        [2025, 20],
      ],
    }),
    chart('forty-years', '40年分', { baseline: [1990, 38], target: [2030, 95], results: fortyYears }),
    chart('far-above', '目標値を大きく超えた', {
      unit: '人',
      baseline: [2022, 100],
      target: [2028, 120],
      results: [
        [2023, 480],
        [2024, 510],
      ],
    }),
    chart('level', '現状値と目標値が同じ', {
      baseline: [2022, 98],
      target: [2028, 98],
      results: [
        [2023, 97.4],
        [2024, 98.2],
      ],
    }),
    chart('large', '数が大きい', {
      unit: '円',
      baseline: [2022, 1_234_567_890],
      target: [2028, 2_345_678_901],
      results: [[2023, 1_334_567_890]],
    }),
    chart('long-words', '単位と名前が長い', {
      title: '市が発信する情報に満足していると答えた市民の割合（無作為に選んだ18歳以上の市民への調査）',
      unit: '人（延べ、オンラインでの参加を含む）',
      baseline: [2022, 1200],
      target: [2028, 2400],
      results: [[2023, 1500]],
    }),
    chart('same-time', '目標値の時点が現状値と同じ（図は描きません）', {
      baseline: [2022, 45],
      target: [2022, 80],
    }),
  ],
};
