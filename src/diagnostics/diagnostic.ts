import { z } from 'zod';
import * as limits from '../model/input-limits.ts';
import { compareCodeUnits } from '../model/japanese-text.ts';
import { messageCatalogue } from './catalogue/message-catalogue.ts';
import type { MessageCode, MessageValues, ValuesOf } from './catalogue/message-catalogue.ts';

export const severityLabels = { error: 'まちがい', warning: '注意' } as const;

/** An issue in a source file with its location and its message. All numbers count from 1. */
export const Diagnostic = z.strictObject({
  /** The path from the project's root, with `/`. */
  file: z.string(),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  /** The heading or front-matter key of the value; empty for a whole row or file. */
  field: z.string(),
  level: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

/** A position in a file, with the heading or key of its value. */
export type Location = Readonly<{ file: string; line: number; column: number; field: string }>;

/** Returns a location in a file without columns; the beginning of the file if only its name is passed. */
export const locateFile = (file: string, line = 1, column = 1): Location => ({ file, line, column, field: '' });

/** An error or warning about a value. It has no location, because parsers such as those in `notation/` have none. */
export type Issue = Readonly<{ code: MessageCode; values: MessageValues }>;

/** The values of a message, which may be omitted if it needs none. */
export type IssueValues<C extends MessageCode> =
  MessageValues extends ValuesOf<C> ? [values?: MessageValues] : [values: ValuesOf<C>];

/** Creates an issue: the code of a message and the values that the message quotes. */
export const createIssue = <C extends MessageCode>(code: C, ...values: IssueValues<C>): Issue => ({
  code,
  values: values[0] ?? {},
});

/** Returns an issue with more values, which replace those of the same name. */
export const extendIssue = ({ code, values }: Issue, added: MessageValues): Issue => ({
  code,
  values: { ...values, ...added },
});

/** Cuts a long text, and returns any other value as it is: a message must stay readable if a cell contains a book. */
const cutLongText = (value: string | number): string | number =>
  String(value).length > limits.MAX_QUOTED_LENGTH
    ? `${String(value).slice(0, limits.MAX_QUOTED_LENGTH).toWellFormed()}…`
    : value;

/** Returns the sentences of an issue: what is wrong, and what to write instead. */
export function composeSentences({ code, values }: Issue): Pick<Diagnostic, 'message' | 'hint'> {
  const { message, fix } = messageCatalogue[code];
  const quoted = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cutLongText(value)]));
  return { message: message(quoted), hint: fix(quoted) };
}

/** Combines an issue with its location and its message. */
export function createDiagnostic({ file, line, column, field }: Location, issue: Issue): Diagnostic {
  const { code } = issue;
  return { file, line, column, field, level: messageCatalogue[code].level, code, ...composeSentences(issue) };
}

/** Compares by file, line, column and code for printing. */
export const compareLocations = (a: Diagnostic, b: Diagnostic): number =>
  compareCodeUnits(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  compareCodeUnits(a.code, b.code) ||
  compareCodeUnits(a.field, b.field);

/** Returns the numbers of errors and warnings, in words. */
export function formatDiagnosticCounts(diagnostics: readonly Diagnostic[]): string {
  const count = (level: Diagnostic['level']) => diagnostics.filter((diagnostic) => diagnostic.level === level).length;
  return `${severityLabels.error} ${count('error')}件、${severityLabels.warning} ${count('warning')}件`;
}

/** True if any of the diagnostics must stop the build. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ level }) => level === 'error');

/** Thrown if source files have errors. They are not errors of the program, so no stack is shown. */
export class DiagnosticsError extends Error {
  override readonly name = 'DiagnosticsError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(`${diagnostics.filter(({ level }) => level === 'error').length}件のまちがいがあります。`, options);
    this.diagnostics = diagnostics;
  }
}

/** Returns the letters of a sheet's column, counted from 1: AB for 28. */
export function formatColumnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? formatColumnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Returns the reference of a cell as spreadsheets write it: C5 for line 5, column 3. */
export const formatCellReference = (line: number, column: number): string => `${formatColumnLetters(column)}${line}`;

/** True for the name of a file with cells instead of lines and characters. */
export const isExcelFile = (file: string): boolean => /\.xls[xm]$/i.test(file);

/**
 * Returns a location for a message: the cell's reference in an Excel file, line and column in any other.
 * @example formatLocation('plan.xlsx', 5, 3) // → plan.xlsx:C5
 * @example formatLocation('tree.csv', 5, 3) // → tree.csv:5:3
 */
export const formatLocation = (file: string, line: number, column: number): string =>
  isExcelFile(file) ? `${file}:${formatCellReference(line, column)}` : `${file}:${line}:${column}`;

const CHECK_SEPARATORS = '要らない列を消してください。行の終わりにコンマが並んでいないかも、確かめてください。';
const MEND_FIRST = '出ているものを、先に直してください。';
const SPLIT_TABLE = '要る行と列だけを残してください。';

/** What is limited: its name, its limit with the unit, and what to do. */
const LIMITS = {
  file: [
    'ファイルの大きさ',
    `${limits.MAX_FILE_BYTES / 1024 / 1024} MB`,
    '別のファイルを置いていないか、同じ行がくり返されていないかを確かめてください。',
  ],
  rows: ['行の数', `${limits.MAX_ROWS.toLocaleString('en')}行`, SPLIT_TABLE],
  columns: ['列の数', `${limits.MAX_COLUMNS.toLocaleString('en')}列`, CHECK_SEPARATORS],
  cells: ['セルの数', `${limits.MAX_CELLS / 10_000}万`, SPLIT_TABLE],
  cell: [
    'セルの文字',
    `${limits.MAX_CELL_LENGTH.toLocaleString('en')}字`,
    '短くしてください。セルをかこむ " を閉じわすれていないかも、確かめてください。',
  ],
  tree: [
    '計画の階層',
    `${limits.MAX_TREE_DEPTH}段`,
    '「親コード」に、すぐ上の項目ではなく、前の行のコードを書いていないか、確かめてください。',
  ],
  bands: ['評価の段の数', `${limits.MAX_BANDS}段`, 'くり返しや、ほかの表の行を消してください。'],
  error: ['まちがいの数', `${limits.MAX_REPORTED.toLocaleString('en')}件`, MEND_FIRST],
  warning: ['注意の数', `${limits.MAX_REPORTED.toLocaleString('en')}件`, MEND_FIRST],
} as const;

/** Returns the issue of input that is larger than the project reads. */
export function createLimitIssue(limited: keyof typeof LIMITS): Issue {
  const [what, limit, advice] = LIMITS[limited];
  return createIssue('over-limit', { what, limit, advice });
}

/**
 * Replaces control characters, so that a file can't control the terminal or reorder a page: tabs become spaces, line
 * breaks ⏎, other controls their pictures. Characters that change the direction of writing are removed.
 * @example replaceControls('a\tb\u0007') // → a b␇
 */
export const replaceControls = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    .replace(/\r\n?|\n/g, '⏎')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .replace(/\p{Cc}/gu, (control) => {
      const code = control.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
    });
