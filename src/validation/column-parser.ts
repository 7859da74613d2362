import { type Issue, createIssue } from '../diagnostics/diagnostic.ts';
import { memoizeByObject, memoizeByValue } from '../model/collections.ts';
import { SLUG_PATTERN } from '../model/identifiers.ts';
import { planTables } from '../tables/source-tables.ts';
import type { SourceColumn, TableSchema } from '../tables/table-schema.ts';

/** The value and the issues of a cell. */
export interface ParsedCell {
  /** False if the row can't be used. */
  readonly valid: boolean;
  readonly value: unknown;
  /** The errors, or the warnings about a valid value. */
  readonly issues: readonly Issue[];
}

export type CellReader = (text: string) => ParsedCell;

const NONE: readonly Issue[] = [];

/** Reads a cell. Its issue names the column. */
export function parseCell({ cell }: SourceColumn, heading: string, text: string): ParsedCell {
  const read = cell(text);
  if (!('issue' in read)) return { valid: true, value: read.value, issues: read.warnings ?? NONE };
  const { code, values } = read.issue;
  return { valid: false, value: undefined, issues: [{ code, values: { field: heading, ...values } }] };
}

/**
 * Returns the parsers for the cells of a column by its heading. All files with the column share them, and they keep their
 * results: most columns have few different texts.
 */
export const getColumnParsers = memoizeByObject((column: SourceColumn) =>
  memoizeByValue((heading: string): CellReader => memoizeByValue((text: string) => parseCell(column, heading, text))),
);

/** Returns the id of the plan whose folder contains a file; null for any other file. */
export const findPlanOfFile = (file: string): string | null =>
  /(?:^|\/)data\/plans\/([^/]+)\/[^/]+$/.exec(file)?.[1] ?? null;

/** True for a column of ids or codes of the table's own plan. A parent's code is one, but has its own checks. */
const isOwnIdColumn = ({ key, references, field }: SourceColumn): boolean =>
  key === true || field === 'parent' || (references !== undefined && references in planTables);

/**
 * Returns a function that lets the reader of a column accept ids as pages print them: `warabi-jiritsu/sns-followers` is
 * `sns-followers` in a table of that plan. An id of another plan is an error, because it may be the wrong row.
 * @param plan the plan of the file; null if unknown: then the first plan in the file is the one of all rows
 */
export function acceptPlanIds(
  schema: TableSchema,
  plan: string | null,
): (column: SourceColumn, read: CellReader) => CellReader {
  const belongsToPlan = Object.values(planTables).some(({ columns }) => columns === schema);
  let own = plan;
  return (column, read) => {
    if (!belongsToPlan || !isOwnIdColumn(column)) return read;
    return (text) => {
      if (!text.includes('/')) return read(text);
      const ids: string[] = [];
      for (const part of text.split(/[;；]/)) {
        const [prefix = '', id, ...more] = part.trim().split('/');
        // Anything else, such as the date 1/1, has an issue of its own.
        if (id === undefined || more.length > 0 || !SLUG_PATTERN.test(prefix) || !/^[a-z]/.test(prefix)) ids.push(part);
        else if (prefix === (own ??= prefix)) ids.push(id);
        else {
          const values = { value: part.trim(), other: prefix, plan: own, id };
          return { valid: false, value: undefined, issues: [createIssue('id-of-other-plan', values)] };
        }
      }
      return read(ids.join(';'));
    };
  };
}
