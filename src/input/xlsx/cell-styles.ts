import { MAX_CELL_FORMATS } from '../../model/input-limits.ts';
import { parseCellFormat, type CellFormat } from './number-format.ts';
import { type Attributes, readXml, expectOwnNames } from './workbook-parts.ts';
import { TooLargeError } from './zip-archive.ts';

/** Codes of the built-in formats, as the Japanese Excel displays them. */
const BUILT_IN: readonly (readonly [code: string, ...ids: readonly number[]])[] = [
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3, 37, 38, 41],
  ['#,##0.00', 4, 39, 40, 43],
  ['"¥"#,##0', 5, 6, 42],
  ['"¥"#,##0.00', 7, 8, 44],
  ['0%', 9],
  ['0.00%', 10],
  ['0.00E+00', 11, 48],
  ['# ?/?', 12, 13],
  ['yyyy/m/d', 14, 15, 30],
  ['m/d', 16, 35, 53, 56],
  ['yyyy/m', 17, 34, 52, 55],
  ['h:mm:ss', 18, 19, 20, 21, 32, 33, 45, 46, 47],
  ['yyyy/m/d h:mm', 22],
  ['ggge"年"m"月"d"日"', 27, 28, 29, 31, 36, 50, 51, 54, 57, 58],
];

/** Returns the format of each style of a workbook, by the style's number. */
export function readStyleFormats(bytes: Uint8Array | undefined): readonly CellFormat[] {
  if (!bytes) return [];
  const codes = new Map<number, string>(BUILT_IN.flatMap(([code, ...ids]) => ids.map((id) => [id, code] as const)));
  const formats: CellFormat[] = [];
  let inCellFormats = false;
  readXml(bytes, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (name === 'xf' && inCellFormats) formats.push(parseCellFormat(codes.get(Number(numFmtId)) ?? ''));
      if (Math.max(formats.length, codes.size) > MAX_CELL_FORMATS) throw new TooLargeError();
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}

const describeColour = ({ rgb, theme, indexed, tint }: Attributes): string =>
  [rgb, theme && `theme${theme}`, indexed && `indexed${indexed}`, tint].filter(Boolean).join(' ');

/** Labels of emphases, by the element of a font. */
const EMPHASES: ReadonlyMap<string, string> = new Map([
  ['b', '太字'],
  ['i', '斜体'],
  ['u', '下線'],
  ['strike', '取り消し線'],
]);

const isOn = ({ val }: Attributes) => val !== '0' && val !== 'false' && val !== 'none';

/**
 * Returns the appearance of each style of a workbook, by the style's number: its colours and emphases in words. Two
 * cells with the same words look the same.
 */
export function readStyleAppearances(bytes: Uint8Array | undefined): readonly string[] {
  if (!bytes) return [];
  const fonts: string[] = [];
  const fills: string[] = [];
  const styles: { readonly font: number; readonly fill: number }[] = [];
  let section = '';
  let parts: string[] = [];
  let isSolid = false;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'fonts' || name === 'fills' || name === 'cellXfs') section = name;
      const { fontId = '0', fillId = '0', patternType } = attributes;
      if (section === 'cellXfs' && name === 'xf') styles.push({ font: Number(fontId), fill: Number(fillId) });
      if (section === 'fonts' && name === 'color') parts.push(`文字の色 ${describeColour(attributes)}`);
      const emphasis = section === 'fonts' ? EMPHASES.get(name) : undefined;
      if (emphasis !== undefined && isOn(attributes)) parts.push(emphasis);
      if (section === 'fills' && name === 'patternFill')
        isSolid = patternType !== undefined && patternType !== 'none' && patternType !== 'gray125';
      if (section === 'fills' && name === 'fgColor' && isSolid) parts.push(`背景の色 ${describeColour(attributes)}`);
    },
    close: (name) => {
      if (name === section) section = '';
      if ((name !== 'font' || section !== 'fonts') && (name !== 'fill' || section !== 'fills')) return;
      (name === 'font' ? fonts : fills).push(parts.join('、'));
      parts = [];
      isSolid = false;
    },
  });
  return styles.map(({ font, fill }) => [fills[fill], fonts[font]].filter(Boolean).join('、'));
}

/** A part of a text that its style sets apart: struck out, or raised like the number of a note. */
export interface StyledPart {
  readonly style: 'struck' | 'raised';
  readonly part: string;
  /** The whole text. */
  readonly text: string;
}

/** A text after which a raised number is not the number of a note, but part of a unit (m³) or of a word (注1). */
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
