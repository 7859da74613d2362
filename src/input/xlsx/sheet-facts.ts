import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../../model/input-limits.ts';
import { formatCellReference, formatColumnLetters, createIssue } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../input-rows.ts';
import { type CellFormat, formatCellNumber, parseIsoTime, showsZero, TIME_FORMAT } from './number-format.ts';
import { createStyledPartFinder, type StyledPart, type StyledPartFinder } from './cell-styles.ts';
import { type Attributes, expectOwnNames, readXml } from './workbook-parts.ts';

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

/** Reads the hidden, merged, computed and styled cells of a sheet, and the texts that its numbers display. */
export function readSheetFacts(
  bytes: Uint8Array,
  formats: readonly CellFormat[],
  styledTexts: ReadonlyMap<number, StyledPart>,
  from1904: boolean,
): SheetFacts {
  const issues: LocatedIssue[] = [];
  const texts = new Map<number, string>();
  const hiddenRows = new Set<number>();
  const hiddenColumns: (readonly [first: number, last: number])[] = [];
  const filledRows = new Set<number>();
  /** The last row with a value, by column. */
  const lastRows = new Map<number, number>();
  let showsZeros = true;
  let line = 0;
  let lastLine = 0;
  let cell: OpenCell | null = null;
  /** True between the tags around a cell's value. */
  let inValue = false;
  let table: 'ahead' | 'open' | 'read' = 'ahead';

  const note = (
    at: { readonly line: number; readonly column: number },
    code: Parameters<typeof createIssue>[0],
    values: Readonly<Record<string, string>>,
  ) => issues.push({ line: Math.max(at.line, 1), column: Math.max(at.column, 1), issue: createIssue(code, values) });

  const openCell = ({ r = '', t = 'n', s = '0' }: Attributes): OpenCell => {
    const position = parseCellReference(r);
    // The library would create as many columns as an invalid reference requires, and it reads no cell without a reference.
    if (position.column === 0) throw new Error(`not a cell reference: ${r}`);
    lastLine = Math.max(lastLine, position.line);
    const parts = t === 'inlineStr' ? createStyledPartFinder() : null;
    return { ...position, type: t, style: Number(s), parts, formula: false, value: '' };
  };

  const noteNumber = (one: OpenCell, value: number, format: CellFormat) => {
    if (value === 0 && !(showsZeros && showsZero(format))) {
      note(one, 'unsure-format', { value: '0' });
      return;
    }
    if (Number.isNaN(value) || (format.kind === 'plain' && Number.isInteger(value))) return;
    const formatted = formatCellNumber(value, format, from1904);
    if (!formatted) note(one, 'unsure-format', { value: one.type === 'd' ? one.value : String(value) });
    else {
      texts.set(getCellKey(one.line, one.column), formatted.text);
      if (formatted.rounded) note(one, 'rounded-cell', { value: formatted.text });
    }
  };

  const closeCell = (one: OpenCell) => {
    const { type, style, parts, formula, value } = one;
    if (type === 'e' || (formula && type === 'n' && value === '')) {
      note(one, 'error-cell', { value });
      return;
    }
    if (value === '') return;
    filledRows.add(one.line);
    lastRows.set(one.column, one.line);
    if (formula) note(one, 'formula-cell', { address: formatCellReference(one.line, one.column) });
    const styled = type === 's' ? styledTexts.get(Number(value)) : parts?.end();
    if (styled) {
      const { part, text } = styled;
      const raised = styled.style === 'raised' ? '1' : '';
      note(one, 'styled-text', { address: formatCellReference(one.line, one.column), part, text, raised });
    }
    const format = formats[style] ?? { kind: 'plain' };
    if (type === 'n') noteNumber(one, Number(value), format);
    if (type === 'd') noteNumber(one, parseIsoTime(value, from1904), format.kind === 'date' ? format : TIME_FORMAT);
  };

  readXml(bytes, {
    open: (name, attributes: Attributes) => {
      const { r, min = '0', max = '0', ref = '', showZeros, ht = '1', width = ht } = attributes;
      if (name === 'sheetData' && table === 'ahead') table = 'open';
      else if (table === 'open') expectOwnNames(name, attributes);
      // Spreadsheets show only the first table, but the library reads cells anywhere.
      else if (/(?:^|:)(?:c|sheetData)$/.test(name)) throw new Error('a cell outside of the table');
      cell?.parts?.open(name, attributes);
      const hidden = attributes.hidden === '1' || attributes.hidden === 'true' || Number(width) === 0;
      if (name === 'row') {
        line = r === undefined ? line + 1 : Number(r);
        lastLine = Math.max(lastLine, line);
        if (hidden) hiddenRows.add(line);
      } else if (name === 'c') cell = openCell(attributes);
      else if (name === 'f' && cell) cell.formula = true;
      else if (name === (cell?.type === 'inlineStr' ? 't' : 'v')) inValue = true;
      else if (name === 'col' && hidden && hiddenColumns.length <= MAX_COLUMNS)
        hiddenColumns.push([Number(min), Number(max)]);
      else if (name === 'sheetView') showsZeros &&= showZeros !== '0' && showZeros !== 'false';
      else if (name === 'mergeCell') note(parseCellReference(ref.split(':')[0] ?? ''), 'merged-cells', { range: ref });
    },
    text: (text) => {
      if (inValue && cell) cell.value += text;
      cell?.parts?.add(text);
    },
    close: (name) => {
      if (name === 'sheetData') table = 'read';
      if (name === 'v' || name === 't') inValue = false;
      cell?.parts?.close(name);
      if (name !== 'c' || !cell) return;
      closeCell(cell);
      cell = null;
    },
  });

  for (const [first, last] of joinRuns([...hiddenRows].filter((row) => filledRows.has(row)))) {
    const what = first === last ? `${first}行め` : `${first}行めから${last}行めまで`;
    note({ line: first, column: 1 }, 'hidden-cells', { what });
  }
  const isHidden = (index: number) => hiddenColumns.some(([min, max]) => index >= min && index <= max);
  const columns = [...lastRows.keys()].filter(isHidden).sort((a, b) => a - b);
  for (const [first, last] of joinRuns(columns)) {
    const what = `${formatColumnLetters(first)}列${first === last ? '' : `から${formatColumnLetters(last)}列まで`}`;
    // Located at its last value, because issues above the headings do not matter.
    note({ line: lastRows.get(first) ?? 1, column: first }, 'hidden-cells', { what });
  }
  const width = [...lastRows.keys()].reduce((most, index) => Math.max(most, index), 0);
  const tooLarge =
    lastLine > MAX_ROWS || Math.max(width, hiddenColumns.length) > MAX_COLUMNS || lastLine * width > MAX_CELLS;
  return { issues, texts, tooLarge };
}
