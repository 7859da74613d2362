import { Parser } from 'saxen';
import { unpackArchive } from './zip-archive.ts';

/** Handles the tags and texts of an XML file. Names come without their prefix. */
interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string | undefined>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const removePrefix = (name: string) => name.slice(name.indexOf(':') + 1);

/** Parses an XML file, or throws if it is none. Entities that it declares are never expanded. */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  const parser = new Parser();
  parser.on('openTag', (name, getAttributes, decode) => {
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(getAttributes())) attributes[removePrefix(key)] = decode(value);
    open(removePrefix(name), attributes);
  });
  if (text) {
    parser.on('text', (encoded, decode) => {
      text(decode(encoded));
    });
    parser.on('cdata', text);
  }
  if (close)
    parser.on('closeTag', (name) => {
      close(removePrefix(name));
    });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(new TextDecoder().decode(bytes));
}

/** What may divide a text: a comment, an instruction, or a CDATA section, which is text itself. */
const TEXT_BREAKS = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g;

/** A value or a text with an element inside, or a second one behind it: the library would keep only the last part. */
const SPLIT_TEXT = /<(?:\w+:)?([vt])(?:\s[^<>]*)?(?<!\/)>[^<]*<(?!\/)|<\/(?:\w+:)?([vt])\s*>\s*<(?:\w+:)?\2[\s>]/;

const escapeXml = (_part: string, text = '') => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Returns an XML file with each text in one part, or throws if it has another element inside a text. */
export function joinTextParts(bytes: Uint8Array): Uint8Array {
  const joined = new TextDecoder().decode(bytes).replace(TEXT_BREAKS, escapeXml);
  if (SPLIT_TEXT.test(joined)) throw new Error('an element inside a text');
  return new TextEncoder().encode(joined);
}

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Its file in the archive. */
  readonly path: string;
}

/** The sheets of a workbook, and the paths of its parts. */
export interface WorkbookInfo {
  /** The sheets with cells, in their order. */
  readonly sheets: readonly WorkbookSheet[];
  /** True if days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  readonly styles: string;
  readonly strings: string;
}

export const WORKBOOK_PATH = 'xl/workbook.xml';
export const RELATIONS_PATH = 'xl/_rels/workbook.xml.rels';

const resolveTarget = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** Reads the sheets of a workbook, and the paths of its parts. */
export function readWorkbookInfo(bytes: Uint8Array): WorkbookInfo {
  const files = unpackArchive(bytes, (path) => path === WORKBOOK_PATH || path === RELATIONS_PATH);
  const targets = new Map<string, string>();
  const paths = { styles: 'xl/styles.xml', sharedStrings: 'xl/sharedStrings.xml' };
  readXml(files.get(RELATIONS_PATH) ?? new Uint8Array(), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const kind = Type.split('/').at(-1) ?? '';
      if (kind === 'worksheet') targets.set(Id, resolveTarget(Target));
      if (kind === 'styles' || kind === 'sharedStrings') paths[kind] = resolveTarget(Target);
    },
  });
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  readXml(files.get(WORKBOOK_PATH) ?? new Uint8Array(), {
    open: (tag, { name = '', state = 'visible', id = '', date1904 }) => {
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const path = targets.get(id);
      if (tag === 'sheet' && path !== undefined) sheets.push({ name, hidden: state !== 'visible', path });
    },
  });
  return { sheets, from1904, styles: paths.styles, strings: paths.sharedStrings };
}
