import { MAX_CELL_FORMATS } from '../../model/input-limits.ts';
import { parseCellFormat, type CellFormat } from './number-format.ts';
import { type Attributes, readXml } from './workbook-parts.ts';
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
