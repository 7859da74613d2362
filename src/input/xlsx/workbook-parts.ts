import { Parser } from 'saxen';
import { MAX_SHEETS } from '../../model/input-limits.ts';
import { type Archive, TooLargeError } from './zip-archive.ts';

/** The attributes of an element by name; without a prefix if it is that of a relation's id. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Handles the tags and texts of an XML file. Names come without the prefix of the file's own vocabulary. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const ENTITIES = new Map(Object.entries({ amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }));

/** Returns a text with its entities replaced. Those that a file declares are refused: the parser passes over them. */
const decodeEntities = (text: string) =>
  text.replace(/&(?:#(?:(\d+)|x([\dA-Fa-f]+))|(\w+));|&/g, (_, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ?? (hex && `0x${hex}`);
    const sign = code === undefined ? ENTITIES.get(name ?? '') : String.fromCodePoint(Number(code));
    if (sign === undefined) throw new Error(`an unknown entity: ${name}`);
    return sign;
  });

/** Parses an XML file in UTF-8 or UTF-16, or throws if it is none. */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  const parser = new Parser();
  let prefix: string | null = null;
  const removePrefix = (name: string) => {
    // The first element has the prefix of the file's own vocabulary.
    prefix ??= name.slice(0, name.indexOf(':') + 1);
    return name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  };
  parser.on('openTag', (name, getAttributes) => {
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(getAttributes()))
      attributes[key.replace(/^.*:(?=id$)/, '')] = decodeEntities(value);
    open(removePrefix(name), attributes);
  });
  if (text) {
    parser.on('text', (encoded) => {
      text(decodeEntities(encoded));
    });
    parser.on('cdata', text);
  }
  if (close)
    parser.on('closeTag', (name) => {
      close(removePrefix(name));
    });
  // The parser throws for errors, but leaves out an attribute that it only warns of.
  parser.on('warn', (warning) => {
    throw warning;
  });
  // UTF-16 begins with a byte order mark (XML 1.0, 4.3.3).
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  parser.parse(new TextDecoder(encoding, { fatal: true }).decode(bytes));
}

/** Throws for an element or an attribute of another vocabulary: spreadsheets may pass over it. */
export function expectOwnNames(name: string, attributes: Attributes): void {
  if (name.includes(':') || Object.keys(attributes).some((key) => /^xmlns|:[rst]$/.test(key)))
    throw new Error(`an element of another vocabulary: ${name}`);
}

/** A sheet of a workbook, with the path of its file in the archive. */
export type WorkbookSheet = Readonly<{ name: string; hidden: boolean; path: string }>;

/** Lists the relations of a part of the archive, or of all (''): their ids, last words of their types, paths. */
export function listRelations(archive: Archive, part: string) {
  const relations: { readonly id: string; readonly kind: string; readonly path: string }[] = [];
  const at = part.lastIndexOf('/') + 1;
  const bytes = archive.get(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`)?.();
  if (!bytes) return relations;
  readXml(bytes, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship') return;
      const isLink = TargetMode === 'External';
      // Programs differ in which part they read for such a path.
      if (!isLink && /(?:^|\/)\.\//.test(Target)) throw new Error(`a path that is not plain: ${Target}`);
      // A target such as `../drawings/drawing1.xml` is relative to the part. A link leads out of the archive.
      const path = isLink ? '' : (URL.parse(Target, `file:///${part}`)?.pathname.slice(1) ?? '');
      relations.push({ id: Id, kind: Type.split('/').at(-1) ?? '', path });
    },
  });
  return relations;
}

/** Reads the sheets of a workbook in their order, whether it counts days from 1904, and the paths of its parts. */
export function readWorkbookInfo(archive: Archive) {
  // Spreadsheets open the workbook that the archive names. Some programs name it xl/workbook2.xml.
  const named = listRelations(archive, '').filter(({ kind }) => kind === 'officeDocument');
  const workbook = named[0]?.path ?? 'xl/workbook.xml';
  if (named.length > 1) throw new Error('two workbooks');
  const relations = listRelations(archive, workbook);
  const findPath = (wanted: string) => relations.findLast(({ kind }) => kind === wanted)?.path ?? `xl/${wanted}.xml`;
  const targets = new Map(relations.flatMap(({ id, kind, path }) => (kind === 'worksheet' ? [[id, path]] : [])));
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  readXml(archive.get(workbook)?.() ?? new Uint8Array(), {
    open: (tag, { name = '', state = 'visible', id = '', date1904 }) => {
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const path = targets.get(id);
      if (tag === 'sheet' && path !== undefined) sheets.push({ name, hidden: state !== 'visible', path });
    },
  });
  if (sheets.length > MAX_SHEETS) throw new TooLargeError();
  if (new Set(sheets.map(({ name }) => name)).size < sheets.length) throw new Error('two sheets of one name');
  return { sheets, from1904, styles: findPath('styles'), strings: findPath('sharedStrings') };
}
