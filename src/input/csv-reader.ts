import Papa from 'papaparse';
import { isFilledCell, listRows, type InputRow, type InputRows, type InputPosition } from './input-rows.ts';

/** Where the cell with this index begins in the row that begins at `start`; the row's end where it has fewer cells. */
function cellStart(text: string, start: number, index: number): number {
  let cell = 0;
  let begin = start;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    if (cell === index) return at;
    const character = text[at];
    // A quote inside a cell that does not begin with one is a character like any other.
    if (character === '"' && text[begin] === '"') quoted = !quoted;
    else if (character === '\n' && !quoted) return at;
    else if (character === ',' && !quoted) {
      cell++;
      begin = at + 1;
    }
  }
  return text.length;
}

function locate(text: string, line: number, start: number, index: number): InputPosition {
  const lines = text.slice(start, cellStart(text, start, index)).split('\n');
  return { line: line + lines.length - 1, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/**
 * The index of the cell of a row in which the first quote stands that pairs with no other, or closes a cell that goes on.
 * @param cells the cells as they were read
 * @param text the row as it stands in the file
 */
function brokenCell(cells: readonly string[], text: string): number {
  let begin = 0;
  for (let index = 0; index < cells.length; index++) {
    if (text[begin] !== '"') {
      const comma = text.indexOf(',', begin);
      if (comma < 0) break;
      begin = comma + 1;
      continue;
    }
    // What stands between a quote and its pair, quotes that are typed twice included.
    const closed = /"[^"]*(?:""[^"]*)*" *(?=,|\n|$)/y;
    closed.lastIndex = begin;
    if (!closed.test(text)) return index;
    begin = closed.lastIndex + 1;
  }
  return Math.max(cells.length - 1, 0);
}

/**
 * The rows of CSV text (RFC 4180; line breaks of any kind). Empty rows are left out, but count as lines. It knows
 * nothing of headings: the first row shown is simply the first that is not empty.
 */
export function parseCsvRows(given: string): InputRows {
  // Papa takes one kind of line break for the whole file; files edited on two systems mix them.
  const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given;
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
          const [first, begin] = [line, start];
          start = meta.cursor;
          for (; newline >= 0 && newline < start; newline = text.indexOf('\n', newline + 1)) line++;
          if (data.some(isFilledCell))
            visit(
              data,
              first,
              begin,
              errors.some((error) => error.type === 'Quotes')
                ? brokenCell(data, text.slice(begin, start))
                : null,
            );
        },
      });
    },
    locate: (line, start, index) => locate(text, line, start, index),
  };
}

/** Reads CSV text into a list of rows. */
export function readCsvRows(text: string): InputRow[] {
  return listRows(parseCsvRows(text));
}
