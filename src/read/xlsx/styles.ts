import { parseCellFormat, type CellFormat } from './format.ts';
import { readXml } from './xml.ts';

/** Formats that have a number and no code of their own, as the Japanese Excel shows them. */
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

/** The format of each style of a workbook, by the style's number. */
export function readStyleFormats(bytes: Uint8Array | undefined): readonly CellFormat[] {
  if (!bytes) return [];
  const codes = new Map<number, string>(
    BUILT_IN.flatMap(([code, ...ids]) => ids.map((id) => [id, code] as const)),
  );
  const formats: CellFormat[] = [];
  let cells = false;
  readXml(bytes, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'cellXfs') cells = true;
      else if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (name === 'xf' && cells) formats.push(parseCellFormat(codes.get(Number(numFmtId)) ?? ''));
    },
    close: (name) => {
      if (name === 'cellXfs') cells = false;
    },
  });
  return formats;
}
