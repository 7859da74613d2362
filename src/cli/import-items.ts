import { draftSheetRows, formatColumnUses, formatDraftRows } from '../authoring/import/import-preview.ts';
import { formatSheetNotices } from '../authoring/import/import-preview.ts';
import type { SourceIds } from '../authoring/import/import-rows.ts';
import { locateIssues } from '../authoring/import/indicator-import.ts';
import { importItems, readItemSheet, readPlanTree } from '../authoring/import/item-sheet.ts';
import { createDiagnostic, createIssue, type Diagnostic, DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { formatColumnLetters, locateFile } from '../diagnostics/diagnostic.ts';
import { listRows } from '../input/input-rows.ts';
import { TEXT_PLACEHOLDER } from '../model/chapter.ts';
import { treeTable } from '../tables/tree.ts';
import { UsageError } from './command-runner.ts';
import type { ImportPreview, OpenedSheet } from './import-statistics.ts';

/** True for a diagnostic of a cell that no sheet has: a person writes it afterwards. */
const isForPerson = ({ code, field }: Diagnostic) =>
  code === 'missing-summary' || code === 'missing-theme' || (code === 'empty-cell' && field === '種別');

/**
 * Reads a sheet of plan items for a plan.
 * @param all true to show all rows
 * @throws DiagnosticsError for a sheet without headings of items, UsageError for a plan with examples instead of items
 */
export function previewItems(
  { folder, file, rows }: OpenedSheet,
  plan: string,
  sources: SourceIds,
  all: boolean,
): ImportPreview {
  const tree = readPlanTree(folder, plan);
  if (tree.rows.some(({ 名称 = '' }) => 名称.startsWith(TEXT_PLACEHOLDER)))
    throw new UsageError(
      `data/plans/${plan}/tree.csv に、「${TEXT_PLACEHOLDER}」とある見本の行があります。見出しを残して見本の行を消してから、もう一度実行してください。`,
    );
  const sheet = readItemSheet(listRows(rows), tree.levels);
  if (!sheet) {
    const example = '「基本目標、政策、施策、主な取組、担当課」や「コード、階層、名称、担当課」';
    const advice = `1つの行に、階層ごとの列の見出し（${tree.levels.join('、')}など）を書いてください`;
    const values = { layout: '計画の項目の見出しがない表', advice, example };
    throw new DiagnosticsError([createDiagnostic(locateFile(file), createIssue('unreadable-layout', values))]);
  }
  const {
    rows: added,
    kinds,
    known,
    unknownDepartments,
    ...found
  } = importItems(sheet, rows.issues, tree, sources.sheet || sources.plan);
  const draft = draftSheetRows(folder, file, [{ table: treeTable, owner: plan, rows: added }], found.issues);
  const uses = sheet.columns.flatMap(({ index, heading, becomes, level }) => {
    const [kind = '', isLevel] = [kinds.get(level), !sheet.isList && level !== ''];
    const use = isLevel ? `階層「${level}」（種別は${kind === '' ? '人が書く' : kind}）` : becomes;
    return use === '' ? [] : [[formatColumnLetters(index + 1), heading, use] as const];
  });
  const names = [...unknownDepartments].join('」「');
  const notices = formatSheetNotices(file, found.notices);
  const parts = [
    `${file} の列（見出しは${sheet.header.line}行め）\n${formatColumnUses(uses)}`,
    added.length > 0 &&
      `tree.csv に足す${added.length}行\n${formatDraftRows(added, all ? Infinity : undefined)}\n\n要約（事業のほか）、テーマ（施策と取組）と、空の種別は、書いたあとに tree.csv で人が書きます。それまで、npm run check はまちがいを示し、サイトはつくれません。`,
    known > 0 && `すでにある${known}件の項目は、足しません。`,
    names &&
      `担当の「${names}」は、data/departments.csv にこの市の部署としてないので、書きません。先にその行を足すと、担当も取りこめます。`,
    notices && `知っておくこと\n${notices}`,
  ];
  const ofDraft = draft.diagnostics.filter((one) => !isForPerson(one));
  const text = parts.flatMap((part) => part || []).join('\n\n');
  return { text, draft, diagnostics: [...locateIssues(file, found.issues), ...ofDraft] };
}
