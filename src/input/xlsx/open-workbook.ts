import { readSheet } from 'read-excel-file/universal';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { isFilledCell, type InputRows } from '../input-rows.ts';
import { isCompoundFile, isZipArchive } from '../text-decoding.ts';
import { MAX_UNPACKED_BYTES, packArchive, TooLargeError, unpackArchive } from './zip-archive.ts';
import { formatPlainDecimal } from './number-format.ts';
import { getCellKey, readSheetFacts, type SheetFacts } from './sheet-facts.ts';
import { readStyleFormats } from './cell-styles.ts';
import {
  readWorkbookInfo,
  RELATIONS_PATH,
  WORKBOOK_PATH,
  type SheetEntry,
  type WorkbookInfo,
} from './workbook-parts.ts';

/** A sheet of an Excel file that could be read, or what forbids it. */
export type WorkbookReading =
  | {
      readonly ok: true;
      /** The sheet's name. */
      readonly sheet: string;
      /** Its rows; lines and columns are those of the sheet, from 1. */
      readonly rows: InputRows;
      /** What is doubtful about the file as a whole. */
      readonly issues: readonly Issue[];
    }
  | { readonly ok: false; readonly issue: Issue };

/** True for the bytes of an Excel file, old ones and locked ones among them. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return isZipArchive(bytes) || isCompoundFile(bytes);
}

/** True where a compound file holds a workbook that a password locks. */
function isLocked(bytes: Uint8Array): boolean {
  // Names in such a file are UTF-16, and begin at even places.
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

/** The text of a value as the library gives it; texts of numbers with a format of their own come from the sheet. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatPlainDecimal(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : '';
}

function rowsOf(values: readonly (readonly unknown[])[], { texts, issues }: SheetFacts): InputRows {
  return {
    grid: true,
    issues,
    visitRows: (visit) => {
      for (const [index, row] of values.entries()) {
        const cells = row.map((value, at) => texts.get(getCellKey(index + 1, at + 1)) ?? textOf(value));
        if (cells.some(isFilledCell)) visit(cells, index + 1, 0, null);
      }
    },
    locate: (line, _start, index) => ({ line, column: index + 1 }),
  };
}

/** The sheet that is asked for, or the first one that is not hidden. */
function choose({ sheets }: WorkbookInfo, name: string | undefined): SheetEntry | Issue {
  if (name === undefined)
    return (
      sheets.find(({ hidden }) => !hidden) ??
      createIssue('unknown-sheet', { value: '', near: '', sheets: '' })
    );
  const names = sheets.map((one) => one.name);
  return (
    sheets.find((one) => one.name === name) ??
    createIssue('unknown-sheet', { value: name, near: suggestChoice(name, names), sheets: names.join('、') })
  );
}

async function open(bytes: Uint8Array, name: string | undefined): Promise<WorkbookReading> {
  const frame = unpackArchive(bytes, (path) => path === WORKBOOK_PATH || path === RELATIONS_PATH);
  const workbook = readWorkbookInfo(frame);
  const sheet = choose(workbook, name);
  if ('code' in sheet) return { ok: false, issue: sheet };
  const parts = [WORKBOOK_PATH, RELATIONS_PATH, workbook.styles, workbook.strings, sheet.path];
  const files = unpackArchive(bytes, (path) => parts.includes(path));
  const facts = readSheetFacts(
    files.get(sheet.path) ?? new Uint8Array(),
    readStyleFormats(files.get(workbook.styles)),
    workbook.from1904,
  );
  if (facts.tooLarge) throw new TooLargeError();
  // The library gets what was unpacked here, and so never more than that.
  const values = await readSheet(packArchive(files), sheet.name, { trim: false });
  const hidden = workbook.sheets.filter((one) => one.hidden && one !== sheet);
  const flaws = hidden.map((one) => createIssue('hidden-sheet', { value: one.name, sheet: sheet.name }));
  return { ok: true, sheet: sheet.name, rows: rowsOf(values, facts), issues: flaws };
}

/**
 * Reads one sheet of an Excel file (.xlsx), in Node and in a browser.
 * @param name the sheet's name; the first one that is not hidden if left out
 */
export async function openWorkbook(bytes: Uint8Array, name?: string): Promise<WorkbookReading> {
  if (isCompoundFile(bytes))
    return { ok: false, issue: createIssue(isLocked(bytes) ? 'locked-workbook' : 'old-workbook') };
  try {
    return await open(bytes, name);
  } catch (error) {
    if (error instanceof TooLargeError)
      return { ok: false, issue: createIssue('large-workbook', { limit: MAX_UNPACKED_BYTES / 1024 / 1024 }) };
    // Whatever the libraries stumble over, it is the file that is not as it must be.
    return { ok: false, issue: createIssue('damaged-workbook') };
  }
}
