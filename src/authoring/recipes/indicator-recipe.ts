import { createIssue } from '../../diagnostics/diagnostic.ts';
import { RecordSlug } from '../../model/identifiers.ts';
import { indicatorsTable } from '../../tables/indicators.ts';
import type { ExistingRecords } from '../existing-records.ts';
import { createCellField, describeIssue, describeMissingPlan, getAnswer, getAnsweredCells } from '../recipe.ts';
import type { ColumnOption, CommandFormatter, RecordRecipe } from '../recipe.ts';
import { addSourceRow, createSourceFields } from './shared-fields.ts';

function splitId(id: string): readonly [plan: string, slug: string] {
  const [plan = '', ...slug] = id.split('/');
  return [plan, slug.join('/')];
}

const COLUMNS: readonly ColumnOption[] = [
  ['title', '名称', 'must'],
  ['node', 'コード', 'may', { title: 'コード（指標がつく項目。計画全体のものは空）' }],
  ['unit', '単位', 'may'],
  ['direction', '良い方向', 'may'],
  ['aggregation', '集計', 'may'],
  ['baseline', '現状値', 'must'],
  ['baseline-period', '現状値の時点', 'may'],
  ['target', '目標値', 'must'],
  ['target-period', '目標値の時点', 'may'],
  ['state', '状態', 'flag'],
  ['note', '注記', 'flag'],
  ['source', '出典ID', 'must', { getDefault: (_answers, known, id) => known.findPlanIds(splitId(id)[0]).source }],
  ['place', '出典箇所', 'may'],
];

/** Returns the reason why an indicator can't have this id; null if it can. */
function findConflict(id: string, existing: ExistingRecords, formatCommand: CommandFormatter): string | null {
  const [plan, slug] = splitId(id);
  if (slug === '')
    return `「${id}」のように書くと、どの計画の指標かわかりません。（計画ID）/（指標ID）と書いてください。`;
  for (const value of [plan, slug])
    if (!RecordSlug.safeParse(value).success) return describeIssue(createIssue('bad-slug', { value }));
  if (!existing.plans.has(plan)) return describeMissingPlan(plan, existing, formatCommand);
  return existing.listIndicators(plan).has(slug) ? `指標「${id}」はすでにあります。上書きはしません。` : null;
}

/** A new indicator of a plan: its row, and the row of its source if missing. */
export const indicatorRecipe: RecordRecipe = {
  title: '指標',
  example: 'warabi-jiritsu/tax-collection',
  fields: [...COLUMNS.map((column) => createCellField(indicatorsTable, ...column)), ...createSourceFields()],
  findConflict,
  write: (draft, id, answers, existing) => {
    const [plan, slug] = splitId(id);
    draft.addRows(indicatorsTable, [{ 指標ID: slug, ...getAnsweredCells(COLUMNS, answers) }], plan);
    const { municipality } = existing.findPlanIds(plan);
    const title = RegExp.escape(existing.municipalityTitles.get(municipality) ?? '');
    // 見本町役場 and 見本町企画課, but not 見本町商工会議所.
    const ownName = new RegExp(`^(?:${title}(?:役[所場]|教育委員会|.*[課部局室])?)?$`);
    addSourceRow(draft, answers, ownName.test(getAnswer(answers, 'publisher')) ? municipality : '', existing);
  },
  listNextSteps: (id) => [
    `実績がわかったら、data/plans/${splitId(id)[0]}/observations.csv に「${splitId(id)[1]}」の行を足します。`,
  ],
};
