import { municipalitiesTable } from '../../tables/municipalities.ts';
import { createCellField, findIdConflict, getAnswer, getAnsweredCells } from '../recipe.ts';
import type { ColumnOption, RecordRecipe } from '../recipe.ts';
import { addSourceRow, createCodeField, createSourceFields } from './shared-fields.ts';

const COLUMNS: readonly ColumnOption[] = [
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

const fields = COLUMNS.map((column) => createCellField(municipalitiesTable, ...column));

/** A new municipality: its row, and the row of its source if missing. */
export const municipalityRecipe: RecordRecipe = {
  title: '市区町村',
  example: 'warabi',
  fields: [createCodeField('code'), ...fields, ...createSourceFields()],
  findConflict: (id, existing) => findIdConflict('市区町村', id, existing.municipalities.has(id)),
  write: (draft, id, answers, existing) => {
    const cells = { 団体コード: getAnswer(answers, 'code'), 市区町村ID: id, ...getAnsweredCells(COLUMNS, answers) };
    draft.addRows(municipalitiesTable, [cells]);
    addSourceRow(draft, answers, '', existing);
  },
  listNextSteps: (id, _answers, formatCommand) => [
    `計画を ${formatCommand(`npm run new -- plan （計画ID） --municipality ${id}`)} で加えます。`,
  ],
};
