import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../../model/input-limits.ts';
import { formatCellReference, formatColumnLetters } from '../../diagnostics/cell-reference.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../input-rows.ts';
import { type CellFormat, formatCellNumber, showsZero } from './number-format.ts';
import { type StyledPart, StyledPartFinder } from './styled-parts.ts';
import { readXml } from './workbook-parts.ts';

/** What a sheet contains besides the values of its cells. */
export interface SheetFacts {
  /** Issues that make the values of cells doubtful. */
  readonly issues: readonly LocatedIssue[];
  /** The texts of cells that display something else than their values, by `getCellKey`. */
  readonly texts: ReadonlyMap<number, string>;
  /** True if the sheet is too large for the library. */
  readonly tooLarge: boolean;
}

/** Returns a number that identifies a cell. */
export const getCellKey = (line: number, column: number): number => line * MAX_COLUMNS + column - 1;

/** Returns the row and column of a reference like C5, or 0 for both if it is invalid. */
export function parseCellReference(reference: string): { line: number; column: number } {
  const [, letters = '', digits = '0'] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { line: Number(digits), column };
}

/** Joins consecutive numbers: 2, 3, 4, 7 become 2–4 and 7. */
function joinRuns(numbers: Iterable<number>): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** A cell whose tags are being parsed. */
interface OpenCell {
  readonly line: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** Null for a cell whose text is not in the sheet. */
  readonly parts: StyledPartFinder | null;
  formula: boolean;
  value: string;
}

/** What a sheet needs from the rest of its workbook. */
interface WorkbookFacts {
  readonly formats: readonly CellFormat[];
  readonly styledTexts: ReadonlyMap<number, StyledPart>;
  readonly from1904: boolean;
}

/** Collects the facts of a sheet from its XML. */
class FactCollector {
  readonly issues: LocatedIssue[] = [];
  readonly texts = new Map<number, string>();
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns: (readonly [first: number, last: number])[] = [];
  private readonly rows = new Set<number>();
  /** The last row with a value, by column. */
  private readonly columns = new Map<number, number>();
  private readonly workbook: WorkbookFacts;
  private showsZeros = true;
  private line = 0;
  private lastLine = 0;
  private cell: OpenCell | null = null;
  /** True between the tags around a cell's value. */
  private inValue = false;

  constructor(workbook: WorkbookFacts) {
    this.workbook = workbook;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string | undefined>>): void => {
    const { r, min = '0', max = '0', ref = '', showZeros } = attributes;
    this.cell?.parts?.open(name, attributes);
    const hidden = attributes.hidden === '1' || attributes.hidden === 'true';
    if (name === 'row') {
      this.line = r === undefined ? this.line + 1 : Number(r);
      this.lastLine = Math.max(this.lastLine, this.line);
      if (hidden) this.hiddenRows.add(this.line);
    } else if (name === 'c') this.openCell(attributes);
    else if (name === 'f' && this.cell) this.cell.formula = true;
    else if (name === 'v' || name === 't') this.inValue = true;
    else if (name === 'col' && hidden && this.hiddenColumns.length <= MAX_COLUMNS)
      this.hiddenColumns.push([Number(min), Number(max)]);
    else if (name === 'sheetView') this.showsZeros &&= showZeros !== '0' && showZeros !== 'false';
    else if (name === 'mergeCell')
      this.note(parseCellReference(ref.split(':')[0] ?? ''), 'merged-cells', { range: ref });
  };

  readonly text = (text: string): void => {
    if (this.inValue && this.cell) this.cell.value += text;
    this.cell?.parts?.add(text);
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.inValue = false;
    this.cell?.parts?.close(name);
    if (name !== 'c' || !this.cell) return;
    this.closeCell(this.cell);
    this.cell = null;
  };

  /** Returns the facts at the end of the sheet. */
  end(): SheetFacts {
    for (const [first, last] of joinRuns([...this.hiddenRows].filter((row) => this.rows.has(row)))) {
      const what = first === last ? `${first}行め` : `${first}行めから${last}行めまで`;
      this.note({ line: first, column: 1 }, 'hidden-cells', { what });
    }
    const isHidden = (column: number) => this.hiddenColumns.some(([min, max]) => column >= min && column <= max);
    const columns = [...this.columns.keys()].filter(isHidden).sort((a, b) => a - b);
    for (const [first, last] of joinRuns(columns)) {
      const what = `${formatColumnLetters(first)}列${first === last ? '' : `から${formatColumnLetters(last)}列まで`}`;
      // Located at its last value, because issues above the headings do not matter.
      this.note({ line: this.columns.get(first) ?? 1, column: first }, 'hidden-cells', { what });
    }
    const width = [...this.columns.keys()].reduce((most, column) => Math.max(most, column), 0);
    const tooLarge =
      this.lastLine > MAX_ROWS ||
      Math.max(width, this.hiddenColumns.length) > MAX_COLUMNS ||
      this.lastLine * width > MAX_CELLS;
    return { issues: this.issues, texts: this.texts, tooLarge };
  }

  private openCell({ r = '', t = 'n', s = '0' }: Readonly<Record<string, string | undefined>>): void {
    const position = parseCellReference(r);
    // The library would create as many columns as an invalid reference requires, and it reads no cell without a reference.
    if (position.column === 0) throw new Error(`not a cell reference: ${r}`);
    this.lastLine = Math.max(this.lastLine, position.line);
    const parts = t === 'inlineStr' ? new StyledPartFinder() : null;
    this.cell = { ...position, type: t, style: Number(s), parts, formula: false, value: '' };
  }

  private closeCell(cell: OpenCell): void {
    const { line, column, type, style, parts, formula, value } = cell;
    if (type === 'e' || (formula && type === 'n' && value === '')) {
      this.note(cell, 'error-cell', { value });
      return;
    }
    if (value === '') return;
    this.rows.add(line);
    this.columns.set(column, line);
    if (formula) this.note(cell, 'formula-cell', { address: formatCellReference(line, column) });
    const styled = type === 's' ? this.workbook.styledTexts.get(Number(value)) : parts?.end();
    if (styled) {
      const { part, text } = styled;
      const raised = styled.style === 'raised' ? '1' : '';
      this.note(cell, 'styled-text', { address: formatCellReference(line, column), part, text, raised });
    }
    if (type === 'n') this.noteNumber(cell, Number(value), this.workbook.formats[style] ?? { kind: 'plain' });
  }

  private noteNumber(cell: OpenCell, value: number, format: CellFormat): void {
    if (value === 0 && !(this.showsZeros && showsZero(format))) {
      this.note(cell, 'unsure-format', { value: '0' });
      return;
    }
    if (format.kind === 'plain' || Number.isNaN(value)) return;
    const formatted = formatCellNumber(value, format, this.workbook.from1904);
    if (!formatted) this.note(cell, 'unsure-format', { value: String(value) });
    else {
      this.texts.set(getCellKey(cell.line, cell.column), formatted.text);
      if (formatted.rounded) this.note(cell, 'rounded-cell', { value: formatted.text });
    }
  }

  private note(
    { line, column }: { line: number; column: number },
    code: Parameters<typeof createIssue>[0],
    values: Readonly<Record<string, string>>,
  ): void {
    this.issues.push({ line: Math.max(line, 1), column: Math.max(column, 1), issue: createIssue(code, values) });
  }
}

/** Reads the hidden, merged, computed and styled cells of a sheet, and the texts that its numbers display. */
export function readSheetFacts(bytes: Uint8Array, workbook: WorkbookFacts): SheetFacts {
  const collector = new FactCollector(workbook);
  readXml(bytes, collector);
  return collector.end();
}
