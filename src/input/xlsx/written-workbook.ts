import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Cell } from 'write-excel-file/node';
import { zipFiles } from './zip-archive.ts';

/*
 * What the library that writes workbooks leaves out or gets wrong. It looks texts up in a plain object, so that it takes
 * a text such as `constructor` or `__proto__` for one that it knows; and it writes no default style, of which other
 * programs warn.
 */

/** A character of no text, before a text that the library would get wrong. */
const MARK = '\u{10fffd}';

/** Returns a text as the library can take it; `finishWorkbook` restores it. */
const protectText = (text: string): string => (text in {} ? `${MARK}${text}` : text);

const DEFAULT_STYLE = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
const STYLE_NAMES = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

const repairs: Readonly<Record<string, (xml: string) => string>> = {
  'xl/sharedStrings.xml': (xml) => xml.replaceAll(`>${MARK}`, '>'),
  'xl/styles.xml': (xml) =>
    xml.replace('<cellXfs', `${DEFAULT_STYLE}<cellXfs`).replace('</cellXfs>', `</cellXfs>${STYLE_NAMES}`),
};

/** Repairs the parts of a workbook that the library wrote, and packs it with a fixed time. */
export function finishWorkbook(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    const repair = repairs[path];
    return [path, repair ? strToU8(repair(strFromU8(part))) : part] as const;
  });
  return zipFiles(Object.fromEntries(files));
}

/** Returns a cell with its type, so that no program reads a code as a number or a text as a formula. */
export function createCell(value: string | number | boolean | null): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: protectText(value), type: String };
}
