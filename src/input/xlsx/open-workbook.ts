import { createIssue, type Issue, createLimitIssue, formatCellReference } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { HELP_SHEETS, MAX_CELL_LENGTH, MAX_UNPACKED_BYTES } from '../../model/input-limits.ts';
import { type InputRow, isFilledCell, type InputRows, listRows, refuseInput } from '../input-rows.ts';
import { findOtherFormat, isCompoundFile, isZipArchive } from '../text-decoding.ts';
import { readCellStyles, readSharedTexts } from './cell-styles.ts';
import { CELL_COMMENT, readSheetObjects } from './sheet-objects.ts';
import { readSheet, type ReadRow } from './sheet-reader.ts';
import { readWorkbookInfo, type WorkbookSheet } from './workbook-parts.ts';
import { openArchive, TooLargeError } from './zip-archive.ts';

/** True for the bytes of an Excel file, also of an old or locked one. */
export const isWorkbook = (bytes: Uint8Array): boolean => isZipArchive(bytes) || isCompoundFile(bytes);

/** Opens a sheet of an Excel file (.xlsx), the first visible one without a name, in Node and in a browser. */
export const openWorkbook = (bytes: Uint8Array, name?: string) => createSheetOpener(bytes)(name);

/** Returns a function like `openWorkbook` for one file. It reads what the sheets share only once. */
export function createSheetOpener(bytes: Uint8Array): (name?: string) => ReturnType<typeof openSheet> {
  let shared: ReturnType<typeof readSharedParts> | null = null;
  return (name) => {
    try {
      return openSheet((shared ??= readSharedParts(bytes)), name);
    } catch (error) {
      if (error instanceof TooLargeError)
        return refuseInput(createIssue('large-workbook', { limit: MAX_UNPACKED_BYTES / 1024 / 1024 }));
      // Names in a compound file are UTF-16, and begin at even offsets.
      const isLocked = isCompoundFile(bytes) && new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
      const code = isLocked ? 'locked-workbook' : isCompoundFile(bytes) ? 'old-workbook' : 'damaged-workbook';
      // Every other error of the libraries means that the file is damaged.
      return refuseInput(findOtherFormat(bytes) ?? createIssue(code));
    }
  };
}

/** Returns the name of the only sheet with a table behind a sheet without any; undefined for the first visible sheet. */
export function findSheetBehindCover(
  bytes: Uint8Array,
  hasTable: (rows: readonly InputRow[]) => boolean,
): string | undefined {
  const openSheet = isWorkbook(bytes) ? createSheetOpener(bytes) : null;
  const first = openSheet?.();
  if (!openSheet || !first?.ok || hasTable(listRows(first.rows))) return undefined;
  const [found, ...others] = first.sheets.filter(({ name, hidden }) => {
    const opened = openSheet(name);
    return !hidden && opened.ok && hasTable(listRows(opened.rows));
  });
  return others.length === 0 ? found?.name : undefined;
}

function readSharedParts(bytes: Uint8Array) {
  if (!isZipArchive(bytes)) throw new Error('no archive');
  const archive = openArchive(bytes);
  const workbook = readWorkbookInfo(archive);
  const styles = readCellStyles(archive.get(workbook.styles)?.());
  return { archive, workbook, styles, texts: readSharedTexts(archive.get(workbook.strings)?.()) };
}

/**
 * Opens a sheet: its rows with the lines and columns of the sheet, from 1; its cells with values by their lines, and by
 * their columns from 0; its objects; issues of the file as a whole; and all sheets of the file.
 */
function openSheet({ archive, workbook, styles, texts }: ReturnType<typeof readSharedParts>, name: string | undefined) {
  const sheet = chooseSheet(workbook, name);
  if ('code' in sheet) return refuseInput(sheet);
  const objects = readSheetObjects(archive, sheet.path);
  const file = archive.get(sheet.path)?.() ?? new Uint8Array();
  const { rows, width, issues } = readSheet(file, styles, texts, workbook.from1904);
  for (const [line, cells] of rows) {
    const long = cells.findIndex((cell) => cell !== undefined && cell.text.length > MAX_CELL_LENGTH);
    if (long >= 0) return refuseInput(createLimitIssue('cell'), { line, column: long + 1 });
  }
  const comments = objects.flatMap(({ kind, line, column }) => {
    const issue = createIssue('commented-cell', { reference: formatCellReference(line, column) });
    return kind === CELL_COMMENT ? [{ line, column, issue }] : [];
  });
  const { sheets } = workbook;
  const others = sheets.filter((other) => other !== sheet);
  const sheetIssues = others
    .filter(({ hidden }) => hidden)
    .map((hidden) => createIssue('hidden-sheet', { value: hidden.name, sheet: sheet.name }));
  const unread = name === undefined ? others.filter((other) => !other.hidden && !HELP_SHEETS.includes(other.name)) : [];
  const names = unread.map((other) => `「${other.name}」`).join('');
  if (unread[0])
    sheetIssues.push(createIssue('unread-sheets', { sheets: names, sheet: sheet.name, next: unread[0].name }));
  const sheetRows = createSheetRows(rows, width, [...issues, ...comments]);
  return { ok: true as const, sheet: sheet.name, rows: sheetRows, cells: rows, objects, issues: sheetIssues, sheets };
}

/** Returns the sheet with a name or, without a name, the first one that is not hidden. */
function chooseSheet({ sheets }: ReturnType<typeof readWorkbookInfo>, name: string | undefined): WorkbookSheet | Issue {
  const found = sheets.find((sheet) => (name === undefined ? !sheet.hidden : sheet.name === name));
  if (found) return found;
  const [value, names] = name === undefined ? ['', []] : [name, sheets.map((sheet) => sheet.name)];
  return createIssue('unknown-sheet', { value, near: suggestChoice(value, names), sheets: names.join('、') });
}

function createSheetRows(rows: ReadonlyMap<number, ReadRow>, width: number, issues: InputRows['issues']): InputRows {
  return {
    grid: true,
    issues,
    visitRows: (visit) => {
      for (const [line, row] of rows) {
        const cells = Array.from({ length: width }, (_, at) => row[at]?.text ?? '');
        if (cells.some(isFilledCell)) visit(cells, line, 0, null);
      }
    },
    locate: (line, _start, index) => ({ line, column: index + 1 }),
  };
}
