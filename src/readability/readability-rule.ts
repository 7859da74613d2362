import type { FileReading, SheetTableColumn, SheetRow, SheetTable } from './sheet-table.ts';
import { messageCatalogue, type MessageCode } from '../diagnostics/catalogue/message-catalogue.ts';

/** The words for a verdict. */
export const verdictLabels = { passed: '合格', failed: '不合格', person: '人が確かめる' } as const;
export type VerdictCode = keyof typeof verdictLabels;

/** Who can judge a rule: the program, a person, or the program a part of it. */
export const judgeLabels = { machine: '機械', both: '機械と人', person: '人' } as const;

/** A place that does not keep a rule. */
export interface Violation {
  /** The sheet's name; empty in a CSV. */
  readonly sheet: string;
  readonly line: number;
  readonly column: number;
  /** The heading of its column; empty where it is in none. */
  readonly heading: string;
  readonly value: string;
  readonly wrong: string;
  /** What to write instead. */
  readonly instead: string;
}

/** What came of holding a rule against a file. */
export interface RuleVerdict {
  readonly verdict: VerdictCode;
  readonly reason: string;
  readonly violations: readonly Violation[];
}

/** A file that could be read. */
export type ReadableFile = Extract<FileReading, { ok: true }>;

/** One of the thirty rules. */
export interface ReadabilityRule {
  readonly id: string;
  readonly title: string;
  /** What it asks. */
  readonly asks: string;
  /** How the program holds it against a file. */
  readonly looks: string;
  /** What a person must judge; empty where nothing is left. */
  readonly people: string;
  readonly judge: keyof typeof judgeLabels;
  /** The formats that can go against it. */
  readonly formats: readonly ReadableFile['format'][];
  readonly check: (book: ReadableFile) => RuleVerdict;
}

/** The rule is kept. */
export function passRule(reason: string): RuleVerdict {
  return { verdict: 'passed', reason, violations: [] };
}

/** Whether the rule is kept, a person must judge; the places are those to look at. */
export function askPerson(reason: string, faults: readonly Violation[] = []): RuleVerdict {
  return { verdict: 'person', reason, violations: faults };
}

/** The rule is not kept at these places or, if there are none, it is as told. */
export function failRuleAt(faults: readonly Violation[], otherwise: RuleVerdict): RuleVerdict {
  if (faults.length === 0) return otherwise;
  return { verdict: 'failed', reason: `${faults.length}か所が合いません。`, violations: faults };
}

/** A fault in a cell of a row. */
export function createViolation(
  table: SheetTable,
  line: SheetRow,
  index: number,
  wrong: string,
  instead: string,
  value = line.cells[index]?.text ?? '',
): Violation {
  return {
    sheet: table.sheet.name,
    ...line.locate(index),
    heading: line.line <= table.heading.line ? '' : (table.columns[index]?.title ?? ''),
    value,
    wrong,
    instead,
  };
}

/** What is wrong with something, and what to write instead. */
export interface ViolationMessage {
  readonly wrong: string;
  readonly instead: string;
}

/** Looks at every column of a file's tables, and gives all faults that are found. */
export function checkColumns(
  { tables }: ReadableFile,
  look: (table: SheetTable, column: SheetTableColumn) => readonly Violation[],
): Violation[] {
  return tables.flatMap((table) => table.columns.flatMap((column) => look(table, column)));
}

/** Looks at every cell of a file's records and, where asked, at the headings; what `look` gives back is a fault. */
export function checkCells(
  book: ReadableFile,
  look: (
    text: string,
    column: SheetTableColumn,
    line: SheetRow,
    table: SheetTable,
  ) => ViolationMessage | null,
  headings = false,
): Violation[] {
  return checkColumns(book, (table, column) => {
    const lines = headings ? [table.heading, ...table.records] : table.records;
    return lines.flatMap((line) => {
      const text = line.cells[column.index]?.text ?? '';
      const found = text === '' ? null : look(text, column, line, table);
      return found ? [createViolation(table, line, column.index, found.wrong, found.instead)] : [];
    });
  });
}

/** Looks at every heading of a file. */
export function checkHeadings(
  book: ReadableFile,
  look: (column: SheetTableColumn, table: SheetTable) => ViolationMessage | null,
): Violation[] {
  return checkColumns(book, (table, column) => {
    const found = look(column, table);
    return found ? [createViolation(table, table.heading, column.index, found.wrong, found.instead)] : [];
  });
}

/**
 * What the reader of Excel files found, as faults.
 * @param told the codes of its messages that matter, each with other words, or null for those of the message
 */
export function findInputViolations(
  { tables }: ReadableFile,
  told: Partial<Readonly<Record<MessageCode, ViolationMessage | null>>>,
): Violation[] {
  return tables.flatMap(({ sheet, columns, heading }) =>
    sheet.issues.flatMap(({ line, column, issue: { code, values } }) => {
      const words = told[code];
      if (words === undefined) return [];
      const { message, fix } = messageCatalogue[code];
      const cells = sheet.rows.find((one) => one.line === line)?.cells;
      return [
        {
          sheet: sheet.name,
          line,
          column,
          heading: line > heading.line ? (columns[column - 1]?.title ?? '') : '',
          value: cells?.[column - 1]?.text ?? '',
          wrong: words?.wrong ?? message(values),
          instead: words?.instead ?? fix(values),
        },
      ];
    }),
  );
}
