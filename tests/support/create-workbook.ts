import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formatCellReference } from '../../src/diagnostics/diagnostic.ts';

/** A cell as Excel saves it: a text, number or boolean, or a value with a number format, a formula or an error. */
export type WorkbookCell = string | number | boolean | null | FormattedCell | Formula | Mistake | Runs;

interface Runs {
  /** The runs of a text: texts alone, or with the XML of their properties. */
  readonly runs: readonly (string | readonly [properties: string, text: string])[];
  /** True for a text in the sheet itself, as few programs write it. */
  readonly inline?: boolean;
}

interface FormattedCell {
  /** A number, or a text. */
  readonly number: number | string;
  /** The code of the number format. */
  readonly format: string;
}

interface Formula {
  readonly formula: string;
  /** The saved result; null if the program that wrote the file did not compute it. */
  readonly result: number | null;
}

interface Mistake {
  readonly mistake: string;
}

/** A sheet of a workbook that a test creates. */
export interface WorkbookSheet {
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly name?: string;
  readonly hidden?: boolean;
  /** Numbers of rows and columns, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Ranges such as A1:C1. */
  readonly merged?: readonly string[];
  readonly hidesZeros?: boolean;
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const encodeXml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Returns the earliest time of a ZIP archive. It is a local time, so its moment depends on the time zone. */
export const getEarliestZipTime = () => new Date(1980, 0, 1);

/** Numbers different texts, for shared strings and styles. */
class TextNumbers {
  readonly all: string[] = [];

  of(text: string): number {
    const index = this.all.indexOf(text);
    return index >= 0 ? index : this.all.push(text) - 1;
  }
}

const textXml = (text: string) => `<t xml:space="preserve">${escapeXml(text)}</t>`;

function cellXml(cell: WorkbookCell, reference: string, strings: TextNumbers, formats: TextNumbers): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${strings.of(textXml(cell))}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if ('format' in cell) {
    const type = typeof cell.number === 'string' ? ' t="str"' : '';
    return `<c r="${reference}" s="${formats.of(cell.format) + 1}"${type}><v>${cell.number}</v></c>`;
  }
  if ('runs' in cell) {
    const runs = cell.runs
      .map((run) => (typeof run === 'string' ? ['', run] : run))
      .map(([style, text = '']) => `<r><rPr>${style}</rPr>${textXml(text)}</r>`)
      .join('');
    if (cell.inline) return `<c r="${reference}" t="inlineStr"><is>${runs}</is></c>`;
    return `<c r="${reference}" t="s"><v>${strings.of(runs)}</v></c>`;
  }
  if ('mistake' in cell) return `<c r="${reference}" t="e"><v>${cell.mistake}</v></c>`;
  const result = cell.result === null ? '' : `<v>${cell.result}</v>`;
  return `<c r="${reference}"><f>${escapeXml(cell.formula)}</f>${result}</c>`;
}

function sheetXml(sheet: WorkbookSheet, strings: TextNumbers, formats: TextNumbers): string {
  const { rows, hiddenRows = [], hiddenColumns = [], merged = [] } = sheet;
  const cols = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="0" hidden="1"/>`).join('');
  const body = rows
    .map((row, index) => {
      const line = index + 1;
      const cells = row.map((cell, at) => cellXml(cell, formatCellReference(line, at + 1), strings, formats)).join('');
      return `<row r="${line}"${hiddenRows.includes(line) ? ' hidden="1"' : ''}>${cells}</row>`;
    })
    .join('');
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return [
    `<worksheet xmlns="${MAIN}">`,
    sheet.hidesZeros && '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>',
    cols && `<cols>${cols}</cols>`,
    `<sheetData>${body}</sheetData>`,
    merges && `<mergeCells count="${merged.length}">${merges}</mergeCells>`,
    '</worksheet>',
  ]
    .filter((part) => typeof part === 'string')
    .join('');
}

function stylesXml(formats: TextNumbers): string {
  const codes = formats.all.map((code, at) => `<numFmt numFmtId="${176 + at}" formatCode="${escapeXml(code)}"/>`);
  const styles = formats.all.map((_, at) => `<xf numFmtId="${176 + at}" xfId="0" applyNumberFormat="1"/>`);
  return [
    `<styleSheet xmlns="${MAIN}">`,
    `<numFmts count="${codes.length}">${codes.join('')}</numFmts>`,
    '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length + 1}"><xf numFmtId="0" xfId="0"/>${styles.join('')}</cellXfs>`,
    '</styleSheet>',
  ].join('');
}

/** Returns the bytes of an .xlsx file with these sheets, in the structure that Excel writes. */
export function createWorkbook(sheets: readonly WorkbookSheet[], from1904 = false): Uint8Array {
  const [strings, formats] = [new TextNumbers(), new TextNumbers()];
  const files: Record<string, Uint8Array> = {};
  const nameOf = ({ name }: WorkbookSheet, at: number) => name ?? `Sheet${at + 1}`;
  for (const [at, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = encodeXml(sheetXml(sheet, strings, formats));
  const entries = sheets.map(
    (sheet, at) =>
      `<sheet name="${escapeXml(nameOf(sheet, at))}" sheetId="${at + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const targets = [
    ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['rId98', 'styles', 'styles.xml'] as const,
    ['rId99', 'sharedStrings', 'sharedStrings.xml'] as const,
  ].map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`);
  files['xl/workbook.xml'] = encodeXml(
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
  );
  files['xl/_rels/workbook.xml.rels'] = encodeXml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
  );
  files['xl/styles.xml'] = encodeXml(stylesXml(formats));
  const items = strings.all.map((text) => `<si>${text}</si>`);
  files['xl/sharedStrings.xml'] = encodeXml(`<sst xmlns="${MAIN}">${items.join('')}</sst>`);
  return zipSync(files, { mtime: getEarliestZipTime() });
}

/** Returns the bytes of an .xlsx file with one sheet of these rows. */
export const createSheet = (...rows: readonly (readonly WorkbookCell[])[]): Uint8Array => createWorkbook([{ rows }]);

/** Returns the bytes of an .xlsx file with one of its parts changed. */
export function changeWorkbook(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const xml = strFromU8(files[path] ?? new Uint8Array());
  return zipSync({ ...files, [path]: strToU8(change(xml)) }, { mtime: getEarliestZipTime() });
}
