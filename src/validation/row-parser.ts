import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { createIssue, type Issue, type Location, locateFile } from '../diagnostics/diagnostic.ts';
import { isFilledCell, type RowVisitor } from '../input/input-rows.ts';
import type { SchemaRow, TableSchema } from '../tables/table-schema.ts';
import { getColumnParsers, type ParsedCell, acceptPlanIds } from './column-parser.ts';
import { findPublishedColumn, findYearColumn, namesIndicators } from './detect-table.ts';
import {
  findHeaderRow,
  findHeadingSeparator,
  findOtherSeparator,
  MAX_LEADING_ROWS,
  canCheckWithout,
  readTableHeader,
} from './table-header.ts';
import type { LeadingRow, TableHeader, TableInput } from './table-header.ts';

/** A parsed row with the locations of its cells. */
export interface ParsedRow<T> {
  readonly fields: T;
  /** Returns the location of the cell below a heading, or of the row's first cell if the column is missing. */
  readonly locate: (heading: string) => Location;
}

/** A row. There may be a million, so it computes the location of a cell only when needed. */
class BodyRow<T> implements ParsedRow<T> {
  readonly fields: T;
  private readonly line: number;
  private readonly start: number;
  private readonly headings: TableHeader;

  constructor(fields: T, line: number, start: number, headings: TableHeader) {
    this.fields = fields;
    this.line = line;
    this.start = start;
    this.headings = headings;
  }

  get locate(): (heading: string) => Location {
    return (heading) => this.headings.locateCell(this.line, this.start, heading);
  }
}

/** Returns the readers of columns, each with its position in the file; the index is -1 if the file lacks it. */
function createColumnReaders(schema: TableSchema, { indexes, locateCell }: TableHeader, plan: string | null) {
  const acceptIds = acceptPlanIds(schema, plan);
  return Object.entries(schema).map(([name, column]) => {
    const index = indexes.get(name) ?? -1;
    const read = acceptIds(column, getColumnParsers(column)(locateCell(1, 0, name).field));
    // A missing column is reported once for the file, not for every row.
    const missing: ParsedCell = { value: read('').value, valid: canCheckWithout(column), issues: [] };
    return { name, field: column.field, index, read: index < 0 && column.required ? () => missing : read };
  });
}

/** Returns the key of a row, or the correction of a misspelt one; references to it are right. Empty if unknown. */
function getRowKey({ valid, value, issues }: ParsedCell): string {
  if (valid) return typeof value === 'string' ? value : '';
  return String(issues[0]?.values.near ?? '');
}

/** Maximum length quoted from an unterminated cell. */
const MAX_QUOTED = 20;

/** Returns the issue of a cell with an unpaired quote. In a cell of several lines, it was probably never closed. */
export function createQuoteIssue(cell: string): Issue {
  const [first = ''] = cell.split('\n');
  const value = `"${[...first].slice(0, MAX_QUOTED).join('')}`;
  return createIssue('bad-quote', { value, open: cell.includes('\n') ? 1 : '' });
}

/** Numbers that their commas divide into cells, which a tab separates here. */
const DIVIDED_NUMBERS = /(?<![^\t])[^\p{Nd}\t]?\p{Nd}{1,3}(?:\t\p{Nd}{3}){1,3}(?!\p{Nd})[^,\t]*(?![^\t])/gu;

/**
 * Returns the number whose commas without quotes are the surplus of a row (5,587人), and its first cell. If there may be
 * several such numbers, the text is empty; if there is none, returns null.
 */
export function findDividedNumber(cells: readonly string[], width: number) {
  const surplus = cells.length - width;
  if (surplus <= 0) return null;
  const row = cells.join('\t');
  const [first, ...others] = row.matchAll(DIVIDED_NUMBERS);
  const commas = [first, ...others].join('').split('\t').length - 1;
  if (!first || commas < surplus) return null;
  if (commas > surplus || others.length > 0) return { text: '', index: 0 };
  return { text: first[0].replaceAll('\t', ','), index: row.slice(0, first.index).split('\t').length - 1 };
}

type DividedNumber = NonNullable<ReturnType<typeof findDividedNumber>>;

/** True for a row with more or fewer cells than the headings. Empty columns, as Excel saves them, may lack cells. */
const isRagged = (cells: readonly string[], { width, length }: TableHeader): boolean =>
  cells.length !== width && (cells.length < width || cells.length > length || cells.slice(width).some(isFilledCell));

