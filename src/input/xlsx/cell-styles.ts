import { memoizeByValue } from '../../model/collections.ts';
import { MAX_CELL_FORMATS, MAX_FONT_PARTS } from '../../model/input-limits.ts';
import { changesTexts, parseCellFormat, type CellFormat } from './number-format.ts';
import { type Attributes, readXml, expectOwnNames, type XmlHandlers } from './workbook-parts.ts';
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
  ['h:mm', 18, 20, 32],
  ['h:mm:ss', 19, 21, 33],
  ['[h]:mm:ss', 45, 46, 47],
  ['yyyy/m/d h:mm', 22],
  ['ggge"年"m"月"d"日"', 27, 28, 29, 31, 36, 50, 51, 54, 57, 58],
];

/** The colours of a theme, by their numbers, as Excel's palette names them. */
const THEME_COLOURS = [
  '背景1',
  'テキスト1',
  '背景2',
  'テキスト2',
  ...[1, 2, 3, 4, 5, 6].map((at) => `アクセント${at}`),
];

const BLACK = /^(?:テキスト1(?: 白\+5%)?|#000000|番号(?:8|64))$/u;
const WHITE = /^(?:背景1|#FFFFFF|番号(?:9|65))$/iu;

/** Returns the name of a colour, such as アクセント5 白+80%; the same for all that are black, or white. */
function nameColour({ rgb, theme, indexed, tint = '' }: Attributes): string {
  const named = theme && (THEME_COLOURS[Number(theme)] ?? `テーマ${Number(theme)}`);
  const percent = Math.round(Number(tint) * 100);
  const shade = percent === 0 ? '' : ` ${percent > 0 ? '白' : '黒'}+${Math.abs(percent)}%`;
  const colour = `${named ?? (rgb ? `#${rgb.slice(-6)}` : indexed ? `番号${Number(indexed)}` : '')}${shade}`;
  return BLACK.test(colour) ? '黒' : WHITE.test(colour) ? '白' : colour;
}

/** A font or a fill: its colour, and what is not plain in words. */
interface Paint {
  readonly colour: string;
  readonly words: readonly string[];
}

const PLAIN_FONT: Paint = { colour: '黒', words: [] };
const PLAIN_FILL: Paint = { colour: '白', words: [] };

/** The label of a line through a text. */
export const STRUCK = '取り消し線';

/** Labels of emphases, by the element of a font. */
const EMPHASES: ReadonlyMap<string, string> = new Map([
  ['b', '太字'],
  ['i', '斜体'],
  ['u', '下線'],
  ['strike', STRUCK],
]);

/** How the cells of one style display their values. */
export interface CellStyle {
  readonly format: CellFormat;
  /** True if texts are displayed differently. */
  readonly changesTexts: boolean;
  /** Its colours and emphases in words. Two cells with the same words look the same. */
  readonly appearance: string;
  /** True if its texts have the colour of their background. A conditional format or the style of a table may differ. */
  readonly isUnseen: boolean;
}

/** Returns the styles of a workbook, by their numbers. */
export function readCellStyles(bytes: Uint8Array | undefined): readonly CellStyle[] {
  if (!bytes) return [];
  const codes = new Map<number, string>(BUILT_IN.flatMap(([code, ...ids]) => ids.map((id) => [id, code] as const)));
  const fonts: Paint[] = [];
  const fills: Paint[] = [];
  const styles: CellStyle[] = [];
  const parse = memoizeByValue((code: string) => ({ format: parseCellFormat(code), changesTexts: changesTexts(code) }));
  let section = '';
  let colour = '';
  let words: string[] = [];
  let isPainted = false;

  const openFont: XmlHandlers['open'] = (name, attributes) => {
    if (name === 'color') {
      colour = nameColour(attributes) || PLAIN_FONT.colour;
      if (colour !== PLAIN_FONT.colour) words.push(`文字の色 ${colour}`);
    }
    const emphasis = EMPHASES.get(name);
    if (emphasis !== undefined && !/^(?:0|false|none)$/.test(attributes.val ?? '')) words.push(emphasis);
  };

  const openFill: XmlHandlers['open'] = (name, attributes) => {
    const { patternType = 'none' } = attributes;
    if (name === 'patternFill') isPainted = patternType !== 'none' && patternType !== 'gray125';
    // On a gradient or a pattern, readers see a text of one of its colours.
    const isPattern = name === 'patternFill' && isPainted && patternType !== 'solid';
    if (name === 'gradientFill' || isPattern) colour = '模様';
    if (name !== 'fgColor' || !isPainted) return;
    const painted = nameColour(attributes) || PLAIN_FILL.colour;
    if (painted !== PLAIN_FILL.colour) words.push(`背景の色 ${painted}`);
    colour ||= painted;
  };

  const openCellFormat: XmlHandlers['open'] = (name, { numFmtId = '0', fontId = '0', fillId = '0' }) => {
    if (name !== 'xf') return;
    const [fill, font] = [fills[Number(fillId)] ?? PLAIN_FILL, fonts[Number(fontId)] ?? PLAIN_FONT];
    const appearance = [...fill.words, ...font.words].join('、');
    const isUnseen = fill.colour === font.colour;
    styles.push({ ...parse(codes.get(Number(numFmtId)) ?? 'General'), appearance, isUnseen });
  };

  const sections = new Map([
    ['fonts', openFont],
    ['fills', openFill],
    ['cellXfs', openCellFormat],
  ]);
  readXml(bytes, {
    open: (name, attributes) => {
      if (sections.has(name)) section = name;
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId ?? '0'), attributes.formatCode ?? '');
      sections.get(section)?.(name, attributes);
      if (Math.max(styles.length, codes.size) > MAX_CELL_FORMATS || words.length > MAX_FONT_PARTS)
        throw new TooLargeError();
    },
    close: (name) => {
      if (name === section) section = '';
      if ((name !== 'font' || section !== 'fonts') && (name !== 'fill' || section !== 'fills')) return;
      const [list, plain] = name === 'font' ? [fonts, PLAIN_FONT] : [fills, PLAIN_FILL];
      list.push({ colour: colour || plain.colour, words });
      [colour, words] = ['', []];
    },
  });
  return styles;
}

