import type { MessageCode } from '../diagnostics/catalogue/message-catalogue.ts';
import { composeSentences, type Issue } from '../diagnostics/diagnostic.ts';
import { type InputPosition, isFilledCell } from '../input/input-rows.ts';
import { countTexts, hasMetadata, listFilledCells } from './sheet-table.ts';
import type { ReadableFile, SheetTableCell, SheetRow, SheetTable, SheetTableColumn } from './sheet-table.ts';

export const verdictLabels = { passed: '合格', failed: '不合格', person: '人が確かめる' } as const;
export type VerdictCode = keyof typeof verdictLabels;

/** Labels of the judges of a rule: the program, the program and a person, or a person. */
export const judgeLabels = { machine: '機械', both: '機械と人', person: '人' } as const;

/** What is wrong, and what to write instead. */
export interface ViolationMessage {
  readonly wrong: string;
  readonly instead: string;
  /** True if only a person can tell whether this is wrong. */
  readonly doubtful?: boolean;
}

/** A cell or a part of a file that breaks a rule. */
export interface Violation extends ViolationMessage, InputPosition {
  readonly doubtful?: true;
  /** The sheet's name; empty in a CSV. */
  readonly sheet: string;
  /** The heading of its column; empty for a violation in the headings, or in no column. */
  readonly heading: string;
  readonly value: string;
}

/** The result of a rule for a file. */
export type RuleVerdict = Readonly<{ verdict: VerdictCode; reason: string; violations: readonly Violation[] }>;

/** One of the thirty rules. */
export interface ReadabilityRule {
  readonly id: string;
  readonly title: string;
  /** What the rule requires. */
  readonly asks: string;
  readonly looks: string;
  /** What a person must judge; empty if the program judges all of it. */
  readonly people: string;
  readonly judge: keyof typeof judgeLabels;
  /** The formats that can break it. */
  readonly formats: readonly ReadableFile['format'][];
  readonly apply: (file: ReadableFile) => RuleVerdict;
}

/** Without `people`, the program judges all of the rule; without `formats`, both can break it. */
interface RuleDefinition
  extends
    Pick<ReadabilityRule, 'id' | 'title' | 'asks' | 'looks'>,
    Partial<Pick<ReadabilityRule, 'people' | 'formats'>> {
  /** Missing if the program can't find violations of the rule. A person judges a file with only doubtful ones. */
  readonly find?: (file: ReadableFile) => readonly Violation[];
  /** The verdict on a file without violations; a text alone is the reason why it passes. */
  readonly otherwise: string | ((file: ReadableFile) => RuleVerdict);
  /** What a person must look at in a file without violations and without a description of its columns. */
  readonly undescribed?: string;
}

/** Creates a rule. A file with violations fails it; if all of them are doubtful, a person must judge. */
export function defineRule(definition: RuleDefinition): ReadabilityRule {
  const { people = '', formats = ['csv', 'xlsx'], find, otherwise, undescribed, ...words } = definition;
  return {
    ...words,
    people,
    judge: people === '' ? 'machine' : find ? 'both' : 'person',
    formats,
    apply: (file) => {
      const violations = find?.(file) ?? [];
      const doubts = violations.filter(({ doubtful }) => doubtful).length;
      const sure = violations.length - doubts;
      const lookAt = doubts === 0 ? '' : `${sure > 0 ? 'ほかに' : ''}${doubts}か所を確かめてください。`;
      if (sure > 0) return { verdict: 'failed', reason: `${sure}か所が合いません。${lookAt}`, violations };
      if (doubts > 0) return askPerson(lookAt, violations);
      if (undescribed !== undefined && !hasMetadata(file)) return askPerson(undescribed);
      return typeof otherwise === 'string' ? passRule(otherwise) : otherwise(file);
    },
  };
}

/** Returns the verdict on a file that keeps the rule. */
export const passRule = (reason: string): RuleVerdict => ({ verdict: 'passed', reason, violations: [] });

/** Returns the verdict that a person must judge the rule. The person looks at the violations, if any. */
export function askPerson(reason: string, violations: readonly Violation[] = []): RuleVerdict {
  return { verdict: 'person', reason, violations };
}

/** Creates a violation in a cell of a row. */
export function createViolation(
  table: SheetTable,
  row: SheetRow,
  index: number,
  message: ViolationMessage,
  value = row.cells[index]?.text ?? '',
): Violation {
  const heading = row.line <= table.heading.line ? '' : (table.columns[index]?.title ?? '');
  return { ...createViolationAt(table.sheet.name, row.locate(index), message), heading, value };
}

