import { formatColumnLetters } from '../../diagnostics/cell-reference.ts';
import { getCellKey, parseCellReference } from './sheet-facts.ts';
import {
  readWorkbookInfo,
  readXml,
  RELATIONS_PATH,
  type SheetEntry,
  WORKBOOK_PATH,
} from './workbook-parts.ts';
import { unpackArchive } from './zip-archive.ts';
import type { CellFormat } from './number-format.ts';
import { formatPlainDecimal } from '../../notation/decimal.ts';
import { readStyleAppearances, readStyleFormats } from './cell-styles.ts';

/** Something that lies on a sheet and is no cell: a picture, a chart, a shape, a note. */
export interface SheetObject {
  readonly kind: string;
  readonly line: number;
  readonly column: number;
}

/** What the parts of a drawing are called. */
const PARTS: Readonly<Record<string, string>> = {
  pic: '画像',
  graphicFrame: 'グラフ',
  sp: '図形',
  cxnSp: '線',
};

/** What an anchor of a drawing begins with. */
const ANCHORS: readonly string[] = ['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'];

/** The objects of a drawing, each at the cell where it begins. */
function drawn(bytes: Uint8Array): SheetObject[] {
  const found: SheetObject[] = [];
  const at = { line: 1, column: 1, from: false, name: '', told: false };
  readXml(bytes, {
    open: (name) => {
      if (ANCHORS.includes(name)) Object.assign(at, { line: 1, column: 1, told: false });
      if (name === 'from') at.from = true;
      at.name = name;
      const what = PARTS[name];
      if (what === undefined || at.told) return;
      at.told = true;
      found.push({ kind: what, line: at.line, column: at.column });
    },
    text: (text) => {
      if (!at.from || !/^\d+$/.test(text)) return;
      if (at.name === 'col') at.column = Number(text) + 1;
      if (at.name === 'row') at.line = Number(text) + 1;
    },
    close: (name) => {
      if (name === 'from') at.from = false;
      at.name = '';
    },
  });
  return found;
}

/** The notes on cells. */
function noted(bytes: Uint8Array): SheetObject[] {
  const found: SheetObject[] = [];
  readXml(bytes, {
    open: (name, { ref = '' }) => {
      if (name !== 'comment' && name !== 'threadedComment') return;
      const place = parseCellReference(ref);
      if (!found.some(({ line, column }) => line === place.line && column === place.column))
        found.push({ kind: 'メモ（コメント）', ...place });
    },
  });
  return found;
}

/** A path of an archive from where it is named: `../drawings/drawing1.xml` in `xl/worksheets/`. */
function pathOf(target: string, from: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1);
}

/** The file that says what a sheet is tied to. */
export function getRelationsPath(sheet: string): string {
  const at = sheet.lastIndexOf('/') + 1;
  return `${sheet.slice(0, at)}_rels/${sheet.slice(at)}.rels`;
}

/** What a sheet may be tied to that lies on it. */
const KINDS: Readonly<Record<string, (bytes: Uint8Array) => SheetObject[]>> = {
  drawing: drawn,
  comments: noted,
  threadedComment: noted,
  oleObject: () => [{ kind: '埋めこんだファイル', line: 1, column: 1 }],
  package: () => [{ kind: '埋めこんだファイル', line: 1, column: 1 }],
  control: () => [{ kind: 'ボタンなどの部品', line: 1, column: 1 }],
};

/**
 * What lies on a sheet besides its cells.
 * @param files the files of the workbook's archive by path
 * @param sheet the sheet's path in it
 */
export function readSheetObjects(files: ReadonlyMap<string, Uint8Array>, sheet: string): SheetObject[] {
  const found: SheetObject[] = [];
  const relations = files.get(getRelationsPath(sheet));
  if (!relations) return found;
  readXml(relations, {
    open: (name, { Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const read = KINDS[Type.split('/').at(-1) ?? ''];
      const bytes = files.get(pathOf(Target, sheet)) ?? new Uint8Array();
      for (const one of read?.(bytes) ?? [])
        if (!found.some((other) => addressOf(other) === addressOf(one))) found.push(one);
    },
  });
  return found;
}

const addressOf = ({ kind, line, column }: SheetObject) => `${formatColumnLetters(column)}${line} ${kind}`;

/** How a cell of a sheet is held: what `src/input/xlsx/open-workbook.ts` leaves out, because it reads what a cell shows. */
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
