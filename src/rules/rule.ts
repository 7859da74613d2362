import type { Book, Column, Line, Table } from './table.ts';

/** The words for a verdict. */
export const verdicts = { passed: '合格', failed: '不合格', person: '人が確かめる' } as const;
export type Verdict = keyof typeof verdicts;

/** Who can judge a rule: the program, a person, or the program a part of it. */
export const judges = { machine: '機械', both: '機械と人', person: '人' } as const;

/** A place that does not keep a rule. */
export interface Fault {
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
export interface Finding {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly faults: readonly Fault[];
}

/** A file that could be read. */
export type OpenBook = Extract<Book, { ok: true }>;

/** One of the thirty rules. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** What it asks. */
  readonly asks: string;
  /** How the program holds it against a file. */
  readonly looks: string;
  /** What a person must judge; empty where nothing is left. */
  readonly people: string;
  readonly judge: keyof typeof judges;
  /** The formats that can go against it. */
  readonly formats: readonly OpenBook['format'][];
  readonly check: (book: OpenBook) => Finding;
}

/** The rule is kept. */
export function passed(reason: string): Finding {
  return { verdict: 'passed', reason, faults: [] };
}

/** Whether the rule is kept, a person must judge; the places are those to look at. */
export function person(reason: string, faults: readonly Fault[] = []): Finding {
  return { verdict: 'person', reason, faults };
}

/** The rule is not kept at these places or, if there are none, it is as told. */
export function failedAt(faults: readonly Fault[], otherwise: Finding): Finding {
  if (faults.length === 0) return otherwise;
  return { verdict: 'failed', reason: `${faults.length}か所が合いません。`, faults };
}

/** A fault in a cell of a row. */
export function faultAt(
  table: Table,
  line: Line,
  index: number,
  wrong: string,
  instead: string,
  value = line.cells[index]?.text ?? '',
): Fault {
  return {
    sheet: table.sheet.name,
    ...line.at(index),
    heading: line.line <= table.heading.line ? '' : (table.columns[index]?.title ?? ''),
    value,
    wrong,
    instead,
  };
}

/** What is wrong with something, and what to write instead. */
export interface Wrong {
  readonly wrong: string;
  readonly instead: string;
}

/** Looks at every column of a file's tables, and gives all faults that are found. */
export function eachColumn(
  { tables }: OpenBook,
  look: (table: Table, column: Column) => readonly Fault[],
): Fault[] {
  return tables.flatMap((table) => table.columns.flatMap((column) => look(table, column)));
}

/** Looks at every cell of a file's records and, where asked, at the headings; what `look` gives back is a fault. */
export function eachCell(
  book: OpenBook,
  look: (text: string, column: Column, line: Line, table: Table) => Wrong | null,
  headings = false,
): Fault[] {
  return eachColumn(book, (table, column) => {
    const lines = headings ? [table.heading, ...table.records] : table.records;
    return lines.flatMap((line) => {
      const text = line.cells[column.index]?.text ?? '';
      const found = text === '' ? null : look(text, column, line, table);
      return found ? [faultAt(table, line, column.index, found.wrong, found.instead)] : [];
    });
  });
}

/** Looks at every heading of a file. */
export function eachHeading(book: OpenBook, look: (column: Column, table: Table) => Wrong | null): Fault[] {
  return eachColumn(book, (table, column) => {
    const found = look(column, table);
    return found ? [faultAt(table, table.heading, column.index, found.wrong, found.instead)] : [];
  });
}
