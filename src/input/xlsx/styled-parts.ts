import { readXml } from './workbook-parts.ts';

/** A part of a text that its style sets apart: struck out, or raised like the number of a note. */
export interface StyledPart {
  readonly style: 'struck' | 'raised';
  readonly part: string;
  /** The whole text. */
  readonly text: string;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** What a raised number follows if it belongs to a unit (m³) or is a note by itself (注1). */
const NO_NUMBER_OF_NOTE = /(?:^|[A-Za-zＡ-Ｚａ-ｚ注※＊*(（])$/u;

/** Finds the first styled part of one text in the XML of its runs. */
export class StyledPartFinder {
  private text = '';
  private style: StyledPart['style'] | null = null;
  private found: Omit<StyledPart, 'text'> | null = null;
  private inText = false;
  private inReading = false;

  readonly open = (name: string, { val }: Attributes): void => {
    if (name === 't') this.inText = true;
    else if (name === 'rPh') this.inReading = true;
    else if (name === 'r') this.style = null;
    else if (name === 'strike' && val !== '0' && val !== 'false') this.style = 'struck';
    else if (name === 'vertAlign' && val === 'superscript') this.style ??= 'raised';
  };

  readonly add = (text: string): void => {
    if (!this.inText || this.inReading) return;
    const part = text.trim();
    const isNote = /^[\d０-９]+[)）]?$/u.test(part) && !NO_NUMBER_OF_NOTE.test(this.text.trim());
    if (this.style !== null && part !== '' && (this.style === 'struck' || isNote))
      this.found ??= { style: this.style, part };
    this.text += text;
  };

  readonly close = (name: string): void => {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inReading = false;
    else if (name === 'r') this.style = null;
  };

  /** Returns the styled part at the end of the text, or null. */
  end(): StyledPart | null {
    return this.found && { ...this.found, text: this.text };
  }
}

/** Returns the styled parts of the shared texts of a workbook, by the text's number. */
export function readStyledTexts(bytes: Uint8Array | undefined): ReadonlyMap<number, StyledPart> {
  const parts = new Map<number, StyledPart>();
  // Most workbooks have no such text, and parsing is slow.
  if (!bytes || !/strike|superscript/.test(new TextDecoder().decode(bytes))) return parts;
  let finder = new StyledPartFinder();
  let index = 0;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'si') finder = new StyledPartFinder();
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