/** Creates a violation at a position, without the heading and the value of a cell. */
export const createViolationAt = (
  sheet: string,
  { line, column }: InputPosition,
  { wrong, instead, doubtful }: ViolationMessage,
): Violation => ({ sheet, line, column, heading: '', value: '', wrong, instead, ...(doubtful && { doubtful }) });

/** Finds violations in each column of a file's tables. */
export const findInColumns = (
  { tables }: ReadableFile,
  find: (column: SheetTableColumn, table: SheetTable) => readonly Violation[],
): Violation[] => tables.flatMap((table) => table.columns.flatMap((column) => find(column, table)));

/** Judges the text of one cell of a column; returns null if it keeps the rule. */
type CellJudge = (text: string, row: SheetRow, cell: SheetTableCell) => ViolationMessage | null;

/** Judges each different text of a column once. Returns a judge of its cells; null if all keep the rule. */
export function judgeTexts(column: SheetTableColumn, judge: (text: string) => ViolationMessage | null) {
  const messages = new Map<string, ViolationMessage>();
  for (const text of countTexts(column).keys()) {
    const message = text === '' ? null : judge(text);
    if (message) messages.set(text, message);
  }
  return messages.size === 0 ? null : (text: string) => messages.get(text) ?? null;
}

/** Finds violations in the filled cells of a column. */
export const findInCells = (column: SheetTableColumn, table: SheetTable, judge: CellJudge): Violation[] =>
  listFilledCells(column).flatMap(({ row, cell, text }) => {
    const message = judge(text, row, cell);
    return message ? [createViolation(table, row, column.index, message)] : [];
  });

/** Finds violations in the filled cells of a file, in the columns for which there is a judge. */
export const findInAllCells = (
  file: ReadableFile,
  getJudge: (column: SheetTableColumn, table: SheetTable) => CellJudge | null,
): Violation[] =>
  findInColumns(file, (column, table) => {
    const judge = getJudge(column, table);
    return judge ? findInCells(column, table, judge) : [];
  });

/** Finds violations in the headings of a file. */
export const findInHeadings = (
  file: ReadableFile,
  judge: (column: SheetTableColumn, table: SheetTable) => ViolationMessage | null,
): Violation[] =>
  findInColumns(file, (column, table) => {
    const message = judge(column, table);
    return message ? [createHeadingViolation(table, column, message)] : [];
  });

/** Creates a violation in the heading of a column; from several rows, in the lowest one that has a word for it. */
export function createHeadingViolation(
  table: SheetTable,
  { index }: SheetTableColumn,
  message: ViolationMessage,
): Violation {
  const row = table.headings.findLast(({ cells }) => isFilledCell(cells[index]?.text)) ?? table.heading;
  return createViolation(table, row, index, message);
}

/** Finds violations in the texts of a file: in headings and in cells, even if a cell contains only white space. */
export const findInTexts = (
  file: ReadableFile,
  judge: (text: string, column: SheetTableColumn, isHeading: boolean) => ViolationMessage | null,
): Violation[] =>
  findInColumns(file, (column, table) => {
    const judgeRows = (rows: readonly SheetRow[], judgeText: ReturnType<typeof judgeTexts>) =>
      (judgeText ? rows : []).flatMap((row) => {
        const text = row.cells[column.index]?.text ?? '';
        const message = text === '' ? null : judgeText?.(text);
        return message ? [createViolation(table, row, column.index, message)] : [];
      });
    const judgeRecord = judgeTexts(column, (text) => judge(text, column, false));
    return judgeRows(table.headings, (text) => judge(text, column, true)).concat(judgeRows(table.records, judgeRecord));
  });

/** Returns the message of an issue for a rule. */
export function quoteIssue(issue: Issue): ViolationMessage {
  const { message: wrong, hint: instead } = composeSentences(issue);
  return { wrong, instead };
}

/** Returns the issues of the reader of Excel files with these codes as violations. */
export const findWorkbookViolations = ({ tables }: ReadableFile, ...codes: readonly MessageCode[]): Violation[] =>
  tables.flatMap((table) =>
    table.sheet.issues
      .filter(({ issue }) => codes.includes(issue.code))
      .map(({ line, column, issue }) => {
        const row = table.sheet.rows.find((candidate) => candidate.line === line);
        const message = quoteIssue(issue);
        return row
          ? createViolation(table, row, column - 1, message)
          : createViolationAt(table.sheet.name, { line, column }, message);
      }),
  );
