import { municipalitiesTable } from '../../tables/municipalities.ts';
import { computeCheckDigit } from '../../model/municipality.ts';
import { createCellField, getAnswer, type RecipeAnswers, type RecipeField } from '../recipe.ts';
import { sourcesTable } from '../../tables/sources.ts';
import type { WriteDraft } from '../write-draft.ts';
import type { ExistingRecords } from '../existing-records.ts';

/** A field for a 全国地方公共団体コード, which says what the check digit would be where six digits end in another one. */
export function createCodeField(option: string): RecipeField {
  const field = createCellField(option, '団体コード', municipalitiesTable, 'must');
  return {
    ...field,
    validate: (code) => {
      const wrong = field.validate(code);
      if (wrong === null || !/^\d{6}$/.test(code)) return wrong;
      return `${wrong}はじめの5けたが正しければ、6けためは ${computeCheckDigit(code.slice(0, 5))} です。`;
    },
  };
}

/** The options of a source, and the columns that they fill. */
const COLUMNS: readonly (readonly [option: string, heading: string, need: RecipeField['need']])[] = [
  ['source-title', '資料名', 'must'],
  ['year', '年度', 'may'],
  ['publisher', '発行者', 'may'],
  ['issued', '発行日', 'may'],
  ['url', 'URL', 'may'],
  ['checked', '確認日', 'may'],
  ['terms', '利用条件', 'may'],
  ['source-note', '備考', 'flag'],
];

/** The ids of a list that no source has yet. */
function unknownIn(ids: string, known: ExistingRecords): string[] {
  return ids
    .split(/[;；]/)
    .map((id) => id.trim())
    .filter((id) => id !== '' && !known.sources.has(id));
}

/**
 * What has to be known of a source that is not in the list of sources yet.
 * @param title the name of the document where nothing is answered
 */
export function createSourceFields(title?: RecipeField['getDefault']): RecipeField[] {
  return COLUMNS.map(([option, heading, need]) =>
    createCellField(option, heading, sourcesTable, title && need === 'must' ? 'may' : need, {
      title: `資料の${heading}`.replace('資料の資料名', '資料名'),
      isNeeded: (answers, known) => unknownIn(getAnswer(answers, 'source'), known).length > 0,
      ...(heading === '資料名' && title ? { getDefault: title } : {}),
    }),
  );
}

/** What a reader needs to find a source again, and to know whether it was looked at. */
const WANTED = ['発行者', 'URL', '確認日'];

/** What has still to be written of a source that was added, a line; none where nothing has. */
export function listSourceSteps(answers: RecipeAnswers, known: ExistingRecords): string[] {
  const [id] = unknownIn(getAnswer(answers, 'source'), known);
  const empty = COLUMNS.filter(
    ([option, heading]) => WANTED.includes(heading) && getAnswer(answers, option) === '',
  ).map(([, heading]) => heading);
  if (id === undefined || empty.length === 0) return [];
  return [`${sourcesTable.path} の「${id}」の行に、まだ空の${empty.join('、')}を書きます。`];
}

/** Adds the row of a source that is not in the list yet. Of several new ones only the first was asked for. */
export function addSourceRow(
  draft: WriteDraft,
  answers: RecipeAnswers,
  municipality: string,
  known: ExistingRecords,
): void {
  const rows = unknownIn(getAnswer(answers, 'source'), known)
    .slice(0, 1)
    .map((id) => ({
      出典ID: id,
      市区町村ID: municipality,
      ...Object.fromEntries(COLUMNS.map(([option, heading]) => [heading, getAnswer(answers, option)])),
    }));
  draft.addRows(sourcesTable, rows);
}
