import {
  drawDepartmentBars,
  type DepartmentCount,
  drawSdgStrip,
  type GoalCount,
} from '../../src/charts/composition-charts.ts';
import type { ChartCase, CaseSeries } from './chart-case.ts';

const strip = (id: string, title: string, counts: readonly GoalCount[]): ChartCase => ({
  id: `sdg-strip-${id}`,
  title,
  draw: () => drawSdgStrip(counts, { title: '架空の計画とSDGs', itemWord: '施策' }),
});
const goals = (counts: readonly number[]): GoalCount[] => counts.map((count, at) => ({ goal: at + 1, count }));

/** Cases of the SDG strip. */
export const sdgSeries: CaseSeries = {
  id: 'sdg-strip',
  title: 'SDGsの帯',
  description:
    '17の目標をならべ、計画の施策と関係する目標の上に、施策の数を棒で立てます。点線の枠は、計画に書かれていない目標です。',
  cases: [
    strip(
      'all',
      '17の目標すべて、1つだけ数が大きい',
      goals([2, 1, 4, 6, 3, 1, 2, 5, 12_345, 2, 9, 4, 3, 1, 2, 4, 1_204]),
    ),
    strip('none', '目標が書かれていない（図は描きません）', []),
  ],
};

const KINDS = ['施策', '取組'];
const bars = (
  id: string,
  title: string,
  departments: readonly DepartmentCount[],
  kinds: readonly string[] = KINDS,
): ChartCase => ({
  id: `departments-${id}`,
  title,
  draw: () => drawDepartmentBars(departments, kinds, `架空の計画の部署ごとの${kinds.join('と')}の数`),
});
const UNNAMED = '担当の記載なし';

/** Cases of the department bars. */
export const departmentSeries: CaseSeries = {
  id: 'departments',
  title: '部署ごとの数',
  description: '棒の長さは、部署が受けもつ施策と取組の数です。点線の枠は、担当の部署が書かれていないものです。',
  cases: [
    bars('one', '部署が1つ、種類が1つ', [{ title: '架空広報課', counts: [1] }], ['取組']),
    bars('unnamed', '担当の記載がないものと、0がある', [
      { title: '架空企画課', counts: [0, 4] },
      { title: '架空広報課', counts: [2, 0] },
      { title: UNNAMED, counts: [1, 6], unnamed: true },
    ]),
    bars('long', '名前が長い', [
      { title: '市民生活部市民協働推進課（地域づくり担当、男女共同参画センターを含む）', counts: [4, 11] },
      {
        title:
          '架空市教育委員会事務局生涯学習部図書館・公民館・文化財保存活用推進室およびそのほかの施設の管理を受けもつ課',
        counts: [1, 3],
      },
    ]),
    bars('large', '数が大きい', [
      { title: '架空企画課', counts: [1, 12_345] },
      { title: '架空広報課', counts: [2, 40] },
    ]),
    bars(
      'many',
      '部署が12',
      Array.from({ length: 12 }, (_, at) => ({
        title: `架空${at + 1}課`,
        counts: [(at * 5) % 4, (at * 7) % 9],
      })),
    ),
    bars('none', '部署が書かれていない（図は描きません）', []),
  ],
};
