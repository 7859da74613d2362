import type { InputPosition } from '../input-rows.ts';
import { parseCellReference } from './sheet-reader.ts';
import { listRelations, readXml } from './workbook-parts.ts';
import type { Archive } from './zip-archive.ts';

/** An object on a sheet that is not a cell: a picture, a chart, a shape, a comment. */
export type SheetObject = InputPosition & Readonly<{ kind: string }>;

export const CELL_COMMENT = 'メモ（コメント）';

/** The objects to which a sheet is related, by the type of the relation: their kind, or a reader of their file. */
const OBJECT_TYPES = new Map<string, string | ((bytes: Uint8Array) => SheetObject[])>([
  ['drawing', readDrawing],
  ['comments', readComments],
  ['threadedComment', readComments],
  ['oleObject', '埋め込んだファイル'],
  ['package', '埋め込んだファイル'],
  ['control', 'ボタンなどの部品'],
]);

/** Lists the objects on the sheet at this path of the workbook's archive. A comment with answers is in two files. */
export function readSheetObjects(archive: Archive, sheet: string): SheetObject[] {
  const found = listRelations(archive, sheet).flatMap(({ kind, path }) => {
    const type = OBJECT_TYPES.get(kind) ?? (() => []);
    if (typeof type === 'string') return [{ kind: type, line: 1, column: 1 }];
    const unpack = archive.get(path);
    return unpack ? type(unpack()) : [];
  });
  return [...new Map(found.map((one) => [`${one.line} ${one.column} ${one.kind}`, one])).values()];
}

/** Labels of the objects in a drawing. */
const DRAWN_OBJECTS: ReadonlyMap<string, string> = new Map([
  ['pic', '画像'],
  ['graphicFrame', 'グラフ'],
  ['sp', '図形'],
  ['cxnSp', '線'],
]);

/** Lists the objects of a drawing, one for each anchor, with the cell where it begins. */
function readDrawing(bytes: Uint8Array): SheetObject[] {
  const objects: SheetObject[] = [];
  const anchor = { line: 1, column: 1, inFrom: false, tag: '', hasObject: false };
  readXml(bytes, {
    open: (name) => {
      if (name.endsWith('Anchor')) Object.assign(anchor, { line: 1, column: 1, hasObject: false });
      if (name === 'from') anchor.inFrom = true;
      anchor.tag = name;
      const kind = DRAWN_OBJECTS.get(name);
      if (kind === undefined || anchor.hasObject) return;
      anchor.hasObject = true;
      objects.push({ kind, line: anchor.line, column: anchor.column });
    },
    text: (text) => {
      if (!anchor.inFrom || !/^\d{1,7}$/.test(text)) return;
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

function readComments(bytes: Uint8Array): SheetObject[] {
  const comments: SheetObject[] = [];
  readXml(bytes, {
    open: (name, { ref = '' }) => {
      if (name === 'comment' || name === 'threadedComment')
        comments.push({ kind: CELL_COMMENT, ...parseCellReference(/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(ref) ? ref : 'A1') });
    },
  });
  return comments;
}
