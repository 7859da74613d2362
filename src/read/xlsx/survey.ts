import { unpack } from './archive.ts';
import { decimal } from './decimal.ts';
import type { Format } from './format.ts';
import { readLooks } from './looks.ts';
import { readObjects, relationsOf, type SheetObject } from './objects.ts';
import { keyOf, placeOf } from './sheet.ts';
import { readStyles } from './styles.ts';
import { readWorkbook, RELATIONS, WORKBOOK, type SheetEntry } from './workbook.ts';
import { readXml } from './xml.ts';

/** How a cell of a sheet is held: what `src/read/xlsx.ts` leaves out, because it reads what a cell shows. */
export interface CellFacts {
  /** The number that it holds, without what its format puts around it; null for a text. */
  readonly number: string | null;
  readonly format: Format;
  /** Colours and letters that are set off, in words. */
  readonly look: string;
}

/** A sheet with what is not in its values. */
export interface SheetSurvey extends SheetEntry {
  readonly objects: readonly SheetObject[];
  /** By `keyOf`; cells without a value are left out. */
  readonly cells: ReadonlyMap<number, CellFacts>;
}

const PLAIN: Format = { kind: 'plain' };

function cellsOf(
  bytes: Uint8Array,
  formats: readonly Format[],
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
        Object.assign(last, r === undefined ? { column: last.column + 1 } : placeOf(r));
        const key = keyOf(last.line, last.column);
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
        number: cell.type === 'n' ? decimal(Number(cell.value)) : null,
        format: formats[cell.style] ?? PLAIN,
        look: looks[cell.style] ?? '',
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
  const { sheets, styles } = readWorkbook(unpack(bytes, (path) => path === WORKBOOK || path === RELATIONS));
  const wanted = new Set([styles, ...sheets.flatMap(({ path }) => [path, relationsOf(path)])]);
  const files = unpack(bytes, (path) => wanted.has(path) || /^xl\/(?:drawings|comments|threaded)/.test(path));
  const formats = readStyles(files.get(styles));
  const looks = readLooks(files.get(styles));
  return sheets.map((sheet) => ({
    ...sheet,
    objects: readObjects(files, sheet.path),
    cells: cellsOf(files.get(sheet.path) ?? new Uint8Array(), formats, looks),
  }));
}
