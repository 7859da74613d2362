import Papa from 'papaparse';
import { isFilledCell, listRows, type InputRow, type InputRows, type InputPosition } from './input-rows.ts';

/** Returns the offset of the cell with this index in the row that begins at `start`, or of the row's end. */
function findCellStart(text: string, start: number, index: number): number {
  let cell = 0;
  let begin = start;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    if (cell === index) return at;
    const character = text[at];
    // A quote is an ordinary character inside a cell that does not begin with one.
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
  const lines = text.slice(start, findCellStart(text, start, index)).split('\n');
  return { line: line + lines.length - 1, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/**
 * Returns the index of the first cell of a row with an unpaired quote, or with text after its closing quote.
 * @param text the row as it is in the file
 */
function findBrokenCell(cells: readonly string[], text: string): number {
  let begin = 0;
  for (let index = 0; index < cells.length; index++) {
    if (text[begin] !== '"') {
      const comma = text.indexOf(',', begin);
      if (comma < 0) break;
      begin = comma + 1;
      continue;
    }
    // A quoted cell up to its closing quote; doubled quotes are part of its text.
    const quotedCell = /"[^"]*(?:""[^"]*)*" *(?=,|\n|$)/y;
    quotedCell.lastIndex = begin;
    if (!quotedCell.test(text)) return index;
    begin = quotedCell.lastIndex + 1;
  }
  return Math.max(cells.length - 1, 0);
}

/**
 * Parses CSV text (RFC 4180; line breaks of any kind). Empty rows are left out, but count as lines. Headings are rows
 * like all others.
 */
export function parseCsvRows(csv: string): InputRows {
  // Papa expects one kind of line break in the whole file; files edited on two systems mix them.
  const text = csv.includes('\r') ? csv.replace(/\r\n?/g, '\n') : csv;
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
            visit(
              data,
              firstLine,
              begin,
              errors.some((error) => error.type === 'Quotes') ? findBrokenCell(data, text.slice(begin, start)) : null,
            );
        },
      });
    },
    locate: (line, start, index) => locate(text, line, start, index),
  };
}

/** Reads CSV text into a list of rows. */
export const readCsvRows = (text: string): InputRow[] => listRows(parseCsvRows(text));
