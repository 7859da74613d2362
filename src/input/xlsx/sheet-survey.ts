import { formatPlainDecimal } from '../../notation/decimal.ts';
import { readStyleAppearances, readStyleFormats } from './cell-styles.ts';
import type { CellFormat } from './number-format.ts';
import { getCellKey, parseCellReference } from './sheet-facts.ts';
import { getRelationsPath, listRelations, readWorkbookInfo, readXml, type WorkbookSheet } from './workbook-parts.ts';
import { unpackArchive } from './zip-archive.ts';

/** An object on a sheet that is not a cell: a picture, a chart, a shape, a note. */
export interface SheetObject {
  readonly kind: string;
  readonly line: number;
  readonly column: number;
}

/** The properties of a cell, besides the text that `open-workbook.ts` reads. */
export interface CellFacts {
  /** The number in the cell, without the words that its format adds; null for a text. */
  readonly number: string | null;
  readonly format: CellFormat;
  /** Its colours and emphases in words. */
  readonly appearance: string;
}

/** A sheet with its objects and the properties of its cells. */
interface SheetSurvey extends WorkbookSheet {
  readonly objects: readonly SheetObject[];
  /** By `getCellKey`; cells without a value are left out. */
  readonly cells: ReadonlyMap<number, CellFacts>;
}

/** Lists the objects and the properties of cells of every sheet of an Excel file that `openWorkbook` can open. */
export function surveyWorkbook(bytes: Uint8Array): SheetSurvey[] {
  const { sheets, styles } = readWorkbookInfo(bytes);
  const paths = new Set([styles, ...sheets.flatMap(({ path }) => [path, getRelationsPath(path)])]);
  const files = unpackArchive(bytes, (path) => paths.has(path) || /^xl\/(?:drawings|comments|threaded)/.test(path));
  const formats = readStyleFormats(files.get(styles));
  const appearances = readStyleAppearances(files.get(styles));
  return sheets.map((sheet) => ({
    ...sheet,
    objects: readSheetObjects(files, sheet.path),
    cells: readCellFacts(files.get(sheet.path) ?? new Uint8Array(), formats, appearances),
  }));
}

/** Readers of the objects to which a sheet is related, by the type of the relation. */
const OBJECT_READERS: ReadonlyMap<string, (bytes: Uint8Array) => SheetObject[]> = new Map([
  ['drawing', readDrawing],
  ['comments', readNotes],
  ['threadedComment', readNotes],
  ['oleObject', () => [{ kind: '埋めこんだファイル', line: 1, column: 1 }]],
  ['package', () => [{ kind: '埋めこんだファイル', line: 1, column: 1 }]],
  ['control', () => [{ kind: 'ボタンなどの部品', line: 1, column: 1 }]],
]);

/** Lists the objects on the sheet at this path of the workbook's archive. */
function readSheetObjects(files: ReadonlyMap<string, Uint8Array>, sheet: string): SheetObject[] {
  const objects = new Map<string, SheetObject>();
  for (const { kind, path } of listRelations(files, sheet))
    for (const object of OBJECT_READERS.get(kind)?.(files.get(path) ?? new Uint8Array()) ?? [])
      objects.set(`${object.line} ${object.column} ${object.kind}`, object);
  return [...objects.values()];
}

/** Labels of the objects in a drawing. */
const DRAWN_OBJECTS: ReadonlyMap<string, string> = new Map([
  ['pic', '画像'],
  ['graphicFrame', 'グラフ'],
  ['sp', '図形'],
  ['cxnSp', '線'],
]);

const ANCHORS: readonly string[] = ['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'];

/** Lists the objects of a drawing, one for each anchor, with the cell where it begins. */
function readDrawing(bytes: Uint8Array): SheetObject[] {
  const objects: SheetObject[] = [];
  const anchor = { line: 1, column: 1, inFrom: false, tag: '', hasObject: false };
  readXml(bytes, {
    open: (name) => {
      if (ANCHORS.includes(name)) Object.assign(anchor, { line: 1, column: 1, hasObject: false });
      if (name === 'from') anchor.inFrom = true;
      anchor.tag = name;
      const kind = DRAWN_OBJECTS.get(name);
      if (kind === undefined || anchor.hasObject) return;
      anchor.hasObject = true;
      objects.push({ kind, line: anchor.line, column: anchor.column });
    },
    text: (text) => {
      if (!anchor.inFrom || !/^\d+$/.test(text)) return;
      if (anchor.tag === 'col') anchor.column = Number(text) + 1;
      if (anchor.tag === 'row') anchor.line = Number(text) + 1;
    },
    close: (name) => {
      if (name === 'from') anchor.inFrom = false;
      anchor.tag = '';
    },
  });
  return objects;
}

/** Lists the notes on cells. */
function readNotes(bytes: Uint8Array): SheetObject[] {
  const notes: SheetObject[] = [];
  readXml(bytes, {
    open: (name, { ref = '' }) => {
      if (name === 'comment' || name === 'threadedComment')
        notes.push({ kind: 'メモ（コメント）', ...parseCellReference(ref) });
    },
  });
  return notes;
}

function readCellFacts(
  bytes: Uint8Array,
  formats: readonly CellFormat[],
  appearances: readonly string[],
): Map<number, CellFacts> {
  const cells = new Map<number, CellFacts>();
  const cell = { key: 0, type: 'n', style: 0, value: '', inValue: false };
  readXml(bytes, {
    open: (name, { r = '', t = 'n', s = '0' }) => {
      if (name === 'c') {
        const { line, column } = parseCellReference(r);
        Object.assign(cell, { key: getCellKey(line, column), type: t, style: Number(s), value: '' });
      }
      if (name === 'v' || name === 't') cell.inValue = true;
    },
    text: (text) => {
      if (cell.inValue) cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') cell.inValue = false;
      if (name !== 'c' || cell.value === '') return;
      cells.set(cell.key, {
        number: cell.type === 'n' ? formatPlainDecimal(Number(cell.value)) : null,
        format: formats[cell.style] ?? { kind: 'plain' },
        appearance: appearances[cell.style] ?? '',
      });
    },
  });
  return cells;
}
