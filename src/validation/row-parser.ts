import { createIssue, type Issue, type Location } from '../diagnostics/diagnostic.ts';
import { isFilledCell, type InputRows, type RowVisitor } from '../input/input-rows.ts';
import { createColumnParser, type ParsedCell } from './column-parser.ts';
import {
  findHeaderRow,
  findOtherSeparator,
  findYearColumn,
  type LeadingRow,
  MAX_LEADING_ROWS,
  readTableHeader,
  type TableHeader,
} from './table-header.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { SchemaRow, TableSchema } from '../tables/table-schema.ts';

/** A row that was read, with the place of each of its cells. */
export interface ParsedRow<T> {
  readonly fields: T;
  /** The place of the cell under a heading; of the row's first cell where the file lacks that column. */
  readonly locate: (heading: string) => Location;
}

/** A row of which there may be a million: it keeps where it stands, and finds the place of a cell when asked. */
class SoundRow<T> implements ParsedRow<T> {
  readonly fields: T;
  private readonly line: number;
  private readonly start: number;
  private readonly headings: TableHeader;

  constructor(value: T, line: number, start: number, headings: TableHeader) {
    this.fields = value;
    this.line = line;
    this.start = start;
    this.headings = headings;
  }

  get locate(): (heading: string) => Location {
    return (heading) => this.headings.locateCell(this.line, this.start, heading);
  }
}

/** A column as a row is read by it; the index is -1 where the file lacks it. */
interface Part {
  readonly name: string;
  readonly field: string;
  readonly index: number;
  readonly read: (text: string) => ParsedCell;
}

/** What a table is made of. */
interface Taken<T> {
  readonly rows: ParsedRow<T>[];
  readonly keys: Set<string>;
  readonly whole: boolean;
  readonly unread: boolean;
}

function partsOf(shape: TableSchema, { indexes, locateCell }: TableHeader): readonly Part[] {
  return Object.entries(shape).map(([name, column]) => ({
    name,
    field: column.field,
    index: indexes.get(name) ?? -1,
    read: createColumnParser(column, locateCell(1, 0, name).field),
  }));
}

/**
 * The key of a row: of a misspelt one, what was most likely meant. That is told where it stands; that others mention it
 * as it should be is no mistake of theirs. Empty where nothing sound is known.
 */
function keyOf({ valid, value, issues }: ParsedCell): string {
  if (valid) return typeof value === 'string' ? value : '';
  return String(issues[0]?.values.near ?? '');
}

/** How much of a cell is quoted of which nobody knows where it ends. */
const QUOTED = 20;

/** What is wrong with a cell whose quotes do not pair. One that goes on below its line was most likely never closed. */
function badQuote(cell: string): Issue {
  const [first = ''] = cell.split('\n');
  const value = `"${[...first.replace(/^"/, '')].slice(0, QUOTED).join('')}`;
  return createIssue('bad-quote', { value, open: cell.includes('\n') ? 1 : '' });
}

/** Takes the rows below the headings. */
function bodyReader<S extends TableSchema>(
  headings: TableHeader,
  source: InputRows,
  file: string,
  shape: S,
  report: DiagnosticReport,
): { readonly take: RowVisitor; readonly end: () => Taken<SchemaRow<S>> } {
  const { indexes, width, length, untitledIndexes, locateCell, locateHeading } = headings;
  const parts = partsOf(shape, headings);
  const keyed = parts.find(({ name, index }) => shape[name]?.key && index >= 0);
  // A required column that is missing was told once for the file, not again for every row.
  const whole = Object.entries(shape).every(([name, { required }]) => !required || indexes.has(name));
  const rows: ParsedRow<SchemaRow<S>>[] = [];
  const keys = new Set<string>();
  let taken = 0;
  /** Columns without a heading in which something stands. */
  const filled = new Set<number>();

  const take: RowVisitor = (cells, line, start, broken) => {
    taken++;
    const key = keyed && keyOf(keyed.read(cells[keyed.index] ?? ''));
    if (key) keys.add(key);
    for (const index of untitledIndexes) if (isFilledCell(cells[index])) filled.add(index);
    // Columns that are wholly empty, as Excel saves them, may lack cells; a cell too many is most likely a comma in a
    // number without quotes, so that it is told even where it is empty.
    const got = cells.length;
    const ragged =
      !source.grid && got !== width && (got < width || got > length || cells.slice(width).some(isFilledCell));
    if (broken !== null) {
      report.add(
        { file, ...source.locate(line, start, broken), field: locateHeading(broken).field },
        badQuote(cells[broken] ?? ''),
      );
      return;
    }
    if (ragged) {
      report.add({ file, line, column: 1, field: '' }, createIssue('ragged-row', { got, expected: width }));
      return;
    }
    if (!whole) return;
    const value: Record<string, unknown> = {};
    let sound = true;
    for (const part of parts) {
      const outcome = part.read(part.index < 0 ? '' : (cells[part.index] ?? ''));
      value[part.field] = outcome.value;
      if (!outcome.valid) sound = false;
      if (outcome.issues.length === 0) continue;
      const at = locateCell(line, start, part.name);
      // The key of a row is a new id, not the name of another thing.
      for (const one of outcome.issues)
        if (part === keyed) report.add(at, one);
        else report.addCell(at, part.name, one);
    }
    if (sound) rows.push(new SoundRow(value as SchemaRow<S>, line, start, headings));
  };

  const end = () => {
    // A column without a heading is nothing to read unless something stands in it.
    for (const index of filled) {
      const columns = Object.keys(shape).join('、');
      report.add(locateHeading(index), createIssue('nameless-column', { columns }));
    }
    return { rows, keys, whole: rows.length === taken, unread: false };
  };
  return { take, end };
}

