import Papa from 'papaparse';

/** A row of a CSV file: its cells, and where each of them stands in the file. */
export interface Row {
  readonly cells: readonly string[];
  /** The line of the row's first character, from 1. */
  readonly line: number;
  /** True where the quotes of the row do not pair. */
  readonly broken: boolean;
  /** Line and column, from 1, in characters, where the cell with this index (from 0) begins. */
  readonly at: (index: number) => { readonly line: number; readonly column: number };
}

/** The index in `raw` at which the cell with this number begins. */
function cellStart(raw: string, index: number): number {
  let cell = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    if (cell === index) return at;
    // A quote inside a cell that does not begin with one is a character like any other.
    if (raw[at] === '"' && raw[start] === '"') quoted = !quoted;
    else if (raw[at] === ',' && !quoted) {
      cell++;
      start = at + 1;
    }
  }
  return raw.length;
}

function locate(raw: string, line: number, index: number): { line: number; column: number } {
  const before = raw.slice(0, cellStart(raw, index));
  const lines = before.split('\n');
  return { line: line + lines.length - 1, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/**
 * Reads CSV text (RFC 4180; line breaks of any kind) into rows. Empty rows are left out, but count as lines. It knows
 * nothing of headings: the first row given back is simply the first that is not empty.
 */
export function readCsv(given: string): Row[] {
  // Papa takes one kind of line break for the whole file; files edited on two systems mix them.
  const text = given.replace(/\r\n?/g, '\n');
  const rows: Row[] = [];
  let line = 1;
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const raw = text.slice(start, meta.cursor);
      const first = line;
      line += raw.split('\n').length - 1;
      start = meta.cursor;
      if (data.every((cell) => cell.trim() === '')) return;
      rows.push({
        cells: data,
        line: first,
        broken: errors.some((error) => error.type === 'Quotes'),
        at: (index) => locate(raw, first, index),
      });
    },
  });
  return rows;
}