function createBodyParser<S extends TableSchema>(headings: TableHeader, input: TableInput<S>) {
  const { file, rows: inputRows, schema, plan, report } = input;
  const readers = createColumnReaders(schema, headings, plan);
  const keyReader = readers.find(({ name }) => schema[name]?.key);
  const rows: ParsedRow<SchemaRow<S>>[] = [];
  const invalidRows: ParsedRow<Readonly<Record<string, unknown>>>[] = [];
  const keys = new Set<string>();
  let taken = 0;
  /** True if a key is unknown: a cell has none, a quote swallows rows, or a file that is cut off ends within a row. */
  let lacksKeys = keyReader?.index === -1;
  /** Columns with values but without a heading. */
  const filled = new Set<number>();

  const titles = Array.from({ length: headings.length }, (_, at) => headings.locateHeading(at).field);

  const readFields = (cells: readonly string[], line: number, start: number): void => {
    const fields: Record<string, unknown> = {};
    let isValid = true;
    for (const reader of readers) {
      const parsed = reader.read(reader.index < 0 ? '' : (cells[reader.index] ?? ''));
      fields[reader.field] = parsed.valid ? parsed.value : null;
      if (!parsed.valid) isValid = false;
      if (parsed.issues.length === 0) continue;
      const at = headings.locateCell(line, start, reader.name);
      // The key is the row's own id, so it can't be the title of another record.
      for (const issue of parsed.issues)
        if (reader === keyReader) report.addIssue(at, issue);
        else report.addCell(at, reader.name, issue);
    }
    if (isValid) rows.push(new BodyRow(fields as SchemaRow<S>, line, start, headings));
    else invalidRows.push(new BodyRow(fields, line, start, headings));
  };

  const reportQuote = (cells: readonly string[], line: number, start: number, broken: number) => {
    const { field } = headings.locateHeading(broken);
    report.addIssue({ file, ...inputRows.locate(line, start, broken), field }, createQuoteIssue(cells[broken] ?? ''));
  };

  /** Reports a row with more or fewer cells than the headings, at the number that its commas divide if there is one. */
  const reportRagged = (cells: readonly string[], line: number, start: number, number: DividedNumber | null) => {
    const at = number ? inputRows.locate(line, start, number.index) : { line, column: 1 };
    const [got, first = ''] = [cells.length, cells[0]];
    const untitled = got === headings.length ? 1 : '';
    const values = { got, expected: headings.width, number: number?.text ?? '', first, untitled };
    report.add(locateFile(file, at.line, at.column), 'ragged-row', values);
  };

  /** True if the cell below the heading of the key may be another one in a row with more or fewer cells. */
  const movesKey = (cells: readonly string[], number: DividedNumber | null) =>
    // A surplus cell probably comes from a comma in a number without quotes. Left of the key, it shifts the key.
    cells.length < headings.width || (keyReader?.index ?? 0) > (number?.index ?? 0);

  const take: RowVisitor = (cells, line, start, broken) => {
    taken++;
    // Headings come with rows from another file.
    if (cells.filter((cell, at) => cell !== '' && cell === titles[at]).length > 2) {
      report.add(locateFile(file, line), 'repeated-column', { line: headings.locateHeading(0).line });
      return;
    }
    const key = keyReader && getRowKey(keyReader.read(cells[keyReader.index] ?? ''));
    if (key) keys.add(key);
    for (const index of headings.untitledIndexes) if (isFilledCell(cells[index])) filled.add(index);
    const ragged = !inputRows.grid && isRagged(cells, headings);
    const number = ragged ? findDividedNumber(cells, headings.width) : null;
    lacksKeys ||= broken !== null || key === '' || (ragged && movesKey(cells, number));
    if (broken !== null) reportQuote(cells, line, start, broken);
    else if (ragged) reportRagged(cells, line, start, number);
    else readFields(cells, line, start);
  };

  const end = () => {
    // An empty column without a heading is ignored.
    for (const index of filled)
      report.add(headings.locateHeading(index), 'nameless-column', { columns: Object.keys(schema).join('、') });
    return { rows, invalidRows, keys, isValid: rows.length === taken, lacksKeys };
  };
  return { take, end };
}

