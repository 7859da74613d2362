import { type Attributes, expectOwnNames, readXml } from './workbook-parts.ts';

/** A part of a text that its style sets apart: struck out, or raised like the number of a note. */
export interface StyledPart {
  readonly style: 'struck' | 'raised';
  readonly part: string;
  /** The whole text. */
  readonly text: string;
}

/** What a raised number follows if it belongs to a unit (m³) or is a note by itself (注1). */
const NO_NUMBER_OF_NOTE = /(?:^|[A-Za-zＡ-Ｚａ-ｚ注※＊*(（])$/u;

/** Finds the first styled part of one text in the XML of its runs. */
export type StyledPartFinder = ReturnType<typeof createStyledPartFinder>;

/** Returns functions that take the tags and texts of one text, and one that returns its styled part at the end, or null. */
export function createStyledPartFinder() {
  let whole = '';
  let style: StyledPart['style'] | null = null;
  let found: Omit<StyledPart, 'text'> | null = null;
  let inText = false;
  let inReading = false;
  return {
    open: (name: string, { val }: Attributes) => {
      if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
      else if (name === 'r') style = null;
      else if (name === 'strike' && val !== '0' && val !== 'false') style = 'struck';
      else if (name === 'vertAlign' && val === 'superscript') style ??= 'raised';
    },
    add: (text: string) => {
      if (!inText || inReading) return;
      const part = text.trim();
      const isNote = /^[\d０-９]+[)）]?$/u.test(part) && !NO_NUMBER_OF_NOTE.test(whole.trim());
      if (style !== null && part !== '' && (style === 'struck' || isNote)) found ??= { style, part };
      whole += text;
    },
    close: (name: string) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'r') style = null;
    },
    end: (): StyledPart | null => found && { ...found, text: whole },
  };
}

/** Returns the styled parts of the shared texts of a workbook, by the text's number. */
export function readStyledTexts(bytes: Uint8Array | undefined): ReadonlyMap<number, StyledPart> {
  const parts = new Map<number, StyledPart>();
  const xml = new TextDecoder().decode(bytes);
  const hasStyle = /strike|superscript|<[^\s<>/]+:/.test(xml);
  // Most workbooks have no such text, and no vocabulary but their own. Parsing is slow.
  if (!bytes || (!hasStyle && !xml.includes('xmlns', xml.indexOf('>', xml.indexOf('<sst'))))) return parts;
  let finder = createStyledPartFinder();
  let index = 0;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name !== 'sst') expectOwnNames(name, attributes);
      if (name === 'si') finder = createStyledPartFinder();
      else finder.open(name, attributes);
    },
    text: (text) => {
      finder.add(text);
    },
    close: (name) => {
      if (name !== 'si') {
        finder.close(name);
        return;
      }
      const part = finder.end();
      if (part) parts.set(index, part);
      index++;
    },
  });
  return parts;
}
