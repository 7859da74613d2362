import { readSheet } from 'read-excel-file/universal';
import { near } from '../problems/near.ts';
import { flaw, type Flaw } from '../problems/problem.ts';
import { isFilled, type Rows } from './rows.ts';
import { isCompound, isZip } from './signature.ts';
import { LARGEST, pack, TooLargeError, unpack } from './xlsx/archive.ts';
import { decimal } from './xlsx/decimal.ts';
import { keyOf, readSheetFacts, type SheetFacts } from './xlsx/sheet.ts';
import { readStyles } from './xlsx/styles.ts';
import { readWorkbook, RELATIONS, WORKBOOK, type SheetEntry, type Workbook } from './xlsx/workbook.ts';

/** A sheet of an Excel file that could be read, or what forbids it. */
export type Opened =
  | {
      readonly ok: true;
      /** The sheet's name. */
      readonly sheet: string;
      /** Its rows; lines and columns are those of the sheet, from 1. */
      readonly rows: Rows;
      /** What is doubtful about the file as a whole. */
      readonly flaws: readonly Flaw[];
    }
  | { readonly ok: false; readonly flaw: Flaw };

/** True for the bytes of an Excel file, old ones and locked ones among them. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || isCompound(bytes);
}

/** True where a compound file holds a workbook that a password locks. */
function isLocked(bytes: Uint8Array): boolean {
  // Names in such a file are UTF-16, and begin at even places.
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

/** The text of a value as the library gives it; texts of numbers with a format of their own come from the sheet. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimal(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : '';
}

function rowsOf(values: readonly (readonly unknown[])[], { texts, findings }: SheetFacts): Rows {
  return {
    grid: true,
    findings,
    each: (visit) => {
      for (const [index, row] of values.entries()) {
        const cells = row.map((value, at) => texts.get(keyOf(index + 1, at + 1)) ?? textOf(value));
        if (cells.some(isFilled)) visit(cells, index + 1, 0, null);
      }
    },
    at: (line, _start, index) => ({ line, column: index + 1 }),
  };
}

/** The sheet that is asked for, or the first one that is not hidden. */
function choose({ sheets }: Workbook, name: string | undefined): SheetEntry | Flaw {
  if (name === undefined)
    return sheets.find(({ hidden }) => !hidden) ?? flaw('unknown-sheet', { value: '', near: '', sheets: '' });
  const names = sheets.map((one) => one.name);
  return (
    sheets.find((one) => one.name === name) ??
    flaw('unknown-sheet', { value: name, near: near(name, names), sheets: names.join('、') })
  );
}

async function open(bytes: Uint8Array, name: string | undefined): Promise<Opened> {
  const frame = unpack(bytes, (path) => path === WORKBOOK || path === RELATIONS);
  const workbook = readWorkbook(frame);
  const sheet = choose(workbook, name);
  if ('code' in sheet) return { ok: false, flaw: sheet };
  const parts = [WORKBOOK, RELATIONS, workbook.styles, workbook.strings, sheet.path];
  const files = unpack(bytes, (path) => parts.includes(path));
  const facts = readSheetFacts(
    files.get(sheet.path) ?? new Uint8Array(),
    readStyles(files.get(workbook.styles)),
    workbook.from1904,
  );
  if (facts.tooLarge) throw new TooLargeError();
  // The library gets what was unpacked here, and so never more than that.
  const values = await readSheet(pack(files), sheet.name, { trim: false });
  const hidden = workbook.sheets.filter((one) => one.hidden && one !== sheet);
  const flaws = hidden.map((one) => flaw('hidden-sheet', { value: one.name, sheet: sheet.name }));
  return { ok: true, sheet: sheet.name, rows: rowsOf(values, facts), flaws };
}

/**
 * Reads one sheet of an Excel file (.xlsx), in Node and in a browser.
 * @param name the sheet's name; the first one that is not hidden if left out
 */
export async function openWorkbook(bytes: Uint8Array, name?: string): Promise<Opened> {
  if (isCompound(bytes))
    return { ok: false, flaw: flaw(isLocked(bytes) ? 'locked-workbook' : 'old-workbook') };
  try {
    return await open(bytes, name);
  } catch (error) {
    if (error instanceof TooLargeError)
      return { ok: false, flaw: flaw('large-workbook', { limit: LARGEST / 1024 / 1024 }) };
    // Whatever the libraries stumble over, it is the file that is not as it must be.
    return { ok: false, flaw: flaw('damaged-workbook') };
  }
}
