import { municipalities } from '../../check/files/municipalities.ts';
import { Slug } from '../../model/id.ts';
import { flaw } from '../../problems/problem.ts';
import { answer, cellField, inWords, type Field } from '../field.ts';
import { codeField } from '../municipality-code.ts';
import type { Recipe } from '../recipe.ts';
import { addSource, sourceFields } from '../sources.ts';

/** The options of a municipality, and the columns that they fill. */
const COLUMNS: readonly (readonly [option: string, heading: string, need: Field['need']])[] = [
  ['title', '名称', 'must'],
  ['reading', 'よみ', 'may'],
  ['english', '英語名', 'may'],
  ['prefecture', '都道府県', 'may'],
  ['latitude', '緯度', 'may'],
  ['longitude', '経度', 'may'],
  ['website', '公式サイト', 'may'],
  ['population', '人口', 'may'],
  ['population-as-of', '人口の時点', 'may'],
  ['source', '出典ID', 'must'],
];

const own = COLUMNS.map(([option, heading, need]) => cellField(option, heading, municipalities, need));

/** A new municipality: its row, and the row of its source where that lacks. */
export const municipality: Recipe = {
  title: '市区町村',
  example: 'warabi',
  fields: [codeField('code'), ...own, ...sourceFields()],
  refusal: (id, known) => {
    if (!Slug.safeParse(id).success) return inWords(flaw('bad-slug', { value: id }));
    return known.municipalities.has(id) ? `市区町村「${id}」はすでにあります。上書きはしません。` : null;
  },
  write: (draft, id, answers, known) => {
    const cells = COLUMNS.map(([option, heading]) => [heading, answer(answers, option)] as const);
    draft.addRows('data/municipalities.csv', municipalities, [
      { 団体コード: answer(answers, 'code'), 市区町村ID: id, ...Object.fromEntries(cells) },
    ]);
    addSource(draft, answers, '', known);
  },
  next: (id, _answers, called) => [
    `計画を ${called(`npm run new -- plan （計画ID） --municipality ${id}`)} で加えます。`,
  ],
};
