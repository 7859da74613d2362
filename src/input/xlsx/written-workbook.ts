import { strToU8 } from 'fflate';
import { formatColumnLetters } from '../../diagnostics/diagnostic.ts';
import { toDayNumber } from '../../model/quantity-schema.ts';
import { joinArchive, packFile, type PackedFile } from './zip-archive.ts';

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

/** Returns the XML of a sheet. Its texts are added to those of the workbook, where a cell has the index of its text. */
function createSheet(
  { headings, frozen, filtered, days, rows, asText, widths, validations = '' }: WrittenSheet,
  texts: Map<string, number>,
): string {
  const view =
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" xSplit="0" topLeftCell="A2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>';
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const letters: string[] = [];
  const createCell = (value: WrittenValue, at: number, line: number, style: string): string => {
    const place = `<c r="${(letters[at] ??= formatColumnLetters(at + 1))}${line}"`;
    const start = place + style;
    if (value === null || value === '') return style === '' ? '' : `${start}/>`;
    if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (style === '' && days?.[at] && value >= FIRST_DAY)
      return `${place} s="3"><v>${toDayNumber(value) + EPOCH_NUMBER}</v></c>`;
    const index = texts.get(value) ?? texts.size;
    texts.set(value, index);
    return `${start} t="s"><v>${index}</v></c>`;
  };
  const createRow = (values: readonly WrittenValue[], line: number, style: string) =>
    `<row r="${line}">${values.map((value, at) => createCell(value, at, line, style)).join('')}</row>`;
  const top = headings ? [createRow(headings, 1, ' s="1"')] : [];
  const body = rows.map((row, at) => createRow(row, top.length + at + 1, asText ? ' s="2"' : ''));
  const cells = `A1:${formatColumnLetters(widths.length)}${top.length + rows.length}`;
  const filter = filtered ? `<autoFilter ref="${cells}"/>` : '';
  return `${DECLARATION}<worksheet xmlns="${MAIN}">${frozen ? view : ''}<cols>${columns.join('')}</cols><sheetData>${[...top, ...body].join('')}</sheetData>${filter}${validations}</worksheet>`;
}

const createFont = (bold: string) => `<font><family val="2"/><scheme val="minor"/>${bold}<color theme="1"/></font>`;
/** The XML of the styles: plain, bold, text and day. Without the names, other programs warn. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="100" formatCode="@"/><numFmt numFmtId="101" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2">${createFont('')}${createFont('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf ></xf><xf fontId="1" applyFont="1"></xf><xf numFmtId="100" applyNumberFormat="1"></xf><xf numFmtId="101" applyNumberFormat="1"></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const createRelations = (...relations: readonly string[]) =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
const createRelation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** Returns the files that do not depend on cells. */
function createFrame(sheets: readonly WrittenSheet[]): Record<string, string> {
  const override = (type: string, path: string) =>
    `<Override ContentType="${TYPES}.${type}+xml" PartName="/xl/${path}.xml"/>`;
  const numbers = sheets.map((_, at) => at + 1);
  const entries = sheets.map(
    ({ name }, at) => `<sheet r:id="rId${at + 1}" sheetId="${at + 1}" name="${escapeAttribute(name)}"/>`,
  );
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default ContentType="application/xml" Extension="xml"/><Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>${override('sheet.main', 'workbook')}${override('sharedStrings', 'sharedStrings')}${override('styles', 'styles')}${numbers.map((number) => override('worksheet', `worksheets/sheet${number}`)).join('')}</Types>`,
    '_rels/.rels': createRelations(createRelation('rId-workbook-1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': createRelations(
      ...numbers.map((number) => createRelation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      createRelation(`rId${sheets.length + 1}`, 'sharedStrings', 'sharedStrings.xml'),
      createRelation(`rId${sheets.length + 2}`, 'styles', 'styles.xml'),
    ),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView/></bookViews><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/styles.xml': STYLES,
  };
}

const packTexts = (files: Readonly<Record<string, string>>, pack: typeof packFile) =>
  Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, pack(strToU8(xml))]));

/** The packed files that do not depend on cells, by what they depend on: thousands of workbooks share them. */
const frames = new Map<string, Readonly<Record<string, PackedFile>>>();

function getFrame(sheets: readonly WrittenSheet[]): Readonly<Record<string, PackedFile>> {
  const key = JSON.stringify(sheets.map(({ name }) => name));
  const frame = frames.get(key) ?? packTexts(createFrame(sheets), packFile);
  frames.set(key, frame);
  return frame;
}

/**
 * Writes an Excel workbook, in Node and in a browser. Every cell has its type, so that no program reads a code as a
 * number or a text as a formula. The same sheets always have the same bytes.
 * @param pack compresses the cells; the usual one runs in a browser too
 */
export function writeWorkbook(sheets: readonly WrittenSheet[], pack = packFile): Uint8Array<ArrayBuffer> {
  const texts = new Map<string, number>();
  const contents = sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, createSheet(sheet, texts)] as const);
  return joinArchive({
    ...getFrame(sheets),
    ...packTexts({ ...Object.fromEntries(contents), 'xl/sharedStrings.xml': createSharedStrings(texts.keys()) }, pack),
  });
}
