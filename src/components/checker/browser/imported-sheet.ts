import { addCsvRows } from '../../../authoring/csv-text.ts';
import { listColumnUses } from '../../../authoring/import/column-mapping.ts';
import { describeIndicators } from '../../../authoring/import/import-rows.ts';
import type { SourceIds } from '../../../authoring/import/indicator-drafts.ts';
import { importIndicatorSheet } from '../../../authoring/import/indicator-import.ts';
import { isCellYear } from '../../../authoring/import/indicator-rows.ts';
import type { SheetBlock } from '../../../authoring/import/indicator-sheet.ts';
import { yearKinds } from '../../../authoring/import/sheet-times.ts';
import { DiagnosticReport } from '../../../diagnostics/diagnostic-report.ts';
import { compareLocations, hasErrors } from '../../../diagnostics/diagnostic.ts';
import { openTableRows } from '../../../input/open-table.ts';
import { overlayFolder } from '../../../input/overlay-folder.ts';
import { decodeText } from '../../../input/text-decoding.ts';
import { getTableFile } from '../../../tables/table-schema.ts';
import { validateFile, type PlanFiles } from '../../../validation/validate-file.ts';
import { encodeWithBom } from './checker-report.ts';
import { joinSameTexts, type FileOffer, type OfferedFile } from './offered-files.ts';
import type { UploadedTable } from './uploaded-table.ts';

/** Describes what becomes of each column of a sheet, one sentence for each table in it. */
const describeColumns = (blocks: readonly SheetBlock[]): string[] =>
  blocks.map((block) => {
    const uses = listColumnUses(block).map(([letters, heading, use]) => `${letters}列「${heading}」→ ${use}`);
    return `見出しは${block.headerLine}行め：${uses.join('。')}。`;
  });

const TITLE = '市の指標の表を、サイトの表にする';

/** What to do about values of another document than the plan. */
const UNCITED =
  '「取りこむ表の資料」を選んでいないので、足した行の出典は、計画や指標と同じ資料になります。ほかの資料の値なら、上で選びます。そこになければ、保存してから、その資料の出典IDを書きます。';

/** Why a person should not save the results of new indicators alone. */
const TOGETHER =
  '下のファイルは、いっしょに保存して置きかえます。実績や目標のファイルだけでは、新しい指標のIDが見つからず、まちがいになります。';

/** Returns the bytes of a file, which Excel reads as UTF-8 only with a byte order mark. */
function markUtf8(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const decoded = decodeText(bytes);
  return decoded.ok && decoded.encoding === 'utf-8' ? encodeWithBom(decoded.text) : bytes;
}

/**
 * Makes source files from a sheet of indicators, as `npm run import` does; null if the file has no rows.
 * @param sources the 出典ID of the plan, and that of the sheet if the user chose one
 * @param years what years without 年度 or 年 are, 年度 or 暦年, if the user said so
 */
export function importSheet(
  { name, bytes, sheet }: UploadedTable,
  planFiles: PlanFiles,
  sources: SourceIds,
  years: string,
): FileOffer | null {
  const rows = openTableRows(bytes, name, new DiagnosticReport(), sheet);
  if (!rows) return null;
  const { plan, folder } = planFiles;
  const kind = yearKinds.get(years) ?? null;
  const read = importIndicatorSheet(name, rows, folder, { plan, sources, years: kind, shownIn: 'browser' });
  if (!read.ok) return { title: TITLE, notices: [], diagnostics: [read.problem], problems: [], files: [] };
  const { imported, parts } = read;
  const diagnostics = read.diagnostics.toSorted(compareLocations);
  const problems: string[] = [];
  const made = parts.flatMap(({ name: table, table: schema, rows: drafted, changes }) => {
    const cells = drafted.map((row) => row.cells);
    if (cells.length === 0 && changes.length === 0) return [];
    const path = getTableFile(schema, plan);
    const added = addCsvRows(folder, path, schema.columns, cells, changes);
    if (!added.ok) {
      problems.push(added.why);
      return [];
    }
    return [
      { table, path, bytes: markUtf8(added.after), rows: cells, changes: changes.length, firstLine: added.firstLine },
    ];
  });
  // A target may contradict the results that come with it.
  const beside = { ...planFiles, folder: overlayFolder(new Map(made.map((one) => [one.path, one.bytes])), folder) };
  const isPrevented = problems.length > 0 || hasErrors(diagnostics);
  const files = (isPrevented ? [] : made).map((one): OfferedFile => {
    const { table, path, bytes, rows: added, changes, firstLine } = one;
    const checked = validateFile(path, bytes, table, beside, 'browser');
    // The sheet has one diagnostic for the year of a whole column.
    const left = checked.diagnostics.filter((found) => found.line < firstLine || !isCellYear(found, imported.issues));
    const validation = { ...checked, diagnostics: left };
    const changed = changes > 0 ? `サイトの今のファイルの${changes}行を書きかえました。` : [];
    const said = added.length > 0 ? `サイトの今のファイルに、${added.length}行を足しました。足した行：` : [];
    return { ...one, sentences: [changed, said].flat(), validation };
  });
  const areTogether = files.length > 1 && files.some(({ table }) => table === 'indicators');
  return {
    title: TITLE,
    areTogether,
    notices: [
      ...describeColumns(read.sheet),
      ...describeIndicators(imported),
      ...joinSameTexts(imported.notices.map(({ row, text }) => ({ line: row.line, text: `：${text}` }))),
      ...(made.length === 0 && !isPrevented ? ['足す行はありません。'] : []),
      ...(files.length > 0 && sources.sheet === '' && !imported.isFirst ? [UNCITED] : []),
      ...(areTogether ? [TOGETHER] : []),
    ],
    diagnostics,
    problems,
    files,
  };
}