/** Returns the issue of a file in which no row has the headings of the table. */
function createHeaderIssue(leadingRows: readonly LeadingRow[], grid: boolean, schema: TableSchema): Issue {
  if (leadingRows.length === 0) return createIssue('empty-file', { sheet: Number(grid) });
  const what = grid ? null : findOtherSeparator(leadingRows, (rows) => findHeaderRow(rows, schema));
  if (what !== null) return createIssue('other-separator', { where: 'セル', what });
  const inHeadings = grid ? null : findHeadingSeparator(leadingRows, schema);
  if (inHeadings !== null) return createIssue('other-separator', { where: '見出し', what: inHeadings });
  const needed = Object.entries(schema).flatMap(([name, { required }]) => (required ? [name] : []));
  return createIssue('no-heading-row', { columns: needed.join('、') });
}

/** Reports rows above the headings, with the lines to delete. */
function reportRowsAbove(above: readonly LeadingRow[], file: string, report: DiagnosticReport): void {
  const [first, last] = [above[0], above.at(-1)];
  if (!first || !last) return;
  const lines = first.line === last.line ? `${first.line}行め` : `${first.line}行めから${last.line}行めまで`;
  const value = first.cells.find(isFilledCell)?.trim() ?? '';
  report.add(locateFile(file, first.line), 'notes-above-headings', { value: [...value].slice(0, 40).join(''), lines });
}

/** Returns the issue of a published table or one with a column for each year, and its cell; null for any other. */
function findForeignColumn(leadingRows: readonly LeadingRow[], schema: TableSchema) {
  const published = findPublishedColumn(leadingRows);
  const found = published ?? findYearColumn(leadingRows, schema);
  if (!found) return null;
  const field = found.row.cells[found.index]?.trim() ?? '';
  const nameless = leadingRows.some(namesIndicators) ? '' : 1;
  const issue = published
    ? createIssue('published-table', { field })
    : createIssue('years-side-by-side', { field, nameless });
  return { ...found, field, issue };
}

/** A row before the headings are known, with the index of a cell that a quote breaks. */
type UnreadRow = LeadingRow & { readonly broken: number | null };

/** Finds the headings among the first rows and parses the rows below them; null if the table is of another kind. */
function beginBody<S extends TableSchema>(leadingRows: readonly UnreadRow[], input: TableInput<S>) {
  const { file, rows: inputRows, schema, report } = input;
  const foreign = findForeignColumn(leadingRows, schema);
  if (foreign) {
    const { row, index, field, issue } = foreign;
    // Other issues of such a table are not useful.
    report.addIssue({ file, ...inputRows.locate(row.line, row.start, index), field }, issue);
    return null;
  }
  const headerIndex = findHeaderRow(leadingRows, schema);
  const row = leadingRows[headerIndex];
  if (!row || (!inputRows.grid && findHeadingSeparator([row], schema) !== null)) {
    report.addIssue(locateFile(file), createHeaderIssue(leadingRows, inputRows.grid, schema));
    return null;
  }
  reportRowsAbove(leadingRows.slice(0, headerIndex), file, report);
  for (const { line, column, issue } of inputRows.issues)
    if (line >= row.line) report.addIssue(locateFile(file, line, column), issue);
  const parser = createBodyParser(readTableHeader(row, input), input);
  for (const { cells, line, start, broken } of leadingRows.slice(headerIndex + 1))
    parser.take(cells, line, start, broken);
  return parser;
}

/**
 * Parses the rows of a file one after another. Returns the contents of its table, or null if it is not a table of this
 * kind. It keeps the first rows until it finds the row of headings.
 */
export function parseRows<S extends TableSchema>(input: TableInput<S>) {
  const leadingRows: UnreadRow[] = [];
  /** The parser of the rows below the headings; undefined before they are found, null if there are none. */
  let body: ReturnType<typeof beginBody<S>> | undefined;
  input.rows.visitRows((cells, line, start, broken) => {
    body?.take(cells, line, start, broken);
    if (body !== undefined) return;
    leadingRows.push({ cells, line, start, broken });
    if (leadingRows.length === MAX_LEADING_ROWS) body = beginBody(leadingRows, input);
  });
  return (body === undefined ? beginBody(leadingRows, input) : body)?.end() ?? null;
}
