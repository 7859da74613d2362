import { parseCellReference } from './sheet-reader.ts';
import { getRelationsPath, listRelations, readWorkbookInfo, readXml, type WorkbookSheet } from './workbook-parts.ts';
import { unpackArchive } from './zip-archive.ts';

/** An object on a sheet that is not a cell: a picture, a chart, a shape, a note. */
export interface SheetObject {
  readonly kind: string;
  readonly line: number;
  readonly column: number;
}

/** The paths of notes on cells in an archive. */
const NOTE_PATH = /^xl\/(?:comments|threaded)/;

/** Lists the sheets of an Excel file that `openWorkbook` can open, with their objects. */
export function surveyWorkbook(bytes: Uint8Array): (WorkbookSheet & { readonly objects: readonly SheetObject[] })[] {
  const { sheets } = readWorkbookInfo(bytes);
  const paths = new Set(sheets.map(({ path }) => getRelationsPath(path)));
  const files = unpackArchive(
    bytes,
    (path) => paths.has(path) || path.startsWith('xl/drawings') || NOTE_PATH.test(path),
  );
  return sheets.map((sheet) => ({ ...sheet, objects: readSheetObjects(files, sheet.path) }));
}

/** Lists the notes on the cells of the sheet at this path. A note with answers is in two files. */
export function listCellNotes(bytes: Uint8Array, sheet: string): SheetObject[] {
  const files = unpackArchive(bytes, (path) => path === getRelationsPath(sheet) || NOTE_PATH.test(path));
  const parts = listRelations(files, sheet).flatMap(({ path }) => files.get(path) ?? []);
  return [...new Map(parts.flatMap(readNotes).map((note) => [`${note.line} ${note.column}`, note])).values()];
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
