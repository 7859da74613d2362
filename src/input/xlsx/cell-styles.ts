import { MAX_CELL_FORMATS } from '../../model/input-limits.ts';
import { parseCellFormat, type CellFormat } from './number-format.ts';
import { readXml } from './workbook-parts.ts';
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

type Attributes = Readonly<Record<string, string | undefined>>;

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

/** Collects the fonts, fills and styles of a stylesheet. */
class AppearanceCollector {
  readonly fonts: string[] = [];
  readonly fills: string[] = [];
  readonly styles: { readonly font: number; readonly fill: number }[] = [];
  private section = '';
  private parts: string[] = [];
  private solid = false;

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'fonts' || name === 'fills' || name === 'cellXfs') this.section = name;
    const { fontId = '0', fillId = '0', patternType } = attributes;
    if (this.section === 'cellXfs' && name === 'xf') this.styles.push({ font: Number(fontId), fill: Number(fillId) });
    if (this.section === 'fonts' && name === 'color') this.parts.push(`文字の色 ${describeColour(attributes)}`);
    const emphasis = this.section === 'fonts' ? EMPHASES.get(name) : undefined;
    if (emphasis !== undefined && isOn(attributes)) this.parts.push(emphasis);
    if (this.section === 'fills' && name === 'patternFill')
      this.solid = patternType !== undefined && patternType !== 'none' && patternType !== 'gray125';
    if (this.section === 'fills' && name === 'fgColor' && this.solid)
      this.parts.push(`背景の色 ${describeColour(attributes)}`);
  };

  readonly close = (name: string): void => {
    if (name === this.section) this.section = '';
    if ((name !== 'font' || this.section !== 'fonts') && (name !== 'fill' || this.section !== 'fills')) return;
    (name === 'font' ? this.fonts : this.fills).push(this.parts.join('、'));
    this.parts = [];
    this.solid = false;
  };
}

/**
 * Returns the appearance of each style of a workbook, by the style's number: its colours and emphases in words. Two
 * cells with the same words look the same.
 */
export function readStyleAppearances(bytes: Uint8Array | undefined): readonly string[] {
  if (!bytes) return [];
  const { open, close, styles, fonts, fills } = new AppearanceCollector();
  readXml(bytes, { open, close });
  return styles.map(({ font, fill }) => [fills[fill], fonts[font]].filter(Boolean).join('、'));
}
