import type { MessageCode } from '../../diagnostics/catalogue/message-catalogue.ts';
import { createIssue, formatCellReference, formatColumnLetters } from '../../diagnostics/diagnostic.ts';
import type { IssueValues } from '../../diagnostics/diagnostic.ts';
import { groupRuns } from '../../model/collections.ts';
import { MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from '../../model/input-limits.ts';
import { formatPlainDecimal } from '../../notation/decimal.ts';
import type { InputPosition, LocatedIssue } from '../input-rows.ts';
import { type CellStyle, type CellText, createTextReader, STRUCK } from './cell-styles.ts';
import { formatCellNumber, parseCellFormat, parseIsoTime, TIME_FORMAT } from './number-format.ts';
import { type Attributes, expectOwnNames, readXml } from './workbook-parts.ts';
import { TooLargeError } from './zip-archive.ts';

export interface ReadCell {
  /** What it displays, but with all decimals; empty for a failed formula. */
  readonly text: string;
  /** The number in it, without the words that its format adds; null for anything else. */
  readonly number: string | null;
  readonly style: CellStyle;
}

/** A row of a sheet by its columns, from 0. Cells without a value are left out. */
export type ReadRow = readonly (ReadCell | undefined)[];

/** Returns the row and column of a reference like C5, or 0 for both if it is invalid. */
export function parseCellReference(reference: string): { line: number; column: number } {
  const [, letters = '', digits = '0'] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { line: Number(digits), column };
}

const parseIndex = (text: string) => (/^\s*\d+\s*$/.test(text) ? Number(text) : NaN);

/** Joins consecutive numbers: 2, 3, 4, 7 become 2–4 and 7. */
const joinRuns = (numbers: Iterable<number>) =>
  groupRuns(numbers, (number, before) => number === before + 1).map((run) => [run[0] ?? 0, run.at(-1) ?? 0] as const);

/** A cell whose tags are being parsed. */
interface OpenCell {
  readonly line: number;
  readonly column: number;
  readonly type: string;
  /** Undefined if the workbook has no such style. */
  readonly style: CellStyle | undefined;
  formula: boolean;
  hasValue: boolean;
}

/** The style of a cell that has none. */
export const PLAIN_STYLE: CellStyle = {
  format: parseCellFormat('General'),
  changesTexts: false,
  appearance: '',
  isUnseen: false,
};

/** What cells of a sheet are read with. */
interface CellContext {
  readonly sharedTexts: readonly CellText[];
  readonly from1904: boolean;
  showsZeros: boolean;
  /** Receives what makes a cell doubtful. */
  readonly add: <C extends MessageCode>(at: InputPosition, code: C, ...values: IssueValues<C>) => void;
}

/** Returns what a cell with a number displays; `plain` if that is unclear. */
function displayNumber(
  cell: OpenCell,
  value: number,
  plain: string,
  format: CellStyle['format'],
  { showsZeros, from1904, add }: CellContext,
) {
  const formatted = value !== 0 || showsZeros ? formatCellNumber(value, format, from1904) : null;
  if (!formatted) add(cell, 'unsure-format', { value: plain });
  else if (formatted.rounded) add(cell, 'rounded-cell', { value: formatted.text });
  return formatted?.text ?? plain;
}

function readCell(cell: OpenCell, value: string, context: CellContext): ReadCell {
  const { type, style = PLAIN_STYLE } = cell;
  const createText = (text: string | undefined): ReadCell => {
    if (text === undefined) throw new Error(`no value of type ${type}: ${value}`);
    return { text, number: null, style };
  };
  switch (type) {
    case 'n': {
      // Without a known format it may display anything. A percentage, 100 times the number, must be finite, too. JavaScript
      // also reads 0x10 and ''.
      const isNumber =
        /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value) && Number.isFinite(100 * Number(value));
      if (!isNumber || !cell.style) throw new Error(`not a number: ${value}`);
      const number = formatPlainDecimal(Number(value));
      return { text: displayNumber(cell, Number(value), number, style.format, context), number, style };
    }
    case 'd': {
      const format = style.format.kind === 'date' ? style.format : TIME_FORMAT;
      return createText(displayNumber(cell, parseIsoTime(value, context.from1904), value, format, context));
    }
    case 's':
      return createText(context.sharedTexts[parseIndex(value)]?.text);
    case 'b':
      return createText(value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : undefined);
    case 'e':
      return createText('');
    default:
      return createText(type === 'str' || type === 'inlineStr' ? value : undefined);
  }
}

