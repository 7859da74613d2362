import { readSheet } from 'read-excel-file/universal';
import { HELP_SHEETS, MAX_CELL_LENGTH, MAX_UNPACKED_BYTES } from '../../model/input-limits.ts';
import { createIssue, type Issue, createLimitIssue } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { formatPlainDecimal } from '../../notation/decimal.ts';
import { isFilledCell, type InputRows, type UnreadableFile } from '../input-rows.ts';
import { findOtherFormat, isCompoundFile, isZipArchive } from '../text-decoding.ts';
import { readStyleFormats, readStyledTexts } from './cell-styles.ts';
import { getCellKey, readSheetFacts, type SheetFacts } from './sheet-facts.ts';
import {
  getRelationsPath,
  joinTextParts,
  readWorkbookInfo,
  WORKBOOK_PATH,
  type WorkbookSheet,
  type WorkbookInfo,
} from './workbook-parts.ts';
import { packArchive, TooLargeError, unpackArchive } from './zip-archive.ts';

/** A sheet of an Excel file. */
interface OpenSheet {
  readonly ok: true;
  /** The sheet's name. */
  readonly sheet: string;
  /** Its rows, with the lines and columns of the sheet, from 1. */
  readonly rows: InputRows;
  /** Issues of the file as a whole. */
  readonly issues: readonly Issue[];
}

/** True for the bytes of an Excel file, also of an old or locked one. */
export const isWorkbook = (bytes: Uint8Array): boolean => isZipArchive(bytes) || isCompoundFile(bytes);

/**
 * Opens one sheet of an Excel file (.xlsx), in Node and in a browser.
 * @param name the sheet's name; the first one that is not hidden if left out
 */
export async function openWorkbook(bytes: Uint8Array, name?: string): Promise<OpenSheet | UnreadableFile> {
  if (isCompoundFile(bytes)) {
    // Names in such a file are UTF-16, and begin at even offsets.
    const isLocked = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
    return refuse(findOtherFormat(bytes) ?? createIssue(isLocked ? 'locked-workbook' : 'old-workbook'));
  }
  try {
    return await openSheet(bytes, name);
  } catch (error) {
    return refuse(
      error instanceof TooLargeError
        ? createIssue('large-workbook', { limit: MAX_UNPACKED_BYTES / 1024 / 1024 })
        : // Every other error of the libraries means that the file is damaged.
          (findOtherFormat(bytes) ?? createIssue('damaged-workbook')),
    );
  }
}

const refuse = (issue: Issue): UnreadableFile => ({ ok: false, issue, line: 1, column: 1 });

async function openSheet(bytes: Uint8Array, name: string | undefined): Promise<OpenSheet | UnreadableFile> {
  const workbook = readWorkbookInfo(bytes);
  const sheet = chooseSheet(workbook, name);
  if ('code' in sheet) return refuse(sheet);
  const parts = [WORKBOOK_PATH, getRelationsPath(WORKBOOK_PATH), workbook.styles, workbook.strings, sheet.path];
  const files = unpackArchive(bytes, (path) => parts.includes(path));
  for (const [path, part] of files) files.set(path, joinTextParts(part));
  const facts = readSheetFacts(
    files.get(sheet.path) ?? new Uint8Array(),
    readStyleFormats(files.get(workbook.styles)),
    readStyledTexts(files.get(workbook.strings)),
    workbook.from1904,
  );
  if (facts.tooLarge) throw new TooLargeError();
  // The library gets only these unpacked files, so that it never unpacks more.
  const values = await readSheet(packArchive(files), sheet.name, { trim: false });
  for (const [row, cells] of values.entries()) {
    const long = cells.findIndex((value) => typeof value === 'string' && value.length > MAX_CELL_LENGTH);
    if (long >= 0) return { ok: false, issue: createLimitIssue('cell'), line: row + 1, column: long + 1 };
  }
  const issues = workbook.sheets
    .filter((other) => other.hidden && other !== sheet)
    .map((hidden) => createIssue('hidden-sheet', { value: hidden.name, sheet: sheet.name }));
  const unread = workbook.sheets.filter(
    (other) => name === undefined && !other.hidden && other !== sheet && !HELP_SHEETS.includes(other.name),
  );
  if (unread.length > 0) {
    const others = unread.map((other) => `「${other.name}」`).join('');
    issues.push(createIssue('unread-sheets', { sheets: others, sheet: sheet.name, next: unread[0]?.name ?? '' }));
  }
  return { ok: true, sheet: sheet.name, rows: createSheetRows(values, facts), issues };
}

/** Returns the sheet with a name or, without a name, the first one that is not hidden. */
function chooseSheet({ sheets }: WorkbookInfo, name: string | undefined): WorkbookSheet | Issue {
  if (name === undefined)
    return sheets.find(({ hidden }) => !hidden) ?? createIssue('unknown-sheet', { value: '', near: '', sheets: '' });
  const names = sheets.map((sheet) => sheet.name);
  return (
    sheets.find((sheet) => sheet.name === name) ??
    createIssue('unknown-sheet', { value: name, near: suggestChoice(name, names), sheets: names.join('、') })
  );
}

function createSheetRows(values: readonly (readonly unknown[])[], { texts, issues }: SheetFacts): InputRows {
  return {
    grid: true,
    issues,
    visitRows: (visit) => {
      for (const [index, row] of values.entries()) {
        const cells = row.map((value, at) => texts.get(getCellKey(index + 1, at + 1)) ?? formatCellValue(value));
        if (cells.some(isFilledCell)) visit(cells, index + 1, 0, null);
      }
    },
    locate: (line, _start, index) => ({ line, column: index + 1 }),
  };
}

/** Returns the text of a value of a cell; numbers with a format of their own have a text in the sheet's facts. */
export function formatCellValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatPlainDecimal(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : '';
}
