import Papa from 'papaparse';
import { createLimitIssue } from '../diagnostics/diagnostic.ts';
import { MAX_CELL_LENGTH, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../model/input-limits.ts';
import { isFilledCell, listRows } from './input-rows.ts';
import type { InputPosition, InputRow, InputRows, LocatedIssue } from './input-rows.ts';
import { createLocator, locateIndex } from './text-decoding.ts';

/** Returns a function that locates the cells of the row that begins at `start`. */
function createCellLocator(text: string, firstLine: number, start: number): (index: number) => InputPosition {
  const locate = createLocator(text, firstLine, start);
  const begins = [start];
  let [at, begin, quoted] = [start, start, false];
  return (index) => {
    for (; begins.length <= index && at < text.length && (quoted || text[at] !== '\n'); at++) {
      // A quote is an ordinary character inside a cell that does not begin with one.
      if (text[at] === '"' && text[begin] === '"') quoted = !quoted;
      if (text[at] !== ',' || quoted) continue;
      begin = at + 1;
      begins.push(begin);
    }
    return locate(begins[index] ?? at);
  };
}

const [QUOTE, COMMA, NEWLINE, RETURN, SPACE] = [0x22, 0x2c, 0x0a, 0x0d, 0x20];

/** True if the quote at an index ends its cell: only spaces may follow. */
function endsCell(text: string, quote: number): boolean {
  let next = quote + 1;
  while (text.charCodeAt(next) === SPACE) next++;
  return next >= text.length || [COMMA, NEWLINE, RETURN].includes(text.charCodeAt(next));
}

const isLineBreak = (text: string, at: number, code: number) =>
  code === NEWLINE || (code === RETURN && text.charCodeAt(at + 1) !== NEWLINE);

/** Returns the length of the cell up to its comma or line break; `doubled` counts its quotes that are written twice. */
function measureCell(text: string, begin: number, at: number, doubled: number): number {
  const end = text.charCodeAt(at - 1) === RETURN ? at - 1 : at;
  return end - begin - (text.charCodeAt(begin) === QUOTE ? doubled + 2 : 0);
}

/** Returns the limit that the length of a cell or a count of the cells up to it exceeds, or null. */
function findExceededLimit(length: number, columns: number, rows: number, cells: number) {
  if (length > MAX_CELL_LENGTH) return 'cell';
  if (columns > MAX_COLUMNS) return 'columns';
  if (rows > MAX_ROWS) return 'rows';
  return cells > MAX_CELLS ? 'cells' : null;
}

/**
 * Returns the first issue of a CSV text with more rows, columns, cells or characters of a cell than are read, or null.
 * It stores nothing, so it finds the issue before the cells fill the memory.
 */
export function findCsvLimit(text: string): LocatedIssue | null {
  let [rows, columns, cells, begin] = [1, 1, 1, 0];
  let [quoted, doubled] = [false, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters come after all these signs.
    if (code > COMMA) continue;
    const isBreak = isLineBreak(text, at, code);
    if (code === QUOTE && quoted) {
      if (text.charCodeAt(at + 1) === QUOTE) [at, doubled] = [at + 1, doubled + 1];
      else quoted = !endsCell(text, at);
    } else if (code === QUOTE && at === begin) quoted = true;
    else if (at === text.length || (!quoted && (isBreak || code === COMMA))) {
      // A line break at the end of the text begins no row.
      const filledRows = begin < text.length ? rows : rows - 1;
      const limit = findExceededLimit(measureCell(text, begin, at, doubled), columns, filledRows, cells);
      if (limit) return { issue: createLimitIssue(limit), ...locateIndex(text, begin) };
      [begin, doubled] = [at + 1, 0];
      cells++;
      columns = isBreak ? 1 : columns + 1;
      if (isBreak) rows++;
    }
  }
  return null;
}

/** Returns the index of the first cell with an unpaired quote or text after its closing quote; `text` is its row. */
function findBrokenCell(cells: readonly string[], text: string): number {
  let begin = 0;
  for (let index = 0; index < cells.length; index++) {
    // A quoted cell up to its closing quote; doubled quotes are part of its text.
    const cell = text[begin] === '"' ? /"[^"]*(?:""[^"]*)*" *(?=,|\n|$)/y : /[^,]*/y;
    cell.lastIndex = begin;
    if (!cell.test(text)) return index;
    begin = cell.lastIndex + 1;
  }
  return cells.length - 1;
}

/** Parses CSV text (RFC 4180; any line breaks), headings included. Empty rows are left out, but count as lines. */
export function parseCsvRows(csv: string): InputRows {
  // Papa expects one kind of line break in the whole file; files edited on two systems mix them.
  const text = csv.includes('\r') ? csv.replace(/\r\n?/g, '\n') : csv;
  let located = 0;
  let locateCell = createCellLocator(text, 1, 0);
  return {
    grid: false,
    issues: [],
    visitRows: (visit) => {
      let line = 1;
      let start = 0;
      let newline = text.indexOf('\n');
      Papa.parse<string[]>(text, {
        delimiter: ',',
        newline: '\n',
        step: ({ data, errors, meta }) => {
          const [firstLine, begin] = [line, start];
          start = meta.cursor;
          for (; newline >= 0 && newline < start; newline = text.indexOf('\n', newline + 1)) line++;
          if (data.some(isFilledCell))
            visit(data, firstLine, begin, errors.length > 0 ? findBrokenCell(data, text.slice(begin, start)) : null);
        },
      });
    },
    locate: (line, start, index) => {
      if (start !== located) [located, locateCell] = [start, createCellLocator(text, line, start)];
      return locateCell(index);
    },
  };
}

/** Reads CSV text into a list of rows. */
export const readCsvRows = (text: string): InputRow[] => listRows(parseCsvRows(text));
