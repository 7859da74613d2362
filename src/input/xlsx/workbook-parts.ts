import { Parser } from 'saxen';

/** What is done with the parts of an XML file. Names come without their prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string | undefined>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Shows the parts of an XML file one after another; throws where it is none. Entities of its own are never read. */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  const parser = new Parser();
  parser.on('openTag', (name, given, decode) => {
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(given())) attributes[local(key)] = decode(value);
    open(local(name), attributes);
  });
  if (text) {
    parser.on('text', (found, decode) => {
      text(decode(found));
    });
    parser.on('cdata', text);
  }
  if (close)
    parser.on('closeTag', (name) => {
      close(local(name));
    });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(new TextDecoder().decode(bytes));
}

/** A sheet of a workbook. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Its file in the archive. */
  readonly path: string;
}

/** What a workbook says of itself. */
export interface WorkbookInfo {
  /** The sheets with cells, in their order. */
  readonly sheets: readonly SheetEntry[];
  /** True where days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  readonly styles: string;
  readonly strings: string;
}

export const WORKBOOK_PATH = 'xl/workbook.xml';
export const RELATIONS_PATH = 'xl/_rels/workbook.xml.rels';

const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** Reads which sheets a workbook has, and where its parts are. */
export function readWorkbookInfo(files: ReadonlyMap<string, Uint8Array>): WorkbookInfo {
  const targets = new Map<string, string>();
  const paths = { styles: 'xl/styles.xml', sharedStrings: 'xl/sharedStrings.xml' };
  readXml(files.get(RELATIONS_PATH) ?? new Uint8Array(), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const kind = Type.split('/').at(-1) ?? '';
      if (kind === 'worksheet') targets.set(Id, pathOf(Target));
      if (kind === 'styles' || kind === 'sharedStrings') paths[kind] = pathOf(Target);
    },
  });
  const sheets: SheetEntry[] = [];
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
