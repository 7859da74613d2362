import { drawProgressBar } from '../../src/charts/progress-bar.ts';
import { compareObservations, findLatestResult } from '../../src/progress/latest-result.ts';
import { buildRatings } from '../../src/site-data/build-ratings.ts';
import type { ChartCase, CaseSeries } from './chart-case.ts';
import { createMadeUpIndicator, type MadeUpFigures } from './made-up-indicator.ts';

const bar = (id: string, title: string, figures: MadeUpFigures): ChartCase => ({
  id: `stand-${id}`,
  title,
  draw: () => {
    const { indicator, observations } = createMadeUpIndicator(figures);
    const latest = findLatestResult(observations.toSorted(compareObservations), indicator.baseline.period);
    const { direction, state, baseline, target } = indicator;
    const { ratings } = buildRatings(
      indicator.id,
      { direction, state, baseline, target, targetMissing: false, latest, minimumSample: null },
      [],
      null,
    );
    const [common] = ratings;
    return (common && drawProgressBar({ ...indicator, latest }, common)) ?? '';
  },
});

/** Cases of the progress bar. */
export const progressBarSeries: CaseSeries = {
  id: 'stand',
  title: '実績と目安',
  description: '左の●が現状値、右の◎が目標値、黒い●が最新の実績です。▽は、同じ歩みで進んだときの目安です。',
  cases: [
    bar('ahead', '目安より先にある', { baseline: [2022, 50], target: [2028, 80], results: [[2025, 72]] }),
    bar('behind', '減るとよく、目安に届かない', {
      direction: 'decrease',
      unit: '分',
      baseline: [2022, 25],
      target: [2027, 10],
      results: [[2025, 22]],
    }),
    bar('worse', '現状値より悪い', { baseline: [2022, 40], target: [2027, 50], results: [[2025, 34]] }),
    bar('beyond', '目標値を大きく超えた速報', {
      unit: '人',
      baseline: [2022, 100],
      target: [2028, 120],
      results: [[2024, 510]],
      provisional: [2024],
    }),
    bar('same', '目安とちょうど同じ、負の値', {
      unit: '百万円',
      baseline: [2022, -120],
      target: [2026, 120],
      results: [[2024, 0]],
    }),
    bar('long', '値が長い', {
      unit: '人（延べ、オンラインでの参加をふくむ）',
      baseline: [2022, 1_200_000],
      target: [2028, 2_400_000],
      results: [[2025, 1_500_000]],
    }),
    bar('kept', '保つ目標（図は描きません）', {
      direction: 'maintain',
      baseline: [2022, 98],
      target: [2028, 98],
      results: [[2025, 97]],
    }),
  ],
};