/** Why no row has the headings of a shape. */
function noHeadings(early: readonly LeadingRow[], grid: boolean, shape: TableSchema): Issue {
  if (early.length === 0) return createIssue('empty-file');
  const what = grid ? null : findOtherSeparator(early, shape);
  if (what !== null) return createIssue('other-separator', { what });
  const needed = Object.entries(shape).flatMap(([name, { required }]) => (required ? [name] : []));
  return createIssue('no-heading-row', { columns: needed.join('、') });
}

/** Reports that something stands above the headings, with the lines to delete. */
function reportNotes(
  early: readonly LeadingRow[],
  found: number,
  file: string,
  report: DiagnosticReport,
): void {
  const [first] = early;
  const last = early[found - 1];
  if (!first || !last) return;
  const lines = first.line === last.line ? `${first.line}行め` : `${first.line}行めから${last.line}行めまで`;
  const value = first.cells.find(isFilledCell)?.trim() ?? '';
  const place = { file, line: first.line, column: 1, field: '' };
  report.add(place, createIssue('notes-above-headings', { value: [...value].slice(0, 40).join(''), lines }));
}

/**
 * Takes the rows of a file one after another, and gives what a table is made of at the end. The first rows are held
 * back until it is known which of them has the headings.
 */
export function createRowParser<S extends TableSchema>(
  source: InputRows,
  file: string,
  shape: S,
  report: DiagnosticReport,
): { readonly take: RowVisitor; readonly end: () => Taken<SchemaRow<S>> } {
  const early: (LeadingRow & { readonly broken: number | null })[] = [];
  let body: ReturnType<typeof bodyReader<S>> | null = null;
  let lost = false;

  const begin = () => {
    const found = findHeaderRow(early, shape);
    const row = early[found];
    const years = findYearColumn(early, shape);
    if (years) {
      lost = true;
      const { line, start, cells } = years.row;
      const field = cells[years.index]?.trim() ?? '';
      // What else is wrong with a table of another kind is no help to anybody.
      report.add(
        { file, ...source.locate(line, start, years.index), field },
        createIssue('years-side-by-side', { field }),
      );
      return;
    }
    if (!row) {
      lost = true;
      report.add({ file, line: 1, column: 1, field: '' }, noHeadings(early, source.grid, shape));
      return;
    }
    reportNotes(early, found, file, report);
    for (const { line, column, issue: one } of source.issues)
      if (line >= row.line) report.add({ file, line, column, field: '' }, one);
    body = bodyReader(readTableHeader(file, row, source, shape, report), source, file, shape, report);
    for (const { cells, line, start, broken } of early.slice(found + 1))
      body.take(cells, line, start, broken);
  };

  return {
    take: (cells, line, start, broken) => {
      if (body) {
        body.take(cells, line, start, broken);
        return;
      }
      if (lost) return;
      early.push({ cells, line, start, broken });
      if (early.length === MAX_LEADING_ROWS) begin();
    },
    end: () => {
      if (!body && !lost) begin();
      return body?.end() ?? { rows: [], keys: new Set(), whole: false, unread: true };
    },
  };
}
