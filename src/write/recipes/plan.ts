import { Document, isMap, isSeq } from 'yaml';
import { municipalities } from '../../check/files/municipalities.ts';
import { sources } from '../../check/files/sources.ts';
import { tree } from '../../check/files/tree.ts';
import { Slug } from '../../model/id.ts';
import { PLACEHOLDER } from '../../model/placeholder.ts';
import { flaw } from '../../problems/problem.ts';
import { answer, cellField, inWords, textField, type Answers, type Field } from '../field.ts';
import type { Known } from '../known.ts';
import type { Recipe } from '../recipe.ts';
import type { Cells } from '../rows.ts';
import { codeField } from '../municipality-code.ts';
import { addSource, sourceFields } from '../sources.ts';

const LEVELS = '政策;施策;取組';

/** The parts of a list, parted by `;`. An empty part in the middle counts: a level may print no number. */
const listOf = (text: string) => (text === '' ? [] : text.split(/[;；]/).map((part) => part.trim()));

/** What is wrong with the names of levels, in words. A comma in one means that they were parted by commas. */
function wrongLevels(typed: string): string | null {
  const names = listOf(typed);
  if (names.includes('')) return `「${typed}」に空の名前があります。${LEVELS} のように書いてください。`;
  const comma = /[,，﹐、､﹑]/u;
  const joined = names.find((name) => comma.test(name));
  if (joined === undefined) return null;
  const parted = joined.split(comma).map((name) => name.trim());
  return `「${joined}」が1つの階層の名前になってしまいます。「${parted.filter((name) => name !== '').join(';')}」のように、; で区切ってください。`;
}

const ofNewMunicipality: Field['when'] = (answers, known) => {
  const id = answer(answers, 'municipality');
  return id !== '' && !known.municipalities.has(id);
};

const fields: readonly Field[] = [
  cellField('municipality', '市区町村ID', municipalities, 'must'),
  { ...codeField('municipality-code'), when: ofNewMunicipality },
  cellField('municipality-title', '名称', municipalities, 'must', {
    title: '市区町村の名称',
    when: ofNewMunicipality,
  }),
  textField('title', '計画の名称', 'must'),
  textField('short-title', '短い名前', 'may', { otherwise: (answers) => answer(answers, 'title') }),
  textField('kind', '計画の種類（総合計画など）', 'must'),
  textField('period', '計画の期間', 'may'),
  textField('levels', '階層の名前（上から、; で区切る）', 'may', {
    otherwise: () => LEVELS,
    wrong: wrongLevels,
  }),
  textField('numbers', '番号の例（階層の順に、; で区切る）', 'flag'),
  textField('minimum-sample', '最小標本数', 'flag', {
    wrong: (typed) => (/^[1-9]\d*$/.test(typed) ? null : inWords(flaw('bad-whole', { value: typed }))),
  }),
  cellField('theme', 'テーマ', tree, 'flag', { otherwise: (_answers, known) => known.themes[0] ?? '' }),
  cellField('source', '出典ID', sources, 'may', { otherwise: (_answers, _known, id) => id }),
  ...sourceFields((answers) => answer(answers, 'title')),
];

/** The front matter of the plan, with its lists on one line as people write them. */
function frontMatter(answers: Answers): string {
  const numbers = listOf(answer(answers, 'numbers'));
  const sample = answer(answers, 'minimum-sample');
  const document = new Document({
    title: answer(answers, 'title'),
    shortTitle: answer(answers, 'short-title'),
    municipality: answer(answers, 'municipality'),
    kind: answer(answers, 'kind'),
    ...(answer(answers, 'period') === '' ? {} : { period: answer(answers, 'period') }),
    levels: listOf(answer(answers, 'levels')),
    ...(numbers.length === 0 ? {} : { numbers }),
    source: answer(answers, 'source'),
    ...(sample === '' ? {} : { minimumSample: Number(sample) }),
  });
  if (isMap(document.contents))
    for (const { value } of document.contents.items) if (isSeq(value)) value.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function text(answers: Answers): string {
  return `---
${frontMatter(answers)}---

## この計画について

${PLACEHOLDER}。どんな計画か、いつまでの計画かを、中学生が読める言葉で2、3文にします。
`;
}

/** The level of a kind: the plan's own of that name, or else the one that stands there when counted from the top. */
function levelOf(kind: string, levels: readonly string[], place: number): string {
  return levels.includes(kind) ? kind : (levels[Math.min(place, levels.length - 1)] ?? '');
}

/** The least tree that shows how one is written: a policy, a measure below it, an action below that. */
function rows(answers: Answers): Cells[] {
  const levels = listOf(answer(answers, 'levels'));
  const source = answer(answers, 'source');
  const row = (code: string, parent: string, kind: string, place: number, theme: string): Cells => ({
    コード: code,
    親コード: parent,
    階層: levelOf(kind, levels, place),
    種別: kind,
    名称: `${PLACEHOLDER}（${kind}の名称）`,
    要約: `${PLACEHOLDER}。${kind}のやさしい要約を、1文か2文で書きます。`,
    テーマ: theme,
    出典ID: source,
  });
  const theme = answer(answers, 'theme');
  return [
    row('1', '', '政策', 0, ''),
    row('1_1', '1', '施策', 1, theme),
    row('1_1_1', '1_1', '取組', levels.length - 1, theme),
  ];
}

/** A new plan: its introduction, a tree to fill, and the rows of its source and its municipality where they lack. */
export const plan: Recipe = {
  title: '計画',
  example: 'warabi-jiritsu',
  fields,
  refusal: (id, known: Known) => {
    if (!Slug.safeParse(id).success) return inWords(flaw('bad-slug', { value: id }));
    return known.hasPlan(id) ? `計画「${id}」はすでにあります。上書きはしません。` : null;
  },
  write: (draft, id, answers, known) => {
    const municipality = answer(answers, 'municipality');
    draft.addText(`content/plans/${id}/index.mdx`, text(answers));
    draft.addRows(`data/plans/${id}/tree.csv`, tree, rows(answers));
    if (!known.municipalities.has(municipality))
      draft.addRows('data/municipalities.csv', municipalities, [
        {
          団体コード: answer(answers, 'municipality-code'),
          市区町村ID: municipality,
          名称: answer(answers, 'municipality-title'),
          出典ID: answer(answers, 'source'),
        },
      ]);
    addSource(draft, answers, municipality, known);
  },
  next: (id, answers, called) => [
    `data/plans/${id}/tree.csv の「${PLACEHOLDER}」を計画の言葉に書きかえ、行を足します。テーマは仮に「${answer(answers, 'theme')}」としました。`,
    `content/plans/${id}/index.mdx に、計画の説明を書きます。「${PLACEHOLDER}」が残っているあいだは、${called('npm run build')} で公開するサイトをつくれません。`,
    `指標は ${called(`npm run new -- indicator ${id}/（指標ID）`)} か、${called(`npm run import -- （表のファイル） --plan ${id}`)} で加えます。`,
  ],
};
