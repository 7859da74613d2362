import { formatColumnLetters } from '../../problems/cell-address.ts';
import { parseCellReference } from './sheet.ts';
import { readXml } from './xml.ts';

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