/** Adds an issue of hidden rows, and of hidden columns at their last text: issues above the headings do not matter. */
function addHiddenCells(
  rows: ReadonlySet<number>,
  hiddenColumns: ReadonlySet<number>,
  lastRows: ReadonlyMap<number, number>,
  { add }: CellContext,
): void {
  for (const [first, end] of joinRuns(rows)) {
    const what = first === end ? `${first}行め` : `${first}行めから${end}行めまで`;
    add({ line: first, column: 1 }, 'hidden-cells', { what, last: String(end) });
  }
  const columns = [...lastRows.keys()].filter((index) => hiddenColumns.has(index)).sort((a, b) => a - b);
  for (const [first, end] of joinRuns(columns)) {
    const what = `${formatColumnLetters(first)}列${first === end ? '' : `から${formatColumnLetters(end)}列まで`}`;
    add({ line: lastRows.get(first) ?? 1, column: first }, 'hidden-cells', { what, end: String(end) });
  }
}

/** Adds an issue of a formula: its result is missing, or it is read instead of the formula. */
function addFormula(cell: OpenCell, value: string, { add }: CellContext): void {
  const { line, column, type, formula, hasValue } = cell;
  // An empty text may be the result of a formula.
  if (type === 'e' || (formula && value === '' && !(type === 'str' && hasValue))) add(cell, 'error-cell', { value });
  else if (formula && value !== '') add(cell, 'formula-cell', { reference: formatCellReference(line, column) });
}

/** Adds issues of a text that its format changes, and of one with a struck, raised or unseen part. */
function addTextStyle(
  cell: OpenCell,
  { text, number, style }: ReadCell,
  own: CellText['styled'],
  { add }: CellContext,
) {
  if (cell.style?.changesTexts && number === null) add(cell, 'unsure-format', { value: text });
  const whole = style.appearance.includes(STRUCK) ? 'struck' : style.isUnseen ? 'unseen' : null;
  const styled = whole === null ? own : { style: whole, part: text };
  if (!styled) return;
  const reference = formatCellReference(cell.line, cell.column);
  add(cell, 'styled-text', { reference, part: styled.part, text, [styled.style]: 1 });
}

/** Returns a function that collects the cells with values of a sheet, and adds what makes each of them doubtful. */
function createCellCollector(context: CellContext) {
  const { sharedTexts } = context;
  const rows = new Map<number, (ReadCell | undefined)[]>();
  const hiddenRows = new Set<number>();
  /** The last row with a text, by column. */
  const lastRows = new Map<number, number>();
  let characters = 0;
  const collect = (one: OpenCell, { text: value, styled: inline }: CellText, isHidden: boolean) => {
    const { line, column, type } = one;
    addFormula(one, value, context);
    if (value === '') return;
    const read = readCell(one, value, context);
    // A few bytes of a file can repeat a long text in thousands of cells.
    if ((characters += read.text.length) > MAX_CHARACTERS) throw new TooLargeError();
    const row = rows.get(line) ?? [];
    rows.set(line, row);
    row[column - 1] = read;
    if (read.text === '') return;
    lastRows.set(column, line);
    if (isHidden) hiddenRows.add(line);
    addTextStyle(one, read, (type === 's' ? sharedTexts[Number(value)]?.styled : inline) ?? null, context);
  };
  return { rows, hiddenRows, lastRows, collect };
}

/** True for a row or a column that is hidden, or has no height or width. */
const hidesCells = ({ hidden, ht = '1', width = ht }: Attributes) =>
  hidden === '1' || hidden === 'true' || Number(width) === 0;

/**
 * Reads the rows of a sheet that have values, by their numbers, the number of columns with texts, and what makes values
 * doubtful: hidden, merged, computed and styled cells.
 */
