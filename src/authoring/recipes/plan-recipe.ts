import { Document, isMap, isSeq } from 'yaml';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { TEXT_PLACEHOLDER } from '../../model/chapter.ts';
import { planCategories, planStates } from '../../model/value-lists.ts';
import { municipalitiesTable } from '../../tables/municipalities.ts';
import { sourcesTable } from '../../tables/sources.ts';
import { treeTable } from '../../tables/tree.ts';
import type { RowCells } from '../csv-text.ts';
import { createCellField, createTextField, describeIssue, findIdConflict, getAnswer } from '../recipe.ts';
import type { RecipeAnswers, RecipeField, RecordRecipe } from '../recipe.ts';
import { addSourceRow, createCodeField, createSourceFields } from './shared-fields.ts';

const LEVELS = '政策;施策;取組';

/** Returns the parts of a list separated by `;`. Empty parts in the middle count: a level may print no number. */
const splitParts = (text: string) => (text === '' ? [] : text.split(/[;；]/).map((part) => part.trim()));

/** Returns the error in the names of levels, or null. A comma is an error: it probably separates two names. */
function findLevelError(typed: string): string | null {
  const names = splitParts(typed);
  if (names.includes('')) return `「${typed}」に空の名前があります。${LEVELS} のように書いてください。`;
  const comma = /[,，﹐、､﹑]/u;
  const joined = names.find((name) => comma.test(name));
  if (joined === undefined) return null;
  const parted = joined.split(comma).map((name) => name.trim());
  return `「${joined}」が1つの階層の名前になってしまいます。「${parted.filter((name) => name !== '').join(';')}」のように、; で区切ってください。`;
}

function createChoiceField(option: string, title: string, words: readonly string[]): RecipeField {
  const validate = (typed: string) =>
    words.includes(typed)
      ? null
      : describeIssue(createIssue('bad-choice', { value: typed, field: title, choices: words.join('、') }));
  return createTextField(option, `${title}（${words.join('・')}）`, 'may', { validate });
}

/** The options that fill keys of the front matter with the same name: official-title fills officialTitle. */
const FRONT_OPTIONS = 'official-title kind category scope period state state-reason state-website state-checked'.split(
  ' ',
);

const isMunicipalityNew: RecipeField['isNeeded'] = (answers, existing) => {
  const id = getAnswer(answers, 'municipality');
  return id !== '' && !existing.municipalities.has(id);
};

const getTitle = (answers: RecipeAnswers) => getAnswer(answers, 'title');

const fields: readonly RecipeField[] = [
  createCellField(municipalitiesTable, 'municipality', '市区町村ID', 'must'),
  { ...createCodeField('municipality-code'), isNeeded: isMunicipalityNew },
  createCellField(municipalitiesTable, 'municipality-title', '名称', 'must', {
    title: '市区町村の名称',
    isNeeded: isMunicipalityNew,
  }),
  createTextField('title', '計画の名称', 'must'),
  createTextField('short-title', '短い名前', 'may', { getDefault: getTitle }),
  createTextField('official-title', '計画の正式な名前（計画の名称とちがうときだけ）', 'may', { getDefault: getTitle }),
  createTextField('kind', '計画の種類（計画の言葉で。総合計画など）', 'must'),
  createChoiceField('category', '計画の種別', Object.values(planCategories.words)),
  createTextField('scope', 'のせる範囲（第7章だけ、など）', 'may'),
  createTextField('period', '計画の期間', 'may'),
  createChoiceField('state', '計画の状態', Object.values(planStates.words)),
  createTextField('state-reason', '状態の理由', 'may'),
  createCellField(sourcesTable, 'state-website', 'URL', 'flag', { title: '状態の根拠のURL' }),
  createCellField(sourcesTable, 'state-checked', '確認日', 'flag', { title: '状態の確認日' }),
  createTextField('levels', '階層の名前（上から、; で区切る）', 'may', {
    getDefault: () => LEVELS,
    validate: findLevelError,
  }),
  createTextField('numbers', '番号の例（階層の順に、; で区切る）', 'flag'),
  createTextField('minimum-sample', '最小標本数', 'flag', {
    validate: (typed) => (/^[1-9]\d*$/.test(typed) ? null : describeIssue(createIssue('bad-whole', { value: typed }))),
  }),
  createCellField(treeTable, 'theme', 'テーマ', 'flag', {
    getDefault: (_answers, existing) => existing.themes[0] ?? '',
  }),
  createCellField(sourcesTable, 'source', '出典ID', 'may', { getDefault: (_answers, _known, id) => id }),
  ...createSourceFields(getTitle),
];

