import { readExistingRecords } from '../authoring/existing-records.ts';
import { draftSheetRows, formatColumnUses, formatDraftRows } from '../authoring/import/import-preview.ts';
import { formatSheetNotices } from '../authoring/import/import-preview.ts';
import { locateIssues } from '../authoring/import/indicator-import.ts';
import { importItems, readItemSheet } from '../authoring/import/item-sheet.ts';
import { readSourceRows } from '../authoring/table-template.ts';
import { createDiagnostic, createIssue, DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { formatColumnLetters, locateFile } from '../diagnostics/diagnostic.ts';
import { listRows } from '../input/input-rows.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { TEXT_PLACEHOLDER } from '../model/chapter.ts';
import { foldText } from '../model/japanese-text.ts';
import { departmentsTable } from '../tables/departments.ts';
import { getTableFile } from '../tables/table-schema.ts';
import { treeTable } from '../tables/tree.ts';
import { readTableFile } from '../validation/parse-table.ts';
import type { ImportPreview, OpenedSheet } from './import-statistics.ts';

/** Reads what the items of a sheet are compared with, and the lines of the examples that `npm run new` wrote. */
function readPlanTree(folder: SiteFolder, plan: string) {
  const { levels, municipality } = readExistingRecords(folder).findPlanIds(plan);
  const all = readSourceRows(folder, getTableFile(treeTable, plan), treeTable.columns);
  const { examples = [], own = [] } = Object.groupBy(all, ({ cells }) =>
    cells.名称?.startsWith(TEXT_PLACEHOLDER) ? 'examples' : 'own',
  );
  const departments = readTableFile(folder, departmentsTable).rows.map(({ fields }) => fields);
  const ofTown = departments.filter((one) => one.municipality === municipality);
  return {
    levels,
    municipality,
    rows: own.map(({ cells }) => cells),
    kinds: new Map(all.map(({ cells: { 階層 = '', 種別 = '' } }) => [階層, 種別])),
    departments: new Map(ofTown.map(({ id, title }) => [foldText(title), id])),
    examples: examples.map(({ line }) => ({ line, cells: null })),
  };
}

/** True for a diagnostic of a cell that no sheet has: a person writes it afterwards. */
const isForPerson = ({ code, field }: { code: string; field: string }) =>
  code === 'missing-summary' || code === 'missing-theme' || (code === 'empty-cell' && field === '種別');

/**
 * Reads a sheet of plan items for a plan.
 * @param source the 出典ID of the new rows
 * @param limit the maximum number of rows to show
 * @throws DiagnosticsError for a sheet without headings of items
 */
export function previewItems(
  { folder, file, rows }: OpenedSheet,
  plan: string,
  source: string,
  limit: number | undefined,
): ImportPreview {
  const tree = readPlanTree(folder, plan);
  const sheet = readItemSheet(listRows(rows), tree.levels);
  if (!sheet) {
    const example = '「基本目標、政策、施策、主な取組、担当課」や「コード、階層、名称、担当課」';
    const advice = `1つの行に、階層ごとの列の見出し（${tree.levels.join('、')}など）を書いてください`;
    const values = { layout: '計画の項目の見出しがない表', advice, example };
    throw new DiagnosticsError([createDiagnostic(locateFile(file), createIssue('unreadable-layout', values))]);
  }
  const imported = importItems(sheet, rows.issues, tree, source);
  const { rows: added, kinds, known, unknownDepartments } = imported;
  const changes = added.length > 0 ? tree.examples : [];
  const parts = [{ table: treeTable, owner: plan, rows: added, changes }];
  const draft = draftSheetRows(folder, file, parts, imported.issues);
  const uses = sheet.columns.flatMap(({ index, heading, becomes, level }) => {
    const kind = kinds.get(level) || '人が書く';
    const use = becomes === '名称' && !sheet.isList ? `階層「${level}」の名称（種別は${kind}）` : becomes;
    return use === '' ? [] : [[formatColumnLetters(index + 1), heading, use] as const];
  });
  const names = [...unknownDepartments].join('」「');
  const sentences = [
    added.length > 0 &&
      '要約（事業のほか）、テーマ（施策と取組）と、空の種別は、書いたあとに tree.csv で人が書きます。それまで、npm run check はまちがいを示し、サイトはつくれません。',
    changes.length > 0 && `「${TEXT_PLACEHOLDER}」とある見本の${changes.length}行は、消します。`,
    known > 0 && `すでにある${known}件の項目は、足しません。`,
    names &&
      `担当の「${names}」は、data/departments.csv にこの市の部署としてないので、書きません。先にその行を足すと、担当も取りこめます。`,
  ];
  const notices = formatSheetNotices(file, imported.notices);
  const text = [
    `${file} の列（見出しは${sheet.header.line}行め）\n${formatColumnUses(uses)}`,
    ...(added.length > 0 ? [`tree.csv に足す${added.length}行\n${formatDraftRows(added, limit)}`] : []),
    ...sentences.flatMap((one) => one || []),
    ...(notices === '' ? [] : [`知っておくこと\n${notices}`]),
  ].join('\n\n');
  const ofDraft = draft.diagnostics.filter((one) => !isForPerson(one));
  return { text, draft, diagnostics: [...locateIssues(file, imported.issues), ...ofDraft] };
}
