import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipFiles } from '../published-file.ts';

/*
 * What the library that writes workbooks leaves out or gets wrong. It looks texts up in a plain object, so that it takes
 * a text such as `constructor` or `__proto__` for one that it knows; and it writes no default style, of which other
 * programs warn.
 */

/** A character of no text, before a text that the library would get wrong. */
const MARK = '\u{10fffd}';

/** Returns a text as the library can take it; `finishWorkbook` restores it. */
export const protectText = (text: string): string => (text in {} ? `${MARK}${text}` : text);

const DEFAULT_STYLE = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
const STYLE_NAMES = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

const repairs: Readonly<Record<string, (xml: string) => string>> = {
  'xl/sharedStrings.xml': (xml) => xml.replaceAll(`>${MARK}`, '>'),
  'xl/styles.xml': (xml) =>
    xml.replace('<cellXfs', `${DEFAULT_STYLE}<cellXfs`).replace('</cellXfs>', `</cellXfs>${STYLE_NAMES}`),
};

/** Repairs the parts of a workbook, and packs it with a fixed time. */
export function finishWorkbook(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    const repair = repairs[path];
    return [path, repair ? strToU8(repair(strFromU8(part))) : part] as const;
  });
  return zipFiles(Object.fromEntries(files));
}
