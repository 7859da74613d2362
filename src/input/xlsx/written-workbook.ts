import { strToU8 } from 'fflate';
import { formatColumnLetters } from '../../diagnostics/diagnostic.ts';
import { memoizeByValue } from '../../model/collections.ts';
import { toDayNumber } from '../../model/quantity-schema.ts';
import { joinArchive, packFile } from './zip-archive.ts';

/** The media type of an Excel workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How cells look, in the words of `readCellStyles`. */
export const writtenAppearances = { heading: '太字', cell: '' };

/** The value of a cell to write. Null and an empty text make an empty cell. */
type WrittenValue = string | number | boolean | null;

export interface WrittenSheet {
  readonly name: string;
  /** The first row, in bold. */
  readonly headings?: readonly string[];
  /** True for headings that stay in sight. */
  readonly frozen?: boolean;
  /** True for headings with buttons that filter and sort. */
  readonly filtered?: boolean;
  /** For each column, true if its texts are days (2026-11-20), which are dates in the spreadsheet. */
  readonly days?: readonly boolean[];
  readonly rows: readonly (readonly WrittenValue[])[];
  /** True for cells of text, also empty ones: a spreadsheet turns neither 1-1 into a date nor a code into a number. */
  readonly asText?: boolean;
  /** The widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** The XML of the lists of choices for cells. */
  readonly validations?: string;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Spreadsheets read `_x202E_` as the character with this code, so `_` is escaped before such a code. */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _: '_x005F_' };

/** Characters that XML forbids, among them halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The first day from which all spreadsheets count alike, and the number that they have for 1970-01-01. */
const [FIRST_DAY, EPOCH_NUMBER] = ['1900-03-01', 25_569];

const escapeText = (text: string) =>
  text.replace(FORBIDDEN, '').replace(/[&<>]|_(?=x[\da-f]{4}_)/gi, (sign) => escapes[sign] ?? sign);

/** Escapes a text for an attribute of XML. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** Returns the XML of the texts of all sheets, each text once. */
function createSharedStrings(texts: Iterable<string>): string {
  const items = Array.from(texts, (text) => {
    const space = text.trim().length === text.length ? '' : ' xml:space="preserve"';
    return `<si><t${space}>${escapeText(text)}</t></si>`;
  });
  return `${DECLARATION}<sst xmlns="${MAIN}">${items.join('')}</sst>`;
}

/** The width of the columns on a printed page, in characters: with more, they are too small to read. */
const PAGE_WIDTH = 280;

/** The height of a line in the usual Japanese font, and of the highest row, in points. */
const [LINE_HEIGHT, MAX_HEIGHT] = [18, 409];

/** Returns the width of a text: kana and kanji count double, and the second half of a surrogate pair not at all. */
export function measureText(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) width += unit > 0xff ? 2 : 1;
  }
  return width;
}

/** Returns the XML of a sheet. Its texts are added to those of the workbook, where a cell has the index of its text. */
function createSheet(
  { headings, frozen, filtered, days, rows, asText, widths, validations = '' }: WrittenSheet,
  texts: Map<string, number>,
): string {
  const view =
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" xSplit="0" topLeftCell="A2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>';
  // The style of a column is that of its empty cells, down to the last row that a spreadsheet has.
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${asText ? 2 : 0}"/>`,
  );
  const letters: string[] = [];
  const createCell = (value: WrittenValue, at: number, line: number, style: string): string => {
    const place = `<c r="${(letters[at] ??= formatColumnLetters(at + 1))}${line}"`;
    const start = place + style;
    if (value === null || value === '') return '';
    if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (style === '' && days?.[at] && value >= FIRST_DAY)
      return `${place} s="3"><v>${toDayNumber(value) + EPOCH_NUMBER}</v></c>`;
    const index = texts.get(value) ?? texts.size;
    texts.set(value, index);
    return `${start} t="s"><v>${index}</v></c>`;
  };
  const createRow = (values: readonly WrittenValue[], line: number, style: string) => {
    // Not all spreadsheets make rows high enough for their texts.
    const lines = Math.max(
      1,
      ...values.map((value, at) => measureText(String(value ?? '')) / (widths[at] ?? Infinity)),
    );
    const height = lines > 1 ? ` ht="${Math.min(MAX_HEIGHT, Math.ceil(lines) * LINE_HEIGHT)}"` : '';
    return `<row r="${line}"${height}>${values.map((value, at) => createCell(value, at, line, style)).join('')}</row>`;
  };
  const top = headings ? [createRow(headings, 1, ' s="1"')] : [];
  const body = rows.map((row, at) => createRow(row, top.length + at + 1, asText ? ' s="2"' : ''));
  const filter = filtered ? `<autoFilter ref="A1:${formatColumnLetters(widths.length)}${1 + rows.length}"/>` : '';
  const pages = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH);
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${frozen ? view : ''}<cols>${columns.join('')}</cols><sheetData>${[...top, ...body].join('')}</sheetData>${filter}${validations}<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/></worksheet>`;
}

const createFont = (bold: string) => `<font><family val="2"/><scheme val="minor"/>${bold}<color theme="1"/></font>`;
const createFormat = (attributes: string) =>
  `<xf ${attributes} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
