import { drawPlanIcicle, type IciclePart } from '../charts/icicle.ts';
import type { ChartCase, CaseSeries } from './case.ts';

const action: IciclePart = { title: '取組', number: '①', url: null, children: [] };

/** A part that leads back to its own case, as there is no page for it. */
const part = (
  id: string,
  number: string,
  title: string,
  below: number | readonly IciclePart[],
): IciclePart => ({
  title,
  number,
  url: `#icicle-${id}`,
  children: typeof below === 'number' ? Array.from({ length: below }, () => action) : below,
});

const of = (id: string, title: string, parts: (own: string) => readonly IciclePart[]): ChartCase => ({
  id: `icicle-${id}`,
  title,
  draw: () => drawPlanIcicle(parts(id), `架空の計画の組み立て：${title}`),
});

const LONG =
  '市民のみなさまと力を合わせて進める、だれにとってもわかりやすく届きやすい情報の発信と対話の場づくり';

/** The shape of a plan. */
export const icicleSeries: CaseSeries = {
  id: 'icicle',
  title: '計画の組み立て',
  description: '左から右へ、計画の階層です。高さは取組の数、右はしの四角が1つの取組です。',
  cases: [
    of('usual', '政策の下に施策がある', (id) => [
      part(id, '1', '伝える', [part(id, '1-1', '広報紙', 3), part(id, '1-2', 'SNS', 2)]),
      part(id, '2', '聴く', [part(id, '2-1', '市政モニター', 4)]),
    ]),
    of('one', '施策が1つ、取組が1つ', (id) => [part(id, '1', '伝える', 1)]),
    of('empty', '取組のない施策がある', (id) => [part(id, '1', '伝える', 4), part(id, '2', '聴く', 0)]),
    of('long', '名前が長い', (id) => [
      part(id, '1', LONG, [part(id, '1-1', LONG, 1), part(id, '1-2', LONG, 5)]),
    ]),
    of('uneven', '階層の深さがちがう', (id) => [
      part(id, '1', '伝える', 3),
      part(id, '2', '聴く', [part(id, '2-1', '調査', [part(id, '2-1-1', '市民意識調査', 2)])]),
    ]),
  ],
};