export interface CellText {
  readonly text: string;
  /** The first part that is struck out, or raised like the number of a footnote; null if there is none. */
  readonly styled: { readonly style: 'struck' | 'raised'; readonly part: string } | null;
}

/** A text after which a raised number is not the number of a footnote, but part of a unit (m³) or of a word (注1). */
const NO_FOOTNOTE_NUMBER = /(?:^|[A-Za-zＡ-Ｚａ-ｚ注※＊*(（])$/u;

/** A character that XML forbids, as Excel writes it (ECMA-376 part 1, 22.9.2.19). */
const ESCAPED_CHARACTER = /_x([\da-f]{4})_/gi;

/** Returns a reader that takes the tags and texts of one text after another. */
export function createTextReader() {
  let element = 't';
  let whole = '';
  let part = '';
  let style: 'struck' | 'raised' | null = null;
  let styled: CellText['styled'] = null;
  let state: 'ahead' | 'open' | 'read' = 'ahead';
  let inReading = false;
  return {
    /** Begins a text that is between these tags; in a text with several styles, between those of each run. */
    start: (name: 't' | 'v') => {
      element = name;
      whole = '';
      style = null;
      styled = null;
      state = 'ahead';
      inReading = false;
    },
    open: (name: string, { val }: Attributes) => {
      if (state === 'open') throw new Error('an element inside a text');
      if (name === element && !inReading) {
        if (state === 'read') throw new Error('a second text');
        state = 'open';
        part = '';
      } else if (name === 'rPh') inReading = true;
      else if (name === 'r') {
        style = null;
        state = 'ahead';
      } else if (name === 'strike' && val !== '0' && val !== 'false') style = 'struck';
      else if (name === 'vertAlign' && val === 'superscript') style ??= 'raised';
    },
    add: (text: string) => {
      if (state === 'open') part += text;
    },
    close: (name: string) => {
      if (name === 'rPh') inReading = false;
      if (name !== element || state !== 'open') return;
      state = 'read';
      const words = part.trim();
      const isFootnote = /^[\d０-９]+[)）]?$/u.test(words) && !NO_FOOTNOTE_NUMBER.test(whole.trim());
      if (style !== null && words !== '' && (style === 'struck' || isFootnote)) styled ??= { style, part: words };
      whole += part;
    },
    end: (): CellText => ({
      text: whole.replace(ESCAPED_CHARACTER, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
      styled,
    }),
  };
}

/** Returns the texts that the cells of all sheets share, by their numbers. */
export function readSharedTexts(bytes: Uint8Array | undefined): readonly CellText[] {
  const texts: CellText[] = [];
  if (!bytes) return texts;
  const reader = createTextReader();
  readXml(bytes, {
    open: (name, attributes) => {
      if (name !== 'sst') expectOwnNames(name, attributes);
      if (name === 'si') reader.start('t');
      else reader.open(name, attributes);
    },
    text: reader.add,
    close: (name) => {
      if (name === 'si') texts.push(reader.end());
      else reader.close(name);
    },
  });
  return texts;
}
