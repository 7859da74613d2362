import { flaw, type Flaw, type Place } from '../problems/problem.ts';
import { isFilled, type Rows, type Visit } from '../read/rows.ts';
import { columnReader, type Outcome } from './column.ts';
import {
  ABOVE,
  findHeadings,
  otherSeparator,
  readHeadings,
  type EarlyRow,
  type Headings,
} from './headings.ts';
import type { Report } from './report.ts';
import type { RowOf, Shape } from './shape.ts';
import { findYearColumn } from './year-columns.ts';

/** A row that was read, with the place of each of its cells. */
export interface Read<T> {
  readonly value: T;
  /** The place of the cell under a heading; of the row's first cell where the file lacks that column. */
  readonly at: (heading: string) => Place;
}

/** A row of which there may be a million: it keeps where it stands, and finds the place of a cell when asked. */
class SoundRow<T> implements Read<T> {
  readonly value: T;
  private readonly line: number;
  private readonly start: number;
  private readonly headings: Headings;

  constructor(value: T, line: number, start: number, headings: Headings) {
    this.value = value;
    this.line = line;
    this.start = start;
    this.headings = headings;
  }

  get at(): (heading: string) => Place {
    return (heading) => this.headings.place(this.line, this.start, heading);
  }
}

/** A column as a row is read by it; the index is -1 where the file lacks it. */
interface Part {
  readonly name: string;
  readonly field: string;
  readonly index: number;
  readonly read: (text: string) => Outcome;
}

/** What a table is made of. */
interface Taken<T> {
  readonly rows: Read<T>[];
  readonly keys: Set<string>;
  readonly whole: boolean;
  readonly unread: boolean;
}

function partsOf(shape: Shape, { indexes, place }: Headings): readonly Part[] {
  return Object.entries(shape).map(([name, column]) => ({
    name,
    field: column.field,
    index: indexes.get(name) ?? -1,
    read: columnReader(column, place(1, 0, name).field),
  }));
}

/**
 * The key of a row: of a misspelt one, what was most likely meant. That is told where it stands; that others mention it
 * as it should be is no mistake of theirs. Empty where nothing sound is known.
 */
function keyOf({ sound, value, flaws }: Outcome): string {
  if (sound) return typeof value === 'string' ? value : '';
  return String(flaws[0]?.values.near ?? '');
}

/** How much of a cell is quoted of which nobody knows where it ends. */
const QUOTED = 20;

/** What is wrong with a cell whose quotes do not pair. One that goes on below its line was most likely never closed. */
function badQuote(cell: string): Flaw {
  const [first = ''] = cell.split('\n');
  const value = `"${[...first.replace(/^"/, '')].slice(0, QUOTED).join('')}`;
  return flaw('bad-quote', { value, open: cell.includes('\n') ? 1 : '' });
}

