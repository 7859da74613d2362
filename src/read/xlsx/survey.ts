import { unpackArchive } from './archive.ts';
import { formatPlainDecimal } from './decimal.ts';
import type { CellFormat } from './format.ts';
import { readStyleAppearances } from './looks.ts';
import { readSheetObjects, getRelationsPath, type SheetObject } from './objects.ts';
import { getCellKey, parseCellReference } from './sheet.ts';
import { readStyleFormats } from './styles.ts';
import { readWorkbookInfo, RELATIONS_PATH, WORKBOOK_PATH, type SheetEntry } from './workbook.ts';
import { readXml } from './xml.ts';

/** How a cell of a sheet is held: what `src/read/xlsx.ts` leaves out, because it reads what a cell shows. */
export interface CellFacts {
  /** The number that it holds, without what its format puts around it; null for a text. */
  readonly number: string | null;
  readonly format: CellFormat;
  /** Colours and letters that are set off, in words. */
  readonly appearance: string;
}

/** A sheet with what is not in its values. */
export interface SheetSurvey extends SheetEntry {
  readonly objects: readonly SheetObject[];
  /** By `getCellKey`; cells without a value are left out. */
  readonly cells: ReadonlyMap<number, CellFacts>;
}

const PLAIN: CellFormat = { kind: 'plain' };

function cellsOf(
  bytes: Uint8Array,
  formats: readonly CellFormat[],
  looks: readonly string[],
): Map<number, CellFacts> {
  const cells = new Map<number, CellFacts>();
  const cell = { key: 0, type: 'n', style: 0, value: '', inside: false };
  const last = { line: 0, column: 0 };
  readXml(bytes, {
    open: (name, { r, t = 'n', s = '0' }) => {
      if (name === 'row')
        Object.assign(last, { line: r === undefined ? last.line + 1 : Number(r), column: 0 });
      if (name === 'c') {
        Object.assign(last, r === undefined ? { column: last.column + 1 } : parseCellReference(r));
        const key = getCellKey(last.line, last.column);
        Object.assign(cell, { key, type: t, style: Number(s), value: '' });
      }
      if (name === 'v' || name === 't') cell.inside = true;
    },
    text: (text) => {
      if (cell.inside) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') cell.inside = false;
      if (name !== 'c' || cell.value === '') return;
      cells.set(cell.key, {
        number: cell.type === 'n' ? formatPlainDecimal(Number(cell.value)) : null,
        format: formats[cell.style] ?? PLAIN,
        appearance: looks[cell.style] ?? '',
      });
    },
  });
  return cells;
}

/**
 * Looks at every sheet of an Excel file for what is not in its values.
 * @param bytes a file that `openWorkbook` could open
 */
export function surveyWorkbook(bytes: Uint8Array): SheetSurvey[] {
  const { sheets, styles } = readWorkbookInfo(
    unpackArchive(bytes, (path) => path === WORKBOOK_PATH || path === RELATIONS_PATH),
  );
  const wanted = new Set([styles, ...sheets.flatMap(({ path }) => [path, getRelationsPath(path)])]);
  const files = unpackArchive(
    bytes,
    (path) => wanted.has(path) || /^xl\/(?:drawings|comments|threaded)/.test(path),
  );
  const formats = readStyleFormats(files.get(styles));
  const looks = readStyleAppearances(files.get(styles));
  return sheets.map((sheet) => ({
    ...sheet,
    objects: readSheetObjects(files, sheet.path),
    cells: cellsOf(files.get(sheet.path) ?? new Uint8Array(), formats, looks),
  }));
}