/** The XML of the styles: plain, bold, text and day. Without the names, other programs warn. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="100" formatCode="@"/><numFmt numFmtId="101" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2">${createFont('')}${createFont('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">${createFormat('numFmtId="0" fontId="0" fillId="0" borderId="0"')}</cellStyleXfs><cellXfs count="4">${['', 'fontId="1" applyFont="1"', 'numFmtId="100" applyNumberFormat="1"', 'numFmtId="101" applyNumberFormat="1"'].map(createFormat).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const createRelations = (...relations: readonly string[]) =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
const createRelation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/**
 * Returns the XML of the workbook. Its names are those that spreadsheets look for: what a filter is for, without which
 * LibreOffice shows no buttons, and the headings and the first column, which are on every printed page.
 */
function createWorkbook(sheets: readonly WrittenSheet[]): string {
  const entries = sheets.map(
    ({ name }, at) => `<sheet r:id="rId${at + 1}" sheetId="${at + 1}" name="${escapeAttribute(name)}"/>`,
  );
  const names = sheets.map(({ name, headings, filtered, rows, widths }, at) => {
    const [start, sheet] = [`<definedName localSheetId="${at}"`, `'${escapeText(name).replaceAll("'", "''")}'!`];
    const filter = `${sheet}$A$1:$${formatColumnLetters(widths.length)}$${1 + rows.length}`;
    const hidden = filtered ? `${start} hidden="1" name="_xlnm._FilterDatabase">${filter}</definedName>` : '';
    const titles = `${start} name="_xlnm.Print_Titles">${sheet}$A:$A,${sheet}$1:$1</definedName>`;
    return `${hidden}${headings ? titles : ''}`;
  });
  const defined = names.join('') && `<definedNames>${names.join('')}</definedNames>`;
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView/></bookViews><sheets>${entries.join('')}</sheets>${defined}</workbook>`;
}

/** Returns the files that do not depend on cells. */
function createFrame(sheetCount: number): Record<string, string> {
  const override = (type: string, path: string) =>
    `<Override ContentType="${TYPES}.${type}+xml" PartName="/xl/${path}.xml"/>`;
  const numbers = Array.from({ length: sheetCount }, (_, at) => at + 1);
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default ContentType="application/xml" Extension="xml"/><Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>${override('sheet.main', 'workbook')}${override('sharedStrings', 'sharedStrings')}${override('styles', 'styles')}${numbers.map((number) => override('worksheet', `worksheets/sheet${number}`)).join('')}</Types>`,
    '_rels/.rels': createRelations(createRelation('rId-workbook-1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': createRelations(
      ...numbers.map((number) => createRelation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      createRelation(`rId${sheetCount + 1}`, 'sharedStrings', 'sharedStrings.xml'),
      createRelation(`rId${sheetCount + 2}`, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': STYLES,
  };
}

const packTexts = (files: Readonly<Record<string, string>>, pack: typeof packFile) =>
  Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, pack(strToU8(xml))]));

/** Returns the packed files that do not depend on cells: thousands of workbooks share them. */
const getFrame = memoizeByValue((sheetCount: number) => packTexts(createFrame(sheetCount), packFile));

/**
 * Writes an Excel workbook, in Node and in a browser. Every cell has its type, so that no program reads a code as a
 * number or a text as a formula. The same sheets always have the same bytes.
 * @param pack compresses the cells; the usual one runs in a browser too
 */
export function writeWorkbook(sheets: readonly WrittenSheet[], pack = packFile): Uint8Array<ArrayBuffer> {
  const texts = new Map<string, number>();
  const contents = sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, createSheet(sheet, texts)] as const);
  const files = { ...Object.fromEntries(contents), 'xl/workbook.xml': createWorkbook(sheets) };
  const strings = createSharedStrings(texts.keys());
  return joinArchive({ ...getFrame(sheets.length), ...packTexts({ ...files, 'xl/sharedStrings.xml': strings }, pack) });
}
