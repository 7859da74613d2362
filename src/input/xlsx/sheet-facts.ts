import { formatCellReference, formatColumnLetters } from '../../diagnostics/cell-reference.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../input-rows.ts';
import { type CellFormat, formatCellNumber } from './number-format.ts';
import { readXml } from './workbook-parts.ts';

/** The most places that a sheet may have, from its first cell to its last one. */
const MOST_CELLS = 20_000_000;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** What a sheet says besides the values of its cells. */
export interface SheetFacts {
  /** What makes the values of cells doubtful. */
  readonly issues: readonly LocatedIssue[];
  /** The texts of cells that show something else than they hold, by `getCellKey`. */
  readonly texts: ReadonlyMap<number, string>;
  /** True where the sheet is too large to be laid out. */
  readonly tooLarge: boolean;
}

/** A number for a cell's place. */
export const getCellKey = (line: number, column: number): number => line * MOST_COLUMNS + column - 1;

/** Row and column of an address like C5; both 0 for what is none. */
export function parseCellReference(address: string): { line: number; column: number } {
  const [, letters = '', digits = '0'] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { line: Number(digits), column };
}

/** Joins numbers that follow one another: 2, 3, 4, 7 are 2–4 and 7. */
function runs(numbers: Iterable<number>): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const one of numbers) {
    const before = found.at(-1);
    if (before?.[1] === one - 1) before[1] = one;
    else found.push([one, one]);
  }
  return found;
}

/** What stands between the tags of a cell. */
interface Cell {
  readonly line: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

/** Takes the parts of a sheet's XML. */
class Scan {
  readonly findings: LocatedIssue[] = [];
  readonly texts = new Map<number, string>();
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns: (readonly [first: number, last: number])[] = [];
  private readonly rows = new Set<number>();
  /** The last row in which something stands, by column. */
  private readonly columns = new Map<number, number>();
  private readonly formats: readonly CellFormat[];
  private readonly from1904: boolean;
  private line = 0;
  private column = 0;
  private lastLine = 0;
  private cell: Cell | null = null;
  /** True between the tags that hold a cell's value. */
  private inside = false;

  constructor(formats: readonly CellFormat[], from1904: boolean) {
    this.formats = formats;
    this.from1904 = from1904;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string | undefined>>): void => {
    const { r, min = '0', max = '0', ref = '' } = attributes;
    const hidden = attributes.hidden === '1' || attributes.hidden === 'true';
    if (name === 'row') {
      this.line = r === undefined ? this.line + 1 : Number(r);
      this.lastLine = Math.max(this.lastLine, this.line);
      this.column = 0;
      if (hidden) this.hiddenRows.add(this.line);
    } else if (name === 'c') this.openCell(attributes);
    else if (name === 'f' && this.cell) this.cell.formula = true;
    else if (name === 'v' || name === 't') this.inside = true;
    else if (name === 'col' && hidden) this.hiddenColumns.push([Number(min), Number(max)]);
    else if (name === 'mergeCell')
      this.note(parseCellReference(ref.split(':')[0] ?? ''), 'merged-cells', { range: ref });
  };

  readonly text = (text: string): void => {
    if (this.inside && this.cell) this.cell.value += text;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.inside = false;
    if (name !== 'c' || !this.cell) return;
    this.closeCell(this.cell);
    this.cell = null;
  };

  /** What was found, once the whole sheet was seen. */
  end(): SheetFacts {
    for (const [first, last] of runs([...this.hiddenRows].filter((row) => this.rows.has(row)))) {
      const what = first === last ? `${first}行め` : `${first}行めから${last}行めまで`;
      this.note({ line: first, column: 1 }, 'hidden-cells', { what });
    }
    const isHidden = (column: number) =>
      this.hiddenColumns.some(([min, max]) => column >= min && column <= max);
    const columns = [...this.columns.keys()].filter(isHidden).sort((a, b) => a - b);
    for (const [first, last] of runs(columns)) {
      const what = `${formatColumnLetters(first)}列${first === last ? '' : `から${formatColumnLetters(last)}列まで`}`;
      // At its last value, which no headings stand below.
      this.note({ line: this.columns.get(first) ?? 1, column: first }, 'hidden-cells', { what });
    }
    const width = [...this.columns.keys()].reduce((most, column) => Math.max(most, column), 0);
    const tooLarge = this.lastLine > MOST_ROWS || width > MOST_COLUMNS || this.lastLine * width > MOST_CELLS;
    return { issues: this.findings, texts: this.texts, tooLarge };
  }

  private openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string | undefined>>): void {
    const place = r === undefined ? { line: this.line, column: this.column + 1 } : parseCellReference(r);
    // The library would lay out as many columns as a made-up address asks for.
    if (place.column === 0) throw new Error(`not the address of a cell: ${r}`);
    this.column = place.column;
    this.lastLine = Math.max(this.lastLine, place.line);
    this.cell = { ...place, type: t, style: Number(s), formula: false, value: '' };
  }

  private closeCell(cell: Cell): void {
    const { line, column, type, style, formula, value } = cell;
    if (type === 'e' || (formula && type === 'n' && value === '')) {
      this.note(cell, 'error-cell', { value });
      return;
    }
    if (value === '') return;
    this.rows.add(line);
    this.columns.set(column, line);
    if (formula) this.note(cell, 'formula-cell', { address: formatCellReference(line, column) });
    if (type === 'n') this.number(cell, Number(value), this.formats[style] ?? { kind: 'plain' });
  }

  private number(cell: Cell, value: number, format: CellFormat): void {
    if (format.kind === 'plain' || Number.isNaN(value)) return;
    const shown = formatCellNumber(value, format, this.from1904);
    if (!shown) this.note(cell, 'unsure-format', { value: String(value) });
    else {
      this.texts.set(getCellKey(cell.line, cell.column), shown.text);
      if (shown.rounded) this.note(cell, 'rounded-cell', { value: shown.text });
    }
  }

  private note(
    { line, column }: { line: number; column: number },
    code: Parameters<typeof createIssue>[0],
    values: Readonly<Record<string, string>>,
  ): void {
    this.findings.push({
      line: Math.max(line, 1),
      column: Math.max(column, 1),
      issue: createIssue(code, values),
    });
  }
}

/** Reads what a sheet's XML says besides values: what is hidden, merged, computed, and how numbers are shown. */
export function readSheetFacts(
  bytes: Uint8Array,
  formats: readonly CellFormat[],
  from1904: boolean,
): SheetFacts {
  const scan = new Scan(formats, from1904);
  readXml(bytes, scan);
  return scan.end();
}