export function readSheet(
  bytes: Uint8Array,
  styles: readonly CellStyle[],
  sharedTexts: readonly CellText[],
  from1904: boolean,
) {
  const issues: LocatedIssue[] = [];
  const hiddenColumns: number[] = [];
  const reader = createTextReader();
  let [isRowHidden, depth] = [false, 0];
  let last = { line: 0, column: 0 };
  let cell: OpenCell | null = null;
  let table: 'ahead' | 'open' | 'read' = 'ahead';

  const add: CellContext['add'] = (at, code, ...values) =>
    issues.push({ line: Math.max(at.line, 1), column: Math.max(at.column, 1), issue: createIssue(code, ...values) });
  const context: CellContext = { sharedTexts, from1904, showsZeros: true, add };
  const { rows, hiddenRows, lastRows, collect } = createCellCollector(context);

  /** Refuses a row or a cell that is inside a cell, or not behind the last one. */
  const moveTo = (line: number, column: number, reference: string | undefined) => {
    if (cell || !(line > last.line || (line === last.line && column > last.column)))
      throw new Error(`not behind the last row or cell: ${reference}`);
    if (line > MAX_ROWS || column > MAX_COLUMNS) throw new TooLargeError();
    last = { line, column };
  };

  const openCell = ({ r, t = 'n', s }: Attributes): OpenCell => {
    const { line, column } = r === undefined ? { ...last, column: last.column + 1 } : parseCellReference(r);
    if (line !== last.line) throw new Error(`a cell outside of its row: ${r}`);
    moveTo(line, column, r);
    reader.start(t === 'inlineStr' ? 't' : 'v');
    const style = styles[parseIndex(s ?? '0')] ?? (s === undefined ? PLAIN_STYLE : undefined);
    return { line, column, type: t, style, formula: false, hasValue: false };
  };

  const openPartOfCell = (one: OpenCell, name: string, attributes: Attributes) => {
    if (name === 'f') one.formula = true;
    if (name === 'v') one.hasValue = true;
    reader.open(name, attributes);
  };

  const hideColumns = ({ min = '0', max = '0' }: Attributes) => {
    for (let index = Number(min); index <= Number(max); index++)
      if (hiddenColumns.push(index) > MAX_COLUMNS) throw new TooLargeError();
  };

  const addMergedCells = ({ ref: range = '' }: Attributes) => {
    const [first = '', second = first] = range.split(':');
    add(parseCellReference(first), 'merged-cells', { range, end: String(parseCellReference(second).column) });
  };

  readXml(bytes, {
    open: (name, attributes: Attributes) => {
      const { r, showZeros } = attributes;
      depth++;
      if (name === 'sheetData' && table === 'ahead' && depth === 2) table = 'open';
      if (table === 'open') expectOwnNames(name, attributes);
      // Spreadsheets show only the first table.
      else if (/(?:^|:)(?:c|sheetData)$/.test(name)) throw new Error('a cell outside of the table');
      if (name === 'row') {
        moveTo(r === undefined ? last.line + 1 : parseIndex(r), 0, r);
        isRowHidden = hidesCells(attributes);
      } else if (name === 'c') cell = openCell(attributes);
      else if (cell) openPartOfCell(cell, name, attributes);
      else if (name === 'col' && hidesCells(attributes)) hideColumns(attributes);
      else if (name === 'sheetView') context.showsZeros &&= showZeros !== '0' && showZeros !== 'false';
      else if (name === 'mergeCell') addMergedCells(attributes);
    },
    text: (text) => {
      // LibreOffice saves TRUE as a formula.
      if (cell?.type === 'b' && /^(?:TRUE|FALSE)\(\)$/.test(text)) cell.formula = false;
      reader.add(text);
    },
    close: (name) => {
      depth--;
      if (name === 'sheetData') table = 'read';
      if (name === 'worksheet' && table === 'ahead') throw new Error('no table');
      if (name === 'c' && cell) {
        collect(cell, reader.end(), isRowHidden);
        cell = null;
      } else reader.close(name);
    },
  });

  addHiddenCells(hiddenRows, new Set(hiddenColumns), lastRows, context);
  const width = Math.max(0, ...lastRows.keys());
  if (last.line * width > MAX_CELLS) throw new TooLargeError();
  return { rows, width, issues };
}
