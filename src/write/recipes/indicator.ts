import { indicators } from '../../check/files/indicators.ts';
import { Slug } from '../../model/id.ts';
import { flaw } from '../../problems/problem.ts';
import { answer, cellField, inWords, type Field } from '../field.ts';
import type { Known } from '../known.ts';
import type { Called, Recipe } from '../recipe.ts';
import { addSource, sourceFields } from '../sources.ts';

/** The options of an indicator, and the columns that they fill. */
const COLUMNS: readonly (readonly [option: string, heading: string, need: Field['need']])[] = [
  ['title', '名称', 'must'],
  ['node', 'コード', 'may'],
  ['unit', '単位', 'may'],
  ['direction', '良い方向', 'may'],
  ['aggregation', '集計', 'may'],
  ['baseline', '現状値', 'must'],
  ['baseline-period', '現状値の時点', 'may'],
  ['target', '目標値', 'must'],
  ['target-period', '目標値の時点', 'may'],
  ['state', '状態', 'flag'],
  ['note', '注記', 'flag'],
  ['source', '出典ID', 'must'],
  ['place', '出典箇所', 'may'],
];

const parts = (id: string): readonly [plan: string, slug: string] => {
  const [plan = '', ...slug] = id.split('/');
  return [plan, slug.join('/')];
};

const own = COLUMNS.map(([option, heading, need]) => {
  const field = cellField(option, heading, indicators, need);
  const ofPlan: Field['otherwise'] = (_answers, known, id) => known.sourceOf(parts(id)[0]);
  return option === 'source' ? { ...field, otherwise: ofPlan } : field;
});

function refusal(id: string, known: Known, called: Called): string | null {
  const [plan, slug] = parts(id);
  if (slug === '')
    return `「${id}」のように書くと、どの計画の指標かわかりません。（計画ID）/（指標ID）と書いてください。`;
  for (const value of [plan, slug])
    if (!Slug.safeParse(value).success) return inWords(flaw('bad-slug', { value }));
  if (!known.hasPlan(plan))
    return `計画「${plan}」はありません。先に ${called(`npm run new -- plan ${plan}`)} で加えてください。`;
  return known.indicatorsOf(plan).has(slug) ? `指標「${id}」はすでにあります。上書きはしません。` : null;
}

/** A new indicator of a plan: its row, and the row of its source where that lacks. */
export const indicator: Recipe = {
  title: '指標',
  example: 'warabi-jiritsu/tax-collection',
  fields: [
    ...own.map((field) =>
      field.option === 'node' ? { ...field, title: 'コード（指標がつく項目。計画全体のものは空）' } : field,
    ),
    ...sourceFields(),
  ],
  refusal,
  write: (draft, id, answers, known) => {
    const [plan, slug] = parts(id);
    const cells = COLUMNS.map(([option, heading]) => [heading, answer(answers, option)] as const);
    draft.addRows(`data/plans/${plan}/indicators.csv`, indicators, [
      { 指標ID: slug, ...Object.fromEntries(cells) },
    ]);
    addSource(draft, answers, '', known);
  },
  next: (id) => [
    `実績がわかったら、data/plans/${parts(id)[0]}/observations.csv に「${parts(id)[1]}」の行を足します。`,
  ],
};