/** Returns the front matter of the plan, with each list on one line. */
function formatFrontMatter(answers: RecipeAnswers): string {
  const numbers = splitParts(getAnswer(answers, 'numbers'));
  const sample = getAnswer(answers, 'minimum-sample');
  const answered = FRONT_OPTIONS.filter((option) => getAnswer(answers, option) !== '');
  const toKey = (option: string) => option.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
  const document = new Document({
    title: getAnswer(answers, 'title'),
    shortTitle: getAnswer(answers, 'short-title'),
    municipality: getAnswer(answers, 'municipality'),
    ...Object.fromEntries(answered.map((option) => [toKey(option), getAnswer(answers, option)])),
    levels: splitParts(getAnswer(answers, 'levels')),
    ...(numbers.length === 0 ? {} : { numbers }),
    source: getAnswer(answers, 'source'),
    ...(sample === '' ? {} : { minimumSample: Number(sample) }),
  });
  if (isMap(document.contents)) for (const { value } of document.contents.items) if (isSeq(value)) value.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const formatText = (answers: RecipeAnswers): string => `---
${formatFrontMatter(answers)}---

## この計画について

${TEXT_PLACEHOLDER}。どんな計画か、いつまでの計画かを、中学生が読める言葉で2、3文にします。
`;

/** Returns the kinds of the levels of a plan, by their names or else by their positions: 政策 at the top, 取組 at the bottom. */
function listKinds(levels: readonly string[]): string[] {
  const named = levels.findIndex((name, at) => at > 0 && name.includes('施策'));
  const firstMeasure = named < 0 ? 1 : named;
  return levels.map((name, at) => {
    if (LEVELS.split(';').includes(name)) return name;
    if (at > 1 && at === levels.length - 1) return '取組';
    return at < firstMeasure ? '政策' : '施策';
  });
}

/** Returns a minimal tree as an example: an item of each level, below that of the level above. */
function createRows(answers: RecipeAnswers): RowCells[] {
  const levels = splitParts(getAnswer(answers, 'levels'));
  const codes = levels.map((_, at) => `1${'_1'.repeat(at)}`);
  return listKinds(levels).map((kind, at) => ({
    コード: codes[at] ?? '',
    親コード: codes[at - 1] ?? '',
    階層: levels[at] ?? '',
    種別: kind,
    名称: `${TEXT_PLACEHOLDER}（${levels[at] ?? kind}の名称）`,
    要約: `${TEXT_PLACEHOLDER}。${kind}のやさしい要約を、1文か2文で書きます。`,
    テーマ: kind === '政策' ? '' : getAnswer(answers, 'theme'),
    出典ID: getAnswer(answers, 'source'),
  }));
}

/** A new plan: its introduction, a tree to fill in, and the missing rows of its source and municipality. */
export const planRecipe: RecordRecipe = {
  title: '計画',
  example: 'warabi-jiritsu',
  fields,
  findConflict: (id, existing) => findIdConflict('計画', id, existing.plans.has(id)),
  write: (draft, id, answers, existing) => {
    const {
      municipality = '',
      'municipality-code': code = '',
      'municipality-title': title = '',
      source = '',
    } = answers;
    const cells = { 団体コード: code, 市区町村ID: municipality, 名称: title, 出典ID: source };
    draft.addText(`content/plans/${id}/index.mdx`, formatText(answers));
    draft.addRows(treeTable, createRows(answers), id);
    if (!existing.municipalities.has(municipality)) draft.addRows(municipalitiesTable, [cells]);
    addSourceRow(draft, answers, municipality, existing);
  },
  listNextSteps: (id, answers, formatCommand) => [
    `data/plans/${id}/tree.csv の「${TEXT_PLACEHOLDER}」を計画の言葉に書きかえ、行を足します。テーマは仮に「${getAnswer(answers, 'theme')}」としました。`,
    `content/plans/${id}/index.mdx に、計画の説明を書きます。「${TEXT_PLACEHOLDER}」が残っているあいだは、${formatCommand('npm run build')} で公開するサイトをつくれません。`,
    `指標は ${formatCommand(`npm run new -- indicator ${id}/（指標ID）`)} か、${formatCommand(`npm run import -- （表のファイル） --plan ${id}`)} で加えます。`,
  ],
};