/** Takes the rows below the headings. */
function bodyReader<S extends Shape>(
  headings: Headings,
  source: Rows,
  file: string,
  shape: S,
  report: Report,
): { readonly take: Visit; readonly end: () => Taken<RowOf<S>> } {
  const { indexes, width, length, nameless, place, head } = headings;
  const parts = partsOf(shape, headings);
  const keyed = parts.find(({ name, index }) => shape[name]?.key && index >= 0);
  // A required column that is missing was told once for the file, not again for every row.
  const whole = Object.entries(shape).every(([name, { required }]) => !required || indexes.has(name));
  const rows: Read<RowOf<S>>[] = [];
  const keys = new Set<string>();
  let taken = 0;
  /** Columns without a heading in which something stands. */
  const filled = new Set<number>();

  const take: Visit = (cells, line, start, broken) => {
    taken++;
    const key = keyed && keyOf(keyed.read(cells[keyed.index] ?? ''));
    if (key) keys.add(key);
    for (const index of nameless) if (isFilled(cells[index])) filled.add(index);
    // Columns that are wholly empty, as Excel saves them, may lack cells; a cell too many is most likely a comma in a
    // number without quotes, so that it is told even where it is empty.
    const got = cells.length;
    const ragged =
      !source.grid && got !== width && (got < width || got > length || cells.slice(width).some(isFilled));
    if (broken !== null) {
      report.add(
        { file, ...source.at(line, start, broken), field: head(broken).field },
        badQuote(cells[broken] ?? ''),
      );
      return;
    }
    if (ragged) {
      report.add({ file, line, column: 1, field: '' }, flaw('ragged-row', { got, expected: width }));
      return;
    }
    if (!whole) return;
    const value: Record<string, unknown> = {};
    let sound = true;
    for (const part of parts) {
      const outcome = part.read(part.index < 0 ? '' : (cells[part.index] ?? ''));
      value[part.field] = outcome.value;
      if (!outcome.sound) sound = false;
      if (outcome.flaws.length === 0) continue;
      const at = place(line, start, part.name);
      // The key of a row is a new id, not the name of another thing.
      for (const one of outcome.flaws)
        if (part === keyed) report.add(at, one);
        else report.addCell(at, part.name, one);
    }
    if (sound) rows.push(new SoundRow(value as RowOf<S>, line, start, headings));
  };

  const end = () => {
    // A column without a heading is nothing to read unless something stands in it.
    for (const index of filled) {
      const columns = Object.keys(shape).join('、');
      report.add(head(index), flaw('nameless-column', { columns }));
    }
    return { rows, keys, whole: rows.length === taken, unread: false };
  };
  return { take, end };
}

/** Why no row has the headings of a shape. */
function noHeadings(early: readonly EarlyRow[], grid: boolean, shape: Shape): Flaw {
  if (early.length === 0) return flaw('empty-file');
  const what = grid ? null : otherSeparator(early, shape);
  if (what !== null) return flaw('other-separator', { what });
  const needed = Object.entries(shape).flatMap(([name, { required }]) => (required ? [name] : []));
  return flaw('no-heading-row', { columns: needed.join('、') });
}

/** Reports that something stands above the headings, with the lines to delete. */
function reportNotes(early: readonly EarlyRow[], found: number, file: string, report: Report): void {
  const [first] = early;
  const last = early[found - 1];
  if (!first || !last) return;
  const lines = first.line === last.line ? `${first.line}行め` : `${first.line}行めから${last.line}行めまで`;
  const value = first.cells.find(isFilled)?.trim() ?? '';
  const place = { file, line: first.line, column: 1, field: '' };
  report.add(place, flaw('notes-above-headings', { value: [...value].slice(0, 40).join(''), lines }));
}

/**
 * Takes the rows of a file one after another, and gives what a table is made of at the end. The first rows are held
 * back until it is known which of them has the headings.
 */
export function rowReader<S extends Shape>(
  source: Rows,
  file: string,
  shape: S,
  report: Report,
): { readonly take: Visit; readonly end: () => Taken<RowOf<S>> } {
  const early: (EarlyRow & { readonly broken: number | null })[] = [];
  let body: ReturnType<typeof bodyReader<S>> | null = null;
  let lost = false;

  const begin = () => {
    const found = findHeadings(early, shape);
    const row = early[found];
    const years = findYearColumn(early, shape);
    if (years) {
      lost = true;
      const { line, start, cells } = years.row;
      const field = cells[years.index]?.trim() ?? '';
      // What else is wrong with a table of another kind is no help to anybody.
      report.add(
        { file, ...source.at(line, start, years.index), field },
        flaw('years-side-by-side', { field }),
      );
      return;
    }
    if (!row) {
      lost = true;
      report.add({ file, line: 1, column: 1, field: '' }, noHeadings(early, source.grid, shape));
      return;
    }
    reportNotes(early, found, file, report);
    for (const { line, column, flaw: one } of source.findings)
      if (line >= row.line) report.add({ file, line, column, field: '' }, one);
    body = bodyReader(readHeadings(file, row, source, shape, report), source, file, shape, report);
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
      if (early.length === ABOVE) begin();
    },
    end: () => {
      if (!body && !lost) begin();
      return body?.end() ?? { rows: [], keys: new Set(), whole: false, unread: true };
    },
  };
}
