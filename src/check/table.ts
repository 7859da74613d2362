import { near } from '../problems/near.ts';
import { flaw, type Flaw, type Place } from '../problems/problem.ts';
import { readCsv, type Row } from '../read/csv.ts';
import { decode } from '../read/decode.ts';
import type { Folder } from '../read/folder.ts';
import type { Report } from './report.ts';
import type { RowOf, Shape } from './shape.ts';

/** A row that was read, with the place of each of its cells. */
export interface Read<T> {
  readonly value: T;
  /** The place of the cell under a heading; of the row's first cell where the file lacks that column. */
  readonly at: (heading: string) => Place;
}

/** What was read of one file. */
export interface Table<T> {
  readonly file: string;
  /** The rows without a problem. */
  readonly rows: readonly Read<T>[];
  /** The key of every row as typed, sound or not, so that one bad cell does not make every mention of its row wrong. */
  readonly keys: ReadonlySet<string>;
}

interface Heading {
  readonly name: string;
  readonly index: number;
}

const isFilled = (cell: string | undefined) => (cell?.trim() ?? '') !== '';

/** How many columns there are up to the last heading. */
const widthOf = (head: Row) => head.cells.findLastIndex(isFilled) + 1;

/** Notes missing, unknown and repeated columns; gives the ones that can be read. */
function checkHeadings(
  file: string,
  row: Row,
  rows: readonly Row[],
  shape: Shape,
  report: Report,
): Heading[] {
  const known: Heading[] = [];
  const width = widthOf(row);
  for (const [index, cell] of row.cells.entries()) {
    const name = cell.trim();
    // A column without a heading is nothing to read unless something stands in it; right of the last heading, that
    // is told at the rows.
    if (name === '' && (index >= width || !rows.some(({ cells }) => isFilled(cells[index])))) continue;
    const place = { file, ...row.at(index), field: name };
    if (!Object.hasOwn(shape, name)) {
      const columns = Object.keys(shape);
      report.add(
        place,
        flaw('unknown-column', { column: name, near: near(name, columns), columns: columns.join('、') }),
      );
    } else if (known.some((one) => one.name === name)) {
      report.add(place, flaw('repeated-column', { column: name }));
    } else known.push({ name, index });
  }
  for (const [column, { required }] of Object.entries(shape))
    if (required && !known.some((one) => one.name === column))
      report.add({ file, line: row.line, column: 1, field: column }, flaw('missing-column', { column }));
  return known;
}

function isFlawed(params: unknown): params is { flaw: Flaw } {
  return typeof params === 'object' && params !== null && 'flaw' in params;
}

/** True for a value that was read with warnings beside it. */
function hasWarnings(value: unknown): value is { warnings: readonly Flaw[] } {
  return typeof value === 'object' && value !== null && 'warnings' in value;
}

/**
 * Reads one CSV file of a shape. A missing file has no rows. Every problem of the file is reported; a row with a
 * problem is left out, so that what is given back is sound.
 */
export function readTable<S extends Shape>(
  folder: Folder,
  file: string,
  shape: S,
  report: Report,
): Table<RowOf<S>> {
  const nothing = { file, rows: [], keys: new Set<string>() };
  if (!folder.has(file)) return nothing;
  const top = { file, line: 1, column: 1, field: '' };
  const decoded = decode(folder.bytes(file));
  if (!decoded.ok) {
    report.add(top, decoded.flaw);
    return nothing;
  }
  const [head, ...rows] = readCsv(decoded.text);
  if (!head?.cells.some((cell) => Object.hasOwn(shape, cell.trim()))) {
    report.add(top, flaw('no-heading-row', { columns: Object.keys(shape).join('、') }));
    return nothing;
  }
  const headings = checkHeadings(file, head, rows, shape, report);
  const width = widthOf(head);
  const key = headings.find(({ name }) => shape[name]?.key)?.index;
  const keys = key === undefined ? [] : rows.map((row) => row.cells[key]?.trim() ?? '');
  const sound = rows.flatMap((row) => {
    const place: Place = { file, line: row.line, column: 1, field: '' };
    // Columns that are wholly empty, as Excel saves them, may lack cells; a cell too many is most likely a comma in a
    // number without quotes, so that it is told even where it is empty.
    const { length } = row.cells;
    const isRagged = length < width || length > head.cells.length || row.cells.slice(width).some(isFilled);
    if (row.broken) report.add(place, flaw('bad-quote'));
    else if (isRagged) report.add(place, flaw('ragged-row', { got: row.cells.length, expected: width }));
    else return readRow(file, row, headings, shape, report);
    return [];
  });
  return { file, rows: sound, keys: new Set(keys) };
}

function readRow<S extends Shape>(
  file: string,
  row: Row,
  headings: readonly Heading[],
  shape: S,
  report: Report,
): Read<RowOf<S>>[] {
  const at = (heading: string): Place => {
    const index = headings.find((one) => one.name === heading)?.index ?? 0;
    return { file, ...row.at(index), field: heading };
  };
  const value: Record<string, unknown> = {};
  let sound = true;
  for (const [heading, column] of Object.entries(shape)) {
    const index = headings.find((one) => one.name === heading)?.index;
    // A required column that is missing was told once for the file, not again for every row.
    if (index === undefined && column.required) return [];
    const result = column.cell.safeParse(index === undefined ? '' : (row.cells[index] ?? ''));
    if (result.success) {
      value[column.field] = result.data;
      if (hasWarnings(result.data)) for (const one of result.data.warnings) report.add(at(heading), one);
      continue;
    }
    sound = false;
    for (const issue of result.error.issues)
      if (issue.code === 'custom' && isFlawed(issue.params)) {
        const { code, values } = issue.params.flaw;
        report.add(at(heading), flaw(code, { field: heading, ...values }));
      }
  }
  return sound ? [{ value: value as RowOf<S>, at }] : [];
}
