import { computeCheckDigit } from '../../model/municipality.ts';
import { municipalitiesTable } from '../../tables/municipalities.ts';
import { sourcesTable } from '../../tables/sources.ts';
import type { ExistingRecords } from '../existing-records.ts';
import { createCellField, getAnswer, getAnsweredCells } from '../recipe.ts';
import type { ColumnOption, RecipeAnswers, RecipeField } from '../recipe.ts';
import type { WriteDraft } from '../write-draft.ts';

/** Creates a field for the 全国地方公共団体コード of a new municipality, which suggests the right check digit. */
export function createCodeField(option: string): RecipeField {
  const field = createCellField(municipalitiesTable, option, '団体コード', 'must');
  return {
    ...field,
    validate: (code, existing) => {
      const id = existing.municipalitiesByCode.get(code);
      if (id !== undefined)
        return `「${code}」は、市区町村「${id}」がすでに使っています。同じ市区町村なら、市区町村IDを「${id}」とし、ちがうなら、正しいコードを書いてください。`;
      const wrong = field.validate(code, existing);
      if (wrong === null || !/^\d{6}$/.test(code)) return wrong;
      return `${wrong}はじめの5けたが正しければ、6けためは ${computeCheckDigit(code.slice(0, 5))} です。`;
    },
  };
}

const COLUMNS: readonly ColumnOption[] = [
  ['source-title', '資料名', 'must'],
  ['year', '年度', 'may'],
  ['publisher', '発行者', 'may'],
  ['issued', '発行日', 'may'],
  ['url', 'URL', 'may'],
  ['checked', '確認日', 'may'],
  ['terms', '利用条件', 'may'],
  ['source-note', '備考', 'flag'],
];

/** Returns the ids in the answer for `source` that no source has yet. */
const listUnknownIds = (answers: RecipeAnswers, existing: ExistingRecords): string[] =>
  getAnswer(answers, 'source')
    .split(/[;；]/)
    .map((id) => id.trim())
    .filter((id) => id !== '' && !existing.sources.has(id));

/** Creates the fields of a source that is not in the list of sources yet, with a default name of the document. */
export const createSourceFields = (title?: RecipeField['getDefault']): RecipeField[] =>
  COLUMNS.map(([option, heading, need]) =>
    createCellField(sourcesTable, option, heading, title && need === 'must' ? 'may' : need, {
      title: `資料の${heading}`.replace('資料の資料名', '資料名'),
      isNeeded: (answers, existing) => listUnknownIds(answers, existing).length > 0,
      ...(heading === '資料名' && title ? { getDefault: title } : {}),
    }),
  );

/** The columns that help a reader to find a source, and show that it was checked. */
const WANTED = ['発行者', 'URL', '確認日'];

/** Returns a line about the empty columns of an added source, if there are any. */
export function listSourceSteps(answers: RecipeAnswers, existing: ExistingRecords): string[] {
  const [id] = listUnknownIds(answers, existing);
  const cells = getAnsweredCells(COLUMNS, answers);
  const empty = WANTED.filter((heading) => cells[heading] === '');
  if (id === undefined || empty.length === 0) return [];
  return [`${sourcesTable.path} の「${id}」の行に、まだ空の${empty.join('、')}を書きます。`];
}

/** Adds the row of a new source. Of several new ids, a person is asked about the first alone. */
export function addSourceRow(
  draft: WriteDraft,
  answers: RecipeAnswers,
  municipality: string,
  existing: ExistingRecords,
): void {
  const [id] = listUnknownIds(answers, existing);
  const cells = { 市区町村ID: municipality, ...getAnsweredCells(COLUMNS, answers) };
  if (id !== undefined) draft.addRows(sourcesTable, [{ 出典ID: id, ...cells }]);
}
